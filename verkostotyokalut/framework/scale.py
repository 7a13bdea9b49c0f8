"""The question kind ``scale``: a statement answered by a point of a labelled scale."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .text import Model, Text

DONT_KNOW = "dont_know"


class Scale(Model):
    """A scale of 2 to 10 labelled points, the lowest first.

    An answer is a point's number, from 1 to ``len(points)``, or ``"dont_know"`` where the
    scale allows it.
    """

    kind: Literal["scale"]
    points: Annotated[tuple[Text, ...], Field(min_length=2, max_length=10)]
    dont_know: bool = True

    def accepts(self, value: object) -> bool:
        """Tell whether ``value``, as it came from outside, is an answer on this scale."""
        if value == DONT_KNOW:
            return self.dont_know
        return type(value) is int and 1 <= value <= len(self.points)
