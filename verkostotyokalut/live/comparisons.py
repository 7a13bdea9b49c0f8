"""The leader's groups beside each other, as they were when they were compared.

A picture of a group that somebody joins, leaves, or answers in would give away what that one
person said. So who was in which group is kept when the groups are compared, once for an instrument
in a round, and from then on the pictures of that round stand still.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import select, update

from . import groups, sessions
from .database import Database
from .groups import Group
from .schema import comparison as table
from .schema import participant
from .schema import session as session_table
from .stage import Stage


class CannotCompare(ValueError):
    """There are no groups, or nothing is shown of which they could be compared."""


@dataclass(frozen=True)
class Compared:
    """The groups as they were, and by participant, the id of the group."""

    groups: tuple[Group, ...]
    members: dict[str, str]


def take(db: Database, session_id: str) -> None:
    """Compare the groups in what the room sees now; done once, it stays as it was.

    The answers are locked, as they are not in the pictures any more.

    Raises
    ------
    CannotCompare
        If there are fewer than two groups, or the results are hidden.
    UnknownSession
        If there is no such session (any more).
    """
    with db.write() as connection:
        now = sessions.next_change(connection, session_id)
        offered = groups.of(now)
        if now.instrument is None or not now.stage.shows_results or len(offered) < 2:
            raise CannotCompare(session_id)
        ids = [group.id for group in offered]
        query = select(participant.c.id, participant.c.chosen).where(
            participant.c.session == session_id, participant.c.chosen.in_(ids)
        )
        members = {row.id: row.chosen for row in connection.execute(query)}
        connection.execute(
            db.insert(table)
            .values(
                session=session_id,
                round=now.round,
                instrument=now.instrument,
                groups=json.dumps([asdict(group) for group in offered], ensure_ascii=False),
                members=json.dumps(members),
                number=now.changed,
            )
            .on_conflict_do_nothing()
        )
        connection.execute(
            update(session_table)
            .where(session_table.c.id == session_id)
            .values(stage=Stage.FROZEN, staged=now.changed, touched=datetime.now(UTC))
        )
        db.wake(connection, session_id)


def of(db: Database, session_id: str, round_: int, instrument_id: str) -> Compared | None:
    """Return the groups as they were compared in a round, or None if they were not."""
    query = select(table.c.groups, table.c.members).where(
        table.c.session == session_id,
        table.c.round == round_,
        table.c.instrument == instrument_id,
    )
    with db.read() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Compared(tuple(Group(**one) for one in json.loads(row.groups)), json.loads(row.members))
