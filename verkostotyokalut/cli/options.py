"""The options of the commands that start the server."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from typing import Any

import click

from ..live import lan

_ADDRESS = re.compile(r"[\d.]+|.*:.*")


def serving(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a command that starts the server."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Tulosta osoitteet JSON-rivinä."),
        click.option(
            "--lan",
            metavar="[OSOITE]",
            is_flag=False,
            flag_value=lan.AUTO,
            help="Puhelimet liittyvät saman lähiverkon kautta (tällä koneen osoitteella).",
        ),
        click.option("--no-browser", is_flag=True, help="Älä avaa selainta."),
        click.option(
            "--port", type=click.IntRange(1, 65535), help="Portti (oletus 8888 tai vapaa)."
        ),
    ):
        command = option(command)
    return command


class Serving(click.Command):
    """A command with those options: after ``--lan`` comes an address, or something else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give ``--lan`` its value where no address follows it."""
        return super().parse_args(ctx, _lan_told(args))


class ServingGroup(click.Group):
    """The same for the command without a name, which is the one that starts everything."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; a terminal that lacks a letter shows a question mark in its place."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give ``--lan`` its value where no address follows it."""
        return super().parse_args(ctx, _lan_told(args))


def _lan_told(args: list[str]) -> list[str]:
    following = [*args, ""][1:]
    return [
        f"--lan={lan.AUTO}" if one == "--lan" and not _ADDRESS.fullmatch(after) else one
        for one, after in zip(args, following, strict=True)
    ]
