"""Which answers the room's pictures are made of: those of a commit, item by item.

A picture that moved with every answer would give away what a single late phone said. So an
item's picture stands at a *cut*, the commit whose answers it shows, and moves on to a later one
only when as many people as the disclosure limit asks answer otherwise than at the cut: who takes
an answer back is not one of them, for such a picture could be compared with the one before theirs.
Who shows or reports the answers, in any process, reads them as they were at the cut.

Parts of the room are only told as they were at an item's *first* cut, once: a part beside an
earlier or later picture of the whole would tell of those few of the part who changed in between.
Nor may a part become smaller meanwhile: the whole less the other parts, whose answers are known,
would tell what is left of it. So where answers of a picture have been taken back, nothing is told
of parts; and when parts have been told, a picture that lacks such answers isn't moved on to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, case, exists, func, or_, select

from ..framework import LEADER
from .database import Database
from .schema import answer, asked_in, comparison
from .schema import cut as table

_UNSURE = '"dont_know"'
_NOTHING = ("null", _UNSURE)
_VIEWS = ('"now": ', '"wanted": ')
_its = asked_in(table)
_STAND = select(table.c.item, table.c.number).where(_its)  # made once: it is read all the time


def of(connection: Connection, session_id: str, round_: int, instrument_id: str) -> dict[str, int]:
    """Return the number of the commit at which each item's picture stands; others have none."""
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    return {row.item: row.number for row in connection.execute(_STAND, about)}


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
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    oldest = 0
    if items is not None:
        stands = of(connection, session_id, round_, instrument_id)
        oldest = min((stands.get(item, 0) for item in items), default=0)
    asked = {**about, "minimum": minimum, "oldest": oldest, "items": list(items or ())}
    moved = connection.execute(_otherwise(items is None), asked).all()
    if any(row.shrunk for row in moved) and _parts_are_told(connection, about):
        moved = [row for row in moved if not row.shrunk]
    if moved:
        now = {**about, "number": number, "first": number}
        rows = [{**now, "item": row.item, "shrunk": bool(row.shrunk)} for row in moved]
        connection.execute(_moved_on(db.insert), rows)


def shrunk(db: Database, session_id: str, round_: int, instrument_id: str) -> set[str]:
    """Return the items of which answers that the room saw have been taken back."""
    about = {"session": session_id, "round": round_, "instrument": instrument_id}
    query = select(table.c.item).where(_its, table.c.shrunk)
    with db.read() as connection:
        return set(connection.execute(query, about).scalars())


def _parts_are_told(connection: Connection, about: dict[str, Any]) -> bool:
    return bool(connection.execute(select(exists().where(asked_in(comparison))), about).scalar())


@cache
def _otherwise(everywhere: bool) -> Any:
    """Return the query of the items that enough people answer otherwise; slow to build.

    ``oldest`` says nothing new: it leaves out all that is older than every cut without a look.
    """
    same = [table.c[name] == answer.c[name] for name in ("session", "round", "instrument", "item")]
    said = and_(answer.c.value.not_in(_NOTHING), ~_taken_back())
    query = (
        select(answer.c.item, func.max(_one_if(_taken_back())).label("shrunk"))
        .select_from(answer.outerjoin(table, and_(*same)))
        .where(
            asked_in(answer),
            answer.c.participant != LEADER,
            answer.c.changed > bindparam("oldest"),
            answer.c.changed > func.coalesce(table.c.number, 0),
            answer.c.value != answer.c.before,
        )
        .group_by(answer.c.item)
        .having(func.sum(_one_if(said)) >= bindparam("minimum"))
    )
    if everywhere:
        return query
    return query.where(answer.c.item.in_(bindparam("items", expanding=True)))


def _one_if(condition: Any) -> Any:
    return case((condition, 1), else_=0)


def _taken_back() -> Any:
    """Return the condition that an answer is less than it was in the picture, or none any more."""
    value, before = answer.c.value, answer.c.before
    less = [and_(before.contains(view), ~value.contains(view)) for view in _VIEWS]
    less.append(and_(value.contains(_UNSURE), ~before.contains(_UNSURE)))
    return and_(before.not_in(_NOTHING), or_(value.in_(_NOTHING), *less))


@cache
def _moved_on(insert: Callable[[Table], Any]) -> Any:
    """Return the statement that moves pictures on."""
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={
            "number": statement.excluded.number,
            "shrunk": or_(table.c.shrunk, statement.excluded.shrunk),
        },
    )
