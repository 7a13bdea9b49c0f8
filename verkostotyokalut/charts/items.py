"""The items: every answer as a dot, the middle half, the median, and agreement in a word."""

from __future__ import annotations

from functools import lru_cache
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from ..analysis import in_order
from ..framework import Dimension, Instrument, Language, Scale
from ..locales import translator
from .drawing import Dots, Label, Spec, drawing, figure, path
from .paths import number as coordinate
from .paths import pill
from .terms import agreement_text, median_alone_text, without_number_text
from .theme import FAINT, INK, INK_2, ITEMS, LINE, colour
from .words import lines, markup

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

# Columns of the picture, in pixels: labels, points of the scale, words, n (to the right edge).
_POINTS, _WORDS, _N = (290, 772), 792, ITEMS.width
_TOP, _BOTTOM = 4, 744  # of the rows; the scale's numbers stand under them
_HEADING, _BETWEEN = 1.0, 0.3  # heights of a dimension's title and of the gap above it, in rows
_FILL = 0.88  # of the width and height of a cell that its dots may fill
_DOT = 0.8  # a dot's width, of the distance between two dots
_LARGEST = 13.0  # distance between dots, at most
_EM = ITEMS.font


class _Row(NamedTuple):
    dimension: Dimension
    y: float


class _Frame(NamedTuple):
    """What does not depend on the answers."""

    rows: tuple[_Row, ...]
    pitch: float
    step: float
    grid: str
    labels: tuple[Label, ...]


class _Dots(NamedTuple):
    columns: int
    pitch: float


def items(
    distribution: pd.DataFrame,
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    minimum: int = 5,
) -> Figure:
    """Draw every item's answers.

    Parameters
    ----------
    distribution, summary
        Guarded; see `verkostotyokalut.analysis`. A hidden item (NaN) shows that there are too few
        answers, and nothing else.
    instrument
        What was asked. Reversed items are drawn as they were answered.
    language
        Of the labels.
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    return figure(items_spec(distribution, summary, instrument, language, minimum=minimum))


def items_spec(
    distribution: pd.DataFrame,
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    minimum: int = 5,
) -> Spec:
    """Return `items` as plain JSON data, for pages that redraw it many times a second."""
    frame = _frame(instrument, language)
    counts = in_order(distribution, instrument).to_numpy()[:, :-2].tolist()
    columns = ["n", "dont_know", "median", "q1", "q3", "agreement"]
    numbers = in_order(summary, instrument)[columns].to_numpy().tolist()

    half = frame.pitch * 0.27  # of the middle half's bar
    dots = _dots(counts, numbers, frame)
    answers: dict[str, list[tuple[float, float, int]]] = {d.id: [] for d in instrument.dimensions}
    middles = dict.fromkeys((d.id for d in instrument.dimensions), "")
    ticks = gaps = ""
    labels = []
    for row, cells, (n, dont_know, median, q1, q3, agreed) in zip(
        frame.rows, counts, numbers, strict=True
    ):
        nothing = without_number_text(n, dont_know, minimum, language)
        if nothing is not None:
            gaps += f"M{_POINTS[0]},{coordinate(row.y)}H{_POINTS[1]}"
            labels.append(Label(_WORDS, row.y, nothing, _EM - 1, INK_2))
            continue
        dimension = row.dimension
        if not isnan(q1):  # the median may be told, and nothing more
            middles[dimension.id] += pill(_x(frame, q1), _x(frame, q3), row.y, 2 * half)
        answers[dimension.id] += [
            (round(_x(frame, point), 1), round(row.y, 1), int(count))
            for point, count in enumerate(cells, start=1)
            if count > 0
        ]
        ticks += _tick(_x(frame, median), row.y, frame.pitch * 0.4)
        labels += [
            Label(_WORDS, row.y, _agreement(agreed, language), _EM - 1, INK_2),
            Label(_N, row.y, f"{n:.0f}", _EM - 1, INK_2, "right"),
        ]

    if any(row[0] > 0 and isnan(row[3]) for row in numbers):
        # on the left of the name of the scale's low end
        room = _POINTS[0] - 0.45 * frame.step - 10
        note = lines(median_alone_text(minimum, language), room, _EM - 1)
        below = frame.rows[-1].y + frame.pitch / 2 + 12 + len(note) * 0.65 * _EM
        labels.append(Label(0, below, markup(note), _EM - 1, INK_2))

    by_dimension = [(dimension.id, colour(dimension)) for dimension in instrument.dimensions]
    shapes = [
        path(frame.grid, line=LINE, width=1.5),
        path(gaps, line=FAINT, width=1.2, dash="dot"),
        *(path(middles[name], fill=ink, opacity=0.22) for name, ink in by_dimension),
        *(
            path(
                Dots(
                    dimension.shape,
                    dots.columns,
                    round(dots.pitch, 2),
                    round(dots.pitch * _DOT, 2),
                    tuple(answers[dimension.id]),
                ),
                fill=colour(dimension),
                opacity=0.62,
            )
            for dimension in instrument.dimensions
        ),
        path(ticks, fill=INK),
    ]
    return drawing(ITEMS, shapes, [*frame.labels, *labels])


@lru_cache(maxsize=64)
def _frame(instrument: Instrument, language: Language) -> _Frame:
    dimensions, points = instrument.dimensions, len(instrument.asked_as(Scale).points)
    heights = len(instrument.items) + _HEADING * len(dimensions) + _BETWEEN * (len(dimensions) - 1)
    pitch = min((_BOTTOM - _TOP) / heights, 64)
    step = (_POINTS[1] - _POINTS[0]) / points
    xs = [_POINTS[0] + step * (point + 0.5) for point in range(points)]

    rows, labels = [], []
    y = float(_TOP)
    for dimension in dimensions:
        title = f"<b>{markup([dimension.title.into(language)])}</b>"
        labels.append(Label(0, y + pitch / 2, title, _EM + 4, colour(dimension)))
        y += pitch * _HEADING
        for item in dimension.items:
            rows.append(_Row(dimension, y + pitch / 2))
            words = lines(item.label.into(language), _POINTS[0] - 10, _EM)
            size = _EM if len(words) == 1 else _EM - 1
            labels.append(Label(0, y + pitch / 2, markup(words), size))
            y += pitch
        y += pitch * _BETWEEN
    bottom = y - pitch * _BETWEEN + 6

    _ = translator(language).gettext
    labels.append(Label(_N, _TOP + pitch / 2, _("n"), _EM - 1, INK_2, "right"))
    for point, x in enumerate(xs, start=1):
        labels.append(Label(x, bottom + _EM, str(point), _EM, INK_2, "center"))
    for x, end in ((xs[0], 0), (xs[-1], -1)):
        name = instrument.asked_as(Scale).points[end].into(language)
        words_of_end = lines(name, 1.9 * step, _EM - 1)
        below = bottom + 2 * _EM + 4 + len(words_of_end) * 0.65 * _EM
        labels.append(Label(x, below, markup(words_of_end), _EM - 1, INK_2, "center"))
    grid = "".join(f"M{coordinate(x)},{_TOP}V{coordinate(bottom)}" for x in xs)
    return _Frame(tuple(rows), pitch, step, grid, tuple(labels))


def _x(frame: _Frame, value: float) -> float:
    return _POINTS[0] + frame.step * (value - 0.5)


def _dots(counts: list[list[float]], numbers: list[list[float]], frame: _Frame) -> _Dots:
    """Choose one size for every dot, so that the fullest cell stays inside its own.

    It follows the number of answers in steps, not the fullest cell, until more than half of an
    item's answers are on one point: sliders that move then don't make every dot grow and shrink.
    """
    fullest = max((c for cells in counts for c in cells if not isnan(c)), default=0.0)
    most = max((row[0] for row in numbers if not isnan(row[0])), default=0.0)
    return _dots_for(max(fullest, most / 2), frame.step * _FILL, frame.pitch * _FILL)


@lru_cache(maxsize=1024)
def _dots_for(count: float, room: float, height: float) -> _Dots:
    pitch = min(_LARGEST, room, height)
    while int(room / pitch) * int(height / pitch) < count:
        pitch *= 0.9
    return _Dots(int(room / pitch), pitch)


def _tick(x: float, y: float, half: float) -> str:
    left, right = coordinate(x - 2.5), coordinate(x + 2.5)
    return f"M{left},{coordinate(y - half)}H{right}V{coordinate(y + half)}H{left}Z"


@lru_cache(maxsize=256)
def _agreement(value: float, language: Language) -> str:
    return markup(lines(agreement_text(value, language), _N - _WORDS - 42, _EM - 1))
