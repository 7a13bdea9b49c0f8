"""Where on its cycle the network is, by all that the room was shown."""

from __future__ import annotations

from collections.abc import Iterable

from ..analysis import diagnose
from ..charts.cycle_view import Asked
from ..charts.diagnosis_words import diagnosis_sentences
from ..framework import Language, instrument
from .shown import Shown


def where(found: Iterable[Shown], language: Language) -> list[str]:
    """Say in which phase the network is and what helps next; nothing where that isn't known.

    Parameters
    ----------
    found
        What the room has been shown; of each instrument the last round counts.
    language
        Of the words.
    """
    asked = Asked(*map(instrument, ("verkoston-sykli", "syklin-vaiheet", "ydinelementit")))
    newest = {one.instrument.id: one.results for one in found}
    phases, core = newest.get(asked.phases.id), newest.get(asked.core.id)
    told = diagnose(
        newest.get(asked.places.id),
        None if phases is None else (phases, asked.phases),
        None if core is None else (core, asked.core),
    )
    return [] if told is None else diagnosis_sentences(told, asked, language)
