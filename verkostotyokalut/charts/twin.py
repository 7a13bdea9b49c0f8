"""Text twins: what a picture shows, as a sentence and as a table of strings."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import NamedTuple, TypedDict

import pandas as pd

from ..analysis import agreement_word, in_order, strengths
from ..framework import Instrument, Language, Scale
from ..locales import translator
from .sureness import sure_cells, sure_columns
from .terms import (
    agreement_text,
    median_alone_text,
    nothing_text,
    number,
    some_text,
    without_number_text,
)

_NONE = "–"
_NUMBERS = ["n", "dont_know", "median", "q1", "q3", "agreement"]


class Twin(TypedDict):
    """A picture in words: a caption, and a table of strings in the reader's language."""

    caption: str
    columns: list[str]
    rows: list[list[str]]


class _Item(NamedTuple):
    id: str
    dimension: str
    label: str
    name: str  # in a sentence: with its dimension, if other items have the same label
    n: float
    dont_know: float
    median: float
    q1: float
    q3: float
    agreement: float


class _Writer(NamedTuple):
    """Writes cells and sentences in one language."""

    language: Language
    minimum: int

    @property
    def gettext(self) -> Callable[[str], str]:
        return translator(self.language).gettext

    def number(self, value: float) -> str:
        return _NONE if isnan(value) else number(value, self.language)

    def agreed(self, item: _Item) -> str:
        """Say how far an item's answers agree, or why there is nothing to say."""
        nothing = without_number_text(item.n, item.dont_know, self.minimum, self.language)
        return nothing or agreement_text(item.agreement, self.language) or _NONE

    def some(self, items: list[_Item]) -> str:
        """Name the first few and count the others."""
        return some_text([item.name for item in items], self.language)


def profile_twin(
    distribution: pd.DataFrame,
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    minimum: int = 5,
) -> Twin:
    """Say what `profile` shows: the strongest and the weakest, and each item's median.

    Parameters are those of `items`: the distribution tells how sure each median is.
    """
    write = _Writer(language, minimum)
    _ = write.gettext
    items = _items(strengths(summary, instrument), instrument, language)
    sure = sure_cells(distribution, summary, instrument, language)
    return Twin(
        caption=_with_reason(_strongest_and_weakest(items, write), items, write),
        columns=[
            _("Dimension"),
            _("Item"),
            _("Median"),
            *sure_columns(language),
            _("Agreement"),
            _("n"),
        ],
        rows=[
            [
                item.dimension,
                item.label,
                write.number(item.median),
                *sure[item.id],
                write.agreed(item),
                write.number(item.n),
            ]
            for item in items
        ],
    )


def items_twin(
    distribution: pd.DataFrame,
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    minimum: int = 5,
) -> Twin:
    """Say what `items` shows: where views agree and part, and every item's counts.

    Parameters are those of `items`.
    """
    write = _Writer(language, minimum)
    _ = write.gettext
    items = _items(in_order(summary, instrument), instrument, language)
    sure = sure_cells(distribution, summary, instrument, language, turned=False)
    counts = in_order(distribution, instrument).to_numpy(dtype=float).tolist()
    points = range(1, len(instrument.asked_as(Scale).points) + 1)
    return Twin(
        caption=_with_reason(_where_views_part(items, write), items, write),
        columns=[
            _("Dimension"),
            _("Item"),
            *(str(point) for point in points),
            _("Don't know"),
            _("Not answered"),
            _("Median"),
            _("Middle half"),
            *sure_columns(language),
            _("Agreement"),
            _("n"),
        ],
        rows=[
            [
                item.dimension,
                item.label,
                *(write.number(count) for count in cells),
                write.number(item.median),
                _NONE if isnan(item.q1) else f"{write.number(item.q1)}–{write.number(item.q3)}",
                *sure[item.id],
                write.agreed(item),
                write.number(item.n),
            ]
            for item, cells in zip(items, counts, strict=True)
        ],
    )


def _with_reason(caption: str, items: list[_Item], write: _Writer) -> str:
    """Say also why nothing but the median is told of an item."""
    if not any(item.n > 0 and isnan(item.q1) for item in items):
        return caption
    return f"{caption} {median_alone_text(write.minimum, write.language)}".strip()


def _items(summary: pd.DataFrame, instrument: Instrument, language: Language) -> list[_Item]:
    numbers = iter(summary[_NUMBERS].to_numpy(dtype=float).tolist())
    labels = [item.label.into(language) for item in instrument.items]
    found = []
    for dimension in instrument.dimensions:
        title = dimension.title.into(language)
        for item in dimension.items:
            label = item.label.into(language)
            name = f"{title}: {label}" if labels.count(label) > 1 else label
            found.append(_Item(item.id, title, label, name, *next(numbers)))
    return found


def _strongest_and_weakest(items: list[_Item], write: _Writer) -> str:
    _, ngettext = write.gettext, translator(write.language).ngettext
    shown = [item for item in items if not isnan(item.median)]
    if not shown:
        return _nothing(items, write)
    high, low = (choose(item.median for item in shown) for choose in (max, min))
    if high == low:
        return _("The median of every item is {value}.").format(value=write.number(high))
    strongest = [item for item in shown if item.median == high]
    weakest = [item for item in shown if item.median == low]
    words = write.number(low)
    if len(weakest) == 1 and not isnan(weakest[0].agreement):
        words += f", {write.agreed(weakest[0])}"
    # the plural is the same in English, but not in Finnish
    first = ngettext(
        "Strongest: {items} ({value}).", "Strongest: {items} ({value}).", len(strongest)
    )
    last = ngettext("Weakest: {items} ({value}).", "Weakest: {items} ({value}).", len(weakest))
    return (
        f"{first.format(items=write.some(strongest), value=write.number(high))} "
        f"{last.format(items=write.some(weakest), value=words)}"
    )


def _where_views_part(items: list[_Item], write: _Writer) -> str:
    _ = write.gettext
    shown = [item for item in items if not isnan(item.agreement)]
    if not shown:
        return _nothing(items, write)
    shown.sort(key=lambda item: item.agreement)
    divided = [item for item in shown if agreement_word(item.agreement) == "divided"]
    if divided:
        return _("Views are divided on: {items}.").format(items=write.some(divided))
    scattered = [item for item in shown if agreement_word(item.agreement) == "scattered"]
    if scattered:
        return _("Views are scattered on: {items}.").format(items=write.some(scattered))
    return _("Views are shared on every item.")


def _nothing(items: list[_Item], write: _Writer) -> str:
    if any(item.n > 1 for item in items):
        return ""  # the reason is told besides
    hidden = any(isnan(item.n) for item in items)
    if not hidden and any(item.n for item in items):
        return write.gettext("One person's answers: there are no views to compare.")
    return nothing_text(hidden, write.minimum, write.language)
