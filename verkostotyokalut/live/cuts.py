"""Which answers the room's pictures are made of: those of a commit, item by item.

A picture that moved with every answer would give away what a single late phone said. So an
item's picture stands at a *cut*, the commit whose answers it shows, and moves on to a later one
only when as many people as the disclosure limit asks answer otherwise than at the cut. Who shows
or reports the answers, in any process, reads them as they were at the cut.

Parts of the room are only told as they were at an item's *first* cut, once: a part beside an
earlier or later picture of the whole would tell of those few of the part who changed in between.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, and_, func, select

from ..framework import LEADER
from .database import Database
from .schema import answer
from .schema import cut as table


def of(connection: Connection, session_id: str, round_: int, instrument_id: str) -> dict[str, int]:
    """Return the number of the commit at which each item's picture stands; others have none."""
    query = select(table.c.item, table.c.number).where(
        table.c.session == session_id,
        table.c.round == round_,
        table.c.instrument == instrument_id,
    )
    return {row.item: row.number for row in connection.execute(query)}


def advance(
    db: Database,
    connection: Connection,
    session_id: str,
    round_: int,
    instrument_id: str,
    *,
    minimum: int,
    number: int,
    items: Collection[str] | None = None,
) -> None:
    """Move on the pictures of the items that enough people answer otherwise than at their cut.

    Parameters
    ----------
    minimum
        How many people are enough; the disclosure limit.
    number
        The commit to move on to, which is being made.
    items
        Only these items; all if not given.
    """
    same = and_(
        table.c.session == answer.c.session,
        table.c.round == answer.c.round,
        table.c.instrument == answer.c.instrument,
        table.c.item == answer.c.item,
    )
    query = (
        select(answer.c.item)
        .select_from(answer.outerjoin(table, same))
        .where(
            answer.c.session == session_id,
            answer.c.round == round_,
            answer.c.instrument == instrument_id,
            answer.c.participant != LEADER,
            answer.c.changed > func.coalesce(table.c.number, 0),
            answer.c.value != answer.c.before,
        )
        .group_by(answer.c.item)
        .having(func.count() >= minimum)
    )
    if items is not None:
        query = query.where(answer.c.item.in_(items))
    moved = connection.execute(query).scalars().all()
    if not moved:
        return
    insert = db.insert(table)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=list(table.primary_key.columns),
            set_={"number": insert.excluded.number},
        ),
        [
            {
                "session": session_id,
                "round": round_,
                "instrument": instrument_id,
                "item": item,
                "number": number,
                "first": number,
            }
            for item in moved
        ],
    )
