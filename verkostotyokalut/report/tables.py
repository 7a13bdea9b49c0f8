"""The tables that people take home, before they are written as a file of some format."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import groupby
from typing import NamedTuple

from ..charts.svg import clean
from ..framework import Language, Scale
from ..live.agreements import Agreement
from ..locales import translator
from .about import about, sorts
from .shown import Shown
from .tidy import Number, lights_of, notes, tidy

Cell = str | float | date | None

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Table(NamedTuple):
    """A title, the names of the columns, and the rows; a cell without a value is None."""

    title: str
    columns: list[str]
    rows: list[list[Cell]]


def tame(words: str) -> str:
    """Return words on one line and without characters that nobody sees."""
    return clean(_UNSEEN.sub(" ", words)).strip()


def looks_like_formula(words: str) -> bool:
    """Tell whether a spreadsheet could take tame words for a formula."""
    # Some versions read the wide forms of the signs as the signs.
    return unicodedata.normalize("NFKC", words).lstrip()[:1] in {"=", "+", "-", "@"}


def numbers_table(found: list[Shown], language: Language) -> Table:
    """Return every number that was shown: one row for each item and number.

    The remark of a median on a scale is its light.
    """
    _ = translator(language).gettext
    return Table(
        _("Numbers"),
        [
            _("Asked"),
            _("Round"),
            _("Dimension"),
            _("Item"),
            _("Which number"),
            _("Number"),
            _("Id of what was asked"),
            _("Id of the item"),
            _("Id of the number"),
            _("Remark"),
        ],
        [
            [
                row.instrument.title.into(language),
                row.round,
                row.dimension.title.into(language),
                row.item.label.into(language),
                row.words,
                row.value,
                row.instrument.id,
                row.item.id,
                ".".join(row.path),
                _("Light: {light}").format(light=row.light) if row.light else None,
            ]
            for row in tidy(found, language)
        ],
    )


def instrument_tables(found: list[Shown], language: Language) -> list[Table]:
    """Return a table for each instrument: a row for each item and round, a column for each number.

    Items on a scale have their light in a column. An item of which nothing can be shown has a row
    without numbers.
    """
    _ = translator(language).gettext
    tables = []
    for _id, one_by_one in groupby(found, key=lambda one: one.instrument.id):
        rounds = list(one_by_one)
        asked = rounds[0].instrument
        numbers = [row for row in tidy(rounds, language) if not row.own_words]
        columns = _columns(numbers)
        lit = {one.round: lights_of(one, language) for one in rounds}
        scale = isinstance(asked.question, Scale)
        values = {(row.round, row.item.id, row.path): row.value for row in numbers}
        rows: list[list[Cell]] = [
            [
                one.round,
                dimension.title.into(language),
                item.label.into(language),
                item.statement.into(language),
                *(values.get((one.round, item.id, path)) for path in columns),
                *([lit[one.round].get(item.id)] if scale else []),
            ]
            for one in rounds
            for dimension in asked.dimensions
            for item in dimension.items
        ]
        names = [_("Round"), _("Dimension"), _("Item"), _("As it was asked")]
        last = [_("Light")] if scale else []
        tables.append(Table(asked.title.into(language), [*names, *columns.values(), *last], rows))
    return tables


def notes_table(found: list[Shown], language: Language) -> Table:
    """Return the notes that were shown on walls, as the leader grouped them."""
    _ = translator(language).gettext
    return Table(
        _("Notes"),
        [_("Asked"), _("Round"), _("Item"), _("Group"), _("Note"), _("Month"), _("Likes")],
        [
            [
                note.instrument.title.into(language),
                note.round,
                note.item.label.into(language),
                note.group,
                note.text,
                note.month,
                note.likes,
            ]
            for note in notes(found)
        ],
    )


def agreements_table(agreed: list[Agreement], language: Language) -> Table:
    """Return what was agreed, sort by sort."""
    _ = translator(language).gettext
    return Table(
        _("Agreements"),
        [_("Sort"), _("What"), _("Who"), _("By when"), _("About")],
        [
            [title, one.what, one.who, one.due, about(one, language)]
            for sort, title in sorts(language).items()
            for one in agreed
            if one.sort is sort
        ],
    )


def _columns(numbers: list[Number]) -> dict[tuple[str, ...], str]:
    """Return what each number is called, by its path, in the order in which they come."""
    return {row.path: row.words for row in numbers}
