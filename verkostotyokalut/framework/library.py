"""Finds instruments and workshops by their ids: those shipped, and a leader's own beside them.

A leader's own are in the folders that ``VERKOSTO_CONTENT`` names, or in ``sisalto`` in the user's
data folder: ``instruments/<id>.yaml`` and ``workshops/<id>/workshop.yaml``. An id of one's own
may not be one that is shipped. ``vain-<instrument>`` is a workshop that asks that instrument only,
and ``arvaus-<instrument>`` asks participants to guess the room's answers to it.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import platformdirs

from .guess import guess_steps, guessing
from .instrument import Instrument
from .question import GUESS
from .read import ContentError, Mistake, read
from .text import N_
from .workshop import Screen, Step, Workshop

_PACKAGE = Path(__file__).resolve().parent.parent
_CONTENT = _PACKAGE / "framework" / "content"
_SINGLE = _PACKAGE / "framework" / "single.yaml"
ONLY = "vain-"


class UnknownContent(LookupError):
    """No instrument or workshop has that id; the message lists those there are."""


def shipped(folder: str) -> Path:
    """Return a folder that is shipped beside the code: ``notebooks`` or ``workshops``.

    A wheel holds it inside the package; a checkout has it beside the package.
    """
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def own_folders() -> list[Path]:
    """Return the folders of a leader's own content, whether they exist or not."""
    named = os.environ.get("VERKOSTO_CONTENT")
    if named:
        return [Path(folder) for folder in named.split(os.pathsep)]
    return [platformdirs.user_data_path("verkostotyokalut", appauthor=False) / "sisalto"]


def _instruments() -> dict[str, Path]:
    files = [file for own in own_folders() for file in own.glob("instruments/*.yaml")]
    return {file.stem: file for file in [*files, *_CONTENT.glob("*.yaml")]}


def _workshops() -> dict[str, Path]:
    files = [file for own in own_folders() for file in own.glob("workshops/*/workshop.yaml")]
    shipped_ones = shipped("workshops").glob("*/workshop.yaml")
    return {file.parent.name: file for file in [*files, *shipped_ones]}


def instrument_ids() -> list[str]:
    """List the ids of all instruments, in alphabetical order."""
    return sorted(_instruments())


def workshop_ids() -> list[str]:
    """List the ids of all workshops, in alphabetical order."""
    return sorted(_workshops())


@cache
def instrument(name: str) -> Instrument:
    """Return the instrument whose id is ``name``.

    Raises
    ------
    UnknownContent
        If there is none.
    ContentError
        If its file has mistakes.
    """
    file = _instruments().get(name)
    if file is None and name.startswith(GUESS) and name.removeprefix(GUESS) in instrument_ids():
        guess = guessing(instrument(name.removeprefix(GUESS)))
        if guess is not None:
            return guess
    if file is None:
        raise UnknownContent(f"no instrument {name!r}; there are: {', '.join(instrument_ids())}")
    found = read(file, Instrument)
    _check_id(file, name, found.id)
    return found


@cache
def workshop(name: str) -> Workshop:
    """Return the workshop whose id is ``name``, with every instrument that it names checked.

    Raises
    ------
    UnknownContent
        If there is none.
    ContentError
        If its file, or that of an instrument it names, has mistakes.
    """
    file = _workshops().get(name)
    if file is None and name.startswith(ONLY):
        try:
            return _asking_only(instrument(name.removeprefix(ONLY)))
        except UnknownContent:
            pass
    if file is None:
        raise UnknownContent(f"no workshop {name!r}; there are: {', '.join(workshop_ids())}")
    found = read(file, Workshop, {"instruments": instrument_ids()})
    _check_id(file, name, found.id)
    for step in found.steps:
        if step.instrument is not None:
            instrument(step.instrument)
    return found


def _asking_only(asked: Instrument) -> Workshop:
    """Return a workshop of one instrument: joining, the questions, thanks."""
    plan = read(_SINGLE, Workshop)
    steps: list[Step] = []
    for step in plan.steps:
        if step.screen is not Screen.RESULTS:
            steps.append(step)
        elif asked.guesses is not None:
            steps += guess_steps(asked)
        else:
            steps.append(step.model_copy(update={"instrument": asked.id}))
    about = {"id": f"{ONLY}{asked.id}", "title": asked.title, "aim": asked.headline}
    return plan.model_copy(update={**about, "steps": tuple(steps)})


def _check_id(file: Path, name: str, given: str) -> None:
    if given != name:
        lines = file.read_text(encoding="utf-8").splitlines()
        line = next((n for n, text in enumerate(lines, 1) if text.startswith("id:")), 1)
        words, values = (
            N_("{name}, as it is named (now: {given})"),
            {"name": repr(name), "given": repr(given)},
        )
        raise ContentError([Mistake(file, line, "id", words, values)])
