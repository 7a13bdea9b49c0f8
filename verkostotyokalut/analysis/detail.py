"""All that may be told of each item in numbers: for tables that people take home."""

from __future__ import annotations

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
