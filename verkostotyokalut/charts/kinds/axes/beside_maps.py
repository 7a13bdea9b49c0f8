"""Maps of groups, rounds or sessions beside each other: where each part places an item."""

from __future__ import annotations

from collections.abc import Set
from functools import partial
from itertools import combinations
from math import hypot, isnan
from typing import NamedTuple

from ....analysis import Comparison, Part
from ....framework import Instrument, Language
from ....framework.kinds.axes import Axes, Axis
from ....locales import translator
from ...beside.looks import MOST, mark
from ...beside.page import Drawn, Row, rows
from ...beside.panels import Panel, Place, panels_spec
from ...beside.plan import Items
from ...beside.words import half_hidden, hidden_item, hidden_part, hidden_parts, part_word
from ...drawing import Label, Spec, path
from ...paths import number as coordinate
from ...terms import NONE, number, span_text, value_text
from ...theme import INK_2, LINE, PAPER, Size
from ...twin import Twin
from .places import Square, apart
from .sure import axis_sure_text, sure_axes


class _Spot(NamedTuple):
    """Where a part places an item: medians and middle halves; NaN where there is nothing."""

    n: float
    x: float
    x_q1: float
    x_q3: float
    y: float
    y_q1: float
    y_q3: float


def maps_spec(
    comparison: Comparison,
    instrument: Instrument,
    bands: tuple[Items, ...],
    language: Language,
    *,
    size: Size,
) -> Spec:
    """Draw a map for each item, with a mark for each part at its medians.

    Parameters
    ----------
    comparison
        Guarded; see `verkostotyokalut.analysis.Comparison`.
    instrument
        What was asked.
    bands
        The items.
    language
        Of the words.
    size
        The projector's, or a panel's of the leader's; see `panels_spec`.
    """
    _ = translator(language).gettext
    parts, axes = rows(comparison, language), instrument.asked_as(Axes)

    def draw(item: str, place: Place) -> Drawn:
        spots = [_spot(part, item) for part in comparison.parts]
        return _map(spots, parts, place, axes.points, language)

    panels = [
        (title, [Panel(item.label.into(language), partial(draw, item.id)) for item in items])
        for title, items in bands
    ]
    ends = " ".join(
        _ends(arrow, axis, axes.points, language) for arrow, axis in (("→", axes.x), ("↑", axes.y))
    )
    marks = (
        _("Each number is at the medians, or beside them where there is no room.")
        if len(parts) > MOST
        else _("The mark is at the medians, the lines are the middle halves.")
    )
    why = "" if len(parts) > MOST else _halves_hidden(comparison, bands, language)
    footer = " ".join(filter(None, [ends, marks, why]))
    return panels_spec(parts, panels, footer, under=1.6, size=size, square=True)


def maps_twin(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], language: Language
) -> Twin:
    """Say what `maps_spec` shows: each part's medians of each item, and where they part most."""
    _ = translator(language).gettext
    axes, half = instrument.asked_as(Axes), _("middle half")
    interval = _("95 % interval (its coverage)")
    items = [(item.id, item.label.into(language)) for band in bands for item in band.items]
    sure = sure_axes(comparison.of)
    columns = []
    for axis in ("x", "y"):
        title = axes.axes[axis].title.into(language)
        columns += [title, f"{title}: {half}"]
        columns += [f"{title}: {interval}"] if axis in sure else []
    said = [
        _furthest(comparison, items, language),
        hidden_parts(comparison, language),
        _halves_hidden(comparison, bands, language),
    ]
    return Twin(
        caption=" ".join(filter(None, said)),
        columns=[
            _("Item"),
            part_word(comparison.of, language),
            _("Answers"),
            *columns,
        ],
        rows=[
            [label, part.label, *_told(part, item, sure, language)]
            for item, label in items
            for part in comparison.parts
        ],
    )


def _halves_hidden(comparison: Comparison, bands: tuple[Items, ...], language: Language) -> str:
    ids = [item.id for band in bands for item in band.items]
    spots = [_spot(part, item) for part in comparison.parts for item in ids]
    return half_hidden(((one.x, one.x_q1) for one in spots if one is not None), language)


def _spot(part: Part, item: str) -> _Spot | None:
    """Return where a part places an item; None where the part is hidden."""
    if part.results is None:
        return None
    return _Spot(*(float(part.results.summary[name][item]) for name in _Spot._fields))


def _told(part: Part, item: str, sure: Set[str], language: Language) -> list[str]:
    one = _spot(part, item)
    if one is None or isnan(one.n):
        words = hidden_part(language) if one is None else hidden_item(language)
        return [words, *[NONE] * (4 + len(sure))]
    told = [number(one.n, language)]
    along = {"x": (one.x, one.x_q1, one.x_q3), "y": (one.y, one.y_q1, one.y_q3)}
    for axis, (median, low, high) in along.items():
        told += [value_text(median, language), span_text(low, high, language)]
        if axis in sure:
            told.append(axis_sure_text(part.results, item, axis, language) if one.n else NONE)
    return told


def _furthest(comparison: Comparison, items: list[tuple[str, str]], language: Language) -> str:
    """Say which item two parts place the furthest from each other."""
    _ = translator(language).gettext
    pairs = [
        (hypot(one.x - other.x, one.y - other.y), label, (first, one), (second, other))
        for item, label in items
        for (first, one), (second, other) in combinations(_known(comparison, item), 2)
    ]
    if not pairs:
        return _("There are no two to compare yet.")
    away, label, *ends = max(pairs, key=lambda pair: pair[0])
    if not away:
        return _("There is no gap.")
    where = [f"{name} ({number(one.x, language)}; {number(one.y, language)})" for name, one in ends]
    return _("Furthest apart: {item}, {places}.").format(item=label, places=", ".join(where))


def _known(comparison: Comparison, item: str) -> list[tuple[str, _Spot]]:
    spots = [(part.label, _spot(part, item)) for part in comparison.parts]
    return [(name, one) for name, one in spots if one is not None and not isnan(one.x)]


def _ends(arrow: str, axis: Axis, points: int, language: Language) -> str:
    title, low, high = (text.into(language) for text in (axis.title, axis.low, axis.high))
    return f"{arrow} {title}: 1 = {low}, {points} = {high}."


def _map(
    spots: list[_Spot | None], parts: tuple[Row, ...], place: Place, points: int, language: Language
) -> Drawn:
    """Draw the map of an item; many parts are told apart by their numbers."""
    em, side = place.em, min(place.right - place.left, place.bottom - place.top)
    square = Square(place.left, place.top, side, points)
    shapes: list[Spec] = [
        path(square.frame(), fill="#ffffff", line=LINE, width=em / 12),
        path(square.cross(), line=LINE, width=em / 14),
    ]
    shown = [
        (turn, row, one)
        for turn, (row, one) in enumerate(zip(parts, spots, strict=True), start=1)
        if one is not None and not isnan(one.x)
    ]
    below = square.top + side + 0.8 * em
    labels = [
        Label(square.left, below, "1", em - 1, INK_2),
        Label(square.left + side, below, f"{points} →", em - 1, INK_2, "right"),
        Label(square.left + 0.3 * em, square.top + 0.8 * em, f"↑ {points}", em - 1, INK_2),
    ]
    if not shown:
        at = square.left + side / 2, square.top + side / 2
        return shapes, [*labels, Label(*at, hidden_item(language), em - 1, INK_2, "center")]
    many, size = len(parts) > MOST, 1.3 * em if len(parts) > MOST else 0.95 * em
    centres = [(square.x(one.x), square.y(one.y)) for _, _, one in shown]
    moved = apart(centres, [size / 2 + 1] * len(shown), square)
    for (turn, row, one), (x, y) in zip(shown, moved, strict=True):
        if not many and not isnan(one.x_q1):
            halves = _halves(square, one)
            shapes.insert(2, path(halves, line=row.look.colour, width=em / 10, opacity=0.6))
        shapes.append(mark(row.look, x, y, size))
        if many:
            labels.append(Label(x, y, f"<b>{turn}</b>", em - 1, PAPER, "center"))
    return shapes, labels


def _halves(square: Square, one: _Spot) -> str:
    """Outline a cross of both middle halves."""
    x, y = coordinate(square.x(one.x)), coordinate(square.y(one.y))
    left, right = coordinate(square.x(one.x_q1)), coordinate(square.x(one.x_q3))
    top, bottom = coordinate(square.y(one.y_q3)), coordinate(square.y(one.y_q1))
    return f"M{left},{y}H{right}M{x},{top}V{bottom}"
