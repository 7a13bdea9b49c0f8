"""The key under a picture: colours and what they stand for, in as many lines as it takes."""

from __future__ import annotations

from typing import NamedTuple

from ..drawing import Label, Spec, path
from ..paths import number as coordinate
from ..theme import INK_2
from ..words import markup, width

_LEADING = 1.4


class Key(NamedTuple):
    """Pairs of a colour and words, the room that they have, and the size of the words."""

    pairs: tuple[tuple[str, str], ...]
    room: float
    em: float

    @property
    def height(self) -> float:
        """How high it is; 0 where it has nothing to say."""
        return (1 + self._places()[-1][1]) * _LEADING * self.em if self.pairs else 0.0

    def drawn(self, top: float) -> tuple[list[Spec], list[Label]]:
        """Draw it."""
        shapes, labels = [], []
        for (colour, words), (x, line) in zip(self.pairs, self._places(), strict=True):
            y = top + (line + 0.5) * _LEADING * self.em
            a, b = coordinate(x), coordinate(x + 1.1 * self.em)
            upper, lower = coordinate(y - 0.42 * self.em), coordinate(y + 0.42 * self.em)
            shapes.append(path(f"M{a},{upper}H{b}V{lower}H{a}Z", fill=colour))
            labels.append(Label(x + 1.5 * self.em, y, markup([words]), self.em, INK_2))
        return shapes, labels

    def _places(self) -> list[tuple[float, int]]:
        """Return where each pair begins, and on which line."""
        found, x, line = [], 0.0, 0
        for _, words in self.pairs:
            wide = width(words, self.em) + 2.4 * self.em
            if x and x + wide > self.room:
                x, line = 0.0, line + 1
            found.append((x, line))
            x += wide
        return found
