"""What stands in a cell of a comparison: a mark with its interval, or a bar of shares."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from ..drawing import Label, Spec, path
from ..paths import number as coordinate
from ..theme import INK, INK_2, PAPER
from ..words import markup, width
from .looks import Look, mark
from .page import Drawn, Slot

_TWO_LINES = 2.5  # a row so high, in em, has room for them


class Point(NamedTuple):
    """A number on the axis, and a line from ``low`` to ``high``, if it isn't NaN.

    ``text`` and, where there is room, ``more`` are written beside it. A ``bar`` goes from the
    beginning of the axis to the number.
    """

    value: float
    low: float
    high: float
    text: str
    more: str
    told: tuple[str, ...]
    bar: bool = False

    def drawn(self, slot: Slot, beside: float, look: Look) -> Drawn:
        """Draw the mark, and write the number."""
        em, y = slot.em, slot.y
        size = min(0.95 * em, 0.8 * slot.height)
        shapes: list[Spec] = []
        if self.bar:
            half = min(0.5 * em, 0.36 * slot.height)
            shapes.append(box(slot.x(slot.axis.low), slot.x(self.value), y, half, look.colour, 0.3))
        if not isnan(self.low):
            line = _whisker(slot.x(self.low), slot.x(self.high), y, size / 2)
            shapes.append(path(line, line=look.colour, width=em / 7))
        if not isnan(self.value):
            shapes.append(mark(look, slot.x(self.value), y, size))
        bold = f"<b>{markup([self.text])}</b>"
        if self.more and slot.height >= _TWO_LINES * em:
            words = Label(beside, y + 0.65 * em, markup([self.more]), em - 1, INK_2, "right")
            return shapes, [Label(beside, y - 0.6 * em, bold, em, INK, "right"), words]
        return shapes, [Label(beside, y, bold, em, INK, "right")]


class Stack(NamedTuple):
    """Shares in a row that straddles the middle; ``colours`` has a colour for each.

    ``texts`` is written on them where there is room, ``more`` below them. The first
    ``before`` of the shares, such as 2.5 of five, are to the left of the middle.
    """

    shares: tuple[float, ...]
    colours: tuple[str, ...]
    texts: tuple[str, ...]
    before: float
    more: str
    told: tuple[str, ...]

    @property
    def left(self) -> float:
        """How much is to the left of the middle, 0..1."""
        whole, part = int(self.before), self.before % 1
        half = self.shares[whole] * part if part else 0.0
        return sum(self.shares[:whole]) + half

    def drawn(self, slot: Slot, _beside: float, _look: Look) -> Drawn:
        """Draw the bar."""
        em, y = slot.em, slot.y
        two = bool(self.more) and slot.height >= _TWO_LINES * em
        if two:
            y -= 0.65 * em
        half = min(0.75 * em, 0.42 * slot.height)
        shapes: list[Spec] = []
        labels: list[Label] = []
        start = -self.left
        for share, colour, text in zip(self.shares, self.colours, self.texts, strict=True):
            left, right = slot.x(start), slot.x(start + share)
            start += share
            if not share:
                continue
            shapes.append(box(left, right, y, half, colour))
            if width(text, em - 1) + 0.15 * em <= right - left and 2 * half >= 0.9 * em:
                ink = PAPER if dark(colour) else INK
                labels.append(Label((left + right) / 2, y, text, em - 1, ink, "center"))
        x, out = coordinate(slot.x(0)), half + 0.15 * em
        middle = f"M{x},{coordinate(y - out)}V{coordinate(y + out)}"
        shapes.insert(0, path(middle, line=INK_2, width=em / 10))
        if two:
            text = markup([self.more])
            labels.append(Label(slot.left, slot.y + 0.75 * em, text, em - 1, INK_2))
        return shapes, labels


def dark(colour: str) -> bool:
    """Tell whether light text is read better than dark text on a colour (#rrggbb)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140


def _whisker(left: float, right: float, y: float, half: float) -> str:
    """Outline a line with small ends; one without length stands out from behind its mark."""
    half *= 1.7 if left == right else 1
    ends = "".join(
        f"M{coordinate(x)},{coordinate(y - half)}V{coordinate(y + half)}" for x in (left, right)
    )
    return f"M{coordinate(left)},{coordinate(y)}H{coordinate(right)}{ends}"


def box(
    left: float, right: float, y: float, half: float, colour: str, opacity: float = 1.0
) -> Spec:
    a, b = coordinate(left), coordinate(right)
    top, bottom = coordinate(y - half), coordinate(y + half)
    outline = f"M{a},{top}H{b}V{bottom}H{a}Z"
    return path(outline, fill=colour, opacity=opacity)
