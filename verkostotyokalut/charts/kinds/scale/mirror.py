"""The picture ``mirror``: the leader's own view beside the members', item by item."""

from __future__ import annotations

from functools import lru_cache
from math import isnan
from typing import NamedTuple

from ....analysis import Results, ends, mirror
from ....framework import Dimension, Instrument, Language, Scale
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...paths import pill, ring
from ...terms import without_number_text
from ...theme import FAINT, INK, INK_2, LINE, Box, Size, colour
from ...words import lines, markup
from .. import Drawer, Picture, drawn
from . import profile
from .mirror_twin import mirror_twin, nothing_yet, reason, signed, ties, views

_BOX: dict[Size, Box] = {"screen": Box(980, 850, 20), "console": Box(400, 390, 11)}
_POINTS: dict[Size, tuple[float, float]] = {"screen": (275, 665), "console": (134, 330)}
_LEADING = 1.3
_TITLE, _BETWEEN = 0.9, 0.25  # heights of a dimension's title and of the gap above it, in rows
_STRONG, _PRACTISE = "▲", "▽"


class _Row(NamedTuple):
    dimension: Dimension
    item: str
    y: float


class _Frame(NamedTuple):
    """What does not depend on the answers."""

    rows: tuple[_Row, ...]
    pitch: float
    step: float
    left: float
    bottom: float  # of the scale, under the rows
    box: Box
    grid: str
    labels: tuple[Label, ...]

    def x(self, value: float) -> float:
        return self.left + self.step * (value - 0.5)


def drawer(instrument: Instrument, language: Language, size: Size) -> Drawer:
    """Return the mirror."""
    _ = translator(language).gettext
    alone = profile.drawer(instrument, language, size)
    both = drawn(mirror_spec, mirror_twin, instrument, language, size)

    def draw(results: Results, minimum: int) -> Picture:
        # One's own answers have nobody's to be compared with.
        return (alone.draw if results.n == 1 else both)(results, minimum)

    key = (
        ("median", _("median")),
        ("half", _("middle half")),
        ("◯", _("the leader's own view")),
    )
    return Drawer(_("The leader's view and the members'"), draw, key)


def mirror_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the members' median and middle half and the leader's ring on a row for each item.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.Results`. A hidden item shows that there are too
        few answers, and nothing else, not even the leader's own.
    instrument
        What was asked; reversed items are turned first.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 20 px in a box of at most 980×850, words under it),
        ``"console"`` for a panel of the leader's (11 px, at most 400×390).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    frame = _frame(instrument, language, size)
    box, em = frame.box, frame.box.font
    table = mirror(results, instrument)
    strongest, weakest = ends(table["median"])
    marks = dict.fromkeys(strongest.items, _STRONG) | dict.fromkeys(weakest.items, _PRACTISE)

    words_at = _POINTS[size][1] + 0.6 * em
    names = _mark_names(language) if size == "screen" else {}
    empty = between = ticks = rings = ""
    bars: list[Spec] = []
    labels: list[Label] = []
    for row, numbers in zip(frame.rows, table.to_numpy(dtype=float).tolist(), strict=True):
        n, dont_know, median, q1, q3, leader, gap = numbers
        nothing = without_number_text(n, dont_know, minimum, language)
        if nothing is not None:
            empty += f"M{frame.left:.1f},{row.y:.1f}H{words_at - 0.6 * em:.1f}"
            broken = markup(lines(nothing, box.width - words_at, 0.95 * em))
            labels.append(Label(words_at, row.y, broken, 0.95 * em, INK_2))
            continue
        if not isnan(q1):  # the median may be told, and nothing more
            bar = pill(frame.x(q1), frame.x(q3), row.y, 0.5 * frame.pitch)
            bars.append(path(bar, fill=colour(row.dimension), opacity=0.3))
        ticks += _tick(frame.x(median), row.y, em)
        mark = marks.get(row.item)
        if mark is not None:
            text = markup([f"{mark} {names.get(mark, '')}".strip()])
            labels.append(Label(words_at, row.y, text, 0.95 * em, INK))
        if not isnan(leader):
            rings += ring(frame.x(leader), row.y, 0.62 * em)
            between += _gap(frame.x(median), frame.x(leader), row.y, 0.62 * em)
            words = signed(gap, language)
            labels.append(Label(box.width, row.y, words, em, INK, "right"))
    shapes = [
        path(frame.grid, line=LINE, width=em / 14),
        path(empty, line=FAINT, width=em / 16, dash="dot"),
        *bars,
        path(between, line=INK, width=em / 10),
        path(ticks, fill=INK),
        path(rings, line=INK, width=em / 7),
    ]
    if not table["gap"].isna().all():
        heading = translator(language).gettext("gap")
        labels.append(Label(box.width, 0.7 * em, heading, 0.95 * em, INK_2, "right"))
    if size == "screen":
        labels += _words(results, instrument, language, minimum, frame)
    return drawing(box, shapes, [*frame.labels, *labels])


@lru_cache(maxsize=64)
def _frame(instrument: Instrument, language: Language, size: Size) -> _Frame:
    box, em, (left, right) = _BOX[size], _BOX[size].font, _POINTS[size]
    dimensions, points = instrument.dimensions, instrument.asked_as(Scale).points
    titled = size == "screen" and len(dimensions) > 1
    title = _TITLE if titled else 0.0
    heights = len(instrument.items) + (title + _BETWEEN) * len(dimensions) - _BETWEEN
    step = (right - left) / len(points)
    names = [lines(points[end].into(language), 2.3 * step, 0.95 * em) for end in (0, -1)]
    under = (0.8 + 1.1 + max(map(len, names)) * _LEADING) * em
    words = 5 * _LEADING * em + 0.4 * em if size == "screen" else 0.4 * em
    top = 1.5 * em
    pitch = min((box.height - top - under - words) / heights, 3.6 * em)

    rows, labels = [], []
    y = top
    for dimension in dimensions:
        if titled:
            text = f"<b>{markup([dimension.title.into(language)])}</b>"
            labels.append(Label(0, y + title * pitch / 2, text, 1.1 * em, colour(dimension)))
        y += title * pitch
        for item in dimension.items:
            rows.append(_Row(dimension, item.id, y + pitch / 2))
            label = lines(item.label.into(language), left - 0.6 * em, em)
            smaller = em if len(label) == 1 else 0.92 * em
            labels.append(Label(0, y + pitch / 2, markup(label), smaller))
            y += pitch
        y += _BETWEEN * pitch
    bottom = y - _BETWEEN * pitch
    xs = [left + step * (point + 0.5) for point in range(len(points))]
    for point, x in enumerate(xs, start=1):
        labels.append(Label(x, bottom + 0.9 * em, str(point), em, INK_2, "center"))
    for x, name in zip((xs[0], xs[-1]), names, strict=True):
        below = bottom + 1.6 * em + len(name) * _LEADING * 0.95 * em / 2
        labels.append(Label(x, below, markup(name), 0.95 * em, INK_2, "center"))
    grid = "".join(f"M{x:.1f},{top:.1f}V{bottom:.1f}" for x in xs)
    below = bottom + under
    box = box._replace(height=round(below + words))
    return _Frame(tuple(rows), pitch, step, left, below, box, grid, tuple(labels))


def _tick(x: float, y: float, em: float) -> str:
    half, high = em / 8, 0.75 * em
    return f"M{x - half:.1f},{y - high:.1f}H{x + half:.1f}V{y + high:.1f}H{x - half:.1f}Z"


def _gap(median: float, leader: float, y: float, radius: float) -> str:
    """Draw a line from the median to the edge of the leader's ring."""
    if abs(leader - median) <= radius:
        return ""
    edge = leader - radius if leader > median else leader + radius
    return f"M{median:.1f},{y:.1f}H{edge:.1f}"


def _mark_names(language: Language) -> dict[str, str]:
    _ = translator(language).gettext
    return {_STRONG: _("among the strongest"), _PRACTISE: _("to practise")}


def _words(
    results: Results,
    instrument: Instrument,
    language: Language,
    minimum: int,
    frame: _Frame,
) -> list[Label]:
    """Write the largest gaps under the rows, and which items are tied at an end."""
    em, table = frame.box.font, mirror(results, instrument)
    said = [views(results, table, instrument, language), *ties(table, instrument, language, 2)]
    if table["median"].isna().all():
        said = [nothing_yet(table, minimum, language)]
    said.append(reason(table, minimum, language))
    broken = [line for sentence in said for line in lines(sentence, frame.box.width, em)]
    height = len(broken) * _LEADING * em
    return [Label(0, frame.bottom + 0.4 * em + height / 2, markup(broken), em, INK)]
