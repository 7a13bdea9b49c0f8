"""The numbers of the kind ``yesno``: how many say yes."""

from typing import Any

from ...framework import Instrument
from ..answers import Answers
from ..disclosure import may_show

collect = Answers


def results(collected: Answers, instrument: Instrument, minimum: int | None) -> dict[str, Any]:
    """Return by item ``(yes, n)``, None where hidden."""
    given = {item: collected.of(item) for item in instrument.item_ids}
    return {
        item: (sum(values), len(values)) if may_show(len(values), minimum) else None
        for item, values in given.items()
    }


def release(results: dict[str, Any]) -> dict[str, Any]:
    """Return the same as JSON data."""
    return {item: found and {"yes": found[0], "n": found[1]} for item, found in results.items()}
