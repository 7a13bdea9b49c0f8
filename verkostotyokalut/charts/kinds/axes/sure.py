"""How sure an item's median on an axis is, in words."""

from __future__ import annotations

from collections.abc import Set
from math import isnan

from ....analysis import Of
from ....analysis.axis_interval import axis_interval
from ....analysis.kinds.axes import Results
from ....framework import Language
from ...beside.words import hidden_item
from ...sureness import interval_text


def sure_axes(of: Of) -> Set[str]:
    """Return the axes whose medians have an interval.

    It comes of the places on the map. They are of two axes, and a round file doesn't keep them.
    """
    return frozenset() if of is Of.EARLIER else frozenset("xy")


def axis_sure_text(results: Results, item: str, axis: str, language: Language) -> str:
    """Write the interval of a median that is shown and how sure it is, or why there is none."""
    if isnan(results.cells.loc[[item]].to_numpy()[0, 0]):
        return hidden_item(language)
    lower, upper, coverage = axis_interval(results, axis).loc[[item]].to_numpy()[0].tolist()
    return interval_text(lower, upper, coverage, language)
