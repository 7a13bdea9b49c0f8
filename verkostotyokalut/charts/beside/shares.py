"""Pages of shares: a bar for each part, with the share's interval where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import ceil, isnan, nan
from typing import NamedTuple

from ...analysis import Comparison, Of, share_interval
from ...framework import Language
from ...locales import translator
from ..terms import number, percent_text, some_text
from .cells import Point
from .page import Axis, Band, Cell, Column, Nothing, Page, rows
from .words import hidden_item, hidden_parts, part_word, percents

_ACROSS = 5  # columns beside each other
_AXIS = Axis(0, 1, ((0, "0"), (0.5, "50"), (1, "100")))


class Shared(NamedTuple):
    """What a page of shares is of.

    ``columns`` has, for each of what is shared, its label and a cell for each part; ``told`` names
    the texts of a cell, and ``footer`` explains the marks.
    """

    title: str
    of_columns: str
    columns: Sequence[tuple[str, Sequence[Cell | None]]]
    told: tuple[str, ...]
    footer: tuple[str, ...]


class Mean(NamedTuple):
    """A mean share and its interval, per cent; NaN where it is hidden or there is none."""

    value: float
    lower: float = nan
    upper: float = nan


def share_cell(count: float, n: float, language: Language, *more: str) -> Cell:
    """Return a share of people, with its interval; NaN where it is hidden.

    It is told as how many, of how many, per cent, the interval, and ``more``.
    """
    columns = 4 + len(more)
    if isnan(n):
        return Nothing(hidden_item(language), columns)
    if not n:
        return Nothing(translator(language).gettext("no answers"), columns)
    low, high = share_interval(count, n)
    words = percent_text(count / n, language)
    of_all = f"{number(count, language)}/{number(n, language)}"
    told = (
        number(count, language),
        number(n, language),
        words,
        percents(low, high, language),
        *more,
    )
    return Point(count / n, low, high, words, of_all, told, bar=True)


def mean_cell(mean: Mean, n: float, language: Language) -> Cell:
    """Return a mean share of so many people, with its interval; NaN where it is hidden."""
    if isnan(n):
        return Nothing(hidden_item(language), 3)
    if not n:
        return Nothing(translator(language).gettext("no answers"), 3)
    share, low, high = (end / 100 for end in mean)
    words = percent_text(share, language)
    told = (number(n, language), words, percents(low, high, language))
    return Point(share, low, high, words, f"n {told[0]}", told, bar=True)


def share_columns(language: Language) -> tuple[str, ...]:
    """Name what `share_cell` tells."""
    _ = translator(language).gettext
    return (_("People"), _("n"), _("Share"), _("95 % interval"))


def share_footer(language: Language) -> str:
    """Explain the marks of `share_cell`."""
    return translator(language).gettext(
        "The bar is the share of people (%), the line its 95 % interval."
    )


def mean_footer(language: Language) -> tuple[str, ...]:
    """Explain the marks of `mean_cell`."""
    _ = translator(language).gettext
    return (
        _("The bar is the mean of people's shares (%), the line its 95 % interval."),
        _("A mean of few people has no interval, nor has that of an earlier workshop."),
    )


def shares_page(comparison: Comparison, shared: Shared, language: Language) -> Page:
    """Return a page of shares."""
    columns = tuple(
        Column(label, tuple(cells), _note(cells, language)) for label, cells in shared.columns
    )
    cuts = ceil(len(columns) / _ACROSS)
    each = ceil(len(columns) / cuts)
    bands = [Band(shared.title, columns[at : at + each]) for at in range(0, len(columns), each)]
    labels = [part.label for part in comparison.parts]
    judged = not all(isnan(cell.low) for _, cells in shared.columns for cell in _points(cells))
    said = [
        apart_text(columns, labels, language, judged=judged),
        hidden_parts(comparison, language),
    ]
    return Page(
        rows=rows(comparison, language),
        bands=tuple(bands),
        axis=_AXIS,
        footer=shared.footer,
        caption=" ".join(filter(None, said)),
        of_items=shared.of_columns,
        of_parts=part_word(comparison.of, language),
        of_cells=shared.told,
        words=3.3,
    )


def turns(count: int, of: Of) -> list[slice]:
    """Cut columns into pages, since there may be many groups; rounds have room for all."""
    if of is not Of.GROUPS:
        return [slice(0, count)]
    each = ceil(count / ceil(count / _ACROSS))
    return [slice(at, at + each) for at in range(0, count, each)]


def apart_text(
    columns: Sequence[Column], labels: Sequence[str], language: Language, *, judged: bool = True
) -> str:
    """Say which column has the parts furthest apart.

    With ``judged``, say also where that is surely more than chance, by the marks' intervals.
    """
    _ = translator(language).gettext
    found = []
    for column in columns:
        shown = [
            (cell.value, cell.text, label)
            for cell, label in zip(column.cells, labels, strict=True)
            if isinstance(cell, Point)
        ]
        if shown[1:]:
            found.append((column, min(shown), max(shown)))
    if not found:
        return _("There are no two to compare yet.")
    column, low, high = max(found, key=lambda one: one[2][0] - one[1][0])
    if high[0] == low[0]:
        return _("There is no gap.")
    words = _("Furthest apart in {item}: {high} {top}, {low} {bottom}.")
    said = words.format(item=column.head, high=high[2], top=high[1], low=low[2], bottom=low[1])
    if not judged:
        return said
    sure = [one.head for one, _low, _high in found if _differ(one.cells)]
    more = _("More than chance: {items}.").format(items=some_text(sure, language))
    nothing = _("No gap is surely more than chance.")
    return f"{said} {more if sure else nothing}"


def _points(cells: Sequence[Cell | None]) -> list[Point]:
    return [cell for cell in cells if isinstance(cell, Point)]


def _differ(cells: Sequence[Cell | None]) -> bool:
    pairs = combinations(_points(cells), 2)
    return any(one.low > other.high or other.low > one.high for one, other in pairs)


def _note(cells: Sequence[Cell | None], language: Language) -> str:
    """Say below a column whether its parts surely differ."""
    _ = translator(language).gettext
    return _("more than chance") if _differ(cells) else ""
