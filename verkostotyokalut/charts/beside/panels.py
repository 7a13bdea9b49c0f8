"""A page of panels: a small picture for each item, with the parts named beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

from ..drawing import Label, Spec, drawing
from ..theme import INK, INK_2, Box, Size
from ..words import lines, markup
from .looks import mark
from .page import Drawn, Row
from .words import fitted

_LEADING = 1.3
_BETWEEN = 1.6  # panels, in em
_LOWEST, _GOOD, _HIGHEST = 4.0, 5.5, 13.0  # a panel, in em


class Place(NamedTuple):
    """Where a panel is drawn, in pixels."""

    left: float
    right: float
    top: float
    bottom: float
    em: float


class Panel(NamedTuple):
    """An item's label, and what draws it."""

    head: str
    draw: Callable[[Place], Drawn]


class _Sheet(NamedTuple):
    """A box of the most height, where the panels begin, and how many are beside each other.

    ``good`` is a height that fills the screen from side to side.
    """

    box: Box
    good: float
    left: float
    across: int

    @property
    def em(self) -> float:
        return float(self.box.font)

    @property
    def small(self) -> float:
        return self.em - 1


_SHEETS: dict[Size, _Sheet] = {
    "screen": _Sheet(Box(1300, 830, 20), 580, 320, 4),
    "console": _Sheet(Box(400, 1200, 11), 400, 110, 2),
}


class _Band(NamedTuple):
    """Panels side by side: the title of their dimension, and each one's broken label."""

    title: str
    panels: list[tuple[list[str], Panel]]

    @property
    def head(self) -> int:
        """How many lines there are above the panels."""
        return max(len(label) for label, _ in self.panels)


def panels_spec(
    parts: tuple[Row, ...],
    bands: Sequence[tuple[str, Sequence[Panel]]],
    footer: str,
    *,
    under: float,
    size: Size,
    square: bool = False,
) -> Spec:
    """Draw panels in bands, numbered parts on the left, and words at the bottom.

    Parameters
    ----------
    parts
        What is compared.
    bands
        Titles, and the panels side by side.
    footer
        Explains the marks; what a dash stands for is added to it.
    under
        How much room a panel leaves below it, in em.
    size
        ``"screen"`` for the projector (text 20 px, 1300 wide, at most 830 high), ``"console"`` for
        a panel of the leader's (11 px, 400 wide, as high as it takes).
    square
        Whether panels are as high as they are wide.
    """
    sheet = _SHEETS[size]
    em, small = sheet.em, sheet.small
    most = min(sheet.across, max(3, *(len(panels) for _, panels in bands)))
    wide = (sheet.box.width - sheet.left) / most
    found = [
        _Band(
            title,
            [
                (fitted(panel.head, wide - _BETWEEN * em, em, 4), panel)
                for panel in panels[at : at + sheet.across]
            ],
        )
        for title, panels in bands
        for at in range(0, len(panels), sheet.across)
    ]
    hidden = next((f"–: {part.hidden}." for part in parts if part.hidden), "")
    below = lines(f"{footer} {hidden}".strip(), sheet.box.width, small)
    foot = (len(below) * _LEADING + 0.6) * small
    fixed = foot + sum((band.head * _LEADING + under + 1.6) * em for band in found)
    good, highest = ((tall - fixed) / len(found) for tall in (sheet.good, sheet.box.height))
    side = wide - _BETWEEN * em if square else _HIGHEST * em
    high = max(_LOWEST * em, min(side, max(side if square else _GOOD * em, good), highest))

    shapes: list[Spec] = []
    labels: list[Label] = []
    y = 0.0
    for band in found:
        top = y + (band.head * _LEADING + 0.8) * em
        named = parts if band is found[0] else ()
        drawn = [_legend(band.title, named, y, high + top - y + under * em, sheet)]
        for index, (label, panel) in enumerate(band.panels):
            left = sheet.left + index * wide
            at = top - (len(label) * _LEADING / 2 + 0.7) * em
            labels.append(Label(left, at, f"<b>{markup(label)}</b>", em))
            place = Place(left, left + wide - _BETWEEN * em, top, top + high, em)
            drawn.append(panel.draw(place))
        for more, words in drawn:
            shapes += more
            labels += words
        y = max(top + high + (under + 0.8) * em, y + _least(band.title, len(named), sheet))
    labels.append(Label(0, y + len(below) * _LEADING / 2 * small, markup(below), small, INK_2))
    return drawing(sheet.box._replace(height=ceil(y + foot)), shapes, labels)


def _least(title: str, parts: int, sheet: _Sheet) -> float:
    """Return how high the legend is with a line for each part."""
    em = sheet.em
    titles = len(lines(title, sheet.left - 2.7 * em, 1.1 * em))
    return (titles * 1.43 + 1.2 + parts * _LEADING) * em if parts else 0.0


def _legend(title: str, parts: tuple[Row, ...], y: float, height: float, sheet: _Sheet) -> Drawn:
    """Write the title beside the panels, and below it the numbered parts and how many answered."""
    em, right = sheet.em, sheet.left - 1.2 * sheet.em
    titles = lines(title, right - 1.5 * em, 1.1 * em)
    labels = [Label(0, y + len(titles) * 0.72 * em, f"<b>{markup(titles)}</b>", 1.1 * em)]
    if parts:
        labels.append(Label(right, y + 0.72 * em, "n", sheet.small, INK_2, "right"))
    shapes: list[Spec] = []
    at = y + (len(titles) * 1.43 + 0.7) * em
    gap = 0.3 * em
    for part, broken in zip(parts, _names(parts, y + height - at, gap, sheet), strict=True):
        high = len(broken) * _LEADING * em
        ink = INK_2 if part.hidden else INK
        if not part.hidden:
            shapes.append(mark(part.look, 0.6 * em, at + 0.65 * em, 0.85 * em))
        labels.append(Label(1.4 * em, at + high / 2, markup(broken), em, ink))
        labels.append(Label(right, at + 0.65 * em, part.n, em, ink, "right"))
        at += high + (gap if high > _LEADING * em else 0)
    return shapes, labels


def _names(parts: tuple[Row, ...], height: float, gap: float, sheet: _Sheet) -> list[list[str]]:
    """Break the parts' labels into as many lines as there is room for."""
    em, room = sheet.em, sheet.left - (1.2 + 1.4 + 2.6) * sheet.em
    for most in (3, 2):
        found = [
            fitted(f"{number}. {part.label}", room, em, most)
            for number, part in enumerate(parts, start=1)
        ]
        if sum(len(broken) * _LEADING * em + gap for broken in found) <= height:
            return found
    return [
        fitted(f"{number}. {part.label}", room, em, 1) for number, part in enumerate(parts, start=1)
    ]
