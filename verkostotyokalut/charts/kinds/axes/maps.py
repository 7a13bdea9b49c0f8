"""The maps of the kind ``axes``: all items on one, and each one's answers on a small one."""

from __future__ import annotations

from math import ceil, isnan, sqrt

from ....analysis.kinds.axes import Results
from ....framework import Dimension, Instrument, Language
from ....framework.kinds.axes import Axes, Axis
from ....locales import translator
from ...drawing import Anchor, Label, Spec, drawing, path
from ...paths import number as coordinate
from ...paths import pill, ring, stack
from ...terms import median_alone_text, number, without_number_text
from ...theme import FAINT, INK, INK_2, LINE, PAPER, Box, Size, colour
from ...words import lines, markup
from .places import Placed, Square, apart, placed_items

_MAP: dict[Size, Box] = {"screen": Box(760, 690, 18), "console": Box(400, 360, 10)}
_ANSWERS = Box(980, 850, 18)


def map_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw every item at its medians, with its middle half as two faint bars, and a key of names.

    Where a third axis is asked, it is the size of an item's mark and is said in the key.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.kinds.axes`. A hidden item is in the key alone.
    instrument
        What was asked.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 18 px in a box of 760×690), ``"console"`` for a panel
        of the leader's (10 px, 400×360).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    box, axes = _MAP[size], instrument.asked_as(Axes)
    em = box.font
    square = Square(0, 2.0 * em, box.width - 15.5 * em, axes.points)
    placed = placed_items(results, instrument)
    shown = [one for one in placed if one.n > 0]
    radius = 0.8 * em
    # a path for each: in one, outlines that overlap would cancel out
    bars = [
        pill(square.x(one.x_q1), square.x(one.x_q3), square.y(one.y), 0.4 * em)
        for one in shown
        if one.x_q1 < one.x_q3
    ]
    bars += [_upright(square, one, 0.4 * em) for one in shown if one.y_q1 < one.y_q3]
    radii = [_radius(one.z, axes.points, radius) for one in shown]
    at = apart(
        [(square.x(one.x), square.y(one.y)) for one in shown], [1.05 * r for r in radii], square
    )

    shapes = [
        path(square.frame(), fill="#ffffff", line=LINE, width=em / 12),
        path(square.cross(), line=FAINT, width=em / 14),
        *(path(bar, fill=INK_2, opacity=0.22) for bar in bars),
    ]
    labels = [
        *_corner_labels(axes, square, language, em),
        *_axis_labels(axes, square, language, em),
    ]
    for one, (x, y), reach in zip(shown, at, radii, strict=True):
        shapes.append(_marker(one.dimension, x, y, reach))
        labels.append(_number(one, x, y, em))
    key_left, pitch = square.side + 2.2 * em, min(4.6 * em, (box.height - em) / len(placed))
    for index, one in enumerate(placed):
        y = 2.2 * em + (index + 0.35) * pitch
        shapes.append(_marker(one.dimension, key_left, y, radius))
        labels.append(_number(one, key_left, y, em))
        name = lines(one.item.label.into(language), 12.2 * em, em)
        nothing = without_number_text(one.n, one.dont_know, minimum, language)
        words = markup(name)
        if nothing is not None:
            words += f"<br><i>{markup([nothing])}</i>"
        elif axes.z is not None:
            words += f"<br>{markup([_off_map(one, axes.z, language)])}"
        labels.append(Label(key_left + 1.1 * em, y, words, em, INK if one.n > 0 else INK_2))
    if axes.z is not None:
        key_shapes, key_labels = _sizes(axes.z, axes.points, square, radius, language, em)
        shapes += key_shapes
        labels += key_labels
    if any(one.few for one in placed):
        note = lines(median_alone_text(minimum, language), square.side, em)
        y = box.height - (0.65 * len(note) + 0.2) * em
        labels.append(Label(square.left, y, markup(note), em, INK_2))
    return drawing(box, shapes, labels)


def answers_spec(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Spec:
    """Draw a small map of each item: a dot as large as its count at each place, and the median.

    Parameters are those of `map_spec`.
    """
    box, axes = _ANSWERS, instrument.asked_as(Axes)
    em = box.font
    placed = placed_items(results, instrument)
    columns = max(1, ceil(sqrt(len(placed))))
    rows = ceil(len(placed) / columns)
    key = _answers_key(placed, axes, language, minimum)
    foot = (1.3 * len(key) + 0.9) * em
    wide, high = box.width / columns, (box.height - foot) / rows
    side = min(wide - 1.2 * em, high - 4.2 * em)
    most = max((float(v) for v in results.cells.max(axis=1) if not isnan(v)), default=0.0)
    largest = side / axes.points / 2
    shapes: list[Spec] = []
    labels: list[Label] = []
    for index, one in enumerate(placed):
        left, top = index % columns * wide, index // columns * high
        square = Square(left, top + 2.0 * em, side, axes.points)
        title = f"<b>{one.number}</b> {markup([one.item.label.into(language)])}"
        labels.append(Label(left, top + em, title, em, colour(one.dimension)))
        shapes += [
            path(square.frame(), fill="#ffffff", line=LINE, width=1.4),
            path(square.cross(), line=LINE, width=1.2),
        ]
        below = square.top + side + 0.9 * em
        nothing = without_number_text(one.n, one.dont_know, minimum, language)
        if nothing is not None:
            labels.append(Label(left, below, markup([nothing]), em, INK_2))
            continue
        words = f"n = {one.n:.0f}"
        if axes.z is not None:
            words += f" · {_off_map(one, axes.z, language)}"
        labels.append(Label(left, below, markup([words]), em, INK_2))
        dots = "".join(
            ring(square.x(x), square.y(y), largest * sqrt(count / most))
            for x, y, count in one.cells(results)
        )
        shapes += [
            path(dots, fill=colour(one.dimension), opacity=0.55),
            path("" if one.few else _half(square, one, 0.55 * em), line=INK_2, width=1.6),
            path(
                stack("diamond", square.x(one.x), square.y(one.y), 1, 1, 0, 0.8 * em) + "Z",
                fill=INK,
                line=PAPER,
                width=1.2,
            ),
        ]
    y = box.height - (0.65 * len(key) + 0.35) * em
    labels.append(Label(0, y, markup(key), em, INK_2))
    return drawing(box, shapes, labels)


def _answers_key(placed: list[Placed], axes: Axes, language: Language, minimum: int) -> list[str]:
    """Explain the marks of the small maps, and why some of them are missing."""
    _ = translator(language).gettext
    x, y = axes.x.title.into(language), axes.y.title.into(language)
    key = [f"→ {x} · ↑ {y} · ◆ {_('median')} · □ {_('middle half')}"]
    if any(one.few for one in placed):
        key.append(median_alone_text(minimum, language))
    return key


def _off_map(one: Placed, axis: Axis, language: Language) -> str:
    """Say an item's median on the third axis."""
    return f"{axis.title.into(language)} {number(one.z, language)}"


def _marker(dimension: Dimension, x: float, y: float, radius: float) -> Spec:
    # a triangle or a diamond needs more room for the number inside it
    size = radius * (2.7 if dimension.shape in {"triangle", "diamond"} else 2)
    up = radius * 0.3 if dimension.shape == "triangle" else 0
    outline = stack(dimension.shape, x, y - up, 1, 1, 0, size) + "Z"
    return path(outline, fill=colour(dimension), line=PAPER, width=radius / 8)


def _radius(z: float, points: int, least: float) -> float:
    """Return how large a mark is: the least where nothing is asked of its size."""
    return least if isnan(z) else least * (1 + 0.7 * (z - 1) / (points - 1))


def _sizes(
    axis: Axis, points: int, square: Square, radius: float, language: Language, em: float
) -> tuple[list[Spec], list[Label]]:
    """Explain under the map what the size of a mark says."""
    _ = translator(language).gettext
    words = _("The size of the mark: {axis}").format(axis=axis.title.into(language))
    x, y = square.left + 0.2 * em, square.top + square.side + 4.2 * em
    shapes, labels = [], [Label(square.left, y, markup([words]), em)]
    for point, end in ((1, axis.low), (points, axis.high)):
        size = _radius(point, points, radius)
        shapes.append(path(ring(x + size, y + 2.3 * em, size), line=INK_2, width=em / 10))
        words = f"{point} {end.into(language)}"
        labels.append(Label(x + 2 * size + 0.5 * em, y + 2.3 * em, markup([words]), em, INK_2))
        x += square.side / 2
    return shapes, labels


def _number(one: Placed, x: float, y: float, em: float) -> Label:
    return Label(x, y, f"<b>{one.number}</b>", em, "#ffffff", "center")


def _corner_labels(axes: Axes, square: Square, language: Language, em: float) -> list[Label]:
    if axes.corners is None:
        return []
    inset, line = 0.4 * em, 0.9 * em
    left, right = square.left + inset, square.left + square.side - inset
    top, bottom = square.top + line, square.top + square.side - line
    room = square.side / 2 - em
    sides: list[tuple[float, float, str, Anchor]] = [
        (left, top, axes.corners.top_left.into(language), "left"),
        (right, top, axes.corners.top_right.into(language), "right"),
        (left, bottom, axes.corners.bottom_left.into(language), "left"),
        (right, bottom, axes.corners.bottom_right.into(language), "right"),
    ]
    labels = []
    for x, y, text, anchor in sides:
        broken = lines(text, room, em)
        inwards = (len(broken) - 1) * 0.65 * em * (1 if y == top else -1)
        labels.append(Label(x, y + inwards, markup(broken), em, INK_2, anchor))
    return labels


def _axis_labels(axes: Axes, square: Square, language: Language, em: float) -> list[Label]:
    """Name the axes beside their high ends, and all four ends."""
    left, right = square.left, square.left + square.side
    below = square.top + square.side
    y_words = (
        f"<b>↑ {markup([axes.y.title.into(language)])}</b>"
        f"  1 {markup([axes.y.low.into(language)])} … "
        f"{axes.points} {markup([axes.y.high.into(language)])}"
    )
    return [
        Label(left, 0.9 * em, y_words, em),
        Label(
            right, below + em, f"<b>{markup([axes.x.title.into(language)])} →</b>", em, INK, "right"
        ),
        Label(left, below + 2.4 * em, f"1 {markup([axes.x.low.into(language)])}", em, INK_2),
        Label(
            right,
            below + 2.4 * em,
            f"{markup([axes.x.high.into(language)])} {axes.points}",
            em,
            INK_2,
            "right",
        ),
    ]


def _upright(square: Square, one: Placed, width: float) -> str:
    x, half = square.x(one.x), width / 2
    left, right = coordinate(x - half), coordinate(x + half)
    top, bottom = coordinate(square.y(one.y_q3) - half), coordinate(square.y(one.y_q1) + half)
    return f"M{left},{top}H{right}V{bottom}H{left}Z"


def _half(square: Square, one: Placed, margin: float) -> str:
    """Outline the rectangle of both middle halves."""
    left, right = square.x(one.x_q1) - margin, square.x(one.x_q3) + margin
    top, bottom = square.y(one.y_q3) - margin, square.y(one.y_q1) + margin
    return (
        f"M{coordinate(left)},{coordinate(top)}H{coordinate(right)}"
        f"V{coordinate(bottom)}H{coordinate(left)}Z"
    )
