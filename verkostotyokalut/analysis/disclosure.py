"""Disclosure: the one place that decides what may be shown of a small group.

Somebody who knows the people in the room must not be able to read one person's answer from a
result. So nothing is shown of an item that fewer than ``minimum`` have answered.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

LEAST, MOST = 3, 10


def check_minimum(minimum: int) -> int:
    """Return ``minimum`` if it can be a disclosure limit.

    Raises
    ------
    ValueError
        If it is not a whole number from 3 to 10.
    """
    if type(minimum) is not int or not LEAST <= minimum <= MOST:
        raise ValueError(
            f"the disclosure limit must be a whole number from {LEAST} to {MOST}, "
            f"not {minimum!r}: under {LEAST}, each of two could tell what the other answered; "
            f"over {MOST}, most groups would never see a result"
        )
    return minimum


def may_show(n: int, minimum: int | None) -> bool:
    """Tell whether a result of ``n`` people's answers may be shown.

    Parameters
    ----------
    n
        How many people it is of.
    minimum
        The disclosure limit, 3..10; None for one person's own answers, shown to that person.

    Raises
    ------
    ValueError
        If ``minimum`` is neither None nor 3..10.
    """
    return minimum is None or n >= check_minimum(minimum)


def guard(distribution: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Mask every item that too few have answered.

    Parameters
    ----------
    distribution
        Counts, shape (items, points + 2); see `distribution`.
    minimum
        How many answers on the scale an item needs to be shown, 3..10.

    Returns
    -------
    DataFrame
        The same table as float64; a row whose answers on the scale are fewer than ``minimum`` is
        all NaN, also its ``dont_know`` and ``missing``: they would tell how many are left. When
        fewer than ``minimum`` have answered anything at all, that is every row.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10.
    """
    check_minimum(minimum)
    counts = distribution.to_numpy(dtype=np.float64, copy=True)
    n = counts[:, :-2].sum(axis=1)
    counts[~(n >= minimum)] = np.nan  # so that a row masked before stays masked
    return pd.DataFrame(counts, index=distribution.index, columns=distribution.columns)
