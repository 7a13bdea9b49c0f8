"""Where parts of a room differ most: the items whose medians are the furthest apart."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pandas as pd

from ..framework import Instrument, Scale
from .comparison import Comparison, Part
from .dimensions import strengths
from .interval import median_interval
from .results import Results

_COLUMNS = ["gap", "differ", "high", "high_median", "low", "low_median"]


def medians(results: Results, instrument: Instrument, level: float = 0.95) -> pd.DataFrame:
    """Return the summary and the intervals of the medians, turned so that high is a strength.

    Parameters
    ----------
    results
        Guarded; see `Results`.
    instrument
        What was asked, on a scale.
    level
        Of the intervals, between 0 and 1.

    Returns
    -------
    DataFrame
        The columns of `summary` and of `median_interval`, rows in the instrument's order. An item
        whose distribution is hidden has no interval.
    """
    table = results.summary.join(median_interval(results.distribution, level))
    return strengths(table, instrument)


def largest_gaps(comparison: Comparison, instrument: Instrument) -> pd.DataFrame:
    """Find the items in which the parts of a comparison differ most.

    Of an item the gap is told between the two parts whose medians are the furthest apart; of such
    pairs one whose 95 % intervals have no point in common, if there is any.

    Parameters
    ----------
    comparison
        Of groups, or of anything else that is beside each other; what is hidden is left out.
    instrument
        What was asked; reversed items are turned.

    Returns
    -------
    DataFrame
        Index item, the widest gap first and differences before what may be chance; no rows for a
        kind that has no medians, and none for an item that fewer than two parts show.

        - ``gap``: of the two medians, 0..points - 1
        - ``differ``: whether their intervals are apart, so that it can be called a difference
        - ``high``, ``low``: the ids of the parts
        - ``high_median``, ``low_median``: 1..points

    Notes
    -----
    Two 95 % intervals without a common point are a stricter sign than a test of the two medians at
    5 % (Schenker & Gentleman 2001, see `group_change`), which makes up for the many pairs that are
    looked at. By how much is simulated, as the tests do again: of answers on five points, lying in
    five ways, and groups of 6 to 30 people that are alike. At the worst some two of six groups
    differed in two items of a hundred, and of twelve groups in seven; mostly in fewer than one.
    """
    if not isinstance(instrument.question, Scale):
        return pd.DataFrame(columns=_COLUMNS)
    tables = [(part, medians(part.results, instrument)) for part in comparison.shown]
    rows = {}
    for item in instrument.item_ids:
        row = _of_item([(part, table.loc[item].to_dict()) for part, table in tables])
        if row is not None:
            rows[item] = row
    found = pd.DataFrame.from_dict(rows, orient="index", columns=_COLUMNS)
    found.index.name = "item"
    return found.sort_values(["differ", "gap"], ascending=False, kind="stable")


def _of_item(shown: list[tuple[Part, dict[Any, float]]]) -> tuple[Any, ...] | None:
    """Return the row of an item, or None where fewer than two parts have a median."""
    known = [(part, numbers) for part, numbers in shown if numbers["n"] > 0]
    pairs = [
        (one, other) if one[1]["median"] >= other[1]["median"] else (other, one)
        for one, other in combinations(known, 2)
    ]
    if not pairs:
        return None

    def measure(pair: tuple[Any, Any]) -> tuple[bool, float]:
        (_, high), (_, low) = pair
        return high["lower"] > low["upper"], high["median"] - low["median"]

    best = max(pairs, key=measure)
    differ, gap = measure(best)
    (high, top), (low, bottom) = best
    return gap, differ, high.id, top["median"], low.id, bottom["median"]
