"""What the pictures of the kind ``axes`` are of: the items' places, and the map's square."""

from __future__ import annotations

from math import cos, hypot, isnan, nan, pi, sin
from typing import NamedTuple

from ....analysis.kinds.axes import Results
from ....framework import Dimension, Instrument, Item
from ...paths import number as coordinate


class Placed(NamedTuple):
    """An item and its numbers; NaN where they are hidden, and ``z`` also where it isn't asked."""

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
    z: float = nan
    z_q1: float = nan
    z_q3: float = nan

    @property
    def few(self) -> bool:
        """Whether too few have placed it for more than the medians to be told."""
        return self.n > 0 and isnan(self.x_q1)

    def cells(self, results: Results) -> list[tuple[int, int, float]]:
        """Return the places that were chosen, as (x, y, how many); none when hidden."""
        counts = results.cells.loc[[self.item.id]].to_numpy(dtype=float)[0].tolist()
        points = round(len(counts) ** 0.5)
        return [
            (index // points + 1, index % points + 1, count)
            for index, count in enumerate(counts)
            if count > 0
        ]


class Square(NamedTuple):
    """Where a map is drawn."""

    left: float
    top: float
    side: float
    points: int

    def x(self, value: float) -> float:
        """Return where a point of the axis to the right is."""
        return self.left + self.side * (value - 0.5) / self.points

    def y(self, value: float) -> float:
        """Return where a point of the axis upwards is."""
        return self.top + self.side * (1 - (value - 0.5) / self.points)

    def frame(self) -> str:
        """Return the outline."""
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


def placed_items(results: Results, instrument: Instrument) -> list[Placed]:
    """Return every item with its numbers, in the instrument's order, numbered from 1."""
    table = results.summary.loc[list(instrument.item_ids)].to_numpy(dtype=float).tolist()
    owners = [(d, item) for d in instrument.dimensions for item in d.items]
    return [
        Placed(number, dimension, item, *row)
        for number, ((dimension, item), row) in enumerate(zip(owners, table, strict=True), start=1)
    ]


def apart(
    points: list[tuple[float, float]], radii: list[float], square: Square
) -> list[tuple[float, float]]:
    """Move marks that would meet apart, as little as it takes, inside the map.

    Those at one place begin on a small ring around it, in their order, so that the same medians
    are always drawn the same way.
    """
    together = {point: [i for i, p in enumerate(points) if p == point] for point in points}
    now = [[*point] for point in points]
    for (x, y), members in together.items():
        if len(members) > 1:
            for turn, index in enumerate(members):
                angle = 2 * pi * turn / len(members) - pi / 2
                step = radii[index] / 2
                now[index] = [x + step * cos(angle), y + step * sin(angle)]
    for _round in range(200):
        moved = False
        for i, one in enumerate(now):
            for j, other in enumerate(now[i + 1 :], start=i + 1):
                across, up = other[0] - one[0], other[1] - one[1]
                away = hypot(across, up) or nan
                lack = radii[i] + radii[j] - away
                if not lack > 0.01:
                    continue
                moved = True
                for axis, step in enumerate((across, up)):
                    one[axis] -= step / away * lack / 2
                    other[axis] += step / away * lack / 2
        for point, radius in zip(now, radii, strict=True):
            for axis, start in enumerate((square.left, square.top)):
                inside = max(start + radius, point[axis])
                point[axis] = min(start + square.side - radius, inside)
        if not moved:
            break
    return [(x, y) for x, y in now]
