"""Holds the README's commands to those that the Makefile and the command line have."""

import re
import shlex
from pathlib import Path

import click
import pytest

from verkostotyokalut.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
WORKSHOPS = {file.parent.name for file in ROOT.glob("workshops/*/workshop.yaml")}

BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
LINES = [shlex.split(line, comments=True) for block in BLOCKS for line in block.splitlines()]
SPANS = re.findall(r"`((?:make|verkostotyokalut)(?: [^`]+)?)`", README)
COMMANDS = [words for words in [*LINES, *map(str.split, SPANS)] if words]


def test_only_known_programs_are_named() -> None:
    assert {words[0] for words in COMMANDS} <= {"make", "pipx", "uvx", "verkostotyokalut"}


def test_make_targets_exist() -> None:
    named = {
        word
        for program, *words in COMMANDS
        if program == "make"
        for word in words
        if "=" not in word
    }
    assert {"workshop", "test"} <= named <= TARGETS


@pytest.mark.parametrize(
    "words",
    [words for words in COMMANDS if words[0] == "verkostotyokalut"],
    ids=" ".join,
)
def test_command_lines_are_understood(words: list[str]) -> None:
    if words == ["verkostotyokalut"]:
        return
    _, name, *arguments = words
    assert isinstance(main, click.Group)
    if name.startswith("-"):
        assert main.make_context("verkostotyokalut", words[1:]).params
        return
    assert name in main.commands
    if arguments:
        given = main.commands[name].make_context(name, list(arguments)).params
        assert given.get("workshop", "ydinelementit") in WORKSHOPS


def test_every_command_and_option_is_told() -> None:
    told = {word for words in COMMANDS if words[0] == "verkostotyokalut" for word in words}
    assert isinstance(main, click.Group)
    for name, command in main.commands.items():
        assert name in told
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                names = {*parameter.opts, *parameter.secondary_opts}
                assert told & names, f"{name}: {names}"


def test_files_that_are_linked_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith("https://"):
            assert (ROOT / target).exists(), target
