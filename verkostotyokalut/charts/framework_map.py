"""The map of the framework: the core, the cycle around it, and the other parts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, pi, sin
from typing import NamedTuple

from ..analysis import Standing
from ..framework import Language
from ..framework.overview import Overview, Part
from .drawing import Label, Place, Spec, drawing, path
from .framework_map_words import SYMBOLS, State, key_texts, part_state, state_text
from .paths import band, number, ring
from .theme import FAINT, INK, INK_2, PAPER, Box, Size
from .words import lines, markup


class _Look(NamedTuple):
    fill: str
    line: str
    dash: str = "solid"


_LOOKS: dict[State, _Look] = {
    "strength": _Look("#b5dcd7", "#0b7a75"),
    "discuss": _Look("#dcdfdc", "#5f6e74"),
    "concern": _Look("#efcfae", "#9a4a0c"),
    "uncertain": _Look("#f4ecd2", "#6e6334", "10px,4px"),
    "asked": _Look("#ffffff", INK),
    "unasked": _Look(PAPER, FAINT, "4px,3px"),
}
_GAP = 0.035  # between two phases, in radians
_ARROW = 0.07  # how far a phase points to the next, in radii
_LEADING = 1.3  # from line to line, in font sizes: plotly's own


class _Plan(NamedTuple):
    """Where things are in the picture, in pixels of its box."""

    box: Box
    small: int  # the font's size of all but titles
    middle: tuple[float, float]
    radii: tuple[float, float, float]  # the ring's outer and inner, and the core's
    clasp: tuple[float, float]  # where the cycle begins: width and height
    card: tuple[float, float]
    top: float  # of the cards
    gap: float  # between the cards
    key: tuple[float, float, int]  # its first line, from line to line, how many on a line
    wordy: bool  # whether there is room for more than titles and symbols everywhere


# Beside the ring where there is room, below it on a phone.
_PLANS: dict[Size, _Plan] = {
    "screen": _Plan(
        box=Box(1500, 836, 23),
        small=20,
        middle=(750, 400),
        radii=(345, 150, 138),
        clasp=(250, 84),
        card=(372, 174),
        top=8,
        gap=16,
        key=(788, 30, 3),
        wordy=True,
    ),
    "console": _Plan(
        box=Box(360, 836, 13),
        small=12,
        middle=(180, 198),
        radii=(172, 80, 72),
        clasp=(150, 44),
        card=(174, 86),
        top=386,
        gap=8,
        key=(772, 22, 2),
        wordy=False,
    ),
}


class _Area(NamedTuple):
    """What a part takes of the picture."""

    part: Part
    outline: str
    x: float  # the middle of its words
    y: float
    width: float  # of the box, around its middle, where it is pressed
    height: float
    room: float  # for a line of its words
    wordy: bool  # whether its state is told in words
    detailed: bool = False


def framework_map_spec(
    overview: Overview,
    standings: Mapping[str, Standing],
    language: Language,
    *,
    size: Size = "screen",
    opened: str | None = None,
) -> Spec:
    """Draw the map, each part filled by its level and with a symbol and words that say it.

    Parameters
    ----------
    overview
        The parts.
    standings
        What is known of each part, by its id; a part that is not here has not been asked.
    language
        Of the labels.
    size
        ``screen`` for a wide page, ``console`` for a narrow one, where some parts have room for
        the symbol only.
    opened
        The id of the part that is open.
    """
    plan = _PLANS[size]
    shapes, labels, places = [], [], []
    for area in _areas(overview, plan):
        part, state = area.part, part_state(standings.get(area.part.id))
        look = _LOOKS[state]
        shapes.append(path(area.outline, fill=look.fill, line=look.line, width=2, dash=look.dash))
        labels += _words(area, state, plan, language)
        places.append(
            Place(
                part.id,
                f"{part.title.into(language)}: {state_text(state, language)}",
                area.x - area.width / 2,
                area.y - area.height / 2,
                area.width,
                area.height,
                part.id == opened,
            )
        )
    marks, names = _key(plan, language)
    return drawing(plan.box, [*shapes, *marks], [*labels, *names], places)


def _areas(overview: Overview, plan: _Plan) -> Iterator[_Area]:
    x, y = plan.middle
    outer, inner, core = plan.radii
    for part in overview.at("core"):
        side = 1.2 * core  # where it is pressed; it leaves room for the phases
        outline = ring(x, y, core)
        yield _Area(part, outline, x, y, side, side, 1.8 * core, plan.wordy, plan.wordy)
    yield from _phases(overview.at("ring"), x, y, outer, inner, plan.wordy)
    for part in overview.at("now"):
        yield _card(part, x, y - outer, plan.clasp, plan.wordy, plan)
    width, height = plan.card
    left, right = overview.at("left"), overview.at("right")
    for parts, middle in ((left, width / 2 + 4), (right, plan.box.width - width / 2 - 4)):
        for index, part in enumerate(parts):
            down = plan.top + index * (height + plan.gap) + height / 2
            yield _card(part, middle, down, plan.card, True, plan)


def _phases(
    parts: tuple[Part, ...], x: float, y: float, outer: float, inner: float, wordy: bool
) -> Iterator[_Area]:
    turn, middle, width = 2 * pi / len(parts), (outer + inner) / 2, outer - inner
    arrow = outer * _ARROW
    for index, part in enumerate(parts):
        start, end = index * turn + _GAP, (index + 1) * turn - _GAP
        outline = band(x, y, inner, outer, start, end, arrow=arrow)
        angle = (start + end) / 2 + arrow / middle / 2
        at = x + middle * sin(angle), y - middle * cos(angle)
        yield _Area(part, outline, *at, width * 0.8, width * 0.8, width, wordy)


def _card(
    part: Part, x: float, y: float, size: tuple[float, float], wordy: bool, plan: _Plan
) -> _Area:
    width, height = size
    outline = _rounded(x - width / 2, y - height / 2, width, height, plan.gap)
    return _Area(part, outline, x, y, width, height, width - plan.gap, wordy, plan.wordy)


def _rounded(left: float, top: float, width: float, height: float, radius: float) -> str:
    """Outline a box with round corners."""
    x0, x1, x2, x3 = map(number, (left, left + radius, left + width - radius, left + width))
    y0, y1, y2, y3 = map(number, (top, top + radius, top + height - radius, top + height))
    return (
        f"M{x1},{y0}H{x2}Q{x3},{y0} {x3},{y1}V{y2}Q{x3},{y3} {x2},{y3}"
        f"H{x1}Q{x0},{y3} {x0},{y2}V{y1}Q{x0},{y0} {x1},{y0}Z"
    )


def _words(area: _Area, state: State, plan: _Plan, language: Language) -> list[Label]:
    """Write a part's title, its detail and how it is doing, one below the other."""
    told = f"{SYMBOLS[state]} {state_text(state, language)}" if area.wordy else SYMBOLS[state]
    title = lines(area.part.title.into(language), area.room, plan.box.font * 1.08)  # bold is wider
    blocks = [("<b>{}</b>", title, plan.box.font)]
    if area.detailed and area.part.detail:
        detail = lines(area.part.detail.into(language), area.room, plan.small)
        blocks.append(("{}", detail, plan.small))
    blocks.append(("{}", lines(told, area.room, plan.small), plan.small))
    ink = INK_2 if state == "unasked" else INK
    labels, top = [], area.y - sum(len(block) * size for _, block, size in blocks) * _LEADING / 2
    for style, block, size in blocks:
        height = len(block) * size * _LEADING
        text = style.format(markup(block))
        labels.append(Label(area.x, top + height / 2, text, size, ink, "center"))
        top += height
    return labels


def _key(plan: _Plan, language: Language) -> tuple[list[Spec], list[Label]]:
    """Explain the fills and symbols, with the limits of the levels."""
    top, down, on_a_line = plan.key
    size, step = plan.small, plan.box.width / on_a_line
    marks, names = [], []
    for index, (state, text) in enumerate(key_texts(language)):
        row, column = divmod(index, on_a_line)
        x, y, look = column * step + 4, top + row * down, _LOOKS[state]
        box = _rounded(x, y - size * 0.6, size * 1.5, size * 1.2, size * 0.25)
        marks.append(path(box, fill=look.fill, line=look.line, width=1.5, dash=look.dash))
        names.append(Label(x + size * 0.75, y, SYMBOLS[state], size * 0.8, INK, "center"))
        names.append(Label(x + size * 1.9, y, markup([text]), size, INK_2))
    return marks, names
