"""Whether a dimension's items belong together: Cronbach's alpha with its interval.

L. J. Cronbach (1951): Coefficient alpha and the internal structure of tests. Psychometrika 16,
297-334. doi:10.1007/BF02310555
"""

from __future__ import annotations

from math import exp, inf, log, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..framework import Dimension, Instrument, Scale
from .disclosure import check_minimum
from .interval import LEVEL
from .responses import as_array

LEAST = 10  # people; of fewer, the interval is so wide that alpha says nothing


def consistency(responses: pd.DataFrame, instrument: Instrument, minimum: int) -> pd.DataFrame:
    """Compute the internal consistency of each dimension from those who answered all its items.

    Parameters
    ----------
    responses
        int8, shape (participants, items); see `responses`.
    instrument
        What was asked; reversed items are turned first.
    minimum
        The disclosure limit, 3..10. Ten people are needed in any case. An item that too few have
        answered hides its dimension, because nobody else has answered them all. The number is of
        everybody's answers at once and can't be taken apart: alpha needs the answers' covariances,
        which are told nowhere.

    Returns
    -------
    DataFrame
        float64, index dimension; ``items``, and ``n`` (who answered them all), ``alpha`` (at most
        1, may be under 0), ``lower`` and ``upper`` (its 95 % interval; see `alpha_interval`): NaN
        where ``n`` is under ten or ``minimum``, there are fewer than two items, or the sums of
        everybody's answers are the same.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10, or a code is not on the instrument's scale.
    """
    least = max(LEAST, check_minimum(minimum))
    points = len(instrument.asked_as(Scale).points)
    codes = pd.DataFrame(
        as_array(responses, points), index=responses.index, columns=responses.columns
    )
    return pd.DataFrame(
        [_row(codes, dimension, points, least) for dimension in instrument.dimensions],
        index=pd.Index([dimension.id for dimension in instrument.dimensions], dtype=object),
        columns=["items", "n", "alpha", "lower", "upper"],
        dtype=np.float64,
    )


def cronbach(scores: npt.ArrayLike) -> float:
    """Compute Cronbach's alpha: ``k / (k - 1) (1 - sum of the items' variances / of the sums')``.

    Parameters
    ----------
    scores
        Numbers, shape (n people, k items), all turned the same way.

    Returns
    -------
    float
        At most 1, may be under 0; NaN when n or k is under 2 or the sums don't vary.
    """
    table = np.asarray(scores, dtype=np.float64)
    people, items = table.shape
    if people < 2 or items < 2:
        return np.nan
    total = table.sum(axis=1).var(ddof=1)
    if total == 0:
        return np.nan
    return float(items / (items - 1) * (1 - table.var(axis=0, ddof=1).sum() / total))


def alpha_interval(
    alpha: float, people: int, items: int, level: float = LEVEL
) -> tuple[float, float]:
    """Compute the interval of an alpha.

    D. G. Bonett (2002): Sample size requirements for testing and estimating coefficient alpha.
    Journal of Educational and Behavioral Statistics 27, 335-340, doi:10.3102/10769986027004335;
    with the bias adjustment ln(n / (n - 1)) of D. G. Bonett & T. A. Wright (2015): Cronbach's alpha
    reliability. Journal of Organizational Behavior 36, 3-15, doi:10.1002/job.1960. Like that of
    Feldt (1965), from which it differs by a few hundredths when people are few, it takes answers
    for normal and items for parallel: of ordered answers it is an approximation.

    Parameters
    ----------
    alpha
        At most 1.
    people
        How many, 3 or more.
    items
        How many, 2 or more.
    level
        Between 0 and 1.

    Returns
    -------
    tuple of float
        Lower and upper, at most 1; both are 1 when alpha is.

    Raises
    ------
    ValueError
        If an argument is out of its range.
    """
    if not (alpha <= 1 and people >= 3 and items >= 2 and 0 < level < 1):
        raise ValueError(
            "an interval needs an alpha of at most 1, three people, two items and a level between "
            f"0 and 1; not {alpha!r}, {people!r}, {items!r}, {level!r}"
        )
    centre = (log(1 - alpha) if alpha < 1 else -inf) - log(people / (people - 1))
    error = sqrt(2 * items / ((items - 1) * (people - 2)))
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    return 1 - exp(centre + half), 1 - exp(centre - half)


def _row(codes: pd.DataFrame, dimension: Dimension, points: int, least: int) -> list[float]:
    items = [item.id for item in dimension.items]
    answers = codes[items].to_numpy(dtype=np.float64)
    complete = answers[(answers > 0).all(axis=1)]
    turned = [item.reversed for item in dimension.items]
    complete[:, turned] = points + 1 - complete[:, turned]
    people = len(complete)
    alpha = cronbach(complete) if people >= least else np.nan
    if np.isnan(alpha):
        return [len(items), *[np.nan] * 4]
    return [len(items), people, alpha, *alpha_interval(alpha, people, len(items))]
