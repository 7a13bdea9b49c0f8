"""The numbers of the kind ``pair``: medians now and wanted, and the change between them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import isclose, nan
from typing import Annotated, Any, NamedTuple, TypedDict

import numpy as np
import pandas as pd
from pydantic import Field, TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.pair import Pair
from ..answers import Answers
from ..disclosure import may_show, may_show_each, shown_number
from ..interval import order_interval
from ..summary import quantiles
from ..told import Count, Middle, People, Told, known, told_of

_SHARES = (0.5, 0.25, 0.75)
_WAYS = ("up", "same", "down")
_VIEW = [
    [f"{view}_n", view, *(f"{view}_{of}" for of in ("q1", "q3", "lower", "upper", "coverage"))]
    for view in ("now", "wanted")
]
_COLUMNS = [
    *_VIEW[0],
    *_VIEW[1],
    *("paired_n", "change", *_WAYS),
    "dont_know",
]


class Results(NamedTuple):
    """Tables that may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    summary
        float64, index item. Now, wanted and the change are each of those who gave it, and each
        is NaN when they are too few (the change, and of a view all but the median, when they are
        too few to be shown in detail; see `may_show_each`). What is of nobody's answers is NaN too.

        - ``now_n``, ``wanted_n``: how many gave it
        - ``now``, ``now_q1``, ``now_q3``, ``wanted``, ``wanted_q1``, ``wanted_q3``: median and
          middle half, 1..k (see `verkostotyokalut.analysis.summary`)
        - ``now_lower``, ``now_upper``, ``now_coverage``, ``wanted_lower``, …: the median's exact
          interval (see `order_interval`); NaN also under six people, and in what is restored
        - ``paired_n``: how many gave both
        - ``change``: the median of wanted minus now, person by person, -(k-1)..k-1
        - ``up``, ``same``, ``down``: shares of those who gave both, 0..1
        - ``dont_know``: how many; NaN when neither now nor wanted is shown
    """

    n: int | None
    summary: pd.DataFrame


class Position(NamedTuple):
    """Where the room is on its scale, all items together, 1..k; NaN where nothing can be shown."""

    now: float
    now_q1: float
    now_q3: float
    wanted: float
    wanted_q1: float
    wanted_q3: float


class View(TypedDict):
    """Now or wanted: how many gave it, the median and the middle half (1..k); None if hidden."""

    n: int
    median: float
    q1: float | None
    q3: float | None


class ReleasedItem(TypedDict):
    """One item's views; None where too few gave it."""

    now: View | None
    wanted: View | None


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Return the table that may be shown; what fewer than ``minimum`` have given is hidden."""
    points = len(instrument.asked_as(Pair).points)
    rows = []
    for item in instrument.item_ids:
        given = collected.of(item)
        pairs = [value for value in given if value != DONT_KNOW]
        few = item in coarse
        now, wanted = (
            _view([pair[view] for pair in pairs if view in pair], points, minimum, few)
            for view in ("now", "wanted")
        )
        hidden = np.isnan(now[0]) and np.isnan(wanted[0])
        unsure = np.nan if hidden else float(len(given) - len(pairs))
        rows.append([*now, *wanted, *_change(pairs, minimum, few), unsure])
    return Results(
        shown_number(collected.answered, minimum),
        pd.DataFrame(
            rows,
            index=pd.Index(instrument.item_ids, name="item", dtype=object),
            columns=_COLUMNS,
            dtype=np.float64,
        ),
    )


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's views, None where both are hidden or nobody has answered."""
    released: dict[str, ReleasedItem | None] = {}
    tables = [results.summary[columns[:4]].to_numpy().tolist() for columns in _VIEW]
    for item, *views in zip(results.summary.index, *tables, strict=True):
        now, wanted = (_released(*view) for view in views)
        both = now is None and wanted is None
        released[str(item)] = None if both else ReleasedItem(now=now, wanted=wanted)
    return released


def kept(results: Results) -> dict[str, dict[str, Any] | None]:
    """Return what `release` does, the change, and how many could not say; None where hidden."""
    rows = results.summary.to_dict("index")
    told: dict[str, dict[str, Any] | None] = {}
    for item, released in release(results).items():
        if released is None:
            told[item] = None
            continue
        row, change = rows[item], None
        if row["paired_n"] > 0:
            shares = {name: row[name] for name in _WAYS}
            change = {"n": int(row["paired_n"]), "median": row["change"], **shares}
        told[item] = {**released, "change": change, "dont_know": int(row["dont_know"])}
    return told


_Share = Annotated[float, Field(ge=0, le=1)]


class _View(Middle):
    n: People

    def row(self, points: int) -> list[float]:
        return [self.n, *self.within(points), nan, nan, nan]


class _Change(Told):
    n: People
    median: float
    up: _Share
    same: _Share
    down: _Share

    def row(self, points: int) -> list[float]:
        shares = [self.up, self.same, self.down]
        if abs(self.median) >= points or not isclose(sum(shares), 1, abs_tol=1e-6):
            raise ValueError(f"no change on {points} points")
        return [self.n, self.median, *shares]


class _Told(Told):
    """What `kept` tells of an item; the first files told only now and wanted."""

    now: _View | None
    wanted: _View | None
    change: _Change | None = None
    dont_know: Count | None = None

    def row(self, points: int) -> list[float]:
        now, wanted = (
            [nan] * len(_VIEW[0]) if one is None else one.row(points) for one in self.views
        )
        if self.change is None:
            change = [nan] * 5
        else:
            change = self.change.row(points)
            if not all(one is not None and self.change.n <= one.n for one in self.views):
                raise ValueError("a change of those who did not give both")
        return [*now, *wanted, *change, nan if self.dont_know is None else self.dont_know]

    @property
    def views(self) -> tuple[_View | None, _View | None]:
        return self.now, self.wanted


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the table that `kept` told of; see `verkostotyokalut.analysis.detail`."""
    points = len(instrument.asked_as(Pair).points)
    summary = results(collect(instrument), instrument, None).summary
    for item, row in told_of(told, n, instrument, _TOLD).items():
        summary.loc[item] = [nan] * len(_COLUMNS) if row is None else row.row(points)
    return Results(n, summary)


def position(results: Results) -> Position:
    """Return the median of the items' medians, and of each end of their middle halves.

    As of a dimension (see `verkostotyokalut.analysis.dimensions`): each item weighs the same
    however many answered it, and anybody can check it from the picture of the items. There is no
    middle half where that of an item is hidden whose median isn't.
    """
    table = results.summary[list(Position._fields)]
    found = table.median()
    for view in ("now", "wanted"):
        if (table[view].notna() & table[f"{view}_q1"].isna()).any():  # not those of the others
            found[[f"{view}_q1", f"{view}_q3"]] = np.nan
    return Position(*found.tolist())


def _view(given: list[int], points: int, minimum: int | None, few: bool) -> list[float]:
    """Return n, median, q1, q3, and the median's interval and its coverage."""
    if not may_show(len(given), minimum):
        return [np.nan] * len(_VIEW[0])
    counts = np.bincount(np.asarray(given, dtype=np.int64), minlength=points + 1)[1:]
    median, *detail = quantiles(counts[None, :], _SHARES)[0].tolist()
    detail += order_interval(counts[None, :])[0].tolist()
    if few or not may_show_each(len(given), minimum):
        detail = [np.nan] * len(detail)
    return [float(len(given)), median, *detail]


def _change(pairs: list[dict[str, Any]], minimum: int | None, few: bool) -> list[float]:
    """Return n, the median change, and the shares that want more, the same and less."""
    steps = np.array([p["wanted"] - p["now"] for p in pairs if len(p) == 2], dtype=np.float64)
    if few or not may_show_each(len(steps), minimum):
        return [np.nan] * 5
    if not len(steps):
        return [0.0, *[np.nan] * 4]
    shares = [float(part.mean()) for part in (steps > 0, steps == 0, steps < 0)]
    return [float(len(steps)), float(np.median(steps)), *shares]


def _released(n: float, median: float, q1: float, q3: float) -> View | None:
    return View(n=int(n), median=median, q1=known(q1), q3=known(q3)) if n > 0 else None
