"""The numbers of the kind ``rows``: how many, by option and place, and names that many mention."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Set
from typing import Any, NamedTuple, TypedDict

import numpy as np
import pandas as pd

from ...framework import Instrument
from ...framework.kinds.rows import Rows
from ...framework.row_fields import POINTS, ChoiceField
from ..answers import Answers
from ..disclosure import detail_minimum, hidden_parts, may_show, may_show_each

OTHERS = ""  # rows without an option, and on the map also those of the options that are hidden
_EVERY = range(1, POINTS + 1)


class Portfolio(NamedTuple):
    """The rows of an item.

    Attributes
    ----------
    n
        How many people have added a row.
    rows
        How many rows they have, all together.
    sum, median
        The amounts added up, and the median of each person's own sum; NaN when too few have given
        an amount, or nobody is asked for one.
    flagged
        How many rows need a second thought; NaN when too few have given both levels.
    options
        float64, index option id in the question's order and last `OTHERS` (rows that have none);
        columns ``rows``, ``sum`` and ``median`` as above, of the rows that have the option. NaN
        where hidden (see `verkostotyokalut.analysis.disclosure.hidden_parts`).
    cells
        How many rows are at each place of the map: float64, index as that of ``options``, columns
        (x, y) with x and y 1..5. An option that too few have placed to be shown in detail is NaN,
        and its rows are among `OTHERS`. None when there is no map or too few have placed a row.
    names
        int64, how many people mention each name, the most first: names that at least the limit of
        people mention, in the spelling that is the most common.
    own
        The rows as they are, when they are one's own; else None.
    """

    n: int
    rows: int
    sum: float
    median: float
    flagged: float
    options: pd.DataFrame
    cells: pd.DataFrame | None
    names: pd.Series[int]
    own: tuple[dict[str, Any], ...] | None


class Results(NamedTuple):
    """What may be shown.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    portfolios
        By item; None when fewer than the limit have added a row.
    """

    n: int | None
    portfolios: dict[str, Portfolio | None]


class ReleasedPart(TypedDict):
    """How many rows have an option, and what their amounts add up to."""

    rows: int
    sum: int | None


class ReleasedName(TypedDict):
    """A name, and how many mention it."""

    name: str
    n: int


class ReleasedItem(TypedDict):
    """An item's rows; None stands for what is not shown."""

    n: int
    rows: int
    sum: int | None
    flagged: int | None
    options: dict[str, ReleasedPart | None]
    names: list[ReleasedName]


class _Row(NamedTuple):
    person: str
    part: str
    amount: int | None
    flagged: bool | None
    place: tuple[int, int] | None
    given: dict[str, Any]


def collect(instrument: Instrument) -> Answers:
    """Return an empty collection of answers."""
    instrument.asked_as(Rows)
    return Answers(instrument)


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> Results:
    """Count what may be shown of the rows."""
    question = instrument.asked_as(Rows)
    portfolios: dict[str, Portfolio | None] = {}
    for item in instrument.item_ids:
        answers = collected.of(item)
        rows = list(_rows(answers, question))
        shown = may_show(len(answers), minimum)
        few = item in coarse
        portfolios[item] = _portfolio(rows, question, minimum, few) if shown else None
    n = collected.answered
    return Results(n if may_show(n, minimum) else None, portfolios)


def release(results: Results) -> dict[str, ReleasedItem | None]:
    """Return each item's rows in numbers; None where they are hidden or there are none."""
    return {
        item: None if portfolio is None or not portfolio.n else _released(portfolio)
        for item, portfolio in results.portfolios.items()
    }


def _rows(answers: list[dict[str, Any]], question: Rows) -> Iterator[_Row]:
    """Yield every row with whose it is: a number, since nobody's name is known."""
    for person, answer in enumerate(answers):
        for row in answer["rows"]:
            place = question.map and (row.get(question.map.x), row.get(question.map.y))
            yield _Row(
                str(person),
                row.get(question.colour, OTHERS),
                row.get(question.sum),
                question.flagged(row),
                place if place and None not in place else None,
                row,
            )


def _portfolio(rows: list[_Row], question: Rows, minimum: int | None, few: bool) -> Portfolio:
    colour = question.field(question.colour, ChoiceField)
    parts = [*(colour.ids if colour else ()), OTHERS]
    amounts = [row for row in rows if row.amount is not None]
    placed = [row for row in rows if row.place]
    compared = [row for row in rows if row.flagged is not None]
    hidden = hidden_parts([_who(some, parts) for some in (rows, amounts, placed)], minimum)
    people = len({row.person for row in rows})
    total, median = _amounts(amounts, minimum)
    table = []
    for part in parts:
        mine = [row for row in rows if row.part == part]
        added = _amounts([row for row in amounts if row.part == part], minimum)
        if not mine:
            added = (np.nan if np.isnan(total) else 0.0, np.nan)
        table.append([np.nan] * 3 if part in hidden else [len(mine), *added])
    return Portfolio(
        people,
        len(rows),
        total,
        median,
        float(sum(row.flagged is True for row in compared))
        if compared and may_show(len({row.person for row in compared}), minimum)
        else np.nan,
        pd.DataFrame(
            table,
            index=pd.Index(parts, name="option", dtype=object),
            columns=["rows", "sum", "median"],
            dtype=np.float64,
        ),
        _cells(placed, parts, hidden | _hidden_in_detail(placed, parts, minimum))
        if question.map and not few and may_show_each(len({row.person for row in placed}), minimum)
        else None,
        _names(rows, minimum),
        tuple(row.given for row in rows) if minimum is None else None,
    )


def _who(rows: list[_Row], parts: list[str]) -> dict[str, set[str]]:
    return {part: {row.person for row in rows if row.part == part} for part in parts}


def _hidden_in_detail(placed: list[_Row], parts: list[str], minimum: int | None) -> frozenset[str]:
    least = None if minimum is None else detail_minimum(minimum)
    return hidden_parts([_who(placed, parts)], least)


def _amounts(rows: list[_Row], minimum: int | None) -> tuple[float, float]:
    """Return the sum of the amounts and the median of each person's sum."""
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row.person] += row.amount or 0
    if not sums or not may_show(len(sums), minimum):
        return np.nan, np.nan
    return float(sums.total()), float(np.median(list(sums.values())))


def _cells(placed: list[_Row], parts: list[str], hidden: frozenset[str]) -> pd.DataFrame:
    counts = np.zeros((len(parts), POINTS**2))
    for row in placed:
        if row.place:
            x, y = row.place
            part = OTHERS if row.part in hidden else row.part
            counts[parts.index(part), (x - 1) * POINTS + y - 1] += 1
    counts[[part in hidden and part != OTHERS for part in parts]] = np.nan
    return pd.DataFrame(
        counts,
        index=pd.Index(parts, name="option", dtype=object),
        columns=pd.MultiIndex.from_product([_EVERY, _EVERY], names=["x", "y"]),
    )


def _names(rows: list[_Row], minimum: int | None) -> pd.Series[int]:
    """Count who mentions what; names that differ in case and spaces alone are one."""
    people: dict[str, set[str]] = {}
    spellings: dict[str, Counter[str]] = {}
    for row in rows:
        name = " ".join(row.given["name"].split())
        key = unicodedata.normalize("NFKC", name).casefold()
        people.setdefault(key, set()).add(row.person)
        spellings.setdefault(key, Counter())[name] += 1
    counts = {
        min(spellings[key], key=lambda name: (-spellings[key][name], name)): len(who)
        for key, who in people.items()
        if may_show(len(who), minimum)
    }
    ranked = sorted(counts, key=lambda name: (-counts[name], name.casefold()))
    index = pd.Index(ranked, name="name", dtype=object)
    return pd.Series([counts[name] for name in ranked], index=index, dtype="int64", name="people")


def _released(portfolio: Portfolio) -> ReleasedItem:
    table = portfolio.options.to_numpy().tolist()
    options = {
        str(option): None if np.isnan(rows) else ReleasedPart(rows=int(rows), sum=_whole(amount))
        for option, (rows, amount, _median) in zip(portfolio.options.index, table, strict=True)
        if option != OTHERS
    }
    return ReleasedItem(
        n=portfolio.n,
        rows=portfolio.rows,
        sum=_whole(portfolio.sum),
        flagged=_whole(portfolio.flagged),
        options=options,
        names=[ReleasedName(name=str(name), n=int(n)) for name, n in portfolio.names.items()],
    )


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)
