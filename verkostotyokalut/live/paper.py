"""Answers on paper: sheets that a leader types in, each a participant that no phone can be.

A sheet has a number and no name. The same number is the same person, from question to question
and from round to round. Sheets are typed in until the room has seen the results: after that, the
picture would change by each, and the change would tell what that one person said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from ..framework import instrument
from . import answers, cuts, groups, sessions
from .answers import Change, Value
from .database import Database
from .schema import answer, participant
from .stage import Stage

NUMBERS = range(1, 1000)

_PREFIX = "sheet-"  # phones' participants are 32 hexadecimal digits


class Refusal(StrEnum):
    """Why a sheet is not taken."""

    NOTHING_ASKED = "nothing_asked"  # not begun, or this step has no question
    ON_SHOW = "on_show"  # the results are open, though there are too few to be seen
    SHOWN = "shown"  # the room has seen the results of this round
    ENDED = "ended"
    MOVED_ON = "moved_on"  # the sheet is of another question or round
    CHANGED = "changed"  # another leader has typed in a sheet of this number meanwhile
    INVALID = "invalid"


class Refused(ValueError):
    """A sheet was not taken, and nothing of it was kept."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Sheet:
    """What a sheet has of one question: answers by item, and the person's group.

    ``version`` is the commit that last changed it, 0 while there is nothing of it.
    """

    answers: Mapping[str, Value]
    group: str | None = None
    version: int = 0


def refusal(db: Database, session: sessions.Session) -> Refusal | None:
    """Tell why no sheets are taken now; None if they are."""
    with db.read() as connection:
        return _refusal(connection, session)


@dataclass(frozen=True)
class Known:
    """A sheet's person: how many items they have answered of what is asked, and their group."""

    items: int = 0
    group: str | None = None


def numbers(db: Database, session: sessions.Session) -> dict[int, Known]:
    """Return the sheets that there are, by their numbers."""
    given = (
        select(answer.c.participant, func.count().label("items"))
        .where(
            answer.c.session == session.id,
            answer.c.round == session.round,
            answer.c.instrument == (session.instrument or ""),
            answer.c.participant.startswith(_PREFIX),
            answer.c.value != "null",
        )
        .group_by(answer.c.participant)
    )
    people = select(participant.c.id, participant.c.chosen).where(
        participant.c.session == session.id, participant.c.id.startswith(_PREFIX)
    )
    offered = {group.id for group in groups.of(session)}
    with db.read() as connection:
        items = {row.participant: row.items for row in connection.execute(given)}
        rows = connection.execute(people).all()
    found = {
        int(row.id.removeprefix(_PREFIX)): Known(
            items.get(row.id, 0), row.chosen if row.chosen in offered else None
        )
        for row in rows
    }
    return dict(sorted(found.items()))


def people(db: Database, session_id: str) -> int:
    """Return how many take part on paper."""
    query = select(func.count()).where(
        participant.c.session == session_id, participant.c.id.startswith(_PREFIX)
    )
    with db.read() as connection:
        return int(connection.execute(query).scalar_one())


def get(db: Database, session: sessions.Session, number: int) -> Sheet:
    """Return what a sheet has of what is asked now."""
    with db.read() as connection:
        return _read(connection, session, number)


def put(
    db: Database,
    session_id: str,
    round_: int,
    instrument_id: str,
    number: int,
    sheet: Sheet,
) -> Sheet:
    """Keep a sheet in place of what was there of it; one without answers is taken away.

    Parameters
    ----------
    round_, instrument_id
        What it answers.
    number
        Its number.
    sheet
        What is on it; its ``version`` is that of the one which it takes the place of. Putting
        the same sheet twice changes nothing.

    Returns
    -------
    Sheet
        The same with its new version.

    Raises
    ------
    Refused
        If it isn't taken; then nothing has changed.
    UnknownSession
        If there is no such session (any more).
    StorageError
        If the store can't keep it.
    """
    with db.write() as connection:
        now = sessions.next_change(connection, session_id)
        closed = _refusal(connection, now)
        if closed:
            raise Refused(closed)
        if (now.round, now.instrument) != (round_, instrument_id):
            raise Refused(Refusal.MOVED_ON)
        there = _read(connection, now, number)
        if (there.answers, there.group) == (sheet.answers, sheet.group):
            return there
        if there.version != sheet.version:
            raise Refused(Refusal.CHANGED)
        _see(now, number, sheet)
        _write(db, connection, now, number, sheet, there)
        db.wake(connection, session_id)
        return Sheet(sheet.answers, sheet.group, now.changed if sheet.answers else 0)


def _refusal(connection: Connection, now: sessions.Session) -> Refusal | None:
    if now.stage is Stage.CLOSED:
        return Refusal.ENDED
    if now.stage is Stage.DRAFTED or now.instrument is None:
        return Refusal.NOTHING_ASKED
    if cuts.of(connection, now.id, now.round, now.instrument):
        return Refusal.SHOWN
    return Refusal.ON_SHOW if now.stage.shows_results else None


def _read(connection: Connection, now: sessions.Session, number: int) -> Sheet:
    query = select(answer.c.item, answer.c.value, answer.c.changed).where(
        answer.c.session == now.id,
        answer.c.round == now.round,
        answer.c.instrument == (now.instrument or ""),
        answer.c.participant == f"{_PREFIX}{number}",
    )
    rows = connection.execute(query).all()
    chosen = connection.execute(select(participant.c.chosen).where(_is(now, number))).scalar()
    offered = {group.id for group in groups.of(now)}
    values = {row.item: json.loads(row.value) for row in rows}
    return Sheet(
        {item: value for item, value in values.items() if value is not None},
        chosen if chosen in offered else None,
        max((row.changed for row in rows if values[row.item] is not None), default=0),
    )


def _see(now: sessions.Session, number: int, sheet: Sheet) -> None:
    """See that a sheet can be kept."""
    asked = instrument(now.instrument or "")
    known = sheet.group is None or any(group.id == sheet.group for group in groups.of(now))
    fits = all(
        value is not None and asked.accepts(item, value) for item, value in sheet.answers.items()
    )
    if number not in NUMBERS or not known or not fits:
        raise Refused(Refusal.INVALID)


def _write(
    db: Database,
    connection: Connection,
    now: sessions.Session,
    number: int,
    sheet: Sheet,
    there: Sheet,
) -> None:
    who = f"{_PREFIX}{number}"
    changes = [
        Change(
            now.id, now.round, now.instrument or "", who, item, sheet.answers.get(item), now.changed
        )
        for item in {*there.answers, *sheet.answers}
    ]
    if changes:
        answers.write(db, connection, changes, now.changed)
    if not sheet.answers and not _answers_elsewhere(connection, now, who):
        connection.execute(delete(participant).where(_is(now, number)))
        return
    connection.execute(
        db.insert(participant)
        .values(session=now.id, id=who, joined=datetime.now(UTC), chosen_seq=0, changed=now.changed)
        .on_conflict_do_nothing()
    )
    connection.execute(
        update(participant)
        .where(_is(now, number))
        .values(chosen=sheet.group, chosen_seq=now.changed, changed=now.changed)
    )


def _answers_elsewhere(connection: Connection, now: sessions.Session, who: str) -> bool:
    query = select(answer.c.item).where(
        answer.c.session == now.id, answer.c.participant == who, answer.c.value != "null"
    )
    return connection.execute(query.limit(1)).first() is not None


def _is(now: sessions.Session, number: int) -> Any:
    return (participant.c.session == now.id) & (participant.c.id == f"{_PREFIX}{number}")
