"""The picture ``sides``: two dimensions as a map, and whether they are in balance."""

from __future__ import annotations

from math import isnan

from ....analysis import Results
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...drawing import Anchor, Label, Spec, drawing, path
from ...paths import ring, stack
from ...terms import number, value_text
from ...theme import CHARACTERS, FAINT, INK, INK_2, LINE, PAPER, Box, Size, colour
from ...words import lines, markup
from .. import Drawer, drawn
from .levels import Level, levels
from .sides_twin import quarters, sides_twin

_BOX: dict[Size, Box] = {"screen": Box(1040, 760, 20), "console": Box(400, 350, 11)}
_SIDE: dict[Size, float] = {"screen": 610, "console": 272}
_LEADING = 1.3


class _Plane:
    """The map's square: a cell for each pair of points."""

    def __init__(self, left: float, top: float, side: float, points: int) -> None:
        self.left, self.top, self.side, self.points = left, top, side, points
        self.right, self.bottom = left + side, top + side

    def x(self, of: float) -> float:
        return self.left + self.side * (of - 0.5) / self.points

    def y(self, of: float) -> float:
        return self.bottom - self.side * (of - 0.5) / self.points


def drawer(instrument: Instrument, language: Language, size: Size) -> Drawer:
    """Return the map of the two sides."""
    _ = translator(language).gettext

    key = (
        ("⬤", _("the level of both")),
        ("+", _("lowest–highest item")),
        ("- - -", _("balance")),
    )
    draw = drawn(sides_spec, sides_twin, instrument, language, size)
    return Drawer(_("The two sides"), draw, key)


def sides_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the first dimension on x and the second on y: the levels, and the items' spread.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.Results`. There is a mark when both have a level.
    instrument
        What was asked, of two dimensions; reversed items are turned first.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 20 px in a box of 1040×760, with every item's
        median), ``"console"`` for a panel of the leader's (11 px, 400×350).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    box, em = _BOX[size], _BOX[size].font
    plane = _Plane(1.6 * em, 2.2 * em, _SIDE[size], len(instrument.asked_as(Scale).points))
    across, up = levels(results, instrument, language, minimum)
    shapes = [*_ground(plane, em), *_mark(plane, across, up, em)]
    labels = [
        *_quarter_labels(plane, across, up, language, em),
        *_axes(plane, across, up, em),
        *_ends(plane, instrument, language, em, box.height),
        *_side_by_side((across, up), plane.right + 1.6 * em, box, language, size),
    ]
    return drawing(box, shapes, labels)


def _ground(plane: _Plane, em: float) -> list[Spec]:
    left, top, right, bottom = plane.left, plane.top, plane.right, plane.bottom
    x, y = (left + right) / 2, (top + bottom) / 2
    frame = f"M{left:.1f},{top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z"
    cross = f"M{x:.1f},{top:.1f}V{bottom:.1f}M{left:.1f},{y:.1f}H{right:.1f}"
    clear = max(plane.side / plane.points / 2, 2.9 * em)  # of the quarters' names
    balance = f"M{left + clear:.1f},{bottom - clear:.1f}L{right - clear:.1f},{top + clear:.1f}"
    return [
        path(frame, fill="#ffffff", line=LINE, width=em / 12),
        path(cross, line=FAINT, width=em / 14),
        path(balance, line=INK_2, width=em / 12, dash="dash"),
    ]


def _mark(plane: _Plane, across: Level, up: Level, em: float) -> list[Spec]:
    if isnan(across.median) or isnan(up.median):
        return []
    x, y = plane.x(across.median), plane.y(up.median)
    left, right = plane.x(across.lowest), plane.x(across.highest)
    top, bottom = plane.y(up.highest), plane.y(up.lowest)
    shapes = [
        path(f"M{left:.1f},{y:.1f}H{right:.1f}", line=colour(across.dimension), width=em / 4),
        path(f"M{x:.1f},{top:.1f}V{bottom:.1f}", line=colour(up.dimension), width=em / 4),
    ]
    ends = [(across, left, y), (across, right, y), (up, x, top), (up, x, bottom)]
    shapes += [
        path(
            stack(one.dimension.shape, at_x, at_y, 1, 1, 0, 0.9 * em) + "Z",
            fill=colour(one.dimension),
        )
        for one, at_x, at_y in ends
    ]
    return [*shapes, path(ring(x, y, 0.95 * em), fill=INK, line=PAPER, width=em / 8)]


def _quarter_labels(
    plane: _Plane, across: Level, up: Level, language: Language, em: float
) -> list[Label]:
    inset, room = 0.5 * em, plane.side / 2 - em
    names = quarters(across, up, language)
    labels = []
    for (right, top), name in names.items():
        broken = lines(name, room, em)
        half = len(broken) * _LEADING * em / 2 + 0.2 * em
        anchor: Anchor = "right" if right else "left"
        x = plane.right - inset if right else plane.left + inset
        y = plane.top + half if top else plane.bottom - half
        labels.append(Label(x, y, markup(broken), em, INK_2, anchor))
    return labels


def _axes(plane: _Plane, across: Level, up: Level, em: float) -> list[Label]:
    """Name the axes at their high ends, and number their points."""
    along = plane.bottom + 0.9 * em
    labels = [
        Label(plane.left, 1.0 * em, _title("↑", up), 1.1 * em, colour(up.dimension)),
        Label(
            plane.right,
            along + 1.5 * em,
            _title("→", across),
            1.1 * em,
            colour(across.dimension),
            "right",
        ),
    ]
    for point in range(1, plane.points + 1):
        labels.append(Label(plane.x(point), along, str(point), em, INK_2, "center"))
        labels.append(Label(plane.left - 0.8 * em, plane.y(point), str(point), em, INK_2, "center"))
    return labels


def _title(arrow: str, one: Level) -> str:
    return f"<b>{arrow} {CHARACTERS[one.dimension.shape]} {markup([one.title])}</b>"


def _ends(
    plane: _Plane, instrument: Instrument, language: Language, em: float, bottom: float
) -> list[Label]:
    """Say what the lowest and the highest point of the scale mean."""
    points = instrument.asked_as(Scale).points
    low, high = points[0].into(language), points[-1].into(language)
    words = lines(f"1 = {low}, {len(points)} = {high}", 1.1 * plane.side, 0.95 * em)
    return [Label(plane.left, bottom - 0.9 * em, markup(words), 0.95 * em, INK_2)]


def _side_by_side(
    sides: tuple[Level, Level], left: float, box: Box, language: Language, size: Size
) -> list[Label]:
    """Write each level beside the map; on the projector each item's median as well."""
    em, _ = box.font, translator(language).gettext
    labels: list[Label] = []
    y = 1.0 * em
    for one in sides:
        ink = colour(one.dimension)
        title = lines(f"{CHARACTERS[one.dimension.shape]} {one.title}", box.width - left, 1.1 * em)
        height = len(title) * 1.1 * _LEADING * em
        labels.append(Label(left, y + height / 2, f"<b>{markup(title)}</b>", 1.1 * em, ink))
        y += height
        if one.nothing is not None:
            broken = lines(one.nothing, box.width - left, em)
            height = len(broken) * _LEADING * em
            labels.append(Label(left, y + height / 2, markup(broken), em, INK_2))
            y += height + em
            continue
        level = f"<b>{number(one.median, language)}</b>"
        labels.append(Label(left, y + 1.1 * em, level, 1.7 * em, INK))
        y += 2.4 * em
        for name, median in one.items if size == "screen" else ():
            broken = lines(name, box.width - left - 2.2 * em, em)
            height = len(broken) * _LEADING * em
            words = f"<b>{value_text(median, language)}</b>"
            labels.append(Label(left, y + height / 2, words, em, INK))
            labels.append(Label(left + 2.2 * em, y + height / 2, markup(broken), em, INK))
            y += height + 0.2 * em
        y += em
    return labels
