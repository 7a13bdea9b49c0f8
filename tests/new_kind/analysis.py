"""The numbers of the kind ``yesno``: how many say yes."""

from collections.abc import Set
from typing import Any

from ...framework import Instrument
from ..answers import Answers
from ..disclosure import may_show_each

collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> dict[str, Any]:
    """Return by item ``(yes, n)``, None where hidden."""
    found: dict[str, Any] = dict.fromkeys(instrument.item_ids)
    for item in found.keys() - coarse:
        values = collected.of(item)
        if may_show_each(len(values), minimum):
            found[item] = (sum(values), len(values))
    return found


def release(results: dict[str, Any]) -> dict[str, Any]:
    """Return the same as JSON data."""
    return {item: found and {"yes": found[0], "n": found[1]} for item, found in results.items()}
