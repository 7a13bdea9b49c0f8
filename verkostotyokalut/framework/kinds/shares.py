"""The question kind ``shares``: 100 % shared between a few parts, now and as it is wanted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import exp
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from ..paper import Form, Line, Slot
from ..question import Question
from ..text import Id, Model, Text, all_different

WHOLE = 100  # per cent
VIEWS = ("now", "wanted")


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

    def on_paper(self) -> Form:
        """Return the per cent to write beside each part, for each view."""
        slots = (
            Slot(
                0,
                WHOLE,
                self.step,
                view=view,
                about=part.label,
                note=part.description,
                unit="%",
            )
            for view in (VIEWS if self.wanted else ("",))
            for part in self.parts
        )
        return Form(tuple(slots), exactly=WHOLE, ends=(self.step, WHOLE))

    def _read(self, lines: list[Line]) -> Any:
        size, numbers = len(self.parts), lines[0].numbers
        views = (numbers[start : start + size] for start in range(0, len(numbers), size))
        sharings = [self._sharing(given) for given in views]
        if not self.wanted:
            return sharings[0]
        return {name: given for name, given in zip(VIEWS, sharings, strict=True) if given}

    def _sharing(self, numbers: Sequence[Any]) -> dict[str, Any] | None:
        if all(number is None for number in numbers):
            return None
        return {part.id: n or 0 for part, n in zip(self.parts, numbers, strict=True)}

    def to_paper(self, value: Any) -> list[Line]:
        """Return the per cent of each part, for each view."""
        sharings = [value.get(name) or {} for name in VIEWS] if self.wanted else [value]
        return [Line(tuple(given.get(part.id) for given in sharings for part in self.parts))]
