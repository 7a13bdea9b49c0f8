"""The numbers of the kind ``scale``: distribution, median, spread and agreement by item."""

from __future__ import annotations

from typing import TypedDict

from ...framework import Instrument
from ..responses import Responses
from ..results import Results, group_results, table_results


class ReleasedItem(TypedDict):
    """One item's numbers: how many answered, the median and the middle half (1..k)."""

    n: int
    median: float
    q1: float
    q3: float


def collect(instrument: Instrument) -> Responses:
    """Return an empty table of answers."""
    return Responses(instrument)


def results(collected: Responses, instrument: Instrument, minimum: int | None) -> Results:
    """Return the tables that may be shown; see `Results`."""
    if minimum is None:
        return table_results(collected.table, instrument)
    return group_results(collected.table, instrument, minimum)


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's numbers, None where they are hidden or nobody has answered."""
    table = results.summary[["n", "median", "q1", "q3"]]
    return {
        str(item): ReleasedItem(n=int(n), median=median, q1=q1, q3=q3) if n > 0 else None
        for item, (n, median, q1, q3) in zip(table.index, table.to_numpy().tolist(), strict=True)
    }
