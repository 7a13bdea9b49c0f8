"""The mirror: the leader's own view beside the members', and which items stand out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..framework import Instrument, Scale
from .dimensions import strengths
from .results import Results

_NAMED = 3  # so many items are the strongest, and so many the weakest


class End(NamedTuple):
    """The items at one end: the strongest or the weakest.

    Attributes
    ----------
    items
        Three, or half of all when there are few; more when the last ones are tied, but never more
        than half of all.
    tied
        Those whose equal medians leave it open which of them belong to ``items``: they are all
        in it, or none.
    """

    items: tuple[str, ...]
    tied: tuple[str, ...]


def mirror(results: Results, instrument: Instrument) -> pd.DataFrame:
    """Put the leader's own view beside the members'.

    Parameters
    ----------
    results
        Guarded; see `Results`.
    instrument
        What was asked; reversed items are turned, so that a high number is always a strength.

    Returns
    -------
    DataFrame
        float64, rows in the instrument's order; the members' ``n``, ``dont_know``, ``median``,
        ``q1`` and ``q3`` (see `summary`), the ``leader``'s point (1..k) and the ``gap``: leader
        less median. Where the members have no median to show, ``leader`` is NaN as well.
    """
    columns = ["n", "dont_know", "median", "q1", "q3"]
    table = strengths(results.summary, instrument)[columns].copy()
    own = np.full(len(table), np.nan)
    if results.leader is not None:
        own = results.leader.reindex(list(instrument.item_ids)).to_numpy(dtype=float, copy=True)
        turned = np.array([item.reversed for item in instrument.items])
        own[turned] = len(instrument.asked_as(Scale).points) + 1 - own[turned]
        own[table["median"].isna()] = np.nan
    table["leader"] = own
    table["gap"] = own - table["median"]
    return table


def large_gaps(table: pd.DataFrame, points: int) -> list[str]:
    """Return the items whose gap is a quarter of the scale or more, the largest first.

    Parameters
    ----------
    table
        See `mirror`.
    points
        How many points the scale has; of five, one is a quarter.
    """
    sizes = table["gap"].abs()
    large = sizes[sizes >= (points - 1) / 4]
    return [str(item) for item in large.sort_values(ascending=False, kind="stable").index]


def ends(medians: pd.Series) -> tuple[End, End]:
    """Return the strongest items and the weakest, the outermost first.

    Parameters
    ----------
    medians
        Index item; a high number is a strength. Those that are NaN are left out.
    """
    shown = medians.dropna()
    return _end(shown, ascending=False), _end(shown, ascending=True)


def _end(medians: pd.Series, *, ascending: bool) -> End:
    most = len(medians) // 2
    wanted = min(_NAMED, most)
    chosen: list[str] = []
    for median in sorted(medians.unique(), reverse=not ascending):
        if len(chosen) >= wanted:
            break
        group = [str(item) for item in medians.index[medians == median]]
        together = [*chosen, *group]
        if len(together) > wanted:
            return End(tuple(together if len(together) <= most else chosen), tuple(group))
        chosen = together
    return End(tuple(chosen), ())
