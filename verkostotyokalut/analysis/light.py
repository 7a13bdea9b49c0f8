"""The traffic light of items and parts: a strength, to discuss, a concern, or too uncertain."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from ..framework import Instrument, Scale
from .gaps import medians
from .interval import LEVEL
from .level import LevelWord, level_word
from .level_range import LevelRange
from .results import Results

Light = LevelWord | Literal["uncertain"]


def lights(results: Results, instrument: Instrument, level: float = LEVEL) -> pd.DataFrame:
    """Give each item its light.

    An item's light is the word of its median (see `level_word`, which has the limits and their
    source), if every median in its interval has that word. If the interval crosses a limit, the
    light is ``"uncertain"``; so it is where there are too few answers for an interval.

    Parameters
    ----------
    results
        Guarded; see `Results`. An item whose distribution is hidden has no interval.
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
    columns = ["n", "median", "lower", "upper", "coverage"]
    table = medians(results, instrument, level)[columns]
    points = len(instrument.asked_as(Scale).points)
    told = table[["median", "lower", "upper"]].to_numpy().tolist()
    found = [_light(*numbers, points=points) for numbers in told]
    return table.assign(light=pd.Series(found, index=table.index, dtype=object))


def level_light(level: float | None, between: LevelRange | None) -> Light | None:
    """Give a level its light, by the same rule as an item.

    Parameters
    ----------
    level
        0..1; None where it is hidden or there is none.
    between
        Between which levels it is; see `level_range`. None where that isn't known.

    Returns
    -------
    str or None
        The word of the level, if every level of the range has it; else ``"uncertain"``. None where
        there is no level.
    """
    if level is None:
        return None
    if between is None:
        return "uncertain"
    low, high = map(level_word, between)
    return low if low == high else "uncertain"


def _light(median: float, lower: float, upper: float, *, points: int) -> Light | None:
    if median != median:  # NaN: hidden
        return None
    known = lower == lower
    level, low, high = ((point - 1) / (points - 1) for point in (median, lower, upper))
    return level_light(level, LevelRange(low, high) if known else None)
