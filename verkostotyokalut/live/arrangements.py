"""A leader's work on what participants wrote, as a log of actions that can be undone.

The kind's numbers say what the actions mean; the store keeps them in their order. Undoing hides
the newest action from the log, redoing brings it back, and a new action ends what could be redone.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from ..framework.arrangement import is_action
from . import sessions
from .database import Database
from .schema import arrangement as table
from .schema import session as session_table

MOST = 10_000  # actions in a session; more would be a program, not a person


class CannotArrange(ValueError):
    """It is no action, or there are too many."""


def add(
    db: Database, session_id: str, round_: int, instrument_id: str, item: str, action: Any
) -> None:
    """Add an action to the log.

    Raises
    ------
    CannotArrange
        If it is not an action (see `verkostotyokalut.framework.arrangement`), or the log is full.
    UnknownSession
        If there is no such session (any more).
    """
    if not is_action(action):
        raise CannotArrange(action)
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        mine = table.c.session == session_id
        count = select(func.count()).where(mine)
        if int(connection.execute(count).scalar_one()) >= MOST:
            raise CannotArrange(f"over {MOST} actions")
        connection.execute(
            delete(table).where(_of(session_id, round_, instrument_id), table.c.undone)
        )
        connection.execute(
            insert(table).values(
                session=session_id,
                number=number,
                round=round_,
                instrument=instrument_id,
                item=item,
                action=json.dumps(action),
                undone=False,
            )
        )
        _told(db, connection, session_id, number)


def undo(db: Database, session_id: str, round_: int, instrument_id: str) -> bool:
    """Undo the newest action; return whether there was one."""
    return _turn(db, session_id, round_, instrument_id, undone=True)


def redo(db: Database, session_id: str, round_: int, instrument_id: str) -> bool:
    """Bring back what was undone last; return whether there was anything."""
    return _turn(db, session_id, round_, instrument_id, undone=False)


def log(
    db: Database, session_id: str, round_: int, instrument_id: str
) -> tuple[list[tuple[str, dict[str, Any]]], bool]:
    """Return the actions in force as ``(item, action)``, oldest first, and if any can be redone."""
    query = (
        select(table.c.item, table.c.action, table.c.undone)
        .where(_of(session_id, round_, instrument_id))
        .order_by(table.c.number)
    )
    with db.read() as connection:
        rows = connection.execute(query).all()
    actions = [(row.item, json.loads(row.action)) for row in rows if not row.undone]
    return actions, len(actions) < len(rows)


def _turn(db: Database, session_id: str, round_: int, instrument_id: str, *, undone: bool) -> bool:
    with db.write() as connection:
        number = sessions.next_change(connection, session_id).changed
        # Undone are always the newest: undo takes the last of the others, redo the first of them.
        nearest = func.max(table.c.number) if undone else func.min(table.c.number)
        which = connection.execute(
            select(nearest).where(
                _of(session_id, round_, instrument_id), table.c.undone.is_(not undone)
            )
        ).scalar_one()
        if which is None:
            return False
        connection.execute(
            update(table)
            .where(table.c.session == session_id, table.c.number == which)
            .values(undone=undone)
        )
        _told(db, connection, session_id, number)
    return True


def _of(session_id: str, round_: int, instrument_id: str) -> Any:
    return (
        (table.c.session == session_id)
        & (table.c.round == round_)
        & (table.c.instrument == instrument_id)
    )


def _told(db: Database, connection: Connection, session_id: str, number: int) -> None:
    connection.execute(
        update(session_table).where(session_table.c.id == session_id).values(arranged=number)
    )
    db.wake(connection, session_id)
