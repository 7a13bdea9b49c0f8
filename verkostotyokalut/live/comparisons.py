"""What a leader has set beside each other: the groups, or the rounds.

A picture of a group that somebody joins, leaves, or answers in would give away what that one
person said. So who was in which group is kept when the groups are compared, once for an instrument
in a round; and the numbers are those that the room saw first (see `verkostotyokalut.live.cuts`).
Where the groups are compared, it isn't told how many moved since the round before, nor the other
way round: if nobody did, the groups of both rounds would tell of those who answered one only. For
the same reason a round is compared with one other only: if nobody moved, the three rounds would
tell of the few who missed one of them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select, update

from . import groups, sessions
from .database import Database
from .groups import Group
from .schema import comparison as table
from .schema import cut, participant
from .schema import session as session_table


class Beside(StrEnum):
    """What is set beside each other."""

    GROUPS = "groups"
    ROUNDS = "rounds"  # this round and the one before


class CannotCompare(ValueError):
    """There is nothing to set beside each other, or it would give somebody away."""


@dataclass(frozen=True)
class Compared:
    """The groups as they were, and by participant, the id of the group; none of rounds."""

    groups: tuple[Group, ...]
    members: dict[str, str]


def possible(db: Database, session: sessions.Session) -> list[Beside]:
    """Return what can be set beside each other now and has not been yet."""
    with db.read() as connection:
        taken = _taken(connection, session.id, session.instrument or "")
        return [
            of for of in Beside if session.round not in taken[of] and _can(connection, session, of)
        ]


def before(round_: int, rounds: Iterable[int]) -> int | None:
    """Return the latest of ``rounds`` that is earlier than a round."""
    return max((one for one in rounds if one < round_), default=None)


def take(db: Database, session_id: str, of: Beside) -> None:
    """Compare what the room sees now; done once in a round, it stays as it was.

    Raises
    ------
    CannotCompare
        If the results are hidden, or there are fewer than two groups or rounds, or another
        comparison has been made of a round that this one is about.
    UnknownSession
        If there is no such session (any more).
    """
    with db.write() as connection:
        now = sessions.next_change(connection, session_id)
        if not _can(connection, now, of):
            raise CannotCompare(of)
        offered = groups.of(now) if of is Beside.GROUPS else []
        query = select(participant.c.id, participant.c.chosen).where(
            participant.c.session == session_id,
            participant.c.chosen.in_([group.id for group in offered]),
        )
        members = {row.id: row.chosen for row in connection.execute(query)}
        connection.execute(
            db.insert(table)
            .values(
                session=session_id,
                round=now.round,
                instrument=now.instrument,
                of=of,
                groups=json.dumps([asdict(group) for group in offered], ensure_ascii=False),
                members=json.dumps(members),
                number=now.changed,
            )
            .on_conflict_do_nothing()
        )
        connection.execute(
            update(session_table)
            .where(session_table.c.id == session_id)
            .values(compared=now.changed)
        )
        db.wake(connection, session_id)


def of_all(db: Database, session_id: str) -> dict[tuple[str, int], dict[Beside, Compared]]:
    """Return all that has been compared, by instrument and round."""
    with db.read() as connection:
        rows = connection.execute(select(table).where(table.c.session == session_id)).mappings()
        found: dict[tuple[str, int], dict[Beside, Compared]] = {}
        for row in rows:
            compared = found.setdefault((row["instrument"], row["round"]), {})
            compared[Beside(row["of"])] = _from_row(row)
    return found


def _can(connection: Connection, session: sessions.Session, of: Beside) -> bool:
    if session.instrument is None or not session.stage.shows_results:
        return False
    taken = _taken(connection, session.id, session.instrument)
    rounds = _shown_rounds(connection, session.id, session.instrument)
    here = session.round
    if of is Beside.ROUNDS:
        earlier = before(here, rounds)
        others = taken[Beside.GROUPS] | _about(taken[Beside.ROUNDS] - {here}, rounds)
        return earlier is not None and not {here, earlier} & others
    return len(groups.of(session)) > 1 and here not in _about(taken[Beside.ROUNDS], rounds)


def _about(compared: Collection[int], rounds: Iterable[int]) -> set[int]:
    """Return the rounds that have been compared with the one before, and those before them."""
    earlier = {before(one, rounds) for one in compared}
    return {*compared, *(one for one in earlier if one is not None)}


def _from_row(row: Mapping[Any, Any]) -> Compared:
    offered = tuple(Group(**one) for one in json.loads(row["groups"]))
    return Compared(offered, json.loads(row["members"]))


def shown_rounds(db: Database, session_id: str, instrument_id: str) -> list[int]:
    """Return the rounds of which the room has seen anything."""
    with db.read() as connection:
        return _shown_rounds(connection, session_id, instrument_id)


def _shown_rounds(connection: Connection, session_id: str, instrument_id: str) -> list[int]:
    query = select(cut.c.round).where(
        cut.c.session == session_id, cut.c.instrument == instrument_id
    )
    return list(connection.execute(query.distinct()).scalars())


def _taken(connection: Connection, session_id: str, instrument_id: str) -> dict[Beside, set[int]]:
    """Return the rounds in which each has been compared."""
    query = select(table.c.of, table.c.round).where(
        table.c.session == session_id, table.c.instrument == instrument_id
    )
    taken: dict[Beside, set[int]] = {of: set() for of in Beside}
    for row in connection.execute(query):
        taken[Beside(row.of)].add(row.round)
    return taken
