"""How sure the mean of people's shares is: the bootstrap's percentile interval.

B. Efron & R. J. Tibshirani (1993): An Introduction to the Bootstrap, Chapman & Hall, chapter 13.
Shares of a whole are bounded and often lopsided, so that a mean give or take two standard errors
would go under 0 or over 100; percentiles of means don't. Of few people it is somewhat too narrow.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

DRAWS = 2_000
_ENDS = (0.025, 0.975)

Floats = npt.NDArray[np.float64]


def mean_interval(shares: npt.ArrayLike) -> Floats:
    """Compute the 95 % interval of each part's mean share.

    Like that of a median, it tells of the people whom those in the room could stand for; of the
    room itself the mean is known.

    Parameters
    ----------
    shares
        Per cent, shape (people, parts), at least one person; a person's shares add up to 100.

    Returns
    -------
    ndarray
        float64, shape (2, parts): lower and upper, 0..100. The same each time, in whatever order
        the people are.

    Raises
    ------
    ValueError
        If there are no people.
    """
    table = np.asarray(shares, dtype=np.float64)
    if table.ndim != 2 or not len(table):
        raise ValueError("the interval of a mean needs somebody's shares")
    ordered = table[np.lexsort(table.T[::-1])]
    drawn = np.random.default_rng(1993).integers(len(table), size=(DRAWS, len(table)))
    means: Floats = ordered[drawn].mean(axis=1)
    found: Floats = np.quantile(means, _ENDS, axis=0)
    return found
