"""How a question is answered on paper: numbers that are circled or written, and short lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .question import DONT_KNOW
from .text import Text

Number = int | str | None
"""A number, `DONT_KNOW`, or nothing."""
Said = Text | str
"""Words of the content, or a message id of the interface."""


@dataclass(frozen=True)
class Slot:
    """A place for a number from ``low`` to ``high``, ``step`` by step.

    ``view`` is "now" or "wanted" where both are asked. ``about`` is what the number is of, where
    there are several, and ``note`` tells more of that. ``words`` are what the numbers are called,
    the lowest first, or only the two ends; ``notes`` tell more of each.
    """

    low: int
    high: int
    step: int = 1
    view: str = ""
    about: Said | None = None
    note: Text | None = None
    words: tuple[Said, ...] = ()
    notes: tuple[Text, ...] = ()
    unit: Said | None = None
    dont_know: bool = False

    def fits(self, number: object) -> bool:
        """Tell whether ``number`` can stand here; None leaves it empty."""
        if number is None:
            return True
        if number == DONT_KNOW:
            return self.dont_know
        inside = type(number) is int and self.low <= number <= self.high
        return inside and (number - self.low) % self.step == 0  # type: ignore[operator]


@dataclass(frozen=True)
class Form:
    """What an item looks like on paper: ``lines`` lines of the same slots.

    Where ``characters`` isn't 0, a line begins with so many characters of writing at the most,
    about ``writing``. The numbers of a view add up to ``exactly`` or ``at_most``, if said; with
    ``whole`` there is one in each of a line's slots, or the line is empty. ``ends`` are the
    numbers that the item's own low and high describe.
    """

    slots: tuple[Slot, ...]
    lines: int = 1
    writing: Said | None = None
    characters: int = 0
    exactly: int | None = None
    at_most: int | None = None
    whole: bool = False
    ends: tuple[int, int] | None = None

    def fits(self, lines: Sequence[Line]) -> bool:
        """Tell whether so many lines, numbers and characters have room on it."""
        return len(lines) <= self.lines and all(
            len(line.numbers) == len(self.slots)
            and all(map(Slot.fits, self.slots, line.numbers))
            and len(line.text) <= self.characters
            for line in lines
        )


class Line(NamedTuple):
    """What is on a line; ``id`` tells lines of writing from each other."""

    numbers: tuple[Number, ...]
    text: str = ""
    id: str = ""
