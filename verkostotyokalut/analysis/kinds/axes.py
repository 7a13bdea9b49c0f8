"""The numbers of the kind ``axes``: median and middle half on each axis, and counts by cell."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import nan
from typing import Any, NamedTuple, NotRequired, TypedDict, cast

import numpy as np
import pandas as pd
from pydantic import TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.axes import Axes
from ..answers import Answers
from ..disclosure import may_show, may_show_each, shown_number
from ..summary import quantiles
from ..told import Middle, People, Told, known, told_of

_SHARES = (0.5, 0.25, 0.75)


class Results(NamedTuple):
    """Tables that may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    cells
        How many are at each place: float64, index item, columns (x, y) with x and y 1..k; NaN in
        a hidden item, and in one with too few places to be shown in detail (see `may_show_each`).
    summary
        float64, index item; NaN in a hidden item.

        - ``n``: answers that are places
        - ``dont_know``: how many
        - ``x``, ``x_q1``, ``x_q3``, ``y``, ``y_q1``, ``y_q3``, and so of ``z`` where it is asked:
          median and middle half, 1..k (see `verkostotyokalut.analysis.summary`); NaN when ``n``
          is 0, and the middle half also where the cells are hidden
    """

    n: int | None
    cells: pd.DataFrame
    summary: pd.DataFrame


class Along(TypedDict):
    """The median and the middle half on one axis, 1..k; None where it is hidden."""

    median: float
    q1: float | None
    q3: float | None


class ReleasedItem(TypedDict):
    """One item's place: how many placed it, and where on each axis."""

    n: int
    x: Along
    y: Along
    z: NotRequired[Along]


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Return the tables that may be shown; an item placed by fewer than ``minimum`` is hidden."""
    question = instrument.asked_as(Axes)
    points = question.points
    columns = ["n", "dont_know"]
    for axis in question.axes:
        columns += [axis, f"{axis}_q1", f"{axis}_q3"]
    rows, cells = [], []
    for item in instrument.item_ids:
        given = collected.of(item)
        places = [value for value in given if value != DONT_KNOW]
        if not may_show(len(places), minimum):
            rows.append([np.nan] * len(columns))
            cells.append([np.nan] * points**2)
            continue
        found = np.array(places, dtype=np.int64).reshape(len(places), len(question.axes)) - 1
        counts = np.zeros((points, points))
        np.add.at(counts, (found[:, 0], found[:, 1]), 1)
        along = quantiles([np.bincount(axis, minlength=points) for axis in found.T], _SHARES)
        seen = item not in coarse and may_show_each(len(places), minimum)
        if not seen:
            along[:, 1:] = np.nan
        rows.append([len(places), len(given) - len(places), *along.ravel().tolist()])
        cells.append(counts.ravel().tolist() if seen else [np.nan] * points**2)
    index = pd.Index(instrument.item_ids, name="item", dtype=object)
    every = range(1, points + 1)
    return Results(
        shown_number(collected.answered, minimum),
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
    axes = [name for name in ("x", "y", "z") if name in results.summary]
    released: dict[str, ReleasedItem | None] = {}
    for item, row in zip(results.summary.index, results.summary.to_dict("records"), strict=True):
        along = {
            a: Along(median=row[a], q1=known(row[f"{a}_q1"]), q3=known(row[f"{a}_q3"]))
            for a in axes
        }
        place = cast(ReleasedItem, {"n": int(row["n"]), **along}) if row["n"] > 0 else None
        released[str(item)] = place
    return released


class _Told(Told):
    """What `release` tells of an item."""

    n: People
    x: Middle
    y: Middle
    z: Middle | None = None


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the places that `release` told of; see `verkostotyokalut.analysis.detail`."""
    question = instrument.asked_as(Axes)
    empty = results(collect(instrument), instrument, None)
    cells, summary = empty.cells, empty.summary
    for item, row in told_of(told, n, instrument, _TOLD).items():
        cells.loc[item], summary.loc[item] = nan, nan
        if row is None:
            continue
        along = {"x": row.x, "y": row.y, "z": row.z}
        placed = {name: middle for name, middle in along.items() if middle is not None}
        if placed.keys() != question.axes.keys():
            raise ValueError("other axes than are asked")
        places = [number for one in placed.values() for number in one.within(question.points)]
        summary.loc[item] = [row.n, nan, *places]
    return Results(n, cells, summary)
