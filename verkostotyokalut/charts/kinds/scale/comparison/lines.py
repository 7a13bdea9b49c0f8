"""The profile of a comparison: a line through the dimensions' levels for each part."""

from __future__ import annotations

from math import ceil, isnan
from typing import Any

import numpy as np

from .....analysis import Comparison, Of, Part, dimensions
from .....framework import Instrument, Language, Scale
from .....locales import translator
from ....beside.cells import Point
from ....beside.grid import grid_spec
from ....beside.looks import MOST, mark
from ....beside.page import Axis, Band, Cell, Column, Drawn, Nothing, Page, Row, rows
from ....beside.words import fitted, hidden_item, hidden_parts, part_word
from ....drawing import Label, Spec, drawing, path
from ....paths import number as coordinate
from ....terms import number, span_text
from ....theme import INK, INK_2, LINE, Box, Size
from ....words import lines, markup
from .numbers import ends_text

_BOX = Box(1300, 720, 20)
_SCALE, _KEY = (300, 900), 990  # where the scale begins and ends, and where the key begins
_LEADING = 1.3


def profile_page(comparison: Comparison, instrument: Instrument, language: Language) -> Page:
    """Return the dimensions' levels, part by part; many groups in the order of their levels.

    Parameters
    ----------
    comparison
        Guarded; see `verkostotyokalut.analysis.Comparison`.
    instrument
        What was asked; reversed items are turned.
    language
        Of the words.
    """
    _ = translator(language).gettext
    if comparison.of is Of.GROUPS and len(comparison.parts) > MOST:
        comparison = comparison._replace(parts=_ordered(comparison.parts, instrument))
    tables = [
        None
        if part.results is None
        else dimensions(part.results.summary, instrument).to_dict("index")
        for part in comparison.parts
    ]
    columns = tuple(
        Column(
            dimension.title.into(language),
            tuple(
                None if table is None else _cell(table[dimension.id], language) for table in tables
            ),
        )
        for dimension in instrument.dimensions
    )
    points = range(1, len(instrument.asked_as(Scale).points) + 1)
    return Page(
        rows=rows(comparison, language),
        bands=(Band("", columns),),
        axis=Axis(1, points[-1], tuple((point, str(point)) for point in points)),
        footer=(
            ends_text(instrument, language),
            _(
                "The mark is the median of the items' medians, the line from the lowest to the"
                " highest of them."
            ),
        ),
        caption=" ".join(
            filter(None, [_said(columns, comparison, language), hidden_parts(comparison, language)])
        ),
        of_items=_("Dimension"),
        of_parts=part_word(comparison.of, language),
        of_cells=(_("Level"), _("Lowest–highest item"), _("Items shown")),
    )


def profile_spec(page: Page, size: Size) -> Spec:
    """Draw a line for each part; as a table where there are too many of them, or little room.

    Parameters
    ----------
    page
        See `profile_page`.
    size
        ``"screen"`` for the projector (text 20 px in a box of 1300×720), ``"console"`` for a panel
        of the leader's (11 px, 400 wide).
    """
    if size == "console" or len(page.rows) > MOST:
        return grid_spec(page, size)
    em = float(_BOX.font)
    columns = [column for band in page.bands for column in band.columns]
    footer = lines(" ".join(page.footer), _BOX.width, em - 1)
    foot = (len(footer) * _LEADING + 0.6) * (em - 1)
    row = min((_BOX.height - foot - 1.7 * em) / len(columns), 8 * em)
    bottom = row * len(columns)
    box = _BOX._replace(height=ceil(bottom + 1.7 * em + foot))

    def x(value: float) -> float:
        low, high, _ = page.axis
        return _SCALE[0] + (_SCALE[1] - _SCALE[0]) * (value - low) / (high - low)

    grid = "".join(
        f"M{coordinate(x(value))},0V{coordinate(bottom)}" for value, _ in page.axis.ticks
    )
    rules = "".join(
        f"M0,{coordinate(row * place)}H{_SCALE[1] + 40}" for place in range(1, len(columns))
    )
    shapes = [path(grid + rules, line=LINE, width=em / 14)]
    labels = [
        Label(x(value), bottom + 0.8 * em, words, em - 1, INK_2, "center")
        for value, words in page.axis.ticks
    ]
    for place, column in enumerate(columns):
        head = lines(column.head, _SCALE[0] - 2 * em, 1.1 * em)
        labels.append(Label(0, (place + 0.5) * row, f"<b>{markup(head)}</b>", 1.1 * em))
    step = min(0.8 * row / len(page.rows), 1.9 * em)
    spans: list[Spec] = []
    ways: list[Spec] = []
    marks: list[Spec] = []
    for index, part in enumerate(page.rows):
        way = []
        for place, column in enumerate(columns):
            cell = column.cells[index]
            if not isinstance(cell, Point):
                continue
            y = (place + 0.5) * row + (index - (len(page.rows) - 1) / 2) * step
            way.append((x(cell.value), y))
            span = f"M{coordinate(x(cell.low))},{coordinate(y)}H{coordinate(x(cell.high))}"
            spans.append(path(span, line=part.look.colour, width=em / 3.2, opacity=0.28))
            marks.append(mark(part.look, x(cell.value), y, 0.95 * em))
            if step >= 1.2 * em:
                text = f"<b>{markup([cell.text])}</b>"
                labels.append(Label(x(cell.high) + 0.7 * em, y, text, em - 1, part.look.colour))
        joined = "L".join(f"{coordinate(a)},{coordinate(b)}" for a, b in way)
        if way[1:]:
            ways.append(path(f"M{joined}", line=part.look.colour, width=em / 9, opacity=0.8))
    key_shapes, key_labels = _key(page.rows, em)
    if footer:
        at = box.height - foot + (len(footer) * _LEADING / 2 + 0.3) * (em - 1)
        labels.append(Label(0, at, markup(footer), em - 1, INK_2))
    return drawing(box, [*shapes, *spans, *ways, *marks, *key_shapes], [*labels, *key_labels])


def _key(parts: tuple[Row, ...], em: float) -> Drawn:
    """Name the parts beside the lines."""
    shapes: list[Spec] = []
    labels: list[Label] = []
    y = 0.0
    for part in parts:
        label = fitted(part.label, _BOX.width - _KEY - 1.6 * em, em, 2)
        why = lines(part.hidden or f"n {part.n}", _BOX.width - _KEY - 1.6 * em, em - 1)
        ink = INK_2 if part.hidden else INK
        if not part.hidden:
            shapes.append(mark(part.look, _KEY + 0.6 * em, y + 0.65 * em, 0.95 * em))
        middle = y + len(label) * _LEADING * em / 2
        labels.append(Label(_KEY + 1.6 * em, middle, markup(label), em, ink))
        y += len(label) * _LEADING * em
        middle = y + len(why) * _LEADING * (em - 1) / 2
        labels.append(Label(_KEY + 1.6 * em, middle, markup(why), em - 1, INK_2))
        y += len(why) * _LEADING * (em - 1) + 0.6 * em
    return shapes, labels


def _ordered(parts: tuple[Part, ...], instrument: Instrument) -> tuple[Part, ...]:
    """Put the strongest first, by the median of the dimensions' levels, and the hidden last."""

    def key(part: Part) -> tuple[bool, float]:
        if part.results is None:
            return True, 0.0
        levels = dimensions(part.results.summary, instrument)["median"].dropna()
        return levels.empty, -float(np.median(levels)) if len(levels) else 0.0

    return tuple(sorted(parts, key=key))


def _cell(level: dict[Any, Any], language: Language) -> Cell:
    median, low, high = level["median"], level["lowest"], level["highest"]
    if isnan(median):
        return Nothing(hidden_item(language), 3)
    told = (number(median, language), span_text(low, high, language), str(level["items"]))
    return Point(median, low, high, told[0], "", told)


def _said(columns: tuple[Column, ...], comparison: Comparison, language: Language) -> str:
    """Say which dimension has the parts' levels the furthest apart."""
    _ = translator(language).gettext
    gaps = []
    for column in columns:
        shown = [
            (cell.value, part.label)
            for cell, part in zip(column.cells, comparison.parts, strict=True)
            if isinstance(cell, Point)
        ]
        if len(shown) > 1:
            low, high = min(shown), max(shown)
            gaps.append((high[0] - low[0], column.head, low, high))
    if not gaps:
        return _("There are no two to compare yet.")
    gap, title, low, high = max(gaps, key=lambda one: one[0])
    if not gap:
        return _("The levels are the same.")
    words = _("The levels are furthest apart in {title}: {high} {top}, {low} {bottom}.")
    return words.format(
        title=title,
        high=high[1],
        top=number(high[0], language),
        low=low[1],
        bottom=number(low[0], language),
    )
