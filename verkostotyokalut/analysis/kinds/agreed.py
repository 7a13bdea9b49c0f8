"""The numbers of the kind ``agreed``: how many say agreed, under way and not yet, by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from math import nan
from typing import Any, NamedTuple, TypedDict

import pandas as pd
from pydantic import TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.agreed import STATES, Agreed
from ..answers import Answers
from ..disclosure import guard, shown_number
from ..distribution import shares
from ..told import Count, Counted, told_of


class Results(NamedTuple):
    """What may be shown; what is hidden is NaN.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    counts
        How many chose each state: index item, columns ``agreed``, ``under_way``, ``not_yet``,
        ``dont_know`` and ``missing``.
    shares
        The states' shares of those who chose one, 0..1: index item, columns the three states.
        NaN also where nobody has chosen.
    """

    n: int | None
    counts: pd.DataFrame
    shares: pd.DataFrame


class ReleasedItem(TypedDict):
    """How many chose a state, and how many each of the three."""

    n: int
    counts: dict[str, int]


def collect(instrument: Instrument) -> Answers:
    """Return an empty collection of answers."""
    instrument.asked_as(Agreed)
    return Answers(instrument)


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Count what may be shown: items of which `detail_minimum` of people chose a state."""
    n = collected.answered
    rows = []
    for item in instrument.item_ids:
        counted = Counter(collected.of(item))
        states = [counted[state] for state in STATES]
        rows.append([*states, counted[DONT_KNOW], n - counted.total()])
    index = pd.Index(instrument.item_ids, name="item", dtype=object)
    counts = pd.DataFrame(rows, index=index, columns=[*STATES, "dont_know", "missing"])
    if minimum is not None:
        counts = guard(counts, minimum, detail=True, coarse=coarse)
    return Results(shown_number(n, minimum), counts, shares(counts, STATES))


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's counts; None where they are hidden or nobody has chosen."""
    table = results.counts[list(STATES)]
    return {
        str(item): ReleasedItem(
            n=int(sum(row)),
            counts={state: int(count) for state, count in zip(STATES, row, strict=True)},
        )
        if sum(row) > 0
        else None
        for item, row in zip(table.index, table.to_numpy().tolist(), strict=True)
    }


def kept(results: Results) -> dict[str, dict[str, Any] | None]:
    """Return what `release` does, and how many could not say; None where hidden."""
    unsure = results.counts["dont_know"].to_dict()
    return {
        item: None if found is None else {**found, "dont_know": int(unsure[item])}
        for item, found in release(results).items()
    }


class _Told(Counted):
    """What `kept` tells of an item; the first files don't tell who could not say."""

    dont_know: Count | None = None


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the counts that `kept` told of; see `verkostotyokalut.analysis.detail`."""
    counts = results(collect(instrument), instrument, None).counts.astype("float64")
    for item, row in told_of(told, n, instrument, _TOLD).items():
        if row is None:
            counts.loc[item] = nan
            continue
        unsure = nan if row.dont_know is None else row.dont_know
        counts.loc[item] = [*row.of(STATES), unsure, nan]
    return Results(n, counts, shares(counts, STATES))


def level(results: Results, instrument: Instrument, dimension: str | None = None) -> float | None:
    """Return the share of the answers that say agreed.

    Parameters
    ----------
    results
        What may be shown; hidden items are left out.
    instrument
        What was asked.
    dimension
        One of its dimensions; without one, all of them.

    Returns
    -------
    float or None
        0..1 of the answers that are one of the three states; None when there are none to show.
    """
    items = [
        item.id
        for part in instrument.dimensions
        if dimension in {None, part.id}
        for item in part.items
    ]
    states = results.counts.loc[items, list(STATES)].dropna().sum()
    total = float(states.sum())
    return float(states["agreed"]) / total if total else None
