"""Workshop sessions: opened by a leader, found by their code, moved from stage to stage."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select, update

from ..framework import Language, workshop
from .codes import new_code
from .database import Database, StorageError, Trouble
from .schema import session as table
from .stage import Action, Position, Stage, after

LIFETIME = timedelta(days=30)  # how long a code can be joined by
MINIMUM = 5
MINIMUM_RANGE = range(3, 11)


class UnknownSession(LookupError):
    """There is no such session (any more)."""


@dataclass(frozen=True)
class Session:
    """A session as it was when it was read."""

    id: str
    code: str
    workshop: str
    language: Language
    minimum: int
    created: datetime
    touched: datetime
    expires: datetime
    stage: Stage
    step: int
    round: int
    changed: int
    staged: int
    released: int

    @property
    def position(self) -> Position:
        """Where the session stands."""
        return Position(self.step, self.stage)

    @property
    def expired(self) -> bool:
        """Whether the code can no longer be joined by."""
        return datetime.now(UTC) > self.expires

    @property
    def instrument(self) -> str | None:
        """The id of the instrument that the room works on now, if any."""
        return workshop(self.workshop).instrument_at(self.step)

    @property
    def asked(self) -> str | None:
        """The id of the instrument that the phones ask now, if any."""
        return workshop(self.workshop).steps[self.step].instrument


def create(
    db: Database, workshop_id: str, *, language: Language = "fi", minimum: int = MINIMUM
) -> Session:
    """Open a new session of a workshop.

    Parameters
    ----------
    workshop_id
        Which workshop.
    language
        The room's first language.
    minimum
        The least number of people whose results are shown, 3 to 10.

    Raises
    ------
    ValueError
        If ``minimum`` is out of its range.
    UnknownContent, ContentError
        If there is no such workshop, or its content has mistakes.
    """
    if minimum not in MINIMUM_RANGE:
        raise ValueError(f"minimum must be 3 to 10 people; it was {minimum}")
    workshop(workshop_id)
    now = datetime.now(UTC)
    row = {
        "id": uuid.uuid4().hex,
        "workshop": workshop_id,
        "language": language,
        "minimum": minimum,
        "created": now,
        "touched": now,
        "expires": now + LIFETIME,
        "stage": Stage.DRAFTED,
        "step": 0,
        "round": 1,
        "changed": 1,
        "staged": 1,
        "released": 0,
    }
    for _ in range(10):
        with db.write() as connection:
            insert = db.insert(table).values(**row, code=new_code()).on_conflict_do_nothing()
            if connection.execute(insert.returning(table.c.id)).first() is not None:
                db.wake(connection, str(row["id"]))
                break
    else:
        raise StorageError(Trouble.OTHER, db.place, "no free join code was found")
    return get(db, str(row["id"]))


def get(db: Database, session_id: str) -> Session:
    """Return a session by its id.

    Raises
    ------
    UnknownSession
        If there is none.
    """
    with db.read() as connection:
        return read(connection, session_id)


def read(connection: Connection, session_id: str) -> Session:
    """Do what :func:`get` does, within a transaction."""
    row = connection.execute(select(table).where(table.c.id == session_id)).one_or_none()
    if row is None:
        raise UnknownSession(session_id)
    return from_row(row)


def find(db: Database, code: str) -> Session:
    """Return the session of a join code, whatever its stage.

    Raises
    ------
    UnknownSession
        If no session has the code.
    """
    with db.read() as connection:
        row = connection.execute(select(table).where(table.c.code == code)).one_or_none()
    if row is None:
        raise UnknownSession(code)
    return from_row(row)


def latest(
    db: Database, workshop_id: str | None = None, *, within: timedelta | None = None
) -> Session | None:
    """Return the open session that a leader moved last, if there is one.

    Parameters
    ----------
    workshop_id
        Only a session of this workshop.
    within
        Only one that was moved at most so long ago.
    """
    query = select(table).where(table.c.stage != Stage.CLOSED, table.c.expires > datetime.now(UTC))
    if workshop_id is not None:
        query = query.where(table.c.workshop == workshop_id)
    if within is not None:
        query = query.where(table.c.touched > datetime.now(UTC) - within)
    with db.read() as connection:
        row = connection.execute(query.order_by(table.c.touched.desc()).limit(1)).one_or_none()
    return from_row(row) if row is not None else None


def move(db: Database, session_id: str, action: Action) -> Session:
    """Do what a leader asks for.

    Raises
    ------
    NotNow
        If it can't be done where the session stands.
    UnknownSession
        If there is no such session.
    """
    with db.write() as connection:
        now = next_change(connection, session_id)
        position = after(workshop(now.workshop), now.position, action)
        connection.execute(
            update(table)
            .where(table.c.id == session_id)
            .values(
                stage=position.stage,
                step=position.step,
                staged=now.changed,
                touched=datetime.now(UTC),
            )
        )
        db.wake(connection, session_id)
        return read(connection, session_id)


def next_change(connection: Connection, session_id: str) -> Session:
    """Take the next number for a commit of this session, and return the session with it.

    The row stays locked until the commit, so numbers become visible in their order.

    Raises
    ------
    UnknownSession
        If there is no such session.
    """
    row = connection.execute(
        update(table)
        .where(table.c.id == session_id)
        .values(changed=table.c.changed + 1)
        .returning(*table.c)
    ).one_or_none()
    if row is None:
        raise UnknownSession(session_id)
    return from_row(row)


def from_row(row: Row[Any]) -> Session:
    """Make a session from a row of its table."""
    values = dict(row._mapping)
    for name in ("created", "touched", "expires"):
        # SQLite forgets the zone, which is UTC; PostgreSQL tells the time in its own.
        when = values[name]
        values[name] = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return Session(**{**values, "stage": Stage(values["stage"])})


def heads(db: Database, session_ids: list[str]) -> dict[str, tuple[int, int]]:
    """Return, by session, the numbers of the commits that last changed its stage and a release."""
    query = select(table.c.id, table.c.staged, table.c.released).where(table.c.id.in_(session_ids))
    with db.read() as connection:
        return {row.id: (row.staged, row.released) for row in connection.execute(query)}
