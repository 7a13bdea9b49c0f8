"""The page of slopes: from the earlier to the later medians, and who has moved which way."""

from __future__ import annotations

from math import ceil, isnan
from typing import NamedTuple

from .....analysis import Comparison
from .....framework import Instrument, Item, Language, Scale
from .....locales import translator
from ....beside.looks import mark
from ....beside.page import Drawn, Row, rows
from ....beside.plan import Items
from ....beside.words import fitted
from ....drawing import Label, Spec, drawing
from ....theme import INK, INK_2, Box, Size
from ....words import lines, markup
from .changes import changes_of
from .changes import footer as changes_explained
from .medians import few_text, interval_text
from .numbers import ends_text, numbers_of, turned_text
from .panel import Panel, Told

_LEADING = 1.3
_BETWEEN = 1.6  # panels, in em
_LOWEST, _GOOD, _HIGHEST = 4.0, 5.5, 13.0  # a panel, in em


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


class _Row(NamedTuple):
    """Panels side by side: the title of their dimension, and each item with its broken label."""

    title: str
    items: list[tuple[Item, list[str]]]

    @property
    def head(self) -> int:
        """How many lines there are above the panels."""
        return max(len(label) for _, label in self.items)


def slopes_spec(
    comparison: Comparison,
    instrument: Instrument,
    bands: tuple[Items, ...],
    language: Language,
    *,
    size: Size,
) -> Spec:
    """Draw a panel for each item: its medians from part to part, and below it the change.

    Parameters
    ----------
    comparison
        Guarded, of rounds or of sessions; see `verkostotyokalut.analysis.Comparison`.
    instrument
        What was asked; reversed items are turned.
    bands
        The items.
    language
        Of the words.
    size
        ``"screen"`` for the projector (text 20 px, 1300 wide, at most 830 high), ``"console"`` for
        a panel of the leader's (11 px, 400 wide, as high as it takes).
    """
    sheet = _SHEETS[size]
    em, small = sheet.em, sheet.small
    most = min(sheet.across, max(3, *(len(band.items) for band in bands)))
    wide = (sheet.box.width - sheet.left) / most
    found = [
        _Row(
            band.title,
            [
                (item, fitted(item.label.into(language), wide - _BETWEEN * em, em, 4))
                for item in band.items[at : at + sheet.across]
            ],
        )
        for band in bands
        for at in range(0, len(band.items), sheet.across)
    ]
    told = Told(
        numbers_of(comparison, instrument),
        changes_of(comparison),
        rows(comparison, language),
        len(instrument.asked_as(Scale).points),
        language,
    )
    below = lines(_footer(comparison, instrument, bands, told), sheet.box.width, small)
    foot = (len(below) * _LEADING + 0.6) * small
    under = told.under * em
    fixed = foot + sum(row.head * _LEADING * em + under + 1.6 * em for row in found)
    good, highest = ((tall - fixed) / len(found) for tall in (sheet.good, sheet.box.height))
    high = max(_LOWEST * em, min(_HIGHEST * em, max(_GOOD * em, good), highest))

    shapes: list[Spec] = []
    labels: list[Label] = []
    y = 0.0
    for row in found:
        top = y + (row.head * _LEADING + 0.8) * em
        parts = told.rows if row is found[0] else ()
        drawn = [_legend(row.title, parts, y, top + high + under - y, sheet)]
        for place, (item, label) in enumerate(row.items):
            left = sheet.left + place * wide
            panel = Panel(left, left + wide - _BETWEEN * em, top, top + high, told, em)
            drawn.append(panel.drawn(item.id, label))
        for more, words in drawn:
            shapes += more
            labels += words
        y = top + high + under + 0.8 * em
    labels.append(Label(0, y + len(below) * _LEADING / 2 * small, markup(below), small, INK_2))
    return drawing(sheet.box._replace(height=ceil(y + foot)), shapes, labels)


def _footer(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], told: Told
) -> str:
    items = [item for band in bands for item in band.items]
    shown = [numbers[item.id] for numbers in told.found if numbers for item in items]
    few = any(one.n > 0 and isnan(one.lower) for one in shown)
    changes = {item.id: told.changes[item.id] for item in items if item.id in told.changes}
    _ = translator(told.language).gettext
    people = any(not isnan(one.up) for one in changes.values())
    said = [
        ends_text(instrument, told.language),
        turned_text(items, told.language),
        interval_text(told.language),
        few_text(told.language) if few else "",
        _("The bar: how large a share (%) went down, stayed and went up.") if people else "",
        *changes_explained(changes, comparison.of, told.language),
    ]
    return " ".join(filter(None, said))


def _legend(title: str, parts: tuple[Row, ...], y: float, height: float, sheet: _Sheet) -> Drawn:
    """Write the title beside the panels, and below it the numbered parts."""
    em, room = sheet.em, sheet.left - 1.2 * sheet.em
    broken = lines(title, room, 1.1 * em)
    labels = [Label(0, y + len(broken) * 0.72 * em, f"<b>{markup(broken)}</b>", 1.1 * em)]
    shapes: list[Spec] = []
    at = y + (len(broken) * 1.43 + 0.7) * em
    most = max(1, int((y + height - at) / max(1, len(parts)) / (_LEADING * em)))
    for place, part in enumerate(parts, start=1):
        words = f"{place}. {part.label}, {part.hidden or f'n {part.n}'}"
        broken = fitted(words, room - 1.4 * em, em, min(most, 4))
        if not part.hidden:
            shapes.append(mark(part.look, 0.6 * em, at + 0.65 * em, 0.85 * em))
        ink = INK_2 if part.hidden else INK
        middle = at + len(broken) * _LEADING * em / 2
        labels.append(Label(1.4 * em, middle, markup(broken), em, ink))
        at += (len(broken) * _LEADING + 0.3) * em
    return shapes, labels
