"""What a room agrees: actions, ground rules, the network's plan and its annual clock."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select, update

from ..framework.lines import spaced_line
from . import sessions
from .database import Database
from .schema import agreement as table
from .schema import session as session_table

MOST = 500  # agreements in a session
WORDS, NAME = 300, 80  # characters in what is agreed, and in who does it


class Sort(StrEnum):
    """What kind of agreement it is."""

    ACTION = "action"  # somebody does something by a day
    RULE = "rule"  # how the network works together
    PLAN = "plan"  # a part of the network's plan
    CLOCK = "clock"  # something in the annual clock


@dataclass(frozen=True)
class Words:
    """What was agreed.

    ``who`` is a role or an organisation, or empty; ``due`` the day by which, or in the annual
    clock the day on which; ``instrument`` and ``item`` the question that it is about, if any.
    """

    sort: Sort
    what: str
    who: str = ""
    due: date | None = None
    instrument: str | None = None
    item: str | None = None


@dataclass(frozen=True)
class Agreement(Words):
    """An agreement as it is kept."""

    id: str = ""


class CannotAgree(ValueError):
    """It is no agreement, or there are too many."""


def words_from(data: Mapping[str, Any]) -> Words:
    """Make what was agreed from JSON data as a page sends it.

    Raises
    ------
    CannotAgree
        If it has no words or too many, or a date that isn't one (``YYYY-MM-DD``).
    """
    try:
        due = data.get("due") or None
        return Words(
            sort=Sort(data["sort"]),
            what=_line(data["what"], WORDS),
            who=_line(data.get("who") or "", NAME, empty=True),
            due=date.fromisoformat(due) if due else None,
            instrument=_name(data.get("instrument")),
            item=_name(data.get("item")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CannotAgree(str(error)) from error


def _line(words: Any, most: int, *, empty: bool = False) -> str:
    if not isinstance(words, str):
        raise TypeError("words")
    return "" if empty and not words.strip() else spaced_line(words, most)


def _name(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and len(value) <= 60):
        return value or None
    raise TypeError("an id")


def add(db: Database, session_id: str, words: Words) -> str:
    """Keep an agreement; return its id.

    Raises
    ------
    CannotAgree
        If the session has too many already.
    UnknownSession
        If there is no such session (any more).
    """
    name = secrets.token_hex(6)
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        count = select(func.count()).where(table.c.session == session_id)
        if int(connection.execute(count).scalar_one()) >= MOST:
            raise CannotAgree(f"over {MOST} agreements")
        row = {**asdict(words), "session": session_id, "id": name}
        connection.execute(table.insert().values(**row, removed=False, made=number, changed=number))
        _told(db, connection, session_id, number)
    return name


def change(db: Database, session_id: str, name: str, words: Words) -> None:
    """Put other words in an agreement's place."""
    _update(db, session_id, name, asdict(words))


def remove(db: Database, session_id: str, name: str) -> None:
    """Take an agreement away; `restore` brings it back."""
    _update(db, session_id, name, {"removed": True})


def restore(db: Database, session_id: str, name: str) -> None:
    """Bring back an agreement that was taken away."""
    _update(db, session_id, name, {"removed": False})


def of(db: Database, session_id: str) -> list[Agreement]:
    """Return a session's agreements in the order in which they were made."""
    query = (
        select(table)
        .where(table.c.session == session_id, table.c.removed.is_(False))
        .order_by(table.c.made)
    )
    with db.read() as connection:
        rows = connection.execute(query).all()
    return [Agreement(Sort(r.sort), r.what, r.who, r.due, r.instrument, r.item, r.id) for r in rows]


def _update(db: Database, session_id: str, name: str, values: dict[str, Any]) -> None:
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        connection.execute(
            update(table)
            .where(table.c.session == session_id, table.c.id == name)
            .values(**values, changed=number)
        )
        _told(db, connection, session_id, number)


def _told(db: Database, connection: Connection, session_id: str, number: int) -> None:
    connection.execute(
        update(session_table).where(session_table.c.id == session_id).values(agreed=number)
    )
    db.wake(connection, session_id)
