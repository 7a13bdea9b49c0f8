"""The map of the framework: the method's parts in one picture, and what is asked of each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from .read import read
from .text import Id, Model, Text, all_different

_FILE = Path(__file__).resolve().parent / "map.yaml"

Place = Literal["core", "now", "ring", "left", "right"]
Row = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9]\d?$")]


class Part(Model):
    """A part of the method.

    ``rows`` name what it carries of the method, by the source's letter and a number. ``dimension``
    is that of its only instrument which it stands for; without one it is its instruments as a
    whole. ``helps`` is the workshop that helps where the part is weak, if that is another than the
    one that asks of it. ``place`` is where it is in the picture; parts of one place follow their
    order in the file.
    """

    id: Id
    place: Place
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    instruments: Annotated[tuple[Id, ...], Field(min_length=1)]
    dimension: Id | None = None
    workshop: Id
    helps: Id | None = None
    title: Text
    detail: Text | None = None
    description: Text


class Overview(Model):
    """Every part of the method, in the order in which they are drawn."""

    id: Id
    title: Text
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]

    @field_validator("parts")
    @classmethod
    def _ids_are_unique(cls, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        all_different(part.id for part in parts)
        return parts

    def at(self, place: Place) -> tuple[Part, ...]:
        """Return the parts of a place, in their order."""
        return tuple(part for part in self.parts if part.place == place)

    def part(self, name: str) -> Part | None:
        """Return the part whose id is ``name``, or None if there is none."""
        return next((part for part in self.parts if part.id == name), None)


@cache
def overview() -> Overview:
    """Return the map of the framework.

    Raises
    ------
    ContentError
        If its file has mistakes.
    """
    return read(_FILE, Overview)
