"""Files to take home, each made by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..framework import Language, workshop
from ..live import Database, agreements, sessions
from . import round_writer
from .calendar import calendar
from .csv_file import numbers_csv
from .html import html
from .opening import opened
from .workbook import workbook


class Maker(NamedTuple):
    """What makes the bytes of a file in a language (the room's if None), and their media type."""

    mime: str
    make: Callable[[Database, str, Language | None], bytes]


class NoDay(LookupError):
    """No agreement has a day, so that a calendar would be empty."""


def _html(db: Database, session_id: str, language: Language | None) -> bytes:
    return html(db, session_id, language).encode()


def _round(db: Database, session_id: str, _language: Language | None) -> bytes:
    return round_writer.write(db, session_id)  # it is in every language


def _calendar(db: Database, session_id: str, language: Language | None) -> bytes:
    session, language = opened(db, session_id, language)
    agreed = agreements.of(db, session_id)
    if not any(one.due for one in agreed):
        raise NoDay
    title = workshop(session.workshop).title.into(language)
    return calendar(agreed, title, language)


MAKERS: dict[str, Maker] = {
    ".html": Maker("text/html", _html),
    ".kierros": Maker("application/octet-stream", _round),
    ".xlsx": Maker("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
    ".csv": Maker("text/csv;charset=utf-8", numbers_csv),
    ".ics": Maker("text/calendar;charset=utf-8", _calendar),
}
"""What makes a file, by the ending of its name."""


def file_name(db: Database, session_id: str, ending: str) -> str:
    """Return what a session's file is called, if nobody says otherwise."""
    session = sessions.get(db, session_id)
    return f"{session.workshop}-{session.held.isoformat()}{ending}"
