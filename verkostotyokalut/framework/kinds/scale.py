"""The question kind ``scale``: a statement answered by a point of a labelled scale."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from ..paper import Form, Line, Slot
from ..question import DONT_KNOW, Question
from ..text import N_, Text, all_different, wrong

PictureName = Literal["profile", "items", "chain", "sides", "mirror"]


class Scale(Question):
    """A scale of 2 to 10 labelled points, the lowest first.

    An answer is a point's number, from 1 to ``len(points)``, or ``"dont_know"`` where the
    scale allows it. ``pictures`` are drawn of the answers, the main one first: ``profile`` and
    ``items`` of any instrument, ``mirror`` for the leader's own view beside the members',
    ``chain`` of dimensions that build on one another, ``sides`` of two to keep in balance.
    """

    kind: Literal["scale"]
    points: Annotated[tuple[Text, ...], Field(min_length=2, max_length=10)]
    dont_know: bool = True
    pictures: Annotated[tuple[PictureName, ...], Field(min_length=1)] = ("profile", "items")

    @field_validator("pictures")
    @classmethod
    def _pictures_differ(cls, pictures: tuple[PictureName, ...]) -> tuple[PictureName, ...]:
        all_different(pictures)
        return pictures

    def suit(self, dimensions: Sequence[Sequence[str]]) -> None:
        """See that there are as many dimensions as the pictures need."""
        if "sides" in self.pictures and len(dimensions) != 2:
            words = N_("two of them for the picture {picture} (now: {given})")
            raise wrong(words, picture="sides", given=len(dimensions))
        if "chain" in self.pictures and len(dimensions) < 2:
            words = N_("at least two of them for the picture {picture} (now: {given})")
            raise wrong(words, picture="chain", given=len(dimensions))

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a point of the scale, or an allowed "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return type(value) is int and 1 <= value <= len(self.points)

    def imagine(self, chance: random.Random, leaning: float, item: str) -> int | str:
        """Make up a point near the leaning, or now and then "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        steps = len(self.points) - 1
        return 1 + min(steps, max(0, round(steps * leaning + chance.gauss(0, steps / 6))))

    def on_paper(self) -> Form:
        """Return a number to circle."""
        most = len(self.points)
        return Form((Slot(1, most, words=self.points, dont_know=self.dont_know),), ends=(1, most))

    def _read(self, lines: list[Line]) -> int | str | None:
        return lines[0].numbers[0]

    def to_paper(self, value: Any) -> list[Line]:
        """Return the number."""
        return [Line((value,))]
