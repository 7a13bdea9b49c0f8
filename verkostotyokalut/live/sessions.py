"""Workshop sessions: opened by a leader, found by their code, moved from stage to stage."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from ipaddress import ip_address
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update
from sqlalchemy import delete as remove

from ..framework import Language, instrument, workshop
from . import cuts
from .codes import new_code
from .database import Database, StorageError, Trouble
from .schema import session as table
from .stage import Action, Position, Stage, after

LIFETIME = timedelta(days=30)  # how long a code can be joined by
KEPT = timedelta(days=365)  # how long a session is kept, unless the leader says otherwise
KEPT_MONTHS = range(1, 37)
COUNTDOWN = range(1, 121)  # minutes
REHEARSAL = range(1, 101)  # made-up participants
REHEARSED = timedelta(hours=3)  # how long they stay after a leader's last move
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
    keep_until: datetime
    began: datetime | None
    turned: datetime | None
    countdown: datetime | None
    stage: Stage
    step: int
    round: int
    changed: int
    staged: int
    released: int
    arranged: int
    agreed: int
    compared: int
    groups: str  # JSON; see `verkostotyokalut.live.groups`
    groups_question: str
    picture: int | None
    rehearsal: int | None
    address: str | None

    @property
    def position(self) -> Position:
        """Where the session stands."""
        return Position(self.step, self.stage)

    @property
    def expired(self) -> bool:
        """Whether the code can no longer be joined by."""
        return datetime.now(UTC) > self.expires

    @property
    def held(self) -> date:
        """The day of the workshop, where this computer is."""
        return (self.began or self.created).astimezone().date()

    @property
    def rehearsing(self) -> int:
        """How many made-up participants take part now."""
        going = self.stage is not Stage.CLOSED and not self.expired
        lately = datetime.now(UTC) - self.touched < REHEARSED
        return self.rehearsal or 0 if going and lately else 0

    @property
    def instrument(self) -> str | None:
        """The id of the instrument that the room works on now, if any."""
        return workshop(self.workshop).instrument_at(self.step)

    @property
    def asked(self) -> str | None:
        """The id of the instrument that the phones ask now, if any."""
        return workshop(self.workshop).steps[self.step].instrument


def create(
    db: Database,
    workshop_id: str,
    *,
    language: Language = "fi",
    minimum: int = MINIMUM,
    rehearsal: int | None = None,
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
    rehearsal
        For a rehearsal, how many made-up participants take part, 1 to 100.

    Raises
    ------
    ValueError
        If ``minimum`` or ``rehearsal`` is out of its range.
    UnknownContent, ContentError
        If there is no such workshop, or its content has mistakes.
    """
    if minimum not in MINIMUM_RANGE:
        raise ValueError(f"minimum must be 3 to 10 people; it was {minimum}")
    if rehearsal is not None and rehearsal not in REHEARSAL:
        raise ValueError(f"1 to 100 people rehearse; it was {rehearsal}")
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
        "keep_until": now + KEPT,
        "began": None,
        "turned": None,
        "countdown": None,
        "stage": Stage.DRAFTED,
        "step": 0,
        "round": 1,
        "changed": 1,
        "staged": 1,
        "released": 0,
        "arranged": 0,
        "agreed": 0,
        "compared": 0,
        "groups": "[]",
        "groups_question": "",
        "picture": None,
        "rehearsal": rehearsal,
        "address": None,
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
    row = connection.execute(_READ, {"session_id": session_id}).one_or_none()
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
    """Return the open session that a leader moved last, if there is one; rehearsals aside.

    Parameters
    ----------
    workshop_id
        Only a session of this workshop.
    within
        Only one that was moved at most so long ago.
    """
    query = select(table).where(
        table.c.stage != Stage.CLOSED,
        table.c.expires > datetime.now(UTC),
        table.c.rehearsal.is_(None),
    )
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
        if action is Action.REVEAL and now.instrument is not None:
            about = instrument(now.instrument).guesses  # what was guessed is shown with the guess
            for name in (now.instrument, *([about] if about else [])):
                cuts.advance(
                    db,
                    connection,
                    session_id,
                    now.round,
                    name,
                    minimum=now.minimum,
                    number=now.changed,
                )
        moment = datetime.now(UTC)
        turns = position.step != now.step or action is Action.START
        connection.execute(
            update(table)
            .where(table.c.id == session_id)
            .values(
                stage=position.stage,
                step=position.step,
                round=now.round + (action is Action.AGAIN),
                began=moment if action is Action.START else now.began,
                turned=moment if turns else now.turned,
                picture=None if turns else now.picture,
                countdown=None if turns or action is Action.CLOSE else now.countdown,
                expires=moment + LIFETIME if action is Action.REOPEN else now.expires,
                staged=now.changed,
                touched=moment,
            )
        )
        db.wake(connection, session_id)
        return read(connection, session_id)


def show_picture(db: Database, session_id: str, picture: int | None) -> None:
    """Choose which of its pictures the projector shows at this step; None: the first.

    Raises
    ------
    UnknownSession
        If there is no such session.
    """
    _set(db, session_id, picture=picture)


def count_down(db: Database, session_id: str, minutes: int | None) -> None:
    """Show the room how much time is left, or with None, stop showing it.

    Raises
    ------
    ValueError
        If it is not 1 to 120 minutes.
    UnknownSession
        If there is no such session.
    """
    if minutes is not None and minutes not in COUNTDOWN:
        raise ValueError(f"a countdown is 1 to 120 minutes; it was {minutes}")
    end = None if minutes is None else datetime.now(UTC) + timedelta(minutes=minutes)
    _set(db, session_id, staged=True, countdown=end)


def join_at(db: Database, session_id: str, address: str | None) -> None:
    """Choose by which of its addresses phones reach the leader's computer; None: the likeliest.

    Raises
    ------
    ValueError
        If it is no address.
    UnknownSession
        If there is no such session.
    """
    _set(db, session_id, address=None if address is None else str(ip_address(address)))


def rehearse(db: Database, session_id: str, participants: int | None) -> None:
    """Let made-up participants take part in a rehearsal, or with None, send them away.

    Raises
    ------
    ValueError
        If it is not 1 to 100 people.
    UnknownSession
        If there is no such session, or it is not a rehearsal.
    """
    if participants is not None and participants not in REHEARSAL:
        raise ValueError(f"1 to 100 people rehearse; it was {participants}")
    if get(db, session_id).rehearsal is None:
        raise UnknownSession(session_id)
    _set(db, session_id, rehearsal=participants or 0, touched=datetime.now(UTC))


def rehearsing(db: Database) -> list[Session]:
    """List the sessions in which made-up participants take part now."""
    with db.read() as connection:
        rows = connection.execute(select(table).where(table.c.rehearsal > 0)).all()
    return [found for found in map(from_row, rows) if found.rehearsing]


def keep(db: Database, session_id: str, months: int) -> None:
    """Say for how many months from today a session is kept before all of it is deleted.

    Raises
    ------
    ValueError
        If it is not 1 to 36 months.
    UnknownSession
        If there is no such session.
    """
    if months not in KEPT_MONTHS:
        raise ValueError(f"a session is kept 1 to 36 months; it was {months}")
    _set(db, session_id, keep_until=datetime.now(UTC) + timedelta(days=round(months * 365 / 12)))


def delete(db: Database, session_id: str) -> None:
    """Delete a session with all that belongs to it, so that nothing of it is left in the store.

    Raises
    ------
    UnknownSession
        If there is no such session.
    """
    with db.write() as connection:
        found = connection.execute(remove(table).where(table.c.id == session_id))
        if found.rowcount == 0:
            raise UnknownSession(session_id)
        db.wake(connection, session_id)
    db.wipe()


def delete_old(db: Database) -> int:
    """Delete the sessions whose time is up; return how many there were."""
    overdue = remove(table).where(table.c.keep_until < datetime.now(UTC))
    with db.write() as connection:
        old = connection.execute(overdue.returning(table.c.id)).scalars().all()
        for session_id in old:
            db.wake(connection, session_id)
    if old:
        db.wipe()
    return len(old)


def every(db: Database) -> list[Session]:
    """List all sessions, the one that a leader moved last first."""
    with db.read() as connection:
        rows = connection.execute(select(table).order_by(table.c.touched.desc())).all()
    return [from_row(row) for row in rows]


def _set(db: Database, session_id: str, *, staged: bool = False, **values: Any) -> None:
    with db.write() as connection:
        now = next_change(connection, session_id)
        if staged:
            values["staged"] = now.changed  # the phones are told as well
        connection.execute(update(table).where(table.c.id == session_id).values(**values))
        db.wake(connection, session_id)


def next_change(connection: Connection, session_id: str, *, releases: bool = False) -> Session:
    """Take the next number for a commit of this session, and return the session with it.

    The row stays locked until the commit, so numbers become visible in their order.

    Parameters
    ----------
    releases
        Whether the commit changes what the room may see.

    Raises
    ------
    UnknownSession
        If there is no such session.
    """
    statement = _RELEASING if releases else _NEXT
    row = connection.execute(statement, {"session_id": session_id}).one_or_none()
    if row is None:
        raise UnknownSession(session_id)
    return from_row(row)


# Made once: they are a part of every commit, and of every look at what it brought.
_here = table.c.id == bindparam("session_id")
_READ = select(table).where(_here)
_HEADS = select(table.c.id, table.c.staged, table.c.released).where(
    table.c.id.in_(bindparam("session_ids", expanding=True))
)
_number = table.c.changed + 1
_NEXT = update(table).where(_here).values(changed=_number).returning(*table.c)
_RELEASING = (
    update(table).where(_here).values(changed=_number, released=_number).returning(*table.c)
)


def from_row(row: Row[Any]) -> Session:
    """Make a session from a row of its table."""
    values = dict(row._mapping)
    for name, when in values.items():
        if isinstance(when, datetime):
            # SQLite forgets the zone, which is UTC; PostgreSQL tells the time in its own.
            values[name] = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return Session(**{**values, "stage": Stage(values["stage"])})


def heads(db: Database, session_ids: list[str]) -> dict[str, tuple[int, int]]:
    """Return, by session, the numbers of the commits that last changed its stage and a release."""
    with db.read() as connection:
        rows = connection.execute(_HEADS, {"session_ids": session_ids})
        return {row.id: (row.staged, row.released) for row in rows}
