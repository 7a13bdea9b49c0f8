"""All that may be told of each item in numbers: for tables that people take home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..framework import Instrument
from .kinds import numbers


def detail(results: Any, instrument: Instrument) -> dict[str, Any]:
    """Return what may be told of each item.

    A kind whose pictures show more than phones get has a function ``detail`` that gives it too.

    Parameters
    ----------
    results
        Those of the kind's numbers, which have been through the disclosure limit.
    instrument
        What was asked.

    Returns
    -------
    dict
        By item: JSON data like that of the kind's ``release``, None where it is hidden.
    """
    kind = numbers(instrument)
    tell = getattr(kind, "detail", kind.release)
    return dict(tell(results))


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Any:
    """Return the results that `detail` told of, as far as the instrument asks the same now.

    Parameters
    ----------
    told
        By item, what `detail` gave; perhaps read from a file, so it may be anything.
    n
        How many had answered something; None when they were too few to tell.
    instrument
        What is asked now; an item that was not asked then is hidden, one that isn't asked any
        more is left out.

    Returns
    -------
    object or None
        Results of the kind's numbers; None for a kind whose results can't be told apart from
        their answers.

    Raises
    ------
    ValueError
        If it is not what `detail` gives of such an instrument.
    """
    restore = getattr(numbers(instrument), "restored", None)
    return None if restore is None else restore(told, n, instrument)
