"""A leader's own content: starts a file from a commented template, and checks what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from .library import (
    UnknownContent,
    instrument,
    instrument_ids,
    own_folders,
    workshop,
    workshop_ids,
)
from .read import ContentError, Mistake

_TEMPLATES = Path(__file__).resolve().parent / "templates"


class Sort(StrEnum):
    """What can be written."""

    INSTRUMENT = "instrument"
    WORKSHOP = "workshop"


class NameTaken(ValueError):
    """There is content of that id already."""


def start(sort: Sort, name: str) -> Path:
    """Write a commented template into the leader's folder and return its path.

    Parameters
    ----------
    sort
        An instrument or a workshop.
    name
        Its id: small letters a to z, digits and dashes.

    Raises
    ------
    NameTaken
        If there is one of that id, shipped or own.
    ValueError
        If ``name`` can't be an id.
    OSError
        If the folder can't be written.
    """
    if not (name.isascii() and name.replace("-", "").isalnum() and name[:1].isalpha()):
        raise ValueError(name)
    if name != name.lower() or name.endswith("-") or "--" in name:
        raise ValueError(name)
    taken = instrument_ids() if sort is Sort.INSTRUMENT else workshop_ids()
    if name in taken:
        raise NameTaken(name)
    folder = own_folders()[0]
    file = (
        folder / "instruments" / f"{name}.yaml"
        if sort is Sort.INSTRUMENT
        else folder / "workshops" / name / "workshop.yaml"
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    template = (_TEMPLATES / f"{sort}.yaml").read_text(encoding="utf-8")
    file.write_text(template.replace("TUNNUS", name), encoding="utf-8")
    return file


def check() -> Iterator[Mistake]:
    """Read every instrument and workshop, shipped and own, and yield what is wrong in them."""
    seen: set[Mistake] = set()
    readers: list[tuple[Callable[[str], object], list[str]]] = [
        (instrument, instrument_ids()),
        (workshop, workshop_ids()),
    ]
    for reader, names in readers:
        for name in names:
            try:
                reader(name)
            except ContentError as error:
                yield from (mistake for mistake in error.mistakes if mistake not in seen)
                seen.update(error.mistakes)
            except UnknownContent as error:  # removed while we were reading
                yield Mistake(Path(name), 0, "", "{reason}", {"reason": error})
