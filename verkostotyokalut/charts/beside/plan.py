"""Which items of an instrument are on which page of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil
from typing import NamedTuple

from ...analysis import Comparison, Of
from ...framework import Instrument, Item, Language
from ...locales import translator

_ACROSS = 4  # items beside each other
_BANDS = {of: 1 if of is Of.GROUPS else 2 for of in Of}  # there are more groups than rounds


class Items(NamedTuple):
    """Items side by side, under the title of their dimension."""

    title: str
    items: tuple[Item, ...]


Choose = Callable[[Comparison], tuple[Items, ...]]
Order = Callable[[Comparison], Iterable[str]]


class Plan(NamedTuple):
    """A page: its name, empty when there is no other, and what chooses its items."""

    name: str
    choose: Choose

    def label(self, words: str) -> str:
        """Name a picture of the page."""
        return f"{words}: {self.name}" if self.name else words


def plans(instrument: Instrument, of: Of, language: Language) -> list[Plan]:
    """Return the pages that the items take, in the instrument's order, dimension by dimension."""
    bands = [
        (Items(dimension.title.into(language), items), turn, len(cuts))
        for dimension in instrument.dimensions
        for cuts in [_cut(dimension.items)]
        for turn, items in enumerate(cuts, start=1)
    ]
    pages = [bands[at : at + _BANDS[of]] for at in range(0, len(bands), _BANDS[of])]
    found = []
    for page in pages:
        names = [
            f"{band.title} {turn}/{cuts}" if cuts > 1 else band.title for band, turn, cuts in page
        ]
        shown = tuple(band for band, _, _ in page)
        found.append(Plan(", ".join(names) if len(pages) > 1 else "", _fixed(shown)))
    return found


def widest_plan(instrument: Instrument, of: Of, language: Language, order: Order) -> list[Plan]:
    """Return a page of the items with the widest gaps between groups.

    Parameters
    ----------
    instrument
        What was asked.
    of
        What is beside each other.
    language
        Of the page's name.
    order
        Gives the items' ids, the widest gap first, as far as there are gaps.

    Returns
    -------
    list
        One page; none where there is room for all items on a page, or of rounds, which have
        pictures of what has changed.
    """
    if of not in {Of.GROUPS, Of.GUESS} or len(plans(instrument, of, language)) == 1:
        return []
    title = translator(language).gettext("Widest gaps")
    by_id = {item.id: item for item in instrument.items}

    def choose(comparison: Comparison) -> tuple[Items, ...]:
        every = dict.fromkeys([*order(comparison), *by_id])  # those without a gap last
        items = [by_id[item] for item in every][: _ACROSS * _BANDS[of]]
        starts = range(0, len(items), _ACROSS)
        return tuple(Items(title, tuple(items[at : at + _ACROSS])) for at in starts)

    return [Plan(title, choose)]


def by_gap(values: dict[str, Sequence[float]]) -> list[str]:
    """Order items by how far apart the values of the parts are; those that fewer show are left."""
    gaps = {item: max(some) - min(some) for item, some in values.items() if len(some) > 1}
    return sorted(gaps, key=lambda item: -gaps[item])


def _fixed(shown: tuple[Items, ...]) -> Choose:
    return lambda _comparison: shown


def _cut(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Cut a dimension's items into about equal parts."""
    each = ceil(len(items) / ceil(len(items) / _ACROSS))
    return [tuple(items[at : at + each]) for at in range(0, len(items), each)]
