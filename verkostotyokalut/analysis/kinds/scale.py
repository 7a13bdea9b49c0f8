"""The numbers of the kind ``scale``: by item, by dimension, and what to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import isnan, nan
from typing import Annotated, Any, TypedDict

from pydantic import Field, TypeAdapter

from ...framework import Instrument, Scale
from ..agreement import agreement_word
from ..comparison import Comparison
from ..dimensions import dimensions, strengths
from ..gaps import largest_gaps
from ..mirror import large_gaps, mirror
from ..responses import Responses
from ..results import Results, group_results, table_results
from ..told import Count, Middle, People, counted, known, told_of
from ..topics import Topic, Why


class ReleasedItem(TypedDict):
    """How many answered an item, the median and the middle half (1..k; None where hidden)."""

    n: int
    median: float
    q1: float | None
    q3: float | None


def collect(instrument: Instrument) -> Responses:
    """Return an empty table of answers."""
    return Responses(instrument)


def results(
    collected: Responses,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Return the tables that may be shown; see `Results`."""
    if minimum is None:
        return table_results(collected.table, instrument)
    room = group_results(collected.table, instrument, minimum, coarse)
    return room._replace(leader=collected.leader)


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's numbers, None where they are hidden or nobody has answered."""
    table = results.summary[["n", "median", "q1", "q3"]]
    return {
        str(item): ReleasedItem(n=int(n), median=median, q1=known(q1), q3=known(q3))
        if n > 0
        else None
        for item, (n, median, q1, q3) in zip(table.index, table.to_numpy().tolist(), strict=True)
    }


def detail(results: Results) -> dict[str, dict[str, Any] | None]:
    """Return what `release` does, and each item's agreement and counts; None where hidden.

    The agreement and the middle half are told only where the counts are.
    """
    table = results.distribution.to_numpy(dtype="float64").tolist()
    counts = dict(zip(results.distribution.index, table, strict=True))
    names = [str(name) for name in results.distribution.columns]
    agreements = results.summary["agreement"].to_dict()
    told: dict[str, dict[str, Any] | None] = {}
    for item, released in release(results).items():
        if released is None:
            told[item] = None
            continue
        row = {
            name: None if isnan(n) else int(n) for name, n in zip(names, counts[item], strict=True)
        }
        rest = {name: row.pop(name) for name in ("dont_know", "missing")}
        agreed = known(float(agreements[item]))
        told[item] = {**released, "agreement": agreed, "counts": row, **rest}
    return told


class _Told(Middle):
    """What `detail` tells of an item."""

    n: People
    agreement: Annotated[float, Field(ge=-1, le=1)] | None
    counts: dict[str, Count | None]
    dont_know: Count | None
    missing: Count | None


_TOLD = TypeAdapter(_Told)


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the tables that `detail` told of; see `verkostotyokalut.analysis.detail`."""
    empty = table_results(Responses(instrument).table, instrument)
    distribution = empty.distribution.astype("float64")
    summary = empty.summary
    points = [str(name) for name in distribution.columns[:-2]]
    for item, row in told_of(told, n, instrument, _TOLD).items():
        if row is None:
            distribution.loc[item], summary.loc[item] = nan, nan
            continue
        rest = [nan if count is None else count for count in (row.dont_know, row.missing)]
        given = {name: count for name, count in row.counts.items() if count is not None}
        counts: list[float] = [nan] * len(points)
        if given or row.counts.keys() != set(points):
            counts = [*counted(given, points, row.n)]
        distribution.loc[item] = [*counts, *rest]
        agreed = nan if row.agreement is None else row.agreement
        summary.loc[item] = [row.n, *rest, *row.within(len(points)), agreed]
    return Results(n, distribution, summary)


def level(results: Results, instrument: Instrument, dimension: str | None = None) -> float | None:
    """Return the median of the dimensions' levels (see `dimensions`) as a share of the scale.

    Parameters
    ----------
    results
        What may be shown; hidden items are left out.
    instrument
        What was asked; reversed items are turned first.
    dimension
        One of its dimensions; without one, all of them.

    Returns
    -------
    float or None
        (m - 1) / (k - 1) of a median m on k points, 0..1; None when everything is hidden.
    """
    medians = dimensions(results.summary, instrument)["median"]
    shown = (medians if dimension is None else medians.loc[[dimension]]).dropna()
    if shown.empty:
        return None
    return float((shown.median() - 1) / (len(instrument.asked_as(Scale).points) - 1))


def topics(
    results: Results,
    instrument: Instrument,
    earlier: Results | None,
    groups: Comparison | None,
) -> list[Topic]:
    """Propose what to talk about of items on a scale: divided, seen otherwise, moved, lowest.

    Parameters are those of `verkostotyokalut.analysis.topics`. Gaps and changes count from a
    quarter of the scale on: one point of five.
    """
    points = len(instrument.asked_as(Scale).points)
    table = strengths(results.summary, instrument)
    found = [
        Topic(str(item), Why.DIVIDED, float(value))
        for item, value in table["agreement"].sort_values(kind="stable").items()
        if agreement_word(float(value)) == "divided"
    ]
    beside = mirror(results, instrument)
    gaps = beside["gap"].to_dict()
    found += [Topic(item, Why.GAP, gaps[item]) for item in large_gaps(beside, points)]
    if groups is not None:
        found += _between(groups, instrument)
    if earlier is not None:
        moved = table["median"] - strengths(earlier.summary, instrument)["median"]
        found += [
            Topic(item, Why.CHANGED, float(moved[item]))
            for item in large_gaps(moved.to_frame("gap"), points)
        ]
    medians = table["median"].dropna()
    if len(medians) and medians.min() < medians.max():
        lowest = medians[medians == medians.min()]
        found += [Topic(str(item), Why.LOWEST, float(value)) for item, value in lowest.items()]
    return found


def _between(groups: Comparison, instrument: Instrument) -> list[Topic]:
    """Tell which items the groups see differently, the widest gap first."""
    labels = {part.id: part.label for part in groups.parts}
    found = largest_gaps(groups, instrument).to_dict("index")
    return [
        Topic(str(item), Why.BETWEEN, row["gap"], (labels[row["high"]], labels[row["low"]]))
        for item, row in found.items()
        if row["differ"]
    ]
