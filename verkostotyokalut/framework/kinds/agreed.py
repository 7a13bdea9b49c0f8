"""The question kind ``agreed``: has something been agreed, is it under way, or not yet."""

from __future__ import annotations

import random
from typing import Any, Literal

from ..paper import Form, Line, Said, Slot
from ..question import DONT_KNOW, Question
from ..text import N_, Model, Text

STATES = ("agreed", "under_way", "not_yet")


class States(Model):
    """What the states are called, where they are not about an agreement."""

    agreed: Text
    under_way: Text
    not_yet: Text


class Agreed(Question):
    """How far each item has been agreed together, or has come in some other way (``states``).

    An answer is ``"agreed"``, ``"under_way"`` or ``"not_yet"``, or ``"dont_know"`` where that is
    allowed.
    """

    kind: Literal["agreed"]
    dont_know: bool = True
    states: States | None = None

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a state, or an allowed "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return type(value) is str and value in STATES

    def imagine(self, chance: random.Random, leaning: float, item: str) -> str:
        """Make up a state: the higher the leaning, the more has been agreed."""
        if self.dont_know and chance.random() < 0.08:
            return DONT_KNOW
        place = leaning + chance.gauss(0, 0.25)
        return STATES[0] if place > 0.62 else STATES[1] if place > 0.36 else STATES[2]

    def on_paper(self) -> Form:
        """Return the number of a state to circle."""
        its = self.states
        words: tuple[Said, ...] = (
            (its.agreed, its.under_way, its.not_yet)
            if its
            else (N_("Agreed"), N_("Under way"), N_("Not yet"))
        )
        return Form((Slot(1, len(STATES), words=words, dont_know=self.dont_know),))

    def _read(self, lines: list[Line]) -> str | None:
        (number,) = lines[0].numbers
        return STATES[number - 1] if isinstance(number, int) else number

    def to_paper(self, value: Any) -> list[Line]:
        """Return the number of the state."""
        return [Line((value if value == DONT_KNOW else STATES.index(value) + 1,))]
