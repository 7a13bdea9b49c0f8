"""The question kind ``axes``: a place on two axes, or three, each of a few points."""

from __future__ import annotations

import random
from typing import Annotated, Any, Literal

from pydantic import Field

from ..paper import Form, Line, Slot
from ..question import DONT_KNOW, Question
from ..text import Model, Text


class Axis(Model):
    """What an axis measures, and what its ends are called."""

    title: Text
    low: Text
    high: Text


class Corners(Model):
    """What the four quarters of the map are called."""

    top_left: Text
    top_right: Text
    bottom_left: Text
    bottom_right: Text


class Axes(Question):
    """Axes of 2 to 10 points each: ``x`` grows to the right, ``y`` upwards, ``z`` off the map.

    An answer is ``[x, y]``, or ``[x, y, z]`` where ``z`` is asked, each from 1 to ``points``; or
    ``"dont_know"`` where it is allowed.
    """

    kind: Literal["axes"]
    x: Axis
    y: Axis
    z: Axis | None = None
    points: Annotated[int, Field(ge=2, le=10)] = 5
    corners: Corners | None = None
    dont_know: bool = True

    @property
    def axes(self) -> dict[str, Axis]:
        """The axes that are asked, by name, in the order of an answer."""
        every = {"x": self.x, "y": self.y, "z": self.z}
        return {name: axis for name, axis in every.items() if axis is not None}

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a place on the map, or an allowed "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return (
            isinstance(value, list)
            and len(value) == len(self.axes)
            and all(type(part) is int and 1 <= part <= self.points for part in value)
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> list[int] | str:
        """Make up a place near the leaning, or now and then "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        steps = self.points - 1
        # the same leaning should not put every item on the diagonal
        aims = (leaning, (2.3 * leaning + 0.2) % 1, (3.7 * leaning + 0.5) % 1)
        return [
            1 + min(steps, max(0, round(steps * aim + chance.gauss(0, steps / 6))))
            for _axis, aim in zip(self.axes, aims, strict=False)
        ]

    def on_paper(self) -> Form:
        """Return a number to circle on each axis."""
        slots = (
            Slot(
                1,
                self.points,
                about=axis.title,
                words=(axis.low, axis.high),
                dont_know=self.dont_know and name == "x",
            )
            for name, axis in self.axes.items()
        )
        return Form(tuple(slots), whole=True)

    def _read(self, lines: list[Line]) -> Any:
        numbers = lines[0].numbers
        return DONT_KNOW if DONT_KNOW in numbers else list(numbers)

    def to_paper(self, value: Any) -> list[Line]:
        """Return the number on each axis."""
        rest = (None,) * (len(self.axes) - 1)
        return [Line((DONT_KNOW, *rest) if value == DONT_KNOW else tuple(value))]
