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
    found = read(file, Workshop, {"instruments": instrument_ids()})
    _check_id(file, name, found.id)
    for step in found.steps:
        if step.instrument is not None:
            instrument(step.instrument)
    return found


def _check_id(file: Path, name: str, given: str) -> None:
    if given != name:
        lines = file.read_text(encoding="utf-8").splitlines()
        line = next((n for n, text in enumerate(lines, 1) if text.startswith("id:")), 1)
        raise ContentError(
            [Mistake(file, line, "id", f"{name!r}, as it is named (now: {given!r})")]
        )
