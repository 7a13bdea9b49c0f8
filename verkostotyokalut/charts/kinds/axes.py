"""The pictures of the kind ``axes``: the map of all items, and a small map of each one's answers."""

from __future__ import annotations

from math import ceil, cos, hypot, isnan, nan, pi, sin, sqrt
from typing import NamedTuple

from ...analysis.kinds.axes import Results
from ...framework import Dimension, Instrument, Item, Language
from ...framework.kinds.axes import Axes
from ...locales import translator
from ..drawing import Anchor, Label, Spec, drawing, path
from ..paths import number as coordinate
from ..paths import pill, ring, stack
from ..terms import hidden_text, number, without_number_text
from ..theme import FAINT, INK, INK_2, LINE, PAPER, Box, Size, colour
from ..twin import Twin
from ..words import lines, markup
from . import Drawer, Picture

_MAP: dict[Size, Box] = {"screen": Box(760, 690, 18), "console": Box(400, 360, 10)}
_ANSWERS = Box(980, 850, 18)
_NUMBERS = ["n", "dont_know", "x", "x_q1", "x_q3", "y", "y_q1", "y_q3"]


class _Placed(NamedTuple):
    """An item and its numbers; NaN where they are hidden."""

    number: int  # that stands for it on the map
    dimension: Dimension
    item: Item
    n: float
    dont_know: float
    x: float
    x_q1: float
    x_q3: float
    y: float
    y_q1: float
    y_q3: float


class _Square(NamedTuple):
    """Where a map is drawn."""

    left: float
    top: float
    side: float
    points: int

    def x(self, value: float) -> float:
        return self.left + self.side * (value - 0.5) / self.points

    def y(self, value: float) -> float:
        return self.top + self.side * (1 - (value - 0.5) / self.points)

    def frame(self) -> str:
        left, top, right, bottom = (
            coordinate(v)
            for v in (self.left, self.top, self.left + self.side, self.top + self.side)
        )
        return f"M{left},{top}H{right}V{bottom}H{left}Z"

    def cross(self) -> str:
        """Return the lines between the four quarters."""
        x, y = coordinate(self.left + self.side / 2), coordinate(self.top + self.side / 2)
        return (
            f"M{x},{coordinate(self.top)}V{coordinate(self.top + self.side)}"
            f"M{coordinate(self.left)},{y}H{coordinate(self.left + self.side)}"
        )


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the map; on the projector each item's answers as well."""
    _ = translator(language).gettext

    def places(results: Results, minimum: int) -> Picture:
        return Picture(
            map_spec(results, instrument, language, size=size, minimum=minimum),
            map_twin(results, instrument, language, minimum=minimum),
        )

    def answers(results: Results, minimum: int) -> Picture:
        return Picture(
            answers_spec(results, instrument, language, minimum=minimum),
            answers_twin(results, instrument, language, minimum=minimum),
        )

    drawers = [Drawer(_("Map of the items"), places)]
    if size == "screen":
        drawers.append(Drawer(_("Where each item was placed"), answers))
    return drawers


def map_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw every item at its medians, with its middle half as two faint bars, and a key of names.

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
    square = _Square(0, 2.0 * em, box.width - 15.5 * em, axes.points)
    placed = _placed(results, instrument)
    shown = [one for one in placed if one.n > 0]
    radius = 0.8 * em
    bars = "".join(
        pill(square.x(one.x_q1), square.x(one.x_q3), square.y(one.y), 0.4 * em)
        for one in shown
        if one.x_q1 < one.x_q3
    ) + "".join(_upright(square, one, 0.4 * em) for one in shown if one.y_q1 < one.y_q3)
    at = _apart([(square.x(one.x), square.y(one.y)) for one in shown], 2.1 * radius, square)

    shapes = [
        path(square.frame(), fill="#ffffff", line=LINE, width=em / 12),
        path(square.cross(), line=FAINT, width=em / 14),
        path(bars, fill=INK_2, opacity=0.22),
    ]
    labels = [
        *_corner_labels(axes, square, language, em),
        *_axis_labels(axes, square, language, em),
    ]
    for one, (x, y) in zip(shown, at, strict=True):
        shapes.append(_marker(one.dimension, x, y, radius))
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
        labels.append(Label(key_left + 1.1 * em, y, words, em, INK if one.n > 0 else INK_2))
    return drawing(box, shapes, labels)


def answers_spec(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Spec:
    """Draw a small map of each item: a dot as large as its count at each place, and the median.

    Parameters are those of `map_spec`.
    """
    box, axes = _ANSWERS, instrument.asked_as(Axes)
    em = box.font
    placed = _placed(results, instrument)
    columns = max(1, ceil(sqrt(len(placed))))
    rows = ceil(len(placed) / columns)
    wide, high = box.width / columns, (box.height - 2.2 * em) / rows
    side = min(wide - 1.2 * em, high - 4.2 * em)
    most = max((float(v) for v in results.cells.max(axis=1) if not isnan(v)), default=0.0)
    largest = side / axes.points / 2
    shapes: list[Spec] = []
    labels: list[Label] = []
    for index, one in enumerate(placed):
        left, top = index % columns * wide, index // columns * high
        square = _Square(left, top + 2.0 * em, side, axes.points)
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
        labels.append(Label(left, below, f"n = {one.n:.0f}", em, INK_2))
        counts = results.cells.loc[one.item.id]
        dots = "".join(
            ring(square.x(x), square.y(y), largest * sqrt(count / most))
            for (x, y), count in counts.items()
            if count
        )
        shapes += [
            path(dots, fill=colour(one.dimension), opacity=0.55),
            path(_half(square, one, 0.55 * em), line=INK_2, width=1.6),
            path(
                stack("diamond", square.x(one.x), square.y(one.y), 1, 1, 0, 0.8 * em) + "Z",
                fill=INK,
                line=PAPER,
                width=1.2,
            ),
        ]
    words = f"→ {axes.x.title.into(language)}   ↑ {axes.y.title.into(language)}"
    labels.append(Label(0, box.height - em, markup([words]), em, INK_2))
    return drawing(box, shapes, labels)


def map_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `map_spec` shows: who is in which quarter, and each item's medians and spread."""
    _ = translator(language).gettext
    axes, placed = instrument.asked_as(Axes), _placed(results, instrument)
    x, y = axes.x.title.into(language), axes.y.title.into(language)
    half = _("middle half")
    return Twin(
        caption=_quarters(placed, axes, language, minimum),
        columns=[_("Item"), x, f"{x}: {half}", y, f"{y}: {half}", _("n")],
        rows=[
            [
                one.item.label.into(language),
                _or_dash(one.x, language),
                _range(one.x_q1, one.x_q3, language),
                _or_dash(one.y, language),
                _range(one.y_q1, one.y_q3, language),
                without_number_text(one.n, one.dont_know, minimum, language) or f"{one.n:.0f}",
            ]
            for one in placed
        ],
    )


def answers_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `answers_spec` shows: how many are at each place of each item."""
    _ = translator(language).gettext
    axes, placed = instrument.asked_as(Axes), _placed(results, instrument)
    rows = []
    for one in placed:
        counts = results.cells.loc[one.item.id]
        given = sorted(((c, at) for at, c in counts.items() if c > 0), key=lambda two: -two[0])
        places = ", ".join(f"({x}, {y}): {count:.0f}" for count, (x, y) in given)
        nothing = without_number_text(one.n, one.dont_know, minimum, language)
        rows.append(
            [
                one.item.label.into(language),
                places or "–",
                _or_dash(one.dont_know, language),
                nothing or f"{one.n:.0f}",
            ]
        )
    caption = _("How many chose each place: ({x}, {y}).").format(
        x=axes.x.title.into(language), y=axes.y.title.into(language)
    )
    return Twin(
        caption=caption, columns=[_("Item"), _("Places"), _("Don't know"), _("n")], rows=rows
    )


def _placed(results: Results, instrument: Instrument) -> list[_Placed]:
    table = results.summary.loc[list(instrument.item_ids), _NUMBERS].to_numpy(dtype=float).tolist()
    owners = [(d, item) for d in instrument.dimensions for item in d.items]
    return [
        _Placed(number, dimension, item, *row)
        for number, ((dimension, item), row) in enumerate(zip(owners, table, strict=True), start=1)
    ]


def _quarters(placed: list[_Placed], axes: Axes, language: Language, minimum: int) -> str:
    """Say which items are in which quarter; those on a line between two are in the middle."""
    _ = translator(language).gettext
    shown = [one for one in placed if one.n > 0]
    if not shown:
        if any(isnan(one.n) for one in placed):
            reason = hidden_text(minimum, language)
            return _("The result is not shown yet: {reason}.").format(reason=reason)
        return _("No answers yet.")
    middle = (axes.points + 1) / 2
    x, y = axes.x.title.into(language), axes.y.title.into(language)
    names = {
        (1, 1): axes.corners.top_right if axes.corners else None,
        (-1, 1): axes.corners.top_left if axes.corners else None,
        (1, -1): axes.corners.bottom_right if axes.corners else None,
        (-1, -1): axes.corners.bottom_left if axes.corners else None,
    }
    many, few = _("{axis} high"), _("{axis} low")
    sentences = []
    for (right, up), name in names.items():
        inside = [one for one in shown if _side(one.x, middle) == right]
        inside = [one for one in inside if _side(one.y, middle) == up]
        if not inside:
            continue
        plain = (
            f"{(many if right > 0 else few).format(axis=x)}, "
            f"{(many if up > 0 else few).format(axis=y)}"
        )
        where = name.into(language) if name else plain
        sentences.append(f"{where}: {_names(inside, language)}.")
    between = [one for one in shown if not _side(one.x, middle) or not _side(one.y, middle)]
    if between:
        sentences.append(_("In the middle: {items}.").format(items=_names(between, language)))
    return " ".join(sentences)


def _side(value: float, middle: float) -> int:
    return (value > middle) - (value < middle)


def _names(placed: list[_Placed], language: Language) -> str:
    return ", ".join(one.item.label.into(language) for one in placed)


def _or_dash(value: float, language: Language) -> str:
    return "–" if isnan(value) else number(value, language)


def _range(low: float, high: float, language: Language) -> str:
    return "–" if isnan(low) else f"{number(low, language)}–{number(high, language)}"


def _marker(dimension: Dimension, x: float, y: float, radius: float) -> Spec:
    # a triangle or a diamond needs more room for the number inside it
    size = radius * (2.7 if dimension.shape in {"triangle", "diamond"} else 2)
    up = radius * 0.3 if dimension.shape == "triangle" else 0
    outline = stack(dimension.shape, x, y - up, 1, 1, 0, size) + "Z"
    return path(outline, fill=colour(dimension), line=PAPER, width=radius / 8)


def _number(one: _Placed, x: float, y: float, em: float) -> Label:
    return Label(x, y, f"<b>{one.number}</b>", em, "#ffffff", "center")


def _corner_labels(axes: Axes, square: _Square, language: Language, em: float) -> list[Label]:
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


def _axis_labels(axes: Axes, square: _Square, language: Language, em: float) -> list[Label]:
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


def _upright(square: _Square, one: _Placed, width: float) -> str:
    x, half = square.x(one.x), width / 2
    left, right = coordinate(x - half), coordinate(x + half)
    top, bottom = coordinate(square.y(one.y_q3) - half), coordinate(square.y(one.y_q1) + half)
    return f"M{left},{top}H{right}V{bottom}H{left}Z"


def _half(square: _Square, one: _Placed, margin: float) -> str:
    """Outline the rectangle of both middle halves."""
    left, right = square.x(one.x_q1) - margin, square.x(one.x_q3) + margin
    top, bottom = square.y(one.y_q3) - margin, square.y(one.y_q1) + margin
    return (
        f"M{coordinate(left)},{coordinate(top)}H{coordinate(right)}"
        f"V{coordinate(bottom)}H{coordinate(left)}Z"
    )


def _apart(
    points: list[tuple[float, float]], distance: float, square: _Square
) -> list[tuple[float, float]]:
    """Move points that are too near one another apart, as little as it takes, inside the map.

    Those at one place begin on a small ring around it, in their order, so that the same medians
    are always drawn the same way.
    """
    together = {point: [i for i, p in enumerate(points) if p == point] for point in points}
    now = [[*point] for point in points]
    for (x, y), members in together.items():
        if len(members) > 1:
            for turn, index in enumerate(members):
                angle = 2 * pi * turn / len(members) - pi / 2
                now[index] = [x + distance / 4 * cos(angle), y + distance / 4 * sin(angle)]
    low = (square.left + distance / 2, square.top + distance / 2)
    high = (low[0] + square.side - distance, low[1] + square.side - distance)
    for _round in range(200):
        moved = False
        for i, one in enumerate(now):
            for other in now[i + 1 :]:
                across, up = other[0] - one[0], other[1] - one[1]
                away = hypot(across, up) or nan
                lack = distance - away
                if not lack > 0.01:
                    continue
                moved = True
                for axis, step in enumerate((across, up)):
                    one[axis] -= step / away * lack / 2
                    other[axis] += step / away * lack / 2
        for point in now:
            for axis in (0, 1):
                point[axis] = min(high[axis], max(low[axis], point[axis]))
        if not moved:
            break
    return [(x, y) for x, y in now]
