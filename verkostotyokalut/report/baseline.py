"""Earlier workshops of a network, by their round files, as something to compare with."""

from __future__ import annotations

import logging
from datetime import date

from babel.dates import format_date

from ..analysis import Part
from ..analysis.detail import restored
from ..framework import Instrument, Language
from ..live import Database, baselines
from .round_content import RoundFile
from .round_file import RoundFileError, read

LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_GB"}  # of dates: the day before the month

_log = logging.getLogger(__name__)


def bring(db: Database, session_id: str, data: bytes) -> RoundFile:
    """Keep a round file with a session, to compare with.

    Raises
    ------
    RoundFileError
        If it is not a round file, is damaged, or was made by a newer version.
    TooManyBaselines
        If there are as many as there can be.
    UnknownSession, StorageError
        If there is no such session, or the store can't keep it.
    """
    found = read(data)
    baselines.add(db, session_id, data)
    return found


def brought(db: Database, session_id: str) -> list[RoundFile]:
    """Return the round files that a session has, the earliest workshop first."""
    found = []
    for body in baselines.of(db, session_id):
        try:
            found.append(read(body))
        except RoundFileError:  # by a newer version of the program, which shares the store
            _log.exception("a round file can't be read any more")
    return sorted(found, key=lambda one: one.workshop.day)


def earlier(files: list[RoundFile], asked: Instrument, language: Language) -> list[Part]:
    """Return what earlier workshops came to in an instrument: the last round of each.

    Parameters
    ----------
    files
        The earliest workshop first.
    asked
        What is asked now. What was asked on another scale is left out, and so is a workshop whose
        file has no results of it that can be set beside each other.
    language
        Of the labels, which are the days of the workshops.
    """
    parts = []
    for file in files:
        chapter = next((one for one in file.instruments if one.asked.id == asked.id), None)
        if chapter is None:
            continue
        last = chapter.rounds[-1]
        try:
            results = restored(last.items, last.n, asked)
        except ValueError as error:
            _log.warning("%s: %s can't be compared: %s", file.workshop.day, asked.id, error)
            continue
        if results is not None and last.n is not None:
            day = day_words(file.workshop.day, language)
            parts.append(Part(file.workshop.day.isoformat(), day, last.n, results))
    return parts


def day_words(day: date, language: Language) -> str:
    """Write a day in the language's way."""
    return str(format_date(day, "long", locale=LOCALES[language]))
