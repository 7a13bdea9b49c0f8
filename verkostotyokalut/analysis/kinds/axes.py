"""The numbers of the kind ``axes``: median and middle half on both axes, and counts by cell."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

import numpy as np
import pandas as pd

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.axes import Axes
from ..answers import Answers
from ..disclosure import may_show
from ..summary import quantiles

_SHARES = (0.5, 0.25, 0.75)


class Results(NamedTuple):
    """Tables that may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    cells
        How many are at each place: float64, index item, columns (x, y) with x and y 1..k; a
        hidden item is NaN.
    summary
        float64, index item; NaN in a hidden item.

        - ``n``: answers that are places
        - ``dont_know``: how many
        - ``x``, ``x_q1``, ``x_q3``, ``y``, ``y_q1``, ``y_q3``: median and middle half, 1..k
          (see `verkostotyokalut.analysis.summary`); NaN when ``n`` is 0
    """

    n: int | None
    cells: pd.DataFrame
    summary: pd.DataFrame


class Along(TypedDict):
    """The median and the middle half on one axis, 1..k."""

    median: float
    q1: float
    q3: float


class ReleasedItem(TypedDict):
    """One item's place: how many placed it, and where on each axis."""

    n: int
    x: Along
    y: Along


def collect(instrument: Instrument) -> Answers:
    """Return an empty collection of answers."""
    return Answers(instrument)


def results(collected: Answers, instrument: Instrument, minimum: int | None) -> Results:
    """Return the tables that may be shown; an item placed by fewer than ``minimum`` is hidden."""
    points = instrument.asked_as(Axes).points
    rows, cells = [], []
    for item in instrument.item_ids:
        given = collected.of(item)
        places = [value for value in given if value != DONT_KNOW]
        if not may_show(len(places), minimum):
            rows.append([np.nan] * 8)
            cells.append([np.nan] * points**2)
            continue
        counts = np.zeros((points, points))
        for x, y in places:
            counts[x - 1, y - 1] += 1
        # one row of counts for each axis
        along = quantiles(np.stack([counts.sum(axis=1), counts.sum(axis=0)]), _SHARES)
        rows.append([len(places), len(given) - len(places), *along.ravel().tolist()])
        cells.append(counts.ravel().tolist())
    index = pd.Index(instrument.item_ids, name="item", dtype=object)
    columns = ["n", "dont_know", "x", "x_q1", "x_q3", "y", "y_q1", "y_q3"]
    every = range(1, points + 1)
    return Results(
        collected.answered if may_show(collected.answered, minimum) else None,
        pd.DataFrame(
            cells,
            index=index,
            columns=pd.MultiIndex.from_product([every, every], names=["x", "y"]),
            dtype=np.float64,
        ),
        pd.DataFrame(rows, index=index, columns=columns, dtype=np.float64),
    )


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's place, None where it is hidden or nobody has placed it."""
    released: dict[str, ReleasedItem | None] = {}
    table = results.summary.drop(columns="dont_know")
    for item, (n, x, x1, x3, y, y1, y3) in zip(
        results.summary.index, table.to_numpy().tolist(), strict=True
    ):
        released[str(item)] = (
            ReleasedItem(n=int(n), x=Along(median=x, q1=x1, q3=x3), y=Along(median=y, q1=y1, q3=y3))
            if n > 0
            else None
        )
    return released
