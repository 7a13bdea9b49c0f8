"""The question kind ``pair``: a scale answered twice, as it is now and as one wants it to be."""

from __future__ import annotations

import random
from typing import Annotated, Any, Literal

from pydantic import Field

from ..paper import Form, Line, Slot
from ..question import DONT_KNOW, Question
from ..text import Model, Text

VIEWS = ("now", "wanted")


class Loop(Model):
    """Steps that lead to one another, and the last of them back to the first."""

    title: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=3, max_length=4)]


class Loops(Model):
    """What keeps each end of the scale as it is."""

    low: Loop
    high: Loop


class Pair(Question):
    """A scale of 2 to 10 labelled points, the lowest first, asked of now and of what is wanted.

    An answer is ``{"now": point, "wanted": point}``, each from 1 to ``len(points)``, of which one
    may be missing, or ``"dont_know"`` where it is allowed. With ``loops`` the room sees where it
    is between the two.
    """

    kind: Literal["pair"]
    points: Annotated[tuple[Text, ...], Field(min_length=2, max_length=10)]
    dont_know: bool = True
    loops: Loops | None = None

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` has a point for now or for wanted, or is "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return (
            isinstance(value, dict)
            and len(value) > 0
            and value.keys() <= {"now", "wanted"}
            and all(
                type(point) is int and 1 <= point <= len(self.points) for point in value.values()
            )
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, int] | str:
        """Make up a point near the leaning and a wish somewhat above it, or "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        steps = len(self.points) - 1
        aims = {"now": 0.7 * leaning, "wanted": 0.4 + 0.6 * leaning}
        return {
            name: 1 + min(steps, max(0, round(steps * aim + chance.gauss(0, steps / 7))))
            for name, aim in aims.items()
        }

    def on_paper(self) -> Form:
        """Return a number to circle for now and one for what is wanted."""
        most = len(self.points)
        slots = (
            Slot(1, most, view=view, words=self.points, dont_know=self.dont_know and view == "now")
            for view in VIEWS
        )
        return Form(tuple(slots), ends=(1, most))

    def _read(self, lines: list[Line]) -> Any:
        numbers = lines[0].numbers
        if DONT_KNOW in numbers:
            return DONT_KNOW
        return {view: n for view, n in zip(VIEWS, numbers, strict=True) if n is not None}

    def to_paper(self, value: Any) -> list[Line]:
        """Return the two numbers."""
        if value == DONT_KNOW:
            return [Line((DONT_KNOW, None))]
        return [Line((value.get("now"), value.get("wanted")))]
