"""How well the parts of the framework are doing, where what was asked can tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import numpy as np

from ..framework import Instrument, instrument
from ..framework.overview import Part
from .kinds import numbers
from .level_range import LevelRange, level_range

STRENGTH, DISCUSS = 4.0, 3.0  # the least of a strength, and of what is to discuss, on 1..5

LevelWord = Literal["strength", "discuss", "concern"]


class Standing(NamedTuple):
    """What is known of a part.

    Attributes
    ----------
    asked
        How many of its instruments have results.
    level
        0..1, the median of their levels; None where none of them has one.
    range
        Between which levels it is, the median of their lowest and of their highest (see
        `level_range`); None where that isn't known of all that have a level.
    """

    asked: int
    level: float | None
    range: LevelRange | None = None


def level(results: Any, instrument: Instrument, dimension: str | None = None) -> float | None:
    """Return how well things are, from what the room has been shown.

    Only kinds whose answers say "more is better" have a level: their module has a function
    ``level`` that gives it.

    Parameters
    ----------
    results
        Those of the kind's numbers.
    instrument
        What was asked.
    dimension
        The id of one of its dimensions; without one, all of them.

    Returns
    -------
    float or None
        0 (lowest) to 1 (highest); None when the kind has no level or everything is hidden.
    """
    find = getattr(numbers(instrument), "level", None)
    return None if find is None else find(results, instrument, dimension)


def standing(part: Part, results: Mapping[str, Any]) -> Standing:
    """Return what is known of a part of the framework.

    Levels stand on ordered answers, so those of several instruments are summed up by their
    median, as items are in `dimensions`.

    Parameters
    ----------
    part
        The part.
    results
        What the room has been shown, by the instrument's id; others are left out.
    """
    asked = [name for name in part.instruments if results.get(name) is not None]
    levels, ranges = [], []
    for name in asked:
        about = (results[name], instrument(name), part.dimension)
        if (found := level(*about)) is not None:
            levels.append(found)
            ranges.append(level_range(*about))
    if not levels:
        return Standing(len(asked), None)
    known = [one for one in ranges if one is not None]
    ends = LevelRange(*np.median(known, axis=0).tolist()) if known == ranges else None
    return Standing(len(asked), float(np.median(levels)), ends)


def on_five(level: float) -> float:
    """Return a level (0..1) on a scale of 1..5."""
    return 1 + 4 * level


def level_word(level: float) -> LevelWord:
    """Say a level (0..1) in a word: on 1..5, a strength from 4, to discuss from 3, or a concern.

    The limits are those in the guide of the Wilder Collaboration Factors Inventory (P. W.
    Mattessich, M. Murray-Close & B. R. Monsey 2001, Amherst H. Wilder Foundation), which has them
    for means. Four is where a five-point scale begins to agree and three is its middle, so the
    words say which side of it the room is on. Other scales have them at the same share of their
    length.
    """
    points = on_five(level)
    return "strength" if points >= STRENGTH else "discuss" if points >= DISCUSS else "concern"
