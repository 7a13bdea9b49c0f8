"""Earlier workshops of a network, by their round files, as something to compare with."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from babel.dates import format_date

from ..analysis import Part
from ..analysis.detail import restored
from ..framework import ContentError, Instrument, Language, Text, UnknownContent, instrument
from ..live import Database, baselines
from .round_content import Chapter, RoundFile
from .round_file import RoundFileError, read
from .since import since

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


def comparable(
    files: list[RoundFile], asked: Instrument, language: Language
) -> list[tuple[Part, str]]:
    """Return what earlier workshops came to in an instrument: the last round of each.

    Parameters
    ----------
    files
        The earliest workshop first.
    asked
        What is asked now; of a kind that has nothing to compare, there are no parts. A workshop
        that asked otherwise, or whose file has numbers that can't be, is left out; see
        `left_out`.
    language
        Of the labels, which are the days of the workshops, and of the words.

    Returns
    -------
    list
        Each part, and in words what was asked otherwise then, if anything was; see `since`.
    """
    found = []
    for file in files:
        chapter = _chapters(file).get(asked.id)
        if chapter is None:
            continue
        try:
            part = _part(file, chapter, asked, language)
        except ValueError as error:
            _log.warning("%s: %s can't be compared: %s", file.workshop.day, asked.id, error)
            continue
        if part is not None:
            words = since(chapter.asked, asked, part.label, file.language, language)
            found.append((part, words))
    return found


def reworded(file: RoundFile) -> list[Text]:
    """Name what a workshop asked in other words than it is asked now, and is compared all the same.

    The words are those of the room's language then.
    """
    found = []
    for name, chapter in _chapters(file).items():
        try:
            asked = instrument(name)
        except (UnknownContent, ContentError):
            continue
        if any(words for _, words in comparable([file], asked, file.language)):
            found.append(chapter.asked.title)
    return found


def left_out(file: RoundFile) -> list[Text]:
    """Name what a workshop asked that can't be set beside what is asked now.

    It was asked otherwise, or its numbers can't be; of what can't be compared at all, and of what
    was hidden, nothing is told.
    """
    found = []
    for name, chapter in _chapters(file).items():
        try:
            _part(file, chapter, instrument(name), file.language)
        except (UnknownContent, ContentError):
            pass  # it is not asked any more
        except ValueError:
            found.append(chapter.asked.title)
    return found


def _chapters(file: RoundFile) -> dict[str, Chapter]:
    """Return the chapters by their instruments; in a file that we wrote, each has one."""
    return {chapter.asked.id: chapter for chapter in file.instruments}


def _part(file: RoundFile, chapter: Chapter, asked: Instrument, language: Language) -> Part | None:
    """Return a workshop's last round as a part; ValueError if it can't stand beside what is now."""
    last = chapter.rounds[-1]
    if last.n is None:
        return None
    common = _common(chapter, asked)
    results = restored(common, last.n, asked)
    if results is None:
        return None
    if not common:
        raise ValueError("nothing of it is asked any more")
    if not _alike(chapter.asked.question, asked.public()["question"]):
        raise ValueError("it was asked otherwise")
    day = day_words(file.workshop.day, language)
    return Part(file.workshop.day.isoformat(), day, last.n, results)


def _common(chapter: Chapter, asked: Instrument) -> dict[str, Any]:
    """Return what the last round tells of the items that are asked now as they were then.

    Of a statement that has been turned around, a high number means what a low one did.
    """
    now = {item.id: item.reversed for item in asked.items}
    then = {item.id: item.reversed for part in chapter.asked.dimensions for item in part.items}
    told = chapter.rounds[-1].items
    return {item: told[item] for item in now if item in told and then[item] == now[item]}


def _alike(then: dict[str, Any], now: dict[str, Any]) -> bool:
    """Tell whether a question takes the same answers: of as many points, options or dots.

    What these are called may have been put better, and a field may be newer than the file. Ids
    are the kinds' matter.
    """
    if then.get("kind") != now["kind"]:
        return False
    return all(_size(then[name]) == _size(part) for name, part in now.items() if name in then)


def _size(part: Any) -> int | None:
    """Return how long a list is, or a number; None for what isn't measured."""
    if isinstance(part, list):
        return len(part)
    return part if type(part) is int else None


def day_words(day: date, language: Language) -> str:
    """Write a day in the language's way."""
    return str(format_date(day, "long", locale=LOCALES[language]))
