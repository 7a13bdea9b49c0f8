"""The numbers of the kind ``dots``: how many dots each option got, and from how many people."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from ...framework import Instrument
from ...framework.kinds.dots import Dots
from ..answers import Answers
from ..disclosure import may_show, shown_number


class Votes(NamedTuple):
    """One item's votes.

    Attributes
    ----------
    n
        How many people voted.
    options
        int64, index option id in the question's order; columns ``dots``, how many it got, and
        ``people``, how many gave it any (0..n).
    """

    n: int
    options: pd.DataFrame


class DotsResults(NamedTuple):
    """What may be shown of the votes.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    votes
        By item; None when fewer than the limit have voted. An option's own voters may be few:
        with enough voters in all, a dot doesn't tell whose it is.
    """

    n: int | None
    votes: dict[str, Votes | None]


collect = Answers


def results(collected: Answers, instrument: Instrument, minimum: int | None) -> DotsResults:
    """Count the dots, item by item."""
    ids = [option.id for option in instrument.asked_as(Dots).options]
    votes: dict[str, Votes | None] = {}
    for item in instrument.item_ids:
        given = collected.of(item)
        table = [
            (sum(vote.get(one, 0) for vote in given), sum(one in vote for vote in given))
            for one in ids
        ]
        options = pd.DataFrame(
            table, index=pd.Index(ids, name="option"), columns=["dots", "people"], dtype="int64"
        )
        votes[item] = Votes(len(given), options) if may_show(len(given), minimum) else None
    return DotsResults(shown_number(collected.answered, minimum), votes)


def ranking(options: pd.DataFrame) -> pd.DataFrame:
    """Order options by their dots.

    Parameters
    ----------
    options
        See `Votes`.

    Returns
    -------
    DataFrame
        The same rows, the most dots first, ties in the question's order, with the columns
        ``first`` and ``last``: the places an option shares (equal when it has one to itself).
    """
    ranked = options.sort_values("dots", ascending=False, kind="stable")
    places = ranked["dots"].rank(ascending=False, method="min").astype("int64")
    ends = ranked["dots"].rank(ascending=False, method="max").astype("int64")
    return ranked.assign(first=places, last=ends)


def release(results: DotsResults) -> dict[str, Any]:
    """Return, by item, n and every option's dots and people; None where hidden."""
    return {
        item: None
        if votes is None
        else {
            "n": votes.n,
            **{
                column: {str(option): int(count) for option, count in votes.options[column].items()}
                for column in ("dots", "people")
            },
        }
        for item, votes in results.votes.items()
    }
