"""Finds instruments and workshops by their ids."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .instrument import Instrument
from .read import ContentError, Mistake, read
from .workshop import Workshop

_PACKAGE = Path(__file__).resolve().parent.parent
_CONTENT = _PACKAGE / "framework" / "content"


class UnknownContent(LookupError):
    """No instrument or workshop has that id; the message lists those there are."""


def shipped(folder: str) -> Path:
    """Return a folder that is shipped beside the code: ``notebooks`` or ``workshops``.

    A wheel holds it inside the package; a checkout has it beside the package.
    """
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def instrument_ids() -> list[str]:
    """List the ids of all instruments, in alphabetical order."""
    return sorted(file.stem for file in _CONTENT.glob("*.yaml"))


def workshop_ids() -> list[str]:
    """List the ids of all workshops, in alphabetical order."""
    return sorted(file.parent.name for file in shipped("workshops").glob("*/workshop.yaml"))


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
    if name not in instrument_ids():
        raise UnknownContent(f"no instrument {name!r}; there are: {', '.join(instrument_ids())}")
    file = _CONTENT / f"{name}.yaml"
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
    if name not in workshop_ids():
        raise UnknownContent(f"no workshop {name!r}; there are: {', '.join(workshop_ids())}")
    file = shipped("workshops") / name / "workshop.yaml"
    found = read(file, Workshop)
    _check_id(file, name, found.id)
    known = instrument_ids()
    mistakes = [
        Mistake(file, 0, f"steps[{index}].instrument", f"one of: {', '.join(known)}")
        for index, step in enumerate(found.steps)
        if step.instrument is not None and step.instrument not in known
    ]
    if mistakes:
        raise ContentError(mistakes)
    for step in found.steps:
        if step.instrument is not None:
            instrument(step.instrument)
    return found


def _check_id(file: Path, name: str, given: str) -> None:
    if given != name:
        raise ContentError([Mistake(file, 1, "id", f"{name!r}, as the file is named")])
