"""Draws a page of a comparison as a table: parts below each other, items beside each other."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from ..drawing import Label, Spec, drawing, path
from ..paths import number as coordinate
from ..theme import INK, INK_2, LINE, Box, Size
from ..words import lines, markup, width
from .key import Key
from .looks import mark
from .page import Band, Drawn, Page, Row, Slot
from .words import fitted

_LEADING = 1.3
_BETWEEN = 1.2  # columns, in em
_LOWEST, _TWO_LINES, _HIGHEST = 1.3, 2.7, 4.4  # a row, in em
_LABEL, _COUNT = 1.5, 2.4  # room before a label, and for the number after it, in em


class _Sheet(NamedTuple):
    """Lengths in pixels; ``across`` is how many columns there are in a band at most.

    The box's height is the most; ``good`` is one that fills the screen from side to side.
    """

    box: Box
    good: float
    n: float  # where the numbers of answers end
    across: int

    @property
    def em(self) -> float:
        return float(self.box.font)

    @property
    def small(self) -> float:
        return self.em - 1

    @property
    def left(self) -> float:
        """Where the columns begin."""
        return self.n + 1.3 * self.em

    def columns(self, most: int) -> float:
        """Return how wide a column is, its gap included."""
        return (self.box.width - self.left) / most


_SHEETS: dict[Size, _Sheet] = {
    "screen": _Sheet(Box(1300, 830, 20), 580, 345, 5),
    "console": _Sheet(Box(400, 1200, 11), 400, 117, 2),
}
_MANY = 7  # rows with which a screen is filled better by a wider box
_WIDE = _Sheet(Box(1760, 830, 20), 790, 480, 5)


def grid_spec(page: Page, size: Size) -> Spec:
    """Draw a page as plain JSON data.

    Parameters
    ----------
    page
        What is drawn.
    size
        ``"screen"`` for the projector (text 20 px, 1300 wide, or 1760 with many rows, at most 830
        high), ``"console"`` for a panel of the leader's (11 px, 400 wide, as high as it takes).
    """
    many = size == "screen" and len(page.bands) * len(page.rows) > _MANY
    sheet = _fitting(_WIDE if many else _SHEETS[size], page)
    bands = [part for band in page.bands for part in _narrower(band, sheet.across)]
    most = max(min(sheet.across, 3), *(len(band.columns) for band in bands))
    wide = sheet.columns(most)
    heads = [_head_height(band, wide, sheet) for band in bands]
    notes = [_note_height(band, wide, sheet) for band in bands]
    footer = _footer(page, sheet)
    under = _LEADING * sheet.em if any(words for _, words in page.axis.ticks) else 0.3 * sheet.em
    key = Key(page.key, sheet.box.width, sheet.small)
    below = (len(footer) * _LEADING + 0.6) * sheet.small + key.height
    fixed = below + sum(heads) + sum(notes) + under * len(bands)
    count = len(bands) * len(page.rows) * sheet.em
    good, most_high = ((high - fixed) / count for high in (sheet.good, sheet.box.height))
    row = max(_LOWEST, min(_HIGHEST, max(_TWO_LINES, good), most_high)) * sheet.em

    shapes: list[Spec] = []
    labels: list[Label] = []
    y = 0.0
    for band, head, note in zip(bands, heads, notes, strict=True):
        y += head
        parts = [
            _head(band, y, wide, sheet),
            _rows(page, band, y, row, wide, sheet),
            _under(page, band, y + row * len(page.rows), under, wide, sheet),
        ]
        for more, words in parts:
            shapes += more
            labels += words
        y += row * len(page.rows) + under + note
    more, words = key.drawn(y + 0.3 * sheet.small)
    shapes += more
    labels += words
    if footer:
        at = y + below - (len(footer) / 2 * _LEADING + 0.1) * sheet.small
        labels.append(Label(0, at, markup(footer), sheet.small, INK_2))
    box = sheet.box._replace(height=ceil(y + below))
    return drawing(box, shapes, labels)


def _fitting(sheet: _Sheet, page: Page) -> _Sheet:
    """Leave no more room for labels than the longest of them takes."""
    longest = max(width(row.label, sheet.em) for row in page.rows)
    n = max(longest + (_LABEL + _COUNT) * sheet.em, 9 * sheet.em)
    return sheet._replace(n=min(n, sheet.n))


def _narrower(band: Band, across: int) -> list[Band]:
    """Cut a band that is too wide into several, about as wide as each other."""
    cuts = ceil(len(band.columns) / across)
    each = ceil(len(band.columns) / cuts)
    return [
        Band(band.title, band.columns[start : start + each])
        for start in range(0, len(band.columns), each)
    ]


def _footer(page: Page, sheet: _Sheet) -> list[str]:
    return lines(" ".join(filter(None, page.footer)), sheet.box.width, sheet.small)


def _inner(wide: float, sheet: _Sheet) -> float:
    """Return how wide a column is inside."""
    return wide - _BETWEEN * sheet.em


def _headline(text: str, wide: float, sheet: _Sheet) -> list[str]:
    return fitted(text, _inner(wide, sheet), sheet.em, 5)


def _titles(band: Band, sheet: _Sheet) -> list[str]:
    return lines(band.title, sheet.n, 1.1 * sheet.em)


def _head_height(band: Band, wide: float, sheet: _Sheet) -> float:
    most = max(len(_headline(column.head, wide, sheet)) for column in band.columns)
    titles = 1.1 * len(_titles(band, sheet)) + 1.0  # above the word n
    return (max(most, titles) * _LEADING + 0.5) * sheet.em


def _note_height(band: Band, wide: float, sheet: _Sheet) -> float:
    found = (lines(column.note, _inner(wide, sheet), sheet.small) for column in band.columns)
    most = max(map(len, found))
    return (most * _LEADING + 0.6) * sheet.small if most else 0.4 * sheet.em


def _head(band: Band, y: float, wide: float, sheet: _Sheet) -> Drawn:
    """Write what is above the rows; y is where they begin."""
    em, bottom = sheet.em, y - 0.4 * sheet.em
    titles = _titles(band, sheet)
    labels = [
        Label(
            0,
            y - (0.5 + 1.3 + 1.1 * _LEADING * len(titles) / 2) * em,
            f"<b>{markup(titles)}</b>" if titles else "",
            1.1 * em,
        ),
        Label(sheet.n, bottom - 0.65 * em, "n", sheet.small, INK_2, "right"),
    ]
    for index, column in enumerate(band.columns):
        broken = _headline(column.head, wide, sheet)
        at = bottom - len(broken) * _LEADING * em / 2
        labels.append(Label(sheet.left + index * wide, at, f"<b>{markup(broken)}</b>", em))
    return [], labels


def _slot(index: int, y: float, row: float, wide: float, page: Page, sheet: _Sheet) -> Slot:
    left = sheet.left + index * wide
    # marks at the ends of the axis stand out by half their width
    right = left + _inner(wide, sheet) - page.words * sheet.em
    return Slot(left + 0.3 * sheet.em, right - 0.3 * sheet.em, y, row, sheet.em, page.axis)


def _rows(page: Page, band: Band, y: float, row: float, wide: float, sheet: _Sheet) -> Drawn:
    """Draw the rows, with their labels."""
    em = sheet.em
    ticks = rules = ""
    for place in range(len(page.rows) + 1):
        rules += f"M0,{coordinate(y + place * row)}H{sheet.box.width}"
    shapes: list[Spec] = []
    labels: list[Label] = []
    for place, one in enumerate(page.rows):
        middle = y + (place + 0.5) * row
        labels += _name(one, middle, row, sheet)
        if one.hidden:
            most = max(1, int(row / (_LEADING * sheet.small)))
            told = fitted(one.hidden, sheet.box.width - sheet.left, sheet.small, most)
            labels.append(Label(sheet.left, middle, markup(told), sheet.small, INK_2))
            continue
        shapes.append(mark(one.look, 0.6 * em, middle, 0.85 * em))
        for index, column in enumerate(band.columns):
            cell, slot = column.cells[place], _slot(index, middle, row, wide, page, sheet)
            for value, _ in page.axis.ticks:
                top, bottom = coordinate(y + place * row), coordinate(y + (place + 1) * row)
                ticks += f"M{coordinate(slot.x(value))},{top}V{bottom}"
            if cell is not None:
                beside = slot.right + (page.words + 0.3) * em
                more, words = cell.drawn(slot, beside, one.look)
                shapes += more
                labels += words
    ground = [
        path(rules, line=LINE, width=em / 20),
        path(ticks, line=LINE, width=em / 14),
    ]
    return [*ground, *shapes], labels


def _name(one: Row, y: float, row: float, sheet: _Sheet) -> list[Label]:
    """Write a part's label, in as many lines as its row has room for, and how many answered."""
    em = sheet.em
    most = max(1, int(row / (_LEADING * em)))
    left = _LABEL * em
    broken = fitted(one.label, sheet.n - (_COUNT - 0.4) * em - left, em, most)
    ink = INK_2 if one.hidden else INK
    return [
        Label(left, y, markup(broken), em, ink),
        Label(sheet.n, y, one.n, em, ink, "right"),
    ]


def _under(page: Page, band: Band, y: float, under: float, wide: float, sheet: _Sheet) -> Drawn:
    """Number the axes below the rows, and write the notes."""
    labels = []
    for index, column in enumerate(band.columns):
        slot = _slot(index, y, 0, wide, page, sheet)
        for value, words in page.axis.ticks:
            at = Label(slot.x(value), y + 0.7 * sheet.em, words, sheet.small, INK_2, "center")
            labels.append(at)
        note = lines(column.note, _inner(wide, sheet), sheet.small)
        at_y = y + under + (len(note) * _LEADING / 2 + 0.1) * sheet.small
        left = sheet.left + index * wide
        labels.append(Label(left, at_y, markup(note), sheet.small, INK))
    return [], labels
