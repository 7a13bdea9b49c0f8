"""Which ways of judging differences a report has used, so that its page on method explains them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..analysis import Comparison
from ..charts import comparison_lines
from ..framework import Instrument
from .shown import Shown


class Judged(NamedTuple):
    """Whether there are intervals of medians, intervals of shares, and changes of people."""

    medians: bool = False
    shares: bool = False
    people: bool = False


def judged(found: Iterable[Shown]) -> Judged:
    """Tell by what differences were judged in what was set beside each other.

    Parameters
    ----------
    found
        What the room has been shown; a round that too few have answered has nothing beside it.
    """
    medians = shares = people = False
    for one in found:
        if one.results.n is None:
            continue
        for comparison in one.compared:
            sure = _with_intervals(comparison, one.instrument)
            medians |= "median" in sure
            shares |= "share" in sure
            change = comparison.change
            people |= change is not None and "p" in change and bool(change["p"].notna().any())
    return Judged(medians, shares, people)


def _with_intervals(comparison: Comparison, asked: Instrument) -> set[str]:
    """Return the numbers that have an interval in some part."""
    return {
        number
        for part in comparison.shown
        for line in comparison_lines(part.results, asked, comparison.of)
        if "lower" in line.values
        for number in line.values
    }
