"""The look as plotly sees it: colours, fonts, sizes and the one template."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ..framework import Dimension, Instrument, Shape

INK, INK_2, FAINT, LINE = "#17252b", "#4a5a61", "#93a0a4", "#dcdfdc"
PAPER = "#fbfaf7"
# Colour belongs to the shape, so that each dimension has both cues wherever it is drawn.
COLOURS: dict[Shape, str] = {
    "circle": "#0b7a75",
    "square": "#2b5ba8",
    "triangle": "#b3540e",
    "diamond": "#6a3d8f",
    "plain": "#14505c",
}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

Size = Literal["screen", "console"]


class Box(NamedTuple):
    """The box a figure is drawn in, and its text; all in CSS pixels."""

    width: int
    height: int
    font: int


PROFILE: dict[Size, Box] = {"screen": Box(760, 690, 20), "console": Box(400, 350, 11)}
ITEMS = Box(980, 850, 19)

_AXIS = {"visible": False, "fixedrange": True, "autorange": False}

TEMPLATE: dict[str, Any] = {
    "layout": {
        "font": {"family": FONT, "color": INK},
        "colorway": list(COLOURS.values()),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "xaxis": _AXIS,
        "yaxis": _AXIS,
    }
}


CHARACTERS: dict[Shape, str] = {
    "circle": "●",
    "square": "■",
    "triangle": "▲",
    "diamond": "◆",
    "plain": "●",
}


def marks(instrument: Instrument) -> str:
    """Return the shapes of an instrument's dots, as characters."""
    shapes = (CHARACTERS[dimension.shape] for dimension in instrument.dimensions)
    return " ".join(dict.fromkeys(shapes))


def colour(dimension: Dimension) -> str:
    """Return the colour of a dimension, text-safe on paper."""
    return COLOURS[dimension.shape]


# Brown, grey and teal: told apart by those who confuse red and green, too.
_LOW, _MIDDLE, _HIGH = ("#8a5a2b", "#d9bb94"), "#cfd4d4", ("#8ecac4", "#0b7a75")


def diverging(count: int) -> tuple[str, ...]:
    """Return a colour for each point of a scale: brown, in the middle grey, then teal."""
    half = count // 2
    low = [_mixed(*_LOW, place / max(1, half - 1)) for place in range(half)]
    high = [_mixed(*_HIGH, 1 - place / max(1, half - 1)) for place in reversed(range(half))]
    return (*low, *([_MIDDLE] * (count % 2)), *high)


def _mixed(one: str, other: str, share: float) -> str:
    """Mix two colours (#rrggbb)."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
