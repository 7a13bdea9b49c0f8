"""Releases: what the room may see of its answers, as the disclosure rule has let it through.

A leader's kernel computes them; participants' pages get nothing else of other people's answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Table, delete, select

from . import sessions
from .database import Database
from .schema import asked_in
from .schema import release as table

_its = asked_in(table)
_BODY = select(table.c.body).where(_its)  # made once: it is a part of every release


def publish(
    db: Database, session_id: str, round_: int, instrument_id: str, body: dict[str, Any]
) -> bool:
    """Release ``body`` to the room; return whether it was anything new.

    Raises
    ------
    UnknownSession
        If there is no such session (any more).
    """
    words = json.dumps(body, sort_keys=True)
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    with db.write(durable=False) as connection:  # whoever opens the session makes it again
        if connection.execute(_BODY, about).scalar_one_or_none() == words:
            return False
        number = sessions.next_change(connection, session_id, releases=True).changed
        connection.execute(_newest(db.insert), {**about, "body": words, "changed": number})
        db.wake(connection, session_id)
    return True


@cache
def _newest(insert: Callable[[Table], Any]) -> Any:
    """Return the statement that puts a release in the place of the one before; slow to build."""
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: statement.excluded[name] for name in ("body", "changed")},
    )


def withdraw(db: Database, session_id: str, round_: int, instrument_id: str) -> None:
    """Take back what was released, as a leader hides the results again.

    Raises
    ------
    UnknownSession
        If there is no such session (any more).
    """
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    with db.write() as connection:
        sessions.next_change(connection, session_id, releases=True)
        connection.execute(delete(table).where(_its), about)
        db.wake(connection, session_id)


def released(
    db: Database, session_id: str, round_: int, instrument_id: str
) -> dict[str, Any] | None:
    """Return what was last released, or ``None``."""
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    with db.read() as connection:
        words = connection.execute(_BODY, about).scalar_one_or_none()
    return None if words is None else dict(json.loads(words))


def which(db: Database, session_id: str) -> set[tuple[str, int]]:
    """Return of which instruments and rounds there is anything released."""
    query = select(table.c.instrument, table.c.round)
    with db.read() as connection:
        rows = connection.execute(query.where(table.c.session == session_id)).all()
    return {(row.instrument, row.round) for row in rows}


def sessions_with_any(db: Database) -> set[str]:
    """Return the ids of the sessions of which anything is released."""
    with db.read() as connection:
        return set(connection.execute(select(table.c.session).distinct()).scalars())
