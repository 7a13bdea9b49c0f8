"""The numbers of the kind ``choice``: counts and shares of the options, and moves to the wish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from math import nan
from typing import Any, NamedTuple, TypedDict

import pandas as pd
from pydantic import TypeAdapter

from ...framework import DONT_KNOW, Instrument
from ...framework.kinds.choice import VIEWS, Choice
from ..answers import Answers
from ..disclosure import guard, left_out, shown_number
from ..distribution import shares
from ..told import Counted, told_of, views_told


class Results(NamedTuple):
    """What may be shown; what is hidden is NaN.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    counts
        How many chose each option: index (item, view), where a view is ``now`` or ``wanted``;
        columns the options' ids in order, ``dont_know`` and ``missing``.
    shares
        The same of those who chose an option, 0..1: index (item, view), columns the options' ids.
        NaN also where nobody has chosen.
    moves
        How many chose one option now and another, or the same, as the wish: index item, columns
        the pairs ``(now, wanted)`` of ids, ``dont_know`` (of either) and ``missing`` (either, and
        those who are left out to hide the few who chose only one; see `left_out`). It has no rows
        where the wish is not asked, and is hidden of a part of the room.
    """

    n: int | None
    counts: pd.DataFrame
    shares: pd.DataFrame
    moves: pd.DataFrame


class ReleasedView(TypedDict):
    """How many chose an option, and how many each; every option is named."""

    n: int
    counts: dict[str, int]


collect = Answers
_TOLD = TypeAdapter(dict[str, Counted | None])


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Count what may be shown: views in which `detail_minimum` of people chose an option.

    The moves need as many who chose both now and the wish.
    """
    question = instrument.asked_as(Choice)
    counts, moves = (
        _counts(collected, instrument, question),
        _moves(collected, instrument, question, minimum),
    )
    if minimum is not None:
        counts, moves = (
            guard(table, minimum, detail=True, coarse=coarse) for table in (counts, moves)
        )
    n = shown_number(collected.answered, minimum)
    return Results(n, counts, shares(counts, question.ids), moves)


def of_a_part(results: Results) -> Results:
    """Return what may be told of a part of the room; see `verkostotyokalut.analysis.by_group`."""
    return results._replace(moves=results.moves.astype("float64") * nan)


def release(results: Results) -> dict[str, dict[str, ReleasedView | None] | None]:
    """Return each item's counts by view; None where a view, or the whole item, is hidden."""
    released: dict[str, dict[str, ReleasedView | None]] = {}
    chosen = results.counts.drop(columns=["dont_know", "missing"])
    for (item, view), row in zip(chosen.index, chosen.to_numpy().tolist(), strict=True):
        known = sum(row) > 0  # NaN is not
        released.setdefault(item, {})[view] = (
            ReleasedView(
                n=int(sum(row)),
                counts={str(name): int(c) for name, c in zip(chosen.columns, row, strict=True)},
            )
            if known
            else None
        )
    return {item: views if any(views.values()) else None for item, views in released.items()}


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Results:
    """Return the counts that `release` told of; see `verkostotyokalut.analysis.detail`."""
    question = instrument.asked_as(Choice)
    empty = results(collect(instrument), instrument, None)
    counts = empty.counts.astype("float64")
    for item, found in told_of(told, n, instrument, _TOLD).items():
        views = dict.fromkeys(question.views) if found is None else found
        for view, one in views_told(views, question.views).items():
            row = [nan] * len(question.ids) if one is None else one.of(question.ids)
            counts.loc[(item, view)] = [*row, nan, nan]
    moves = empty.moves.astype("float64")
    moves.loc[:] = nan
    return Results(n, counts, shares(counts, question.ids), moves)


def _views(value: Any, question: Choice) -> dict[str, str]:
    return value if question.wanted else {"now": value}


def _counts(collected: Answers, instrument: Instrument, question: Choice) -> pd.DataFrame:
    rows = {}
    for item in instrument.item_ids:
        given = [_views(value, question) for value in collected.of(item)]
        for view in question.views:
            counted = Counter(choice[view] for choice in given if view in choice)
            rows[item, view] = [
                *(counted[name] for name in question.ids),
                counted[DONT_KNOW],
                collected.answered - counted.total(),
            ]
    index = pd.MultiIndex.from_tuples(list(rows), names=["item", "view"])
    columns = pd.Index([*question.ids, "dont_know", "missing"], dtype=object)
    return pd.DataFrame(list(rows.values()), index=index, columns=columns)


def _moves(
    collected: Answers, instrument: Instrument, question: Choice, minimum: int | None
) -> pd.DataFrame:
    pairs = [(now, wanted) for now in question.ids for wanted in question.ids]
    rows = {}
    for item in instrument.item_ids if question.wanted else ():
        # Who is left out hangs on ids, which are random, and not on answers.
        given = [value for _, value in sorted(collected.by(item).items())]
        chose = [sum(value.get(view, DONT_KNOW) != DONT_KNOW for value in given) for view in VIEWS]
        both = [value for value in given if len(value) == len(VIEWS)]
        known = [(v["now"], v["wanted"]) for v in both if DONT_KNOW not in v.values()]
        if minimum is not None:
            known = known[left_out((n - len(known) for n in chose), minimum) :]
        unsure = sum(DONT_KNOW in value.values() for value in both)
        counted = Counter(known)
        missing = collected.answered - len(known) - unsure
        rows[item] = [*(counted[pair] for pair in pairs), unsure, missing]
    # Pairs as they are: pandas would make two levels of them.
    columns = pd.Index([*pairs, "dont_know", "missing"], dtype=object, tupleize_cols=False)
    table = pd.DataFrame(list(rows.values()), index=pd.Index(list(rows), name="item", dtype=object))
    return table.reindex(columns=range(len(columns)), fill_value=0).set_axis(columns, axis=1)
