"""What phones get of the room's answers: JSON data that the disclosure rule has let through."""

from __future__ import annotations

from typing import Any, TypedDict

from ..framework import Instrument
from .disclosure import check_minimum
from .kinds import Collected, numbers


class Release(TypedDict):
    """A round's results; None stands where there are too few answers to show."""

    instrument: str
    round: int
    n: int | None
    items: dict[str, Any]


def release(
    collected: Collected, instrument: Instrument, round_: int, minimum: int, results: Any = None
) -> Release:
    """Make the results that may leave for the participants' phones.

    Parameters
    ----------
    collected
        The answers.
    instrument
        What was asked.
    round_
        Of which round.
    minimum
        The disclosure limit, 3..10.
    results
        What the kind's ``results`` gives of the answers, where it has been worked out already.

    Returns
    -------
    dict
        JSON data. ``n`` is how many have answered something, None when they are fewer than
        ``minimum``; an item that fewer than ``minimum`` have answered is None.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10.
    """
    check_minimum(minimum)
    kind = numbers(instrument)
    n = collected.answered
    if results is None:
        results = kind.results(collected, instrument, minimum)
    return Release(
        instrument=instrument.id,
        round=round_,
        n=n if n >= minimum else None,
        items=kind.release(results),
    )
