"""From answers to what may be shown: the two doors, a group's and one person's own."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..framework import Instrument, Scale
from .disclosure import check_minimum, guard
from .distribution import distribution, respondents
from .responses import responses
from .summary import summary


class Results(NamedTuple):
    """Tables that may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    distribution
        See `distribution`; hidden items are NaN, also those whose ``summary`` is shown but whose
        answers are too few to be shown in detail (see `detail_minimum`).
    summary
        See `summary`; hidden items are NaN. The middle half and the agreement of an item whose
        distribution is hidden are NaN too: with the median they would tell what a few chose.
    leader
        The leader's own answers, which count in nothing else: float, index item, 1..k, NaN where
        untouched or don't know. None when the leader has answered nothing.
    """

    n: int | None
    distribution: pd.DataFrame
    summary: pd.DataFrame
    leader: pd.Series | None = None


def group_results(
    responses: pd.DataFrame,
    instrument: Instrument,
    minimum: int,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Compute what a room may see of its answers.

    Parameters
    ----------
    responses
        int8, shape (participants, items); see `responses`.
    instrument
        What was asked.
    minimum
        The disclosure limit, 3..10.
    coarse
        The items of which only the median may be told, however many answered.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10 or a code is not on the instrument's scale.
    """
    check_minimum(minimum)
    counts = distribution(responses, len(instrument.asked_as(Scale).points))
    n = respondents(counts)
    in_detail = guard(counts, minimum, detail=True, coarse=coarse)
    told = summary(guard(counts, minimum))
    hidden = in_detail["missing"].isna()
    if hidden.any():  # to set by label is slow, and a large room hides nothing
        told.loc[hidden, ["q1", "q3", "agreement"]] = np.nan
    return Results(n if n >= minimum else None, in_detail, told)


def own_results(answers: Mapping[str, int | str | None], instrument: Instrument) -> Results:
    """Compute the same tables of one person's answers, for that person's own eyes: no limit.

    Parameters
    ----------
    answers
        By item: 1..k, ``"dont_know"`` or None; a missing item is untouched.
    instrument
        What was asked.

    Raises
    ------
    ValueError
        If an item or a value does not belong to the instrument.
    """
    rows = (("own", item, value) for item, value in answers.items())
    return table_results(responses(rows, instrument), instrument)


def table_results(responses: pd.DataFrame, instrument: Instrument) -> Results:
    """Compute the tables of one's own answers, given as a table; see `own_results`."""
    counts = distribution(responses, len(instrument.asked_as(Scale).points))
    return Results(respondents(counts), counts, summary(counts))
