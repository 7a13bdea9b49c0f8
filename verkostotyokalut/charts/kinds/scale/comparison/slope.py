"""An item's slope: its medians from part to part, with their intervals, and the change below."""

from __future__ import annotations

from math import isnan, nan
from typing import NamedTuple

from .....framework import Language
from ....beside.cells import box, dark
from ....beside.looks import mark
from ....beside.page import Drawn, Row
from ....beside.panels import Place
from ....beside.words import hidden_item
from ....drawing import Label, Spec, path
from ....paths import number as coordinate
from ....terms import number
from ....theme import INK, INK_2, LINE, PAPER, diverging
from ....words import markup, width
from .changes import Change, verdict_text
from .numbers import Found

_SCALE = 1.2  # room for the numbers of the scale, in em


class Told(NamedTuple):
    """What all panels tell of: each part's numbers, the changes, the parts, the scale's points."""

    found: Found
    changes: dict[str, Change]
    rows: tuple[Row, ...]
    points: int
    language: Language

    @property
    def under(self) -> float:
        """How much room the parts' numbers and the changes take under a panel, in em."""
        people = any(not isnan(one.up) for one in self.changes.values())
        return 4.6 if people else 2.8 if self.changes else 1.8

    def after(self, place: int, item: str) -> float:
        """Return the median of the next part; NaN for the last one, or where it is hidden."""
        following = self.found[place + 1] if place + 1 < len(self.found) else None
        return following[item].median if following else nan


class Slope:
    """An item's slope in its panel."""

    def __init__(self, place: Place, told: Told) -> None:
        self.left, self.right, self.top, self.bottom, self.em = place
        self.told = told

    def y(self, value: float) -> float:
        """Return where a point of the scale is."""
        return self.bottom - (self.bottom - self.top) * (value - 1) / (self.told.points - 1)

    def x(self, place: int) -> float:
        """Return where a part is."""
        inset = 2.2 * self.em  # room for the numbers beside the ends
        left, right = self.left + _SCALE * self.em + inset, self.right - inset
        return left + (right - left) * place / max(1, len(self.told.found) - 1)

    def drawn(self, item: str) -> Drawn:
        """Draw the slope of an item."""
        shapes: list[Spec] = []
        labels: list[Label] = []
        change = self.told.changes.get(item)
        for more, words in (self._ground(), self._slope(item, change), self._moved(change)):
            shapes += more
            labels += words
        return shapes, labels

    def _ground(self) -> Drawn:
        """Draw the scale, and number the parts under it."""
        em, last = self.em, self.told.points
        room = (self.bottom - self.top) / (last - 1)
        grid = ""
        labels = []
        for point in range(1, last + 1):
            y, left = self.y(point), coordinate(self.left + _SCALE * em)
            grid += f"M{left},{coordinate(y)}H{coordinate(self.right)}"
            if room > 0.95 * em or point in {1, last}:
                labels.append(Label(self.left, y, str(point), em - 1, INK_2))
        for place in range(len(self.told.found)):
            at = self.x(place), self.bottom + 0.9 * em
            labels.append(Label(*at, str(place + 1), em - 1, INK_2, "center"))
        return [path(grid, line=LINE, width=em / 14)], labels

    def _slope(self, item: str, change: Change | None) -> Drawn:
        em = self.em
        way, marks, labels = [], [], []
        intervals: list[Spec] = []
        for place, (numbers, row) in enumerate(zip(self.told.found, self.told.rows, strict=True)):
            one = numbers[item] if numbers else None
            if one is None or isnan(one.median):
                continue
            x, y = self.x(place), self.y(one.median)
            way.append(f"{coordinate(x)},{coordinate(y)}")
            if not isnan(one.lower):
                line = _upright(x, self.y(one.lower), self.y(one.upper), 0.45 * em)
                intervals.append(path(line, line=row.look.colour, width=em / 7))
            marks.append(mark(row.look, x, y, 0.95 * em))
            text = f"<b>{markup([number(one.median, self.told.language)])}</b>"
            labels.append(_beside(x, y, text, em, place, one.median, self.told.after(place, item)))
        if not way:
            at = (self.left + self.right) / 2, (self.top + self.bottom) / 2
            words = hidden_item(self.told.language)
            return [], [Label(*at, words, em - 1, INK_2, "center")]
        sure = change is not None and change.verdict != "uncertain"
        before = path(f"M{'L'.join(way[:-1])}" if way[2:] else "", line=INK_2, width=em / 9)
        last = path(
            f"M{'L'.join(way[-2:])}" if way[1:] else "",
            line=INK,
            width=em / (5 if sure else 9),
            dash="solid" if sure else "dash",
        )
        return [*intervals, before, last, *marks], labels

    def _moved(self, change: Change | None) -> Drawn:
        """Tell how large a share has gone down, stayed and gone up, and what it comes to."""
        if change is None:
            return [], []
        em, y = self.em, self.bottom + 2.4 * self.em
        shapes: list[Spec] = []
        labels: list[Label] = []
        if not isnan(change.up):
            shapes, labels = self._shares(change, y)
            y += 1.5 * em
        words = markup([verdict_text(change, self.told.language)])
        text = f"<i>{words}</i>" if change.verdict == "uncertain" else f"<b>{words}</b>"
        labels.append(Label(self.left, y, text, em))
        if not isnan(change.n):
            count = f"n {number(change.n, self.told.language)}"
            labels.append(Label(self.right, y, count, em - 1, INK_2, "right"))
        return shapes, labels

    def _shares(self, change: Change, y: float) -> Drawn:
        em, x, whole = self.em, self.left, self.right - self.left
        low, middle, high = diverging(3)
        shapes, labels = [], []
        shares = ((change.down, low, "▼"), (change.same, middle, "="), (change.up, high, "▲"))
        for share, colour, sign in shares:
            right = x + whole * share
            if share:
                shapes.append(box(x, right, y, 0.65 * em, colour))
            words = f"{sign} {100 * share:.0f}"
            if width(words, em - 1) <= right - x:
                ink = PAPER if dark(colour) else INK
                labels.append(Label((x + right) / 2, y, words, em - 1, ink, "center"))
            x = right
        return shapes, labels


def _beside(
    x: float, y: float, text: str, em: float, place: int, median: float, after: float
) -> Label:
    """Write a median beside its mark, where no line goes."""
    if place == 0:
        return Label(x - 0.9 * em, y, text, em, INK, "right")
    if isnan(after):
        return Label(x + 0.9 * em, y, text, em, INK)
    return Label(x + 0.5 * em, y + (0.85 if after > median else -0.85) * em, text, em, INK)


def _upright(x: float, low: float, high: float, half: float) -> str:
    """Outline a line with small ends; one without length stands out from behind its mark."""
    half *= 1.7 if low == high else 1
    left, right = coordinate(x - half), coordinate(x + half)
    ends = "".join(f"M{left},{coordinate(y)}H{right}" for y in (low, high))
    return f"M{coordinate(x)},{coordinate(low)}V{coordinate(high)}{ends}"
