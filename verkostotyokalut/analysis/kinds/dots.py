"""The numbers of the kind ``dots``: how many dots each option got, and from how many people."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Annotated, Any, NamedTuple

import pandas as pd
from pydantic import Field, TypeAdapter

from ...framework import Instrument
from ...framework.kinds.dots import Dots
from ..answers import Answers
from ..disclosure import may_show_each, shown_number
from ..told import Count, People, Told, told_of


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
        By item; None when fewer than `detail_minimum` of people have voted. An option's own voters
        may be few: with enough voters in all, a dot doesn't tell whose it is.
    """

    n: int | None
    votes: dict[str, Votes | None]


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> DotsResults:
    """Count the dots, item by item."""
    ids = [option.id for option in instrument.asked_as(Dots).options]
    votes: dict[str, Votes | None] = {}
    for item in instrument.item_ids:
        given = collected.of(item)
        table = [
            (sum(vote.get(one, 0) for vote in given), sum(one in vote for vote in given))
            for one in ids
        ]
        shown = item not in coarse and may_show_each(len(given), minimum)
        votes[item] = Votes(len(given), _options(table, ids)) if shown else None
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


class _Told(Told):
    """What `release` tells of an item."""

    n: People
    dots: dict[str, Annotated[int, Field(ge=0)]]
    people: dict[str, Count]

    def votes(self, question: Dots) -> Votes:
        """Return the votes; ValueError if they can't be of such a question."""
        ids = [option.id for option in question.options]
        if not self.dots.keys() == self.people.keys() == set(ids):
            raise ValueError("dots on something else")
        given = [(self.dots[one], self.people[one]) for one in ids]
        if not all(people <= dots <= people * question.most for dots, people in given):
            raise ValueError(f"dots that are not up to {question.most} each")
        dots, people = sum(self.dots.values()), sum(self.people.values())
        if not (self.n <= people and dots <= self.n * question.dots):
            raise ValueError(f"dots that are not of {self.n} people")
        return Votes(self.n, _options(given, ids))


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> DotsResults:
    """Return the votes that `release` told of; see `verkostotyokalut.analysis.detail`."""
    question = instrument.asked_as(Dots)
    votes = results(collect(instrument), instrument, None).votes
    for item, row in told_of(told, n, instrument, _TOLD).items():
        votes[item] = None if row is None else row.votes(question)
    return DotsResults(n, votes)


def _options(given: list[tuple[int, int]], ids: list[str]) -> pd.DataFrame:
    index = pd.Index(ids, name="option")
    return pd.DataFrame(given, index=index, columns=["dots", "people"], dtype="int64")
