"""What the store holds of each session, so that a leader knows what is deleted with it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from ..framework import LEADER
from .database import Database
from .schema import agreement, answer, participant


@dataclass(frozen=True)
class Holding:
    """How much there is of a session."""

    participants: int = 0
    answers: int = 0
    agreements: int = 0


def of_all(db: Database) -> dict[str, Holding]:
    """Return what there is of each session that has anything, by the session's id."""
    queries = [
        select(table.c.session, func.count()).group_by(table.c.session)
        for table in (participant, answer, agreement)
    ]
    # What was taken back is no answer; the leader's own view is not a participant's.
    queries[1] = queries[1].where(answer.c.value != "null", answer.c.participant != LEADER)
    queries[2] = queries[2].where(~agreement.c.removed)
    with db.read() as connection:
        people, given, agreed = (
            {session: count for session, count in connection.execute(query)} for query in queries
        )
    return {
        session: Holding(people.get(session, 0), given.get(session, 0), agreed.get(session, 0))
        for session in {*people, *given, *agreed}
    }
