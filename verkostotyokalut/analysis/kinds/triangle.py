"""The numbers of the kind ``triangle``: everybody's points, and their mean, now and wanted."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import isclose, nan
from typing import Annotated, Any, NamedTuple, TypedDict

import numpy as np
import pandas as pd
from pydantic import Field, TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.triangle import WHOLE
from ..answers import Answers
from ..disclosure import may_show, may_show_each, shown_number
from ..mean_interval import Floats, mean_interval
from ..told import People, Told, told_of, views_told

_VIEWS = ("now", "wanted")
_MISSING = -1.0  # in a row, until it has been put in order: NaN has no order
_PARTS = pd.MultiIndex.from_product([_VIEWS, ("a", "b", "c")], names=["view", "corner"])


class Results(NamedTuple):
    """Tables that may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    summary
        float64, index item. Now and wanted are each NaN when too few have given them.

        - ``now_n``, ``wanted_n``: how many gave it
        - ``dont_know``: how many; NaN when neither now nor wanted is shown
    means
        The mean share of each corner, per cent: float64, index item, columns (``now`` or
        ``wanted``, ``a``/``b``/``c``); NaN where hidden or nobody's. Shares that add up to 100
        are a composition: their mean adds up to 100 too (Aitchison 1986, The statistical analysis
        of compositional data; zeros, common here, rule out the geometric mean).
    answers
        By item, the answers without names, in no order that tells whose they are: float64, the
        columns of ``means``, a row for each who gave something; a part that is hidden is NaN.
    """

    n: int | None
    summary: pd.DataFrame
    means: pd.DataFrame
    answers: dict[str, pd.DataFrame]


class Point(TypedDict):
    """How many gave it, and the mean shares of the corners, per cent."""

    n: int
    mean: list[float]


class ReleasedItem(TypedDict):
    """One item's points; None where too few gave it."""

    now: Point | None
    wanted: Point | None


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Return the tables that may be shown; what fewer than ``minimum`` have given is hidden."""
    summaries, means, answers = [], [], {}
    for item in instrument.item_ids:
        given = collected.of(item)
        rows = sorted(_row(value) for value in given if value != DONT_KNOW)
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 6)
        table[table == _MISSING] = np.nan
        counts: list[float] = []
        middle: list[float] = []
        for part in (slice(0, 3), slice(3, 6)):
            there = table[:, part][~np.isnan(table[:, part.start])]
            shown = may_show(len(there), minimum)
            counts.append(float(len(there)) if shown else np.nan)
            middle += (there.mean(axis=0) if shown and len(there) else np.full(3, np.nan)).tolist()
            if item in coarse or not may_show_each(len(there), minimum):
                table[:, part] = np.nan
        unsure = np.nan if np.isnan(counts).all() else float(len(given) - len(rows))
        summaries.append([*counts, unsure])
        means.append(middle)
        seen = table[~np.isnan(table).all(axis=1)]
        answers[item] = pd.DataFrame(seen, columns=_PARTS)
    index = pd.Index(instrument.item_ids, name="item", dtype=object)
    columns = ["now_n", "wanted_n", "dont_know"]
    return Results(
        shown_number(collected.answered, minimum),
        pd.DataFrame(summaries, index=index, columns=columns, dtype=np.float64),
        pd.DataFrame(means, index=index, columns=_PARTS, dtype=np.float64),
        answers,
    )


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's means, None where both are hidden or nobody has answered."""
    released: dict[str, ReleasedItem | None] = {}
    counts = results.summary[["now_n", "wanted_n"]].to_numpy().tolist()
    means = results.means.to_numpy().tolist()
    for item, (now_n, wanted_n), mean in zip(results.summary.index, counts, means, strict=True):
        now, wanted = _point(now_n, mean[:3]), _point(wanted_n, mean[3:])
        both = now is None and wanted is None
        released[str(item)] = None if both else ReleasedItem(now=now, wanted=wanted)
    return released


def intervals(results: Results, item: str, view: str) -> Floats:
    """Return `mean_interval` of the corners, shape (2, 3); NaN where the answers are hidden."""
    seen = results.answers[item][view].dropna().to_numpy()
    return mean_interval(seen) if len(seen) else np.full((2, 3), np.nan)


def _row(value: dict[str, list[int]]) -> list[float]:
    return [float(part) for view in _VIEWS for part in value.get(view, [_MISSING] * 3)]


def _point(n: float, mean: list[float]) -> Point | None:
    return Point(n=int(n), mean=mean) if n > 0 else None


class _Told(Told):
    """What `release` tells of now or wanted."""

    n: People
    mean: Annotated[list[Annotated[float, Field(ge=0, le=WHOLE)]], Field(max_length=3)]

    def shares(self) -> list[float]:
        """Return the corners' shares; ValueError if they are not three that share a whole."""
        if len(self.mean) != 3 or not isclose(sum(self.mean), WHOLE, abs_tol=1e-6):
            raise ValueError("no shares of three corners")
        return self.mean


_TOLD = TypeAdapter(dict[str, _Told | None])


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the means that `release` told of; see `verkostotyokalut.analysis.detail`."""
    empty = results(collect(instrument), instrument, None)
    summary, means = empty.summary, empty.means
    for item, found in told_of(told, n, instrument, _TOLD).items():
        summary.loc[item] = nan
        views = dict.fromkeys(_VIEWS) if found is None else found
        for view, one in views_told(views, _VIEWS).items():
            summary.loc[item, f"{view}_n"] = nan if one is None else one.n
            means.loc[item, view] = [nan] * 3 if one is None else one.shares()
    return Results(n, summary, means, empty.answers)
