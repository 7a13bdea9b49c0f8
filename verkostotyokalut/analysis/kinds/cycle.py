"""The numbers of the kind ``cycle``: how many place the network where."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, NamedTuple

import pandas as pd
from pydantic import TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.cycle import Cycle
from ..answers import Answers
from ..disclosure import may_show_each, shown_number
from ..summary import quantiles
from ..told import Count, People, Told, counted, told_of


class CycleResults(NamedTuple):
    """Where people place the network.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    places
        By item: counts (int64), index phase id, columns the parts 1..k; None when fewer than
        `detail_minimum` of people have placed it.
    dont_know
        By item: how many could not say; None where ``places`` is.
    """

    n: int | None
    places: dict[str, pd.DataFrame | None]
    dont_know: dict[str, int | None]


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> CycleResults:
    """Count the places, item by item."""
    cycle = instrument.asked_as(Cycle)
    ids = [phase.id for phase in cycle.phases]
    columns = range(1, len(cycle.parts) + 1)
    places: dict[str, pd.DataFrame | None] = {}
    dont_know: dict[str, int | None] = {}
    for item in instrument.item_ids:
        given = collected.of(item)
        placed = [value for value in given if value != DONT_KNOW]
        if item in coarse or not may_show_each(len(placed), minimum):
            places[item], dont_know[item] = None, None
            continue
        counts = pd.DataFrame(0, index=pd.Index(ids, name="phase"), columns=columns)
        for value in placed:
            counts.loc[value["phase"], value["part"]] += 1
        places[item], dont_know[item] = counts, len(given) - len(placed)
    return CycleResults(shown_number(collected.answered, minimum), places, dont_know)


def main_places(counts: pd.DataFrame) -> list[tuple[str, float]]:
    """Find where most place the network.

    Phases go around, so there is no median over all of them; within a phase there is.

    Parameters
    ----------
    counts
        One item's places; see `CycleResults`.

    Returns
    -------
    list of (phase id, part)
        The phases that most have chosen, more than one where they are tied, and the median of the
        parts (1..k) of those who chose it; nothing when there are no answers.
    """
    sums = counts.sum(axis=1)
    most = sums.max()
    found = counts[sums == most] if most else counts.iloc[:0]
    medians = quantiles(found.to_numpy(), (0.5,))[:, 0].tolist()
    return [(str(phase), part) for phase, part in zip(found.index, medians, strict=True)]


def release(results: CycleResults) -> dict[str, Any]:
    """Return, by item, how many are in each phase, and n; None where hidden."""
    return {
        item: None
        if counts is None
        else {
            "n": int(counts.to_numpy().sum()),
            "phases": {str(phase): int(n) for phase, n in counts.sum(axis=1).items()},
        }
        for item, counts in results.places.items()
    }


class _Told(Told):
    """What `release` tells of an item."""

    n: People
    phases: dict[str, Count]


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> CycleResults:
    """Return the places that `release` told of; see `verkostotyokalut.analysis.detail`.

    It tells how many are in each phase and not where in it, so the places have one column.
    """
    ids = [phase.id for phase in instrument.asked_as(Cycle).phases]
    index = pd.Index(ids, name="phase")
    nobody = pd.DataFrame({1: [0] * len(ids)}, index=index)
    places: dict[str, pd.DataFrame | None] = dict.fromkeys(instrument.item_ids, nobody)
    for item, row in told_of(told, n, instrument, _TOLD).items():
        places[item] = (
            None if row is None else pd.DataFrame({1: counted(row.phases, ids, row.n)}, index=index)
        )
    return CycleResults(n, places, dict.fromkeys(instrument.item_ids))
