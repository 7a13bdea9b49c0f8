"""The profile: a petal for each item, as long as its median, in its dimension's colour."""

from __future__ import annotations

from functools import lru_cache
from math import cos, isnan, pi, sin
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from ..analysis import strengths
from ..framework import Instrument, Language, Scale
from .drawing import Anchor, Label, Spec, drawing, figure, path
from .paths import ring, sector
from .terms import hidden_text, number
from .theme import FAINT, INK_2, LINE, PAPER, PROFILE, Size, colour
from .words import lines, markup, width

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_SIDE = 8.2  # room for labels at the sides, in em
_GAP = 0.9  # from the outermost ring to a label, in em
_LABEL = (9.0, 11.0, 13.0)  # good widths of a label, the best first, in em
_LEADING = 1.3  # plotly's line height, in em
_BETWEEN = 0.07  # of a petal's slot, left empty on each side of it
OPACITY = 0.85


class _Slot(NamedTuple):
    start: float
    middle: float
    end: float


class _Frame(NamedTuple):
    """What does not depend on the answers."""

    x: float
    y: float
    radius: float
    slots: tuple[_Slot, ...]
    rings: str
    labels: tuple[Label, ...]


def profile(
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Figure:
    """Draw the profile of an instrument's items.

    Parameters
    ----------
    summary
        Guarded; see `verkostotyokalut.analysis.summary`. A hidden item (NaN) is an empty, dashed
        slot with a dash.
    instrument
        What was asked. Reversed items are turned, so that a long petal is always a strength.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 20 px in a box of 760×690), ``"console"`` for a panel
        of the leader's (11 px, 400×350).
    minimum
        The disclosure limit that was used; it is named when something is hidden.
    """
    return figure(profile_spec(summary, instrument, language, size=size, minimum=minimum))


def profile_spec(
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Return `profile` as plain JSON data, for pages that redraw it many times a second."""
    frame = _frame(instrument, language, size)
    box, points = PROFILE[size], len(instrument.asked_as(Scale).points)
    table = strengths(summary, instrument)
    counts, medians = table["n"].to_list(), table["median"].to_list()

    petals, empty, numbers = [], "", []
    index = 0
    for dimension in instrument.dimensions:
        outline = ""
        for _ in dimension.items:
            slot, median = frame.slots[index], medians[index]
            if isnan(median):
                empty += sector(frame.x, frame.y, frame.radius, slot.start, slot.end)
                if isnan(counts[index]):
                    numbers.append(_at(frame, slot, frame.radius * 0.6, "–", box.font, INK_2))
            else:
                length = frame.radius * median / points
                outline += sector(frame.x, frame.y, length, slot.start, slot.end)
                text = number(median, language)
                numbers.append(_median(frame, slot, length, text, box.font, colour(dimension)))
            index += 1
        petals.append(path(outline, fill=colour(dimension), opacity=OPACITY))

    key = []
    if any(isnan(n) for n in counts):
        words = f"–  {hidden_text(minimum, language)}"
        key = [Label(frame.x, box.height - box.font * 0.8, words, box.font, INK_2, "center")]
    shapes = [
        path(frame.rings, line=LINE, width=box.font / 13),
        path(empty, fill=PAPER, line=FAINT, width=box.font / 16, dash="dot"),
        *petals,
    ]
    return drawing(box, shapes, [*frame.labels, *numbers, *key])


@lru_cache(maxsize=64)
def _frame(instrument: Instrument, language: Language, size: Size) -> _Frame:
    box = PROFILE[size]
    em, x = box.font, box.width / 2
    y = box.height / 2 - em * 0.4  # the line under it, when something is hidden, needs its room
    radius = min(x - _SIDE * em, y - 3.6 * em)
    step = 2 * pi / len(instrument.items)
    slots = tuple(
        _Slot((i + _BETWEEN) * step, (i + 0.5) * step, (i + 1 - _BETWEEN) * step)
        for i in range(len(instrument.items))
    )
    points = len(instrument.asked_as(Scale).points)
    rings = "".join(ring(x, y, radius * point / points) for point in range(1, points + 1))
    labels = tuple(
        _label(x, y, radius, slot.middle, item.label.into(language), box.width, em)
        for slot, item in zip(slots, instrument.items, strict=True)
    )
    return _Frame(x, y, radius, slots, rings, labels)


def _label(
    x: float, y: float, radius: float, angle: float, text: str, box_width: float, em: float
) -> Label:
    """Place an item's label outside the rings at its petal's angle."""
    across, up = sin(angle), cos(angle)
    at = x + across * (radius + _GAP * em)
    anchor: Anchor = "center" if abs(across) < 0.05 else "left" if across > 0 else "right"
    room = {"left": box_width - at, "right": at, "center": 2 * x}[anchor]
    tries = [lines(text, room, em, good * em) for good in _LABEL]
    broken = next((lines_ for lines_ in tries if len(lines_) <= 2), tries[0])
    half_height = len(broken) * _LEADING * em / 2
    beyond = radius + _GAP * em + half_height * abs(up)
    return Label(at, y - up * beyond, markup(broken), em, anchor=anchor)


def _median(frame: _Frame, slot: _Slot, length: float, text: str, em: float, ink: str) -> Label:
    """Write a median inside its petal's end, or just beyond the petal where it is too narrow."""
    inside = length - 1.05 * em
    if inside * (slot.end - slot.start) > width(text, em) + 0.5 * em:
        return _at(frame, slot, inside, f"<b>{text}</b>", em, "#ffffff")
    return _at(frame, slot, length + 0.8 * em, f"<b>{text}</b>", em, ink)


def _at(frame: _Frame, slot: _Slot, radius: float, text: str, em: float, ink: str) -> Label:
    x = frame.x + radius * sin(slot.middle)
    return Label(x, frame.y - radius * cos(slot.middle), text, em, ink, "center")
