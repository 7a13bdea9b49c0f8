"""What was set beside each other as rows: one for each item and each of those compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import isnan
from typing import NamedTuple

from ..analysis import Comparison, Of, Part
from ..charts import comparison_lines, comparison_pictures
from ..charts.beside.words import hidden_part
from ..charts.kinds.scale.comparison.changes import changes_of, verdict_text
from ..framework import Dimension, Instrument, Item, Language, Scale
from ..locales import translator
from .shown import Shown
from .tidy import labels_of


class Beside(NamedTuple):
    """The numbers of an item in one of those that are compared.

    ``part`` and ``label`` are its id and what it is called, which may be a leader's words. Without
    an item the numbers are of the dimension, and without that of everything that was asked.
    ``about`` is which part of the question they are of, as in `verkostotyokalut.charts.beside`,
    and ``words`` says it. ``values`` are by what a number is; without any, the row is ``hidden``,
    which says why. ``remark`` is what else a reader needs to know.
    """

    instrument: Instrument
    round: int
    of: Of
    part: str
    label: str
    dimension: Dimension | None = None
    item: Item | None = None
    about: tuple[str, ...] = ()
    words: str = ""
    values: Mapping[str, float] = {}
    hidden: str = ""
    remark: str = ""


def beside(found: list[Shown], language: Language) -> list[Beside]:
    """Return what was set beside each other in what was shown.

    Parameters
    ----------
    found
        What was shown; see `verkostotyokalut.report.shown`. Nothing else is read.
    language
        Of the words.

    Returns
    -------
    list
        What the report's pictures of comparisons show, in their order: of each part how many
        answered, its dimensions and its items, and at last the change between the last two parts.
    """
    why = hidden_part(language)
    return [
        row if row.values else row._replace(hidden=why)
        for one in found
        if one.results.n is not None  # otherwise the report has nothing beside each other either
        for comparison in one.compared
        if comparison_pictures(one.instrument, comparison.of, language, "screen")
        for row in _rows(one, comparison, language)
    ]


def _rows(one: Shown, comparison: Comparison, language: Language) -> Iterator[Beside]:
    for part in comparison.parts:
        row = Beside(one.instrument, one.round, comparison.of, part.id, part.label)
        yield row if part.n is None else row._replace(values={"n": part.n})
        yield from _of_part(row, part, language)
    if comparison.change is not None:
        yield from _changes(one, comparison, language)


def _of_part(row: Beside, part: Part, language: Language) -> Iterator[Beside]:
    """Yield the rows of a part; what is wholly hidden of it has one row."""
    asked = row.instrument
    items: dict[str, tuple[Dimension, Item | None]] = {
        item.id: (dimension, item) for dimension in asked.dimensions for item in dimension.items
    }
    if part.results is None:
        for dimension, item in items.values():
            yield row._replace(dimension=dimension, item=item)
        return
    dimensions = {dimension.id: dimension for dimension in asked.dimensions}
    labels = labels_of(asked, language)
    told = comparison_lines(part.results, asked, row.of)
    for name, lines in groupby(told, key=lambda line: line.of):
        dimension, item = items[name] if name in items else (dimensions[name], None)
        about_it = row._replace(dimension=dimension, item=item)
        some = list(lines)
        if not any(line.values for line in some):
            yield about_it
            continue
        for line in some:
            turned = not line.about and item is not None and _turned(asked, item)
            yield about_it._replace(
                about=line.about,
                words=_called(line.about, labels),
                values=line.values,
                remark=_turned_text(language) if turned else "",
            )


def _changes(one: Shown, comparison: Comparison, language: Language) -> Iterator[Beside]:
    before, after = comparison.parts[-2:]
    changes, asked = changes_of(comparison), one.instrument
    ids, words = f"{before.id}>{after.id}", f"{before.label} → {after.label}"
    row = Beside(asked, one.round, comparison.of, ids, words)
    for dimension in asked.dimensions:
        for item in dimension.items:
            about_it = row._replace(dimension=dimension, item=item)
            change = changes.get(item.id)
            if change is None:
                yield about_it
                continue
            values = {
                "n": change.n,
                "left_out": change.left_out,
                "unmatched": round(change.unmatched, 2),  # no finer than the pictures' words
                "median_change": change.by,
                "lower": change.lower,
                "upper": change.upper,
                "coverage": change.coverage,
                "p": change.p,
                "up": change.up,
                "same": change.same,
                "down": change.down,
            }
            said = [verdict_text(change, language)]
            said += [_turned_text(language)] if _turned(asked, item) else []
            yield about_it._replace(
                values={name: value for name, value in values.items() if not isnan(value)},
                remark="; ".join(said),
            )


def _called(about: tuple[str, ...], labels: Mapping[str, str]) -> str:
    together = (part.split("+") for part in about)
    return ": ".join(", ".join(labels.get(one, one) for one in ids) for ids in together)


def _turned(asked: Instrument, item: Item) -> bool:
    return item.reversed and isinstance(asked.question, Scale)


def _turned_text(language: Language) -> str:
    return translator(language).gettext("turned, so that high is a strength")
