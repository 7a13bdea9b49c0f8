"""The levels of the dimensions that the room has been shown: between what, and of how many."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from math import isnan
from typing import NamedTuple, cast

from ..analysis import (
    Light,
    Responses,
    Results,
    dimension_counts,
    dimensions,
    level,
    level_light,
    level_range,
)
from ..charts import number
from ..charts.sureness import light_text
from ..charts.terms import NONE
from ..framework import Dimension, Instrument, Language, Scale
from ..live import Database, Session
from ..locales import translator
from .certainty import Certainty, named, span
from .shown import Shown, collected
from .tables import Cell, Table


class Level(NamedTuple):
    """A dimension of a scale in a round, on the scale's points; NaN where it is hidden.

    ``low`` and ``high`` are its range (see `level_range`), ``items`` to ``highest`` those of
    `dimensions`, and the rest those of `dimension_counts`.
    """

    shown: Shown
    dimension: Dimension
    low: float
    high: float
    light: Light | None
    items: float
    level: float
    lowest: float
    highest: float
    n: float
    answers: float
    dont_know: float
    missing: float


def levels(db: Database, session: Session, found: Iterable[Shown]) -> list[Level]:
    """Tell the levels of what was shown.

    Parameters
    ----------
    db
        The store.
    session
        The session.
    found
        What the room has been shown in it; other kinds than scales are passed by, and so are
        rounds that too few have answered.
    """
    rows = []
    for one in found:
        results, asked = one.results, one.instrument
        if not isinstance(results, Results) or results.n is None:
            continue
        responses = cast(Responses, collected(db, session.id, asked, one.round)).table
        counts = dimension_counts(results, responses, asked, session.minimum).drop(columns="items")
        told = dimensions(results.summary, asked).join(counts).to_numpy().tolist()
        for dimension, numbers in zip(asked.dimensions, told, strict=True):
            rows.append(Level(one, dimension, *_range(results, asked, dimension.id), *numbers))
    return rows


def levels_table(rows: list[Level], language: Language) -> Table:
    """Return the levels as a sheet: a row for each dimension and round."""
    _ = translator(language).gettext
    return Table(
        _("Dimensions"),
        [
            _("Asked"),
            _("Round"),
            _("Dimension"),
            _("Level"),
            _("Range from"),
            _("Range to"),
            _("Light"),
            _("Lowest item"),
            _("Highest item"),
            _("Items shown"),
            _("People"),
            _("Answers"),
            _("Don't know"),
            _("Not answered"),
            _("Id of what was asked"),
            _("Id of the dimension"),
        ],
        [
            [
                row.shown.instrument.title.into(language),
                row.shown.round,
                row.dimension.title.into(language),
                *map(_known, (row.level, row.low, row.high)),
                light_text(row.light, language) if row.light else None,
                *map(_known, (row.lowest, row.highest)),
                *map(_whole, (row.items, row.n, row.answers, row.dont_know, row.missing)),
                row.shown.instrument.id,
                row.dimension.id,
            ]
            for row in rows
        ],
    )


def levels_in_words(rows: list[Level], language: Language) -> list[Certainty]:
    """Return the levels as the report's tables: one for each round of what was asked."""
    _ = translator(language).gettext
    columns = [
        _("Dimension"),
        _("Level"),
        _("Range"),
        _("Light"),
        _("People"),
        _("Answers"),
        _("Don't know"),
        _("Not answered"),
    ]

    def told(value: float) -> str:
        return NONE if isnan(value) else number(value, language)

    tables = []
    for _key, some in groupby(rows, key=lambda row: (row.shown.instrument.id, row.shown.round)):
        of_round = list(some)
        cells = [
            [
                row.dimension.title.into(language),
                told(row.level),
                NONE if isnan(row.low) else span(told(row.low), told(row.high)),
                light_text(row.light, language) if row.light else NONE,
                *map(told, (row.n, row.answers, row.dont_know, row.missing)),
            ]
            for row in of_round
        ]
        tables.append(Certainty(named(of_round[0].shown, language), columns, cells))
    return tables


def _range(
    results: Results, asked: Instrument, dimension: str
) -> tuple[float, float, Light | None]:
    between = level_range(results, asked, dimension)
    if between is None:
        return float("nan"), float("nan"), None
    last = len(asked.asked_as(Scale).points)
    low, high = (1 + share * (last - 1) for share in between)
    return low, high, level_light(level(results, asked, dimension), between)


def _known(value: float) -> Cell:
    return None if isnan(value) else value


def _whole(value: float) -> Cell:
    return None if isnan(value) else int(value)
