"""How the answers to each item are distributed over the points of the scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd

from .responses import UNTOUCHED, as_array


@cache
def _columns(points: int) -> pd.Index:
    return pd.Index([*range(1, points + 1), "dont_know", "missing"], dtype=object)


def distribution(responses: pd.DataFrame, points: int) -> pd.DataFrame:
    """Count the answers to each item.

    Parameters
    ----------
    responses
        int8, shape (participants, items); see `responses`.
    points
        How many points the scale has, 2..10.

    Returns
    -------
    DataFrame
        Counts (int64), index item, columns ``1..points``, ``"dont_know"``, ``"missing"``. Somebody
        who has touched nothing is no respondent and is not counted as missing either, so that
        every row sums to the number of respondents.

    Raises
    ------
    ValueError
        If a code is not from -1 to ``points``.
    """
    codes = as_array(responses, points)
    codes = codes[(codes != UNTOUCHED).any(axis=1)]
    items, bins = codes.shape[1], points + 2
    cells = codes.astype(np.int64) + 1 + np.arange(items) * bins
    counts = np.bincount(cells.ravel(), minlength=items * bins).reshape(items, bins)
    # bins are: don't know, untouched, 1..points
    order = [*range(2, bins), 0, 1]
    return pd.DataFrame(counts[:, order], index=responses.columns, columns=_columns(points))


def respondents(distribution: pd.DataFrame) -> int:
    """Return how many have answered something, from a distribution that nobody has masked yet."""
    return int(distribution.to_numpy()[0].sum()) if len(distribution) else 0


def shares(counts: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Return each count of ``names`` as a share of them all; NaN where hidden or all are 0."""
    chosen = counts[list(names)].astype(float)
    total = chosen.sum(axis=1, skipna=False)
    return chosen.div(total.where(total > 0), axis=0)
