"""Which items of an instrument are on which page of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from math import ceil
from typing import NamedTuple

from ...analysis import Comparison, Of, largest_gaps
from ...framework import Instrument, Item, Language
from ...locales import translator

_ACROSS = 4  # items beside each other
_BANDS = {Of.GROUPS: 1, Of.ROUNDS: 2, Of.EARLIER: 2}  # there are more groups than rounds


class Band(NamedTuple):
    """Items side by side, under the title of their dimension."""

    title: str
    items: tuple[Item, ...]


class Plan(NamedTuple):
    """A page: its name, empty when there is no other, and its bands."""

    name: str
    bands: tuple[Band, ...]


def plans(instrument: Instrument, of: Of, language: Language) -> list[Plan]:
    """Return the pages, dimension by dimension, in the instrument's order."""
    bands = [
        (band, f"{band.title} {turn}/{len(cuts)}" if len(cuts) > 1 else band.title)
        for dimension in instrument.dimensions
        for cuts in [_cut(dimension.items)]
        for turn, items in enumerate(cuts, start=1)
        for band in [Band(dimension.title.into(language), items)]
    ]
    pages = [bands[at : at + _BANDS[of]] for at in range(0, len(bands), _BANDS[of])]
    if len(pages) == 1:
        return [Plan("", tuple(band for band, _ in bands))]
    return [
        Plan(", ".join(name for _, name in page), tuple(band for band, _ in page)) for page in pages
    ]


def count_of_pages(instrument: Instrument, of: Of) -> int:
    """Return how many pages the items take when dimensions don't matter."""
    return ceil(len(instrument.items) / (_ACROSS * _BANDS[of]))


def widest_first(
    comparison: Comparison, instrument: Instrument, page: int, language: Language
) -> tuple[Band, ...]:
    """Return a page (from 0) of the items in the order of their gaps; those without one last."""
    found = [str(item) for item in largest_gaps(comparison, instrument).index]
    order = [*found, *(item for item in instrument.item_ids if item not in found)]
    by_id = {item.id: item for item in instrument.items}
    title = translator(language).gettext("Widest gaps first")
    size = _ACROSS * _BANDS[comparison.of]
    items = iter([by_id[item] for item in order[page * size : (page + 1) * size]])
    bands = []
    while some := tuple(islice(items, _ACROSS)):
        bands.append(Band(title, some))
    return tuple(bands)


def _cut(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Cut a dimension's items into about equal parts."""
    each = ceil(len(items) / ceil(len(items) / _ACROSS))
    return [tuple(items[at : at + each]) for at in range(0, len(items), each)]
