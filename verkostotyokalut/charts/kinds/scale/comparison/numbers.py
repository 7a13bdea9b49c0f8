"""The numbers of items on a scale, part by part, turned so that high is a strength."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan
from typing import NamedTuple

from .....analysis import Comparison, Results, in_order, medians
from .....framework import Instrument, Item, Language, Scale
from .....locales import translator
from ....beside.page import Nothing
from ....beside.words import hidden_item
from ....terms import some_text, without_number_text


class Numbers(NamedTuple):
    """An item's numbers in a part; NaN where they are hidden or there are none."""

    n: float
    dont_know: float
    median: float
    lower: float
    upper: float
    agreement: float
    counts: tuple[float, ...]  # of each point

    def nothing(self, columns: int, language: Language) -> Nothing | None:
        """Return what stands in place of numbers, if there are none."""
        if isnan(self.n):
            return Nothing(hidden_item(language), columns)
        why = without_number_text(self.n, self.dont_know, 0, language)
        return None if why is None else Nothing(why, columns)


Found = list[dict[str, Numbers] | None]


def numbers_of(comparison: Comparison, instrument: Instrument) -> Found:
    """Return each part's numbers by item; None for a hidden part."""
    return [
        None if part.results is None else numbers_in(part.results, instrument)
        for part in comparison.parts
    ]


def numbers_in(results: Results, instrument: Instrument) -> dict[str, Numbers]:
    """Return a part's numbers by item."""
    columns = ["n", "dont_know", "median", "lower", "upper", "agreement"]
    table = medians(results, instrument)[columns].to_numpy(dtype=float).tolist()
    points = len(instrument.asked_as(Scale).points)
    cells = in_order(results.distribution, instrument).to_numpy(dtype=float)[:, :points].tolist()
    found = {}
    for item, row, counts in zip(instrument.items, table, cells, strict=True):
        n, dont_know, median, lower, upper, agreement = row
        turned = tuple(reversed(counts) if item.reversed else counts)
        found[item.id] = Numbers(n, dont_know, median, lower, upper, agreement, turned)
    return found


def ends_text(instrument: Instrument, language: Language) -> str:
    """Say what the ends of the scale mean."""
    points = instrument.asked_as(Scale).points
    return f"1 = {points[0].into(language)}, {len(points)} = {points[-1].into(language)}."


def turned_text(items: Iterable[Item], language: Language) -> str:
    """Name the items whose numbers are turned; nothing where there are none."""
    names = [item.label.into(language) for item in items if item.reversed]
    if not names:
        return ""
    _ = translator(language).gettext
    return _("Turned, so that high is a strength: {items}.").format(
        items=some_text(names, language)
    )
