"""What has changed between rounds: of the same people in a session, and between sessions."""

from __future__ import annotations

from math import comb

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..framework import Instrument, Scale
from .disclosure import check_minimum, left_out, may_show_each
from .gaps import medians
from .interval import order_interval
from .responses import UNTOUCHED, as_array
from .results import Results
from .summary import quantiles

Codes = npt.NDArray[np.int64]

_COLUMNS = [
    *("n", "unmatched", "left_out", "up", "same", "down"),
    *("median", "lower", "upper", "coverage", "p"),
]


def paired_change(
    before: pd.DataFrame, after: pd.DataFrame, instrument: Instrument, minimum: int
) -> pd.DataFrame:
    """Compare two rounds of a session by those who answered in both.

    Parameters
    ----------
    before, after
        int8, shape (participants, items), the index being who answered; see `responses`.
    instrument
        What was asked; reversed items are turned, so that up is always towards a strength.
    minimum
        The disclosure limit, 3..10.

    Returns
    -------
    DataFrame
        float64, rows in the instrument's order; all columns are NaN where an item is hidden.

        - ``n``: whose change is counted
        - ``unmatched``: of those with a point of the scale in either round, the share (0..1)
          without one in the other
        - ``left_out``: how many more are not counted, so that the unmatched stay hidden
        - ``up``, ``same``, ``down``: shares (0..1) of ``n``
        - ``median``: of each person's later point less the earlier one, 1 - points..points - 1
        - ``lower``, ``upper``, ``coverage``: its exact interval, see `order_interval`; NaN under
          six people
        - ``p``: see `sign_test`

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10, a code is not on the instrument's scale, or somebody is twice
        in a table.

    Notes
    -----
    The room has seen both rounds' distributions. If all who answered twice stayed where they were,
    then one distribution less the other is what those who answered once said; were they few, their
    answers would be given away. So those of a round who are not counted are nobody, or at least
    ``minimum``: where they would be fewer, some of those who answered twice are left out and hide
    the others. They are the first by id, and ids are random: who they are doesn't hang on answers,
    and they are the same each time, because two draws of different people could be compared. An
    item is shown when the change of enough people is counted for detail (see `may_show_each`).

    How many went up or down may be a small number, as on a point of a distribution: it doesn't say
    who they are. Two tables over the same round (first to second, first to third) are not guarded
    against each other: compare a round with one other only, and answers that may still come with
    none.
    """
    check_minimum(minimum)
    people = sorted({*before.index, *after.index})
    points = len(instrument.asked_as(Scale).points)
    first, second = (_codes(table, people, instrument, points) for table in (before, after))
    rows = [_row(first[:, i], second[:, i], points, minimum) for i in range(first.shape[1])]
    index = pd.Index(list(instrument.item_ids), name="item", dtype=object)
    return pd.DataFrame(rows, index=index, columns=_COLUMNS, dtype=np.float64)


def sign_test(up: int, down: int) -> float:
    """Compute the exact two-sided sign test.

    W. J. Conover (1999): Practical Nonparametric Statistics, 3rd ed., Wiley, section 3.4. Those who
    stayed where they were are left out; of the others, as many would go up as down by chance.

    Parameters
    ----------
    up, down
        How many went up, and down; 0 or more.

    Returns
    -------
    float
        The chance of a difference at least as large, over 0, at most 1; 1 when nobody moved.
    """
    moved = up + down
    tail = sum(comb(moved, few) for few in range(min(up, down) + 1))
    return min(1.0, tail / 2 ** (moved - 1)) if moved else 1.0


def group_change(before: Results, after: Results, instrument: Instrument) -> pd.DataFrame:
    """Compare two sessions by what their rooms answered as a whole.

    Nobody can be followed from a session to another, so this is of groups: the change of a median
    may come of other people having answered.

    Parameters
    ----------
    before, after
        What is hidden in either is hidden here, and nothing else is used than what the rooms were
        shown.
    instrument
        What was asked; reversed items are turned.

    Returns
    -------
    DataFrame
        Rows in the instrument's order; ``before`` and ``after`` (float64, medians, 1..points),
        ``change`` (float64, after less before, NaN if either is) and ``overlap`` (boolean: whether
        the medians' 95 % intervals have a point in common; NA where either has none).

    Raises
    ------
    ValueError
        If either has another number of points than the instrument's scale.

    Notes
    -----
    Intervals apart from each other tell of a difference that is hardly chance. Intervals that
    overlap don't tell that there is none (N. Schenker & J. F. Gentleman 2001: On judging the
    significance of differences by examining the overlap between confidence intervals. The American
    Statistician 55, 182-186).
    """
    points = len(instrument.asked_as(Scale).points)
    for table in (before.distribution, after.distribution):
        if table.shape[1] != points + 2:
            raise ValueError(
                f"answers on {table.shape[1] - 2} points can't be compared on the {points} points "
                f"of {instrument.id}"
            )
    one, other = (medians(results, instrument) for results in (before, after))
    overlap = (one["lower"] <= other["upper"]) & (other["lower"] <= one["upper"])
    known = one["lower"].notna() & other["lower"].notna()
    return pd.DataFrame(
        {
            "before": one["median"],
            "after": other["median"],
            "change": other["median"] - one["median"],
            "overlap": overlap.astype("boolean").where(known),
        }
    )


def _codes(table: pd.DataFrame, people: list[str], asked: Instrument, points: int) -> Codes:
    """Return points, turned, shape (people, items); 0 or less where there is none."""
    items = list(asked.item_ids)
    found = table.reindex(index=people, columns=items, fill_value=UNTOUCHED)
    codes = as_array(found, points).astype(np.int64)
    turned = np.array([item.reversed for item in asked.items])
    return np.where(turned & (codes > 0), points + 1 - codes, codes)


def _row(first: Codes, second: Codes, points: int, minimum: int) -> list[float]:
    twice = (first > 0) & (second > 0)
    once = [int(((codes > 0) & ~twice).sum()) for codes in (first, second)]
    hiding = left_out(once, minimum)
    change = (second - first)[twice][hiding:]
    n = len(change)
    if not may_show_each(n, minimum):
        return [np.nan] * len(_COLUMNS)
    counts = np.bincount(change + points - 1, minlength=2 * points - 1)[None, :]
    up, down = int((change > 0).sum()), int((change < 0).sum())
    median = quantiles(counts, (0.5,))[0, 0] - points
    lower, upper, coverage = order_interval(counts)[0]
    return [
        *(n, sum(once) / (sum(once) + int(twice.sum())), hiding),
        *(up / n, (n - up - down) / n, down / n),
        *(median, lower - points, upper - points, coverage, sign_test(up, down)),
    ]
