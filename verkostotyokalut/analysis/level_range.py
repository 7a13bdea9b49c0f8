"""Between which levels a part is, as far as its items' intervals can tell."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from ..framework import Instrument, Scale
from ..framework.kinds.agreed import STATES
from .dimensions import of_dimensions
from .gaps import medians
from .kinds.agreed import Results as AgreedResults
from .results import Results
from .share_interval import share_interval


class LevelRange(NamedTuple):
    """The lowest and the highest level, 0..1."""

    lowest: float
    highest: float


def level_range(
    results: Any, instrument: Instrument, dimension: str | None = None
) -> LevelRange | None:
    """Return between which levels what was asked is, if every item is within its interval.

    A level rises with each item's number (see the kinds' ``level``), so its ends are the levels
    that the lower ends of the items' 95 % intervals would give, and the upper ends (R. E. Moore
    1966: Interval Analysis, Prentice-Hall). Of a single item the range is that item's interval. Of
    several it is no 95 % interval: they are hardly ever all at their lower ends at once, so it is
    wider.

    Parameters
    ----------
    results
        Guarded, those of the kind's numbers. An item that is shown without an interval, for its
        answers are too few, could be anywhere on the scale; what is hidden is left out.
    instrument
        What was asked; reversed items are turned.
    dimension
        The id of one of its dimensions; without one, all of them.

    Returns
    -------
    LevelRange or None
        None where nothing is shown, or the kind's numbers have no intervals.
    """
    if isinstance(results, Results):
        return _of_scale(results, instrument, dimension)
    if isinstance(results, AgreedResults):
        return _of_agreed(results, instrument, dimension)
    return None


def _of_scale(results: Results, asked: Instrument, dimension: str | None) -> LevelRange | None:
    table = medians(results, asked)
    points, shown = len(asked.asked_as(Scale).points), table["median"].notna()
    if not shown[_items(asked, dimension)].any():
        return None
    ends = (table["lower"].fillna(1.0), table["upper"].fillna(float(points)))
    found = []
    for end in ends:
        levels = of_dimensions(end.where(shown), asked)["median"]
        one = levels.median() if dimension is None else levels[dimension]
        found.append((float(one) - 1) / (points - 1))
    return LevelRange(*found)


def _of_agreed(
    results: AgreedResults, asked: Instrument, dimension: str | None
) -> LevelRange | None:
    states: pd.DataFrame = results.counts.loc[_items(asked, dimension), list(STATES)]
    told = [(agreed, sum(rest) + agreed) for agreed, *rest in states.dropna().to_numpy().tolist()]
    ends = [(*share_interval(agreed, n), n) for agreed, n in told if n]
    if not ends:
        return None
    total = sum(n for *_, n in ends)
    return LevelRange(
        sum(lower * n for lower, _, n in ends) / total,
        sum(upper * n for _, upper, n in ends) / total,
    )


def _items(asked: Instrument, dimension: str | None) -> list[str]:
    return [
        item.id for part in asked.dimensions if dimension in {None, part.id} for item in part.items
    ]
