"""How sure a median is: its exact order-statistic interval, straight from counts.

W. J. Conover (1999): Practical Nonparametric Statistics, 3rd ed., Wiley, section 3.2. G. J. Hahn &
W. Q. Meeker (1991): Statistical Intervals, Wiley, section 5.2. That the coverage is at least what
is told when answers are tied: H. Scheffé & J. W. Tukey (1945), Non-parametric estimation, Annals of
Mathematical Statistics 16, 187-192.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

LEVEL = 0.95
"""How often an interval is to hold what it tells of; the usual choice."""

Floats = npt.NDArray[np.float64]

_COLUMNS = pd.Index(["lower", "upper", "coverage"], dtype=object)


def median_interval(distribution: pd.DataFrame, level: float = LEVEL) -> pd.DataFrame:
    """Compute the exact interval of each item's median.

    It asks nothing of how answers are distributed. It tells of the people whom those in the room
    could stand for, had they been drawn at random; of the room itself the median is known.

    Parameters
    ----------
    distribution
        Counts, shape (items, points + 2); see `distribution`. Rows that `guard` has masked (NaN)
        stay masked; what is computed of a row that may be shown tells nothing that the row doesn't.
    level
        The least coverage, between 0 and 1.

    Returns
    -------
    DataFrame
        float64, index item; all columns are NaN where the row is masked, or has too few answers for
        an interval of that level: at 0.95, fewer than six.

        - ``lower``, ``upper``: 1..points, points that somebody has chosen, round the median
        - ``coverage``: from ``level`` to 1, the chance that such an interval holds the median

    Raises
    ------
    ValueError
        If ``level`` is not between 0 and 1.
    """
    counts = distribution.to_numpy(dtype=np.float64)[:, :-2]
    return pd.DataFrame(order_interval(counts, level), index=distribution.index, columns=_COLUMNS)


def order_interval(counts: npt.ArrayLike, level: float = LEVEL) -> Floats:
    """Compute the interval of the median of each row of counts.

    Of n ordered answers it goes from the r-th to the (n + 1 - r)-th, with the largest r for which
    at most ``1 - level`` is left outside: ``2 P(X < r)``, where X is binomial (n, 1/2).

    Parameters
    ----------
    counts
        How many chose each point, whole numbers, shape (rows, K); a row may be NaN.
    level
        The least coverage, between 0 and 1.

    Returns
    -------
    ndarray
        float64, shape (rows, 3): lower and upper, 1..K, and the coverage; NaN where a row is NaN or
        has too few answers.

    Raises
    ------
    ValueError
        If ``level`` is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"the level of an interval must be between 0 and 1, not {level!r}")
    cumulative = np.cumsum(np.asarray(counts, dtype=np.float64), axis=1)
    n = np.nan_to_num(cumulative[:, -1]).astype(int)
    found = np.array([_rank(size, level) for size in n.tolist()], dtype=np.float64).reshape(-1, 2)
    rank, coverage = found.T
    low, high = (1.0 + (cumulative < at[:, None]).sum(axis=1) for at in (rank, n + 1 - rank))
    return np.where(rank[:, None] > 0, np.column_stack([low, high, coverage]), np.nan)


@cache
def _rank(n: int, level: float) -> tuple[int, float]:
    """Return the largest rank that leaves little enough outside, and the coverage; 0 if none."""
    rank, coverage = 0, 1.0
    below, ways = 0, 1  # sign patterns with fewer than rank + 1, and with exactly rank, of 2 ** n
    while rank <= n:
        below += ways
        inside = 1 - 2 * below / 2**n
        if inside < level:
            break
        ways = ways * (n - rank) // (rank + 1)
        rank, coverage = rank + 1, inside
    return rank, coverage
