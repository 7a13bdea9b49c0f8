"""What phones get of the room's answers: JSON data that the disclosure rule has let through."""

from __future__ import annotations

from typing import TypedDict

import numpy as np
import pandas as pd

from .disclosure import guard
from .summary import summary


class ReleasedItem(TypedDict):
    """One item's numbers: how many answered, the median and the middle half (1..k)."""

    n: int
    median: float
    q1: float
    q3: float


class Release(TypedDict):
    """A round's results; None stands where there are too few answers to show."""

    instrument: str
    round: int
    n: int | None
    items: dict[str, ReleasedItem | None]


def release(distribution: pd.DataFrame, minimum: int, round_: int, instrument_id: str) -> Release:
    """Make the results that may leave for the participants' phones.

    Parameters
    ----------
    distribution
        Counts, guarded or not; they are guarded here.
    minimum
        The disclosure limit, 3..10.
    round_, instrument_id
        What the results are of.

    Returns
    -------
    dict
        Plain Python numbers. ``n`` is how many have answered something, None when they are fewer
        than ``minimum``; an item that fewer than ``minimum`` have answered is None.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10.
    """
    table = summary(guard(distribution, minimum))
    total = distribution.to_numpy(dtype=np.float64).sum(axis=1)
    total = total[total >= minimum]
    items: dict[str, ReleasedItem | None] = {}
    numbers = table[["n", "median", "q1", "q3"]].to_numpy().tolist()
    for item, (n, median, q1, q3) in zip(table.index, numbers, strict=True):
        shown = n == n  # NaN, the mask, is not equal to itself
        items[str(item)] = ReleasedItem(n=int(n), median=median, q1=q1, q3=q3) if shown else None
    return Release(
        instrument=instrument_id,
        round=round_,
        n=int(total.max()) if len(total) else None,
        items=items,
    )
