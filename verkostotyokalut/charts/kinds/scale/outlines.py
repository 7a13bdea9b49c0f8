"""Outlines of a dimension's shape that can be filled up to a level."""

from __future__ import annotations

from math import cos, pi, sin

from ....framework import Shape

Point = tuple[float, float]
_ROUND = 60  # corners that look round


def outline(shape: Shape, x: float, y: float, radius: float) -> list[Point]:
    """Return the corners of a shape, twice ``radius`` high, with its middle at (x, y)."""
    if shape == "square":
        across = 0.92 * radius
        return [
            (x - across, y - radius),
            (x + across, y - radius),
            (x + across, y + radius),
            (x - across, y + radius),
        ]
    if shape == "triangle":
        return [(x - 1.1 * radius, y + radius), (x, y - radius), (x + 1.1 * radius, y + radius)]
    corners = 4 if shape == "diamond" else _ROUND
    angles = [2 * pi * corner / corners for corner in range(corners)]
    return [(x + radius * sin(angle), y - radius * cos(angle)) for angle in angles]


def filled(corners: list[Point], share: float) -> str:
    """Outline the lower part of a convex shape, up to a share (0..1) of its height."""
    low, high = max(y for _, y in corners), min(y for _, y in corners)
    surface = low - share * (low - high)
    below: list[Point] = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if y0 >= surface:
            below.append((x0, y0))
        if (y0 >= surface) != (y1 >= surface):
            below.append((x0 + (x1 - x0) * (surface - y0) / (y1 - y0), surface))
    if share <= 0 or len(below) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in below) + "Z"
