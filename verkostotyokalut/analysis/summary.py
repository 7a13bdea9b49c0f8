"""What each item's answers come to: how many, median, middle half, agreement."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from .agreement import agreement

Floats = npt.NDArray[np.float64]

_COLUMNS = pd.Index(["n", "dont_know", "missing", "median", "q1", "q3", "agreement"], dtype=object)


def summary(distribution: pd.DataFrame) -> pd.DataFrame:
    """Sum up a distribution, item by item.

    Parameters
    ----------
    distribution
        Counts, shape (items, points + 2); see `distribution`. Rows that `guard` has masked (NaN)
        stay masked.

    Returns
    -------
    DataFrame
        float64, index item; all columns are NaN in a masked row.

        - ``n``: answers that are points of the scale
        - ``dont_know``, ``missing``: how many
        - ``median``, ``q1``, ``q3``: 1..points, NaN when ``n`` is 0
        - ``agreement``: van der Eijk's A, -1..1, NaN when ``n`` is under 2 (nobody to agree with)
    """
    counts = distribution.to_numpy(dtype=np.float64)
    of_points = counts[:, :-2]
    n = of_points.sum(axis=1)
    agreed = agreement(of_points)
    agreed[n < 2] = np.nan
    columns = np.column_stack([n, counts[:, -2:], quantiles(of_points, (0.5, 0.25, 0.75)), agreed])
    return pd.DataFrame(columns, index=distribution.index, columns=_COLUMNS)


def quantiles(counts: npt.ArrayLike, shares: tuple[float, ...]) -> Floats:
    """Compute quantiles of points 1..K straight from their counts.

    Type 7 of Hyndman & Fan (1996), Sample quantiles in statistical packages, The American
    Statistician 50(4): what NumPy calls ``linear``.

    Parameters
    ----------
    counts
        Whole numbers, shape (rows, K); a row may be NaN.
    shares
        Which quantiles, each 0..1.

    Returns
    -------
    ndarray
        float64, shape (rows, len(shares)), 1..K; NaN where a row has no answers or is NaN.
    """
    cumulative = np.cumsum(np.asarray(counts, dtype=np.float64), axis=1)
    n = cumulative[:, -1:]
    rank = (n - 1) * np.asarray(shares)  # (rows, shares), from 0
    below = np.floor(rank)
    low, high = (
        1.0 + (cumulative[:, None, :] <= at[:, :, None]).sum(axis=2)
        for at in (below, np.ceil(rank))
    )
    values: Floats = low + (rank - below) * (high - low)
    return np.where(n > 0, values, np.nan)
