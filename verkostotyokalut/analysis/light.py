"""The traffic light of an item: a strength, to discuss, a concern, or too uncertain to tell."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from ..framework import Instrument, Scale
from .dimensions import strengths
from .interval import LEVEL, median_interval
from .level import LevelWord, level_word
from .summary import summary

Light = LevelWord | Literal["uncertain"]


def lights(
    distribution: pd.DataFrame, instrument: Instrument, level: float = LEVEL
) -> pd.DataFrame:
    """Give each item its light.

    An item's light is the word of its median (see `level_word`, which has the limits and their
    source), if every median in its interval has that word. If the interval crosses a limit, the
    light is ``"uncertain"``; so it is where there are too few answers for an interval.

    Parameters
    ----------
    distribution
        Guarded counts, shape (items, points + 2); see `distribution`.
    instrument
        What was asked; reversed items are turned, so that a high number is always a strength.
    level
        Of the interval, between 0 and 1.

    Returns
    -------
    DataFrame
        Rows in the instrument's order; ``n``, ``median``, ``lower``, ``upper`` (1..points) and
        ``coverage`` as float64 (see `median_interval`), and ``light`` (str; None where the item is
        hidden or nobody has answered).

    Raises
    ------
    ValueError
        If ``level`` is not between 0 and 1.
    """
    interval = median_interval(distribution, level)
    table = strengths(summary(distribution)[["n", "median"]].join(interval), instrument)
    points = len(instrument.asked_as(Scale).points)
    columns = (table[name].tolist() for name in ("median", "lower", "upper"))
    found = [_light(*numbers, points=points) for numbers in zip(*columns, strict=True)]
    return table.assign(light=pd.Series(found, index=table.index, dtype=object))


def _light(median: float, lower: float, upper: float, *, points: int) -> Light | None:
    if median != median:  # NaN: hidden
        return None
    if lower != lower:
        return "uncertain"
    low, high = (level_word((point - 1) / (points - 1)) for point in (lower, upper))
    return low if low == high else "uncertain"
