"""How the parts of a comparison look: a shape and a colour each, beside their labels."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Literal, NamedTuple

from ...analysis import Comparison, Of
from ...framework import Shape
from ..drawing import Spec, path
from ..paths import number as coordinate
from ..paths import stack
from ..theme import COLOURS, INK_2, PAPER

MOST = 6  # parts that shapes and colours tell apart


class Look(NamedTuple):
    """A mark's shape and colour; one that isn't ``filled`` is an outline."""

    shape: Shape | Literal["down", "cross"]
    colour: str
    filled: bool = True


_GROUPS = (
    Look("circle", COLOURS["circle"]),
    Look("square", COLOURS["square"]),
    Look("triangle", COLOURS["triangle"]),
    Look("diamond", COLOURS["diamond"]),
    Look("down", "#8a6500"),
    Look("cross", "#a3325f"),
)
_PLAIN = Look("circle", COLOURS["plain"])


def looks(comparison: Comparison) -> list[Look]:
    """Return how each part looks.

    Groups are six kinds of marks; where there are more of them, all are alike and each picture
    has a row for each. Of rounds and sessions the last one is full and in colour, and the earlier
    ones are grey outlines.
    """
    count = len(comparison.parts)
    if comparison.of is Of.GROUPS:
        return list(_GROUPS[:count]) if count <= MOST else [_PLAIN] * count
    earlier = [Look(_GROUPS[1 + i % (MOST - 1)].shape, INK_2, False) for i in range(count - 1)]
    return [*earlier, _GROUPS[0]][:count]


def mark(look: Look, x: float, y: float, size: float) -> Spec:
    """Draw a part's mark, ``size`` pixels wide, with its middle at (x, y)."""
    outline = _outline(look.shape, x, y, size)
    if look.filled:
        return path(outline, fill=look.colour, line=PAPER, width=size / 12)
    return path(outline, fill=PAPER, line=look.colour, width=size / 6)


def _outline(shape: Shape | Literal["down", "cross"], x: float, y: float, size: float) -> str:
    half = size / 2
    if shape == "down":
        left, right = coordinate(x - half), coordinate(x + half)
        top, bottom = coordinate(y - half), coordinate(y + half)
        return f"M{left},{top}H{right}L{coordinate(x)},{bottom}Z"
    if shape == "cross":
        return _cross(x, y, half)
    even = size * (1.2 if shape == "diamond" else 0.9 if shape == "square" else 1)
    return stack(shape, x, y, 1, 1, 0, even) + "Z"


def _cross(x: float, y: float, half: float) -> str:
    """Outline a slanted cross with thick arms."""
    corners = [(1, 0.3), (0.3, 0.3), (0.3, 1), (-0.3, 1), (-0.3, 0.3), (-1, 0.3)]
    corners += [(-a, -b) for a, b in corners]
    across, up = cos(pi / 4) * half * 1.2, sin(pi / 4) * half * 1.2
    turned = [(x + a * across - b * up, y + a * up + b * across) for a, b in corners]
    return "M" + "L".join(f"{coordinate(a)},{coordinate(b)}" for a, b in turned) + "Z"
