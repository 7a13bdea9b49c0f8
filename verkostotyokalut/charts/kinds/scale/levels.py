"""What the pictures of dimensions are of: each one's level, spread, strongest and weakest items."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from ....analysis import Results, dimensions, strengths
from ....framework import Dimension, Instrument, Language
from ...terms import some_text, without_number_text


class Level(NamedTuple):
    """A dimension and its numbers; NaN where they are hidden."""

    dimension: Dimension
    title: str
    median: float
    lowest: float  # of its items' medians
    highest: float
    items: tuple[tuple[str, float], ...]  # each one's label and median
    nothing: str | None  # why there is no level, if there is none

    def at(self, median: float, language: Language, most: int = 2) -> str:
        """Name the items that have a median."""
        return some_text([label for label, value in self.items if value == median], language, most)

    @property
    def hidden(self) -> int:
        """How many of its items have nothing to show."""
        return sum(isnan(median) for _, median in self.items)


def levels(
    results: Results, instrument: Instrument, language: Language, minimum: int
) -> list[Level]:
    """Return every dimension with its numbers, in the instrument's order."""
    summary = strengths(results.summary, instrument)
    numbers = iter(summary[["n", "dont_know", "median"]].to_numpy(dtype=float).tolist())
    table = dimensions(results.summary, instrument)[["median", "lowest", "highest"]]
    found = []
    for dimension, (median, lowest, highest) in zip(
        instrument.dimensions, table.to_numpy().tolist(), strict=True
    ):
        items = [(item.label.into(language), *next(numbers)) for item in dimension.items]
        reasons = (without_number_text(n, unsure, minimum, language) for _, n, unsure, _ in items)
        nothing = next(filter(None, reasons), None) if isnan(median) else None
        medians = tuple((label, value) for label, *_, value in items)
        title = dimension.title.into(language)
        found.append(Level(dimension, title, median, lowest, highest, medians, nothing))
    return found
