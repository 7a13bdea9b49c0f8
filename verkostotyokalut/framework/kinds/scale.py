"""The question kind ``scale``: a statement answered by a point of a labelled scale."""

from __future__ import annotations

import random
from typing import Annotated, Literal

from pydantic import Field

from ..question import DONT_KNOW, Question
from ..text import Text


class Scale(Question):
    """A scale of 2 to 10 labelled points, the lowest first.

    An answer is a point's number, from 1 to ``len(points)``, or ``"dont_know"`` where the
    scale allows it.
    """

    kind: Literal["scale"]
    points: Annotated[tuple[Text, ...], Field(min_length=2, max_length=10)]
    dont_know: bool = True

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a point of the scale, or an allowed "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return type(value) is int and 1 <= value <= len(self.points)

    def imagine(self, chance: random.Random, leaning: float) -> int | str:
        """Make up a point near the leaning, or now and then "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        steps = len(self.points) - 1
        return 1 + min(steps, max(0, round(steps * leaning + chance.gauss(0, steps / 6))))
