"""How sure the numbers of a scale are: tables for the report's page on method."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan
from typing import NamedTuple, cast

from babel.numbers import format_decimal

from ..analysis import Responses, Results, consistency, lights
from ..charts import number
from ..charts.sureness import light_text
from ..framework import Language
from ..live import Database, Session
from ..locales import translator
from .shown import Shown, collected

NONE = "–"


class Certainty(NamedTuple):
    """A table: its name, columns and rows."""

    name: str
    columns: list[str]
    rows: list[list[str]]


def of_items(found: Iterable[Shown], language: Language) -> list[Certainty]:
    """Tell of each item the interval of its median and its light; a table for each round.

    Parameters
    ----------
    found
        What the room has been shown; other kinds than scales are passed by, and so are rounds that
        too few have answered.
    language
        Of the words.
    """
    _ = translator(language).gettext
    columns = [_("Item"), _("Answers"), _("Median"), _("95 %"), _("Light")]
    tables = []
    for one in found:
        if not isinstance(one.results, Results) or one.results.n is None:
            continue
        told = lights(one.results, one.instrument).to_dict("index")
        rows = []
        for item in one.instrument.items:
            n, median, lower, upper, _coverage, light = told[item.id].values()
            cells = [
                NONE if isnan(n) else number(n, language),
                NONE if isnan(median) else number(median, language),
                NONE if isnan(lower) else span(number(lower, language), number(upper, language)),
                NONE if light is None else light_text(light, language),
            ]
            rows.append([item.label.into(language), *cells])
        tables.append(Certainty(named(one, language), columns, rows))
    return tables


def of_dimensions(
    db: Database, session: Session, found: Iterable[Shown], language: Language
) -> list[Certainty]:
    """Tell how well the items of each dimension go together; a table for each round that can.

    Parameters
    ----------
    db
        The store.
    session
        The session.
    found
        What the room has been shown in it.
    language
        Of the words.
    """
    _ = translator(language).gettext
    columns = [_("Dimension"), _("People"), _("Alpha"), _("95 %")]
    tables = []
    for one in found:
        if not isinstance(one.results, Results):
            continue
        responses = cast(Responses, collected(db, session.id, one.instrument, one.round))
        told = consistency(responses.table, one.instrument, session.minimum)
        titles = {each.id: each.title.into(language) for each in one.instrument.dimensions}
        rows = [
            [
                titles[str(dimension)],
                number(n, language),
                hundredths(alpha, language),
                span(hundredths(lower, language), hundredths(upper, language)),
            ]
            for dimension, _items, n, alpha, lower, upper in told.dropna().itertuples(name=None)
        ]
        if rows:
            tables.append(Certainty(named(one, language), columns, rows))
    return tables


def hundredths(value: float, language: Language) -> str:
    """Write a number in the language's way, with two decimals."""
    return str(format_decimal(value, format="0.00", locale=language))


def span(lower: str, upper: str) -> str:
    """Write an interval; a single number where both ends are the same."""
    return lower if lower == upper else f"{lower} … {upper}"


def named(one: Shown, language: Language) -> str:
    """Name what was asked, and in which round if that is not the first."""
    title = one.instrument.title.into(language)
    if one.round == 1:
        return title
    return f"{title}, {translator(language).gettext('round {n}').format(n=one.round)}"
