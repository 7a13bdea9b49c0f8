"""Outlines as SVG paths that plotly's shapes understand (no arcs, absolute coordinates)."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from math import cos, pi, sin, tan

from ..framework import Shape

_ARC = 4 / 3  # how far the handles of a half circle's cubic stand, in radii


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=65_536)
def stack(
    shape: Shape, x: float, y: float, count: int, columns: int, pitch: float, size: float
) -> str:
    """Outline ``count`` dots as an even block of rows with its middle at (x, y).

    Parameters
    ----------
    shape
        What a dot is: a circle, a square or a triangle.
    columns
        How many dots fit in a row.
    pitch, size
        The distance between dots' middles and a dot's width, in pixels.

    Notes
    -----
    The quickest outlines that plotly can draw: dots are not closed one by one, so the whole path
    must end in Z to be filled. Kept, because few cells change between two frames.
    """
    rows = -(-count // columns)
    across = -(-count // rows)
    left, top = x - (across - 1) / 2 * pitch, y - (rows - 1) / 2 * pitch
    # every coordinate is written once for its row or column, not once for each dot
    reach = size * _ARC / 2 if shape in {"circle", "plain"} else size / 2
    xs = [_three(left + column * pitch, size / 2) for column in range(across)]
    ys = [_three(top + row * pitch, reach) for row in range(rows)]
    dots = ((column, row) for row in ys for column in xs)
    return "".join(_dot(shape, *column, *row) for column, row in islice(dots, count))


def _three(middle: float, reach: float) -> tuple[str, str, str]:
    return number(middle - reach), number(middle), number(middle + reach)


def _dot(shape: Shape, left: str, x: str, right: str, top: str, y: str, bottom: str) -> str:
    """Outline a dot; a circle's top and bottom are where its cubics' handles are."""
    if shape == "square":
        return f"M{left},{top}H{right}V{bottom}H{left}"
    if shape == "triangle":
        return f"M{left},{bottom}L{x},{top}L{right},{bottom}"
    if shape == "diamond":
        return f"M{left},{y}L{x},{top}L{right},{y}L{x},{bottom}"
    return f"M{left},{y}C{left},{top} {right},{top} {right},{y}S{left},{bottom} {left},{y}"


def pill(x0: float, x1: float, y: float, height: float) -> str:
    """Outline a bar from x0 to x1 with round ends that stand out by half its height."""
    half = height / 2
    left, right, far_left, far_right = (
        number(v) for v in (x0, x1, x0 - half * _ARC, x1 + half * _ARC)
    )
    top, bottom = number(y - half), number(y + half)
    return (
        f"M{left},{top}H{right}C{far_right},{top} {far_right},{bottom} {right},{bottom}"
        f"H{left}C{far_left},{bottom} {far_left},{top} {left},{top}Z"
    )


def sector(x: float, y: float, radius: float, start: float, end: float) -> str:
    """Outline a sector of a circle.

    Parameters
    ----------
    start, end
        Angles in radians, clockwise from the top, ``start`` < ``end``.
    """
    return f"M{number(x)},{number(y)}L{_arc(x, y, radius, start, end)}Z"


def band(
    x: float,
    y: float,
    inner: float,
    outer: float,
    start: float,
    end: float,
    *,
    arrow: float = 0,
    share: float = 1,
) -> str:
    """Outline a part of a ring that points clockwise.

    Parameters
    ----------
    inner, outer
        The ring's radii.
    start, end
        Angles in radians, clockwise from the top.
    arrow
        How far its end is drawn to a point, and its start drawn in, in pixels along the middle.
    share
        How much of its width is filled, from the inside, 0..1.
    """
    middle, top = (inner + outer) / 2, inner + share * (outer - inner)
    ahead = arrow / middle * (1 - abs(2 * share - 1))  # at the top of what is filled
    there = _arc(x, y, top, start + ahead, end + ahead)
    back = _arc(x, y, inner, start, end, backwards=True)
    if share <= 0.5:
        return f"M{there}L{back}Z"
    tip, notch = end + arrow / middle, start + arrow / middle
    return f"M{there}L{_point(x, y, middle, 0, tip)}L{back}L{_point(x, y, middle, 0, notch)}Z"


def ring(x: float, y: float, radius: float) -> str:
    """Outline a circle."""
    return f"M{_arc(x, y, radius, 0, 2 * pi)}Z"


def _arc(
    x: float, y: float, radius: float, start: float, end: float, *, backwards: bool = False
) -> str:
    """Trace an arc, beginning with its first point, as cubics of an eighth of a turn at most."""
    parts = max(1, round((end - start) / (pi / 4)))
    if backwards:
        start, end = end, start
    step = (end - start) / parts
    handle = _ARC * tan(step / 4) * radius
    trace = _point(x, y, radius, 0, start)
    for part in range(parts):
        a, b = start + part * step, start + (part + 1) * step
        trace += (
            f"C{_point(x, y, radius, handle, a)} {_point(x, y, radius, -handle, b)} "
            f"{_point(x, y, radius, 0, b)}"
        )
    return trace


def _point(x: float, y: float, radius: float, ahead: float, angle: float) -> str:
    """Write the point at an angle of a circle, or ``ahead`` of it along the tangent."""
    return (
        f"{number(x + radius * sin(angle) + ahead * cos(angle))},"
        f"{number(y - radius * cos(angle) + ahead * sin(angle))}"
    )
