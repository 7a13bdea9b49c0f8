"""What to talk about next: the items in which a room's answers give most to talk about."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from ..framework import Instrument
from .comparison import Comparison
from .kinds import numbers

MOST = 3  # so many are proposed


class Why(StrEnum):
    """Why an item is worth talking about."""

    BETWEEN = "between"  # groups see it differently, which may be why views are divided
    DIVIDED = "divided"  # views are divided
    GAP = "gap"  # the leader sees it otherwise than the members
    CHANGED = "changed"  # the median has moved since an earlier round
    LOWEST = "lowest"  # it is the weakest


class Topic(NamedTuple):
    """An item, why to talk about it, and the number behind that.

    ``value`` is van der Eijk's A (-1..1) when views are divided, the leader's point less the
    median, the gap between two groups' medians, the median less the earlier one, or the median;
    all but the first on the scale's points with a high number as a strength. ``between`` has the
    labels of the two groups, the one that sees it higher first.
    """

    item: str
    why: Why
    value: float
    between: tuple[str, str] | None = None


def topics(
    results: Any,
    instrument: Instrument,
    earlier: Any = None,
    groups: Comparison | None = None,
) -> list[Topic]:
    """Propose what to talk about next, the most telling first.

    A kind that can tell has a function ``topics`` in its module, which lists them by reason.

    Parameters
    ----------
    results
        What the room has been shown, as its kind's numbers.
    instrument
        What was asked.
    earlier
        The same of an earlier round, if there was one.
    groups
        The room's groups beside each other, if they have been compared.

    Returns
    -------
    list
        At most three, each of another item; none where the kind can't tell.
    """
    find = getattr(numbers(instrument), "topics", None)
    found = [] if find is None else find(results, instrument, earlier, groups)
    return _one_each(found)[:MOST]


def _one_each(found: list[Topic]) -> list[Topic]:
    """Keep each item once; the best of each reason comes before the second best of any."""
    ranked: list[tuple[int, int, Topic]] = []
    counts: dict[Why, int] = {}
    for topic in found:
        place = counts.get(topic.why, 0)
        counts[topic.why] = place + 1
        ranked.append((place, list(Why).index(topic.why), topic))
    kept: dict[str, Topic] = {}
    for _, _, topic in sorted(ranked, key=lambda one: one[:2]):
        kept.setdefault(topic.item, topic)
    return list(kept.values())
