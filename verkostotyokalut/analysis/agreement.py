"""How far a group's answers agree: van der Eijk's A, and a word for it.

Cees van der Eijk (2001): Measuring agreement in ordered rating scales. Quality & Quantity 35,
325-341. doi:10.1023/A:1010374114305
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
AgreementWord = Literal["shared", "scattered", "divided"]

# An even spread over three neighbours of a five-point scale has A = 0.50, and a room would not call
# that a shared view; three answers of four on two neighbouring points and the rest beside them has
# A = 0.56, and it would.
SHARED_FROM = 0.55
# An even spread over the whole scale has A = 0, and 5, 5, 4, 5, 5 answers have -0.02: not yet two
# camps. But 11, 3, 0, 4, 6 have -0.06, and 5, 5, 0, 5, 5 have -0.14.
DIVIDED_BELOW = -0.05


def agreement(counts: npt.ArrayLike) -> Floats:
    """Compute van der Eijk's agreement A of each row of counts.

    A row is taken apart into layers. A layer is as high as the smallest count left and as wide as
    the points that still have answers; its pattern of ones and zeros has the agreement
    ``U (1 - (S - 1) / (K - 1))``, where S of K points are ones, and U compares the triples of
    points that look unimodal (110, 011) with those that look bimodal (101). A is the mean of
    the layers' agreements, weighted by the answers in them.

    Parameters
    ----------
    counts
        How many chose each point, shape (rows, K) with K 2..10; a row may be NaN.

    Returns
    -------
    ndarray
        float64, shape (rows,), from -1 (two equal camps at the ends) through 0 (even spread) to 1
        (everybody on one point); NaN where nobody has answered or the row is NaN.

    Notes
    -----
    A scale of two points has no triples: A is then the share of the answers that have no
    counterpart on the other point.
    """
    table = np.asarray(counts, dtype=np.float64)
    points = table.shape[1]
    heights = np.sort(table, axis=1)
    steps = np.diff(heights, axis=1, prepend=0.0)  # each layer's height; 0 where there is none
    ones = table[:, None, :] >= heights[:, :, None]  # (rows, layers, points)
    patterns = ones @ (1 << np.arange(points))
    answers = steps * ones.sum(axis=2)
    with np.errstate(invalid="ignore"):
        values: Floats = (answers * _of_patterns(points)[patterns]).sum(axis=1) / table.sum(axis=1)
    return values


def agreement_word(value: float) -> AgreementWord | None:
    """Name an agreement A: ``"shared"`` from 0.55, ``"divided"`` below -0.05, else ``"scattered"``.

    Parameters
    ----------
    value
        A, from -1 to 1, or NaN.

    Returns
    -------
    str or None
        None for NaN: nothing can be said.
    """
    if np.isnan(value):
        return None
    if value >= SHARED_FROM:
        return "shared"
    return "divided" if value < DIVIDED_BELOW else "scattered"


@cache
def _of_patterns(points: int) -> Floats:
    """Return A of every pattern of ones and zeros; bit i of the index is point i + 1."""
    return np.array(
        [_of_pattern([index >> point & 1 for point in range(points)]) for index in range(2**points)]
    )


def _of_pattern(pattern: list[int]) -> float:
    points, ones = len(pattern), sum(pattern)
    if ones <= 1:
        return 1.0
    if ones == points:
        return 0.0
    triples = list(combinations(pattern, 3))
    unimodal = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
    bimodal = triples.count((1, 0, 1))
    shape = ((points - 2) * unimodal - (points - 1) * bimodal) / (
        (points - 2) * (unimodal + bimodal)
    )
    return shape * (1 - (ones - 1) / (points - 1))
