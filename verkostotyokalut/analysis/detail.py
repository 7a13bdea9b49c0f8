"""All that may be told of each item in numbers: for tables and files that people take home."""

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


def kept(results: Any, instrument: Instrument) -> dict[str, Any]:
    """Return what a round file keeps of each item, so that it can be compared with; see `restored`.

    A kind whose comparisons tell more than tables do has a function ``kept`` that gives it too.
    Parameters and what is returned are as of `detail`.
    """
    kind = numbers(instrument)
    tell = getattr(kind, "kept", None)
    return detail(results, instrument) if tell is None else dict(tell(results))


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> Any:
    """Return the results that `kept` told of, as far as the instrument asks the same now.

    A kind that has something to compare has a function ``restored`` that makes them.

    Parameters
    ----------
    told
        By item, what `kept` gave; perhaps read from a file, so it may be anything.
    n
        How many had answered something; None when they were too few to tell.
    instrument
        What is asked now; an item that was not asked then has no answers, one that isn't asked
        any more is left out.

    Returns
    -------
    object or None
        Results of the kind's numbers, as far as pictures of a comparison show them; what is not
        told is hidden in them. None for a kind that has nothing to compare.

    Raises
    ------
    ValueError
        If it is not what `kept` gives of such an instrument.
    """
    restore = getattr(numbers(instrument), "restored", None)
    return None if restore is None else restore(told, n, instrument)
