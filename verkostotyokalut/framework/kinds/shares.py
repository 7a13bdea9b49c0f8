"""The question kind ``shares``: 100 % shared between a few parts, now and as it is wanted."""

from __future__ import annotations

import random
from collections import Counter
from math import exp
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from ..question import Question
from ..text import Id, Model, Text, all_different

WHOLE = 100  # per cent


class Part(Model):
    """A part of the whole."""

    id: Id
    label: Text
    description: Text


class Shares(Question):
    """A whole of 2 to 5 parts, shared in steps of 5 or 10 %.

    A sharing is ``{part id: percent}``: every part, whole steps, 100 in all. It is the answer;
    where ``wanted`` is asked as well, the answer is ``{"now": sharing, "wanted": sharing}``, of
    which either may be missing.
    """

    kind: Literal["shares"]
    parts: Annotated[tuple[Part, ...], Field(min_length=2, max_length=5)]
    step: Literal[5, 10] = 5
    wanted: bool = False

    @field_validator("parts")
    @classmethod
    def _ids_are_unique(cls, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        all_different(part.id for part in parts)
        return parts

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a sharing, or where ``wanted`` is asked, one or two."""
        if not self.wanted:
            return self._is_sharing(value)
        return (
            isinstance(value, dict)
            and bool(value)
            and set(value) <= {"now", "wanted"}
            and all(self._is_sharing(sharing) for sharing in value.values())
        )

    def _is_sharing(self, value: object) -> bool:
        return (
            isinstance(value, dict)
            and set(value) == {part.id for part in self.parts}
            and all(type(n) is int and n >= 0 and n % self.step == 0 for n in value.values())
            and sum(value.values()) == WHOLE
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, Any]:
        """Make up a sharing with most in the parts near the leaning; what is wanted lies further.

        Now and then somebody doesn't say what they want.
        """
        now = self._around(0.7 * leaning, chance)
        if not self.wanted:
            return now
        if chance.random() < 0.1:
            return {"now": now}
        return {"now": now, "wanted": self._around(0.3 + 0.7 * leaning, chance)}

    def _around(self, middle: float, chance: random.Random) -> dict[str, int]:
        ids = [part.id for part in self.parts]
        weights = [exp(-3 * abs(n / (len(ids) - 1) - middle)) for n in range(len(ids))]
        given = Counter(chance.choices(ids, weights, k=WHOLE // self.step))
        return {part: given[part] * self.step for part in ids}
