"""Earlier workshops' round files that a session is compared with, as they were brought."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select, update

from . import sessions
from .database import Database
from .schema import baseline as table
from .schema import session as session_table

MOST = 5  # round files of a session


class TooManyBaselines(ValueError):
    """There are as many as there can be."""


def add(db: Database, session_id: str, body: bytes) -> None:
    """Keep a round file with a session; one that is there already isn't kept twice.

    Raises
    ------
    TooManyBaselines
        If there are five already.
    UnknownSession
        If there is no such session (any more).
    """
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        mine = table.c.session == session_id
        if connection.execute(select(table.c.number).where(mine, table.c.body == body)).first():
            return
        if int(connection.execute(select(func.count()).where(mine)).scalar_one()) >= MOST:
            raise TooManyBaselines(session_id)
        connection.execute(insert(table).values(session=session_id, number=number, body=body))
        _told(db, connection, session_id, number)


def clear(db: Database, session_id: str) -> None:
    """Let go of all of a session's round files.

    Raises
    ------
    UnknownSession
        If there is no such session (any more).
    """
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        connection.execute(delete(table).where(table.c.session == session_id))
        _told(db, connection, session_id, number)


def of(db: Database, session_id: str) -> list[bytes]:
    """Return a session's round files, in the order in which they were brought."""
    query = select(table.c.body).where(table.c.session == session_id).order_by(table.c.number)
    with db.read() as connection:
        return list(connection.execute(query).scalars())


def _told(db: Database, connection: Connection, session_id: str, number: int) -> None:
    """Let those who compare know that there is something else to compare with."""
    row = session_table.c.id == session_id
    connection.execute(update(session_table).where(row).values(compared=number))
    db.wake(connection, session_id)
