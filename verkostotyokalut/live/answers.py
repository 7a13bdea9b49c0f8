"""Participants and their answers: kept in groups, and read as what is new."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Table,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)

from ..framework import LEADER, instrument
from . import cuts, groups, sessions
from .database import Database
from .schema import answer, asked_in, cut, participant
from .stage import Stage

Value = Any  # JSON data whose form the question's kind knows; None: not answered

_its_cut = and_(
    cut.c.session == answer.c.session,
    cut.c.round == answer.c.round,
    cut.c.instrument == answer.c.instrument,
    cut.c.item == answer.c.item,
)

# Made once: it is read after every commit.
_NEW = select(
    *(answer.c[name] for name in ("participant", "item", "value", "before", "changed"))
).where(
    asked_in(answer),
    answer.c.changed > bindparam("after"),
)

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class TooMany(RuntimeError):
    """The session is full."""


@dataclass(frozen=True)
class Participation:
    """Somebody who takes part: the secret that only their own phone holds, and its trace here."""

    token: str
    participant: str
    seq: int


@dataclass(frozen=True)
class Change:
    """One answer on its way to the store; ``seq`` is the participant's own number for it."""

    session: str
    round: int
    instrument: str
    participant: str
    item: str
    value: Value
    seq: int


class Outcome(StrEnum):
    """What became of a change."""

    SAVED = "saved"
    LOCKED = "locked"
    CLOSED = "closed"
    MOVED_ON = "moved_on"
    INVALID = "invalid"


def join(
    db: Database, session_id: str, token: str | None = None, *, limit: int = 5_000
) -> Participation:
    """Take part in a session, or come back to it with the same ``token``.

    Parameters
    ----------
    token
        22 characters that the phone drew; without it one is drawn here. The store keeps only
        its hash, so that nobody who reads the store can answer in another's place.
    limit
        How many may take part.

    Raises
    ------
    UnknownSession
        If there is no such session.
    TooMany
        If the session is full.
    """
    if token is None or not _TOKEN.fullmatch(token):
        token = secrets.token_urlsafe(16)
    who = hashlib.sha256(token.encode()).hexdigest()[:32]
    mine = (participant.c.session == session_id) & (participant.c.id == who)
    with db.read() as connection:
        known = connection.execute(select(participant.c.id).where(mine)).first()
        seq = _last_seq(connection, session_id, who) if known else 0
    if known is None:
        with db.write() as connection:
            number = sessions.next_change(connection, session_id).changed
            if _joined(connection, session_id) >= limit:
                raise TooMany(session_id)
            connection.execute(
                db.insert(participant)
                .values(
                    session=session_id,
                    id=who,
                    joined=datetime.now(UTC),
                    chosen_seq=0,
                    changed=number,
                )
                .on_conflict_do_nothing()
            )
            db.wake(connection, session_id)
    return Participation(token, who, seq)


def lead(db: Database, session_id: str) -> Participation:
    """Answer as the leader, whose own view stands beside the room's and is never part of it."""
    with db.read() as connection:
        return Participation("", LEADER, _last_seq(connection, session_id, LEADER))


def save(db: Database, changes: Sequence[Change | groups.Choice]) -> list[Outcome]:
    """Keep answers and choices of a group, all in one commit, and say what became of each.

    A change that comes twice, or later than a newer one of the same participant and item,
    changes nothing and counts as saved.

    Raises
    ------
    StorageError
        If the database can't keep them; then none was kept.
    """
    outcomes: dict[int, Outcome] = {}
    order = sorted(range(len(changes)), key=lambda index: changes[index].session)
    with db.write() as connection:
        for session_id, indexes in groupby(order, key=lambda index: changes[index].session):
            mine = list(indexes)
            outcomes.update(
                zip(
                    mine,
                    _save_for(db, connection, session_id, [changes[i] for i in mine]),
                    strict=True,
                )
            )
    return [outcomes[index] for index in range(len(changes))]


def _save_for(
    db: Database, connection: Connection, session_id: str, changes: list[Change | groups.Choice]
) -> list[Outcome]:
    try:
        now = sessions.next_change(connection, session_id)
    except sessions.UnknownSession:
        return [Outcome.CLOSED] * len(changes)
    outcomes = [_judge(now, change) for change in changes]
    newest: dict[tuple[str, str], Change] = {}
    choices: dict[str, groups.Choice] = {}
    for change, outcome in sorted(zip(changes, outcomes, strict=True), key=lambda c: c[0].seq):
        if outcome is not Outcome.SAVED:
            continue
        if isinstance(change, groups.Choice):
            choices[change.participant] = change
        else:
            newest[change.participant, change.item] = change
    for choice in choices.values():
        groups.keep(connection, choice, now.changed)
    if newest:
        write(db, connection, newest.values(), now.changed)
        if now.stage.shows_results and now.asked is not None:
            cuts.advance(
                db,
                connection,
                session_id,
                now.round,
                now.asked,
                minimum=now.minimum,
                number=now.changed,
                items={item for _, item in newest},
            )
    if newest or choices:
        db.wake(connection, session_id)
    return outcomes


def write(db: Database, connection: Connection, changes: Iterable[Change], number: int) -> None:
    """Write answers at commit ``number``, each unless a newer one is there."""
    connection.execute(
        _newer_wins(db.insert),
        [
            {
                "session": change.session,
                "round": change.round,
                "instrument": change.instrument,
                "participant": change.participant,
                "item": change.item,
                "value": json.dumps(change.value),
                "before": "null",
                "first": "null",
                "seq": change.seq,
                "changed": number,
            }
            for change in changes
        ],
    )


@cache
def _newer_wins(insert: Callable[[Table], Any]) -> Any:
    """Return the statement that keeps an answer unless a newer one is there; slow to build."""
    statement = insert(answer)
    same = [
        cut.c[name] == literal_column(f"answer.{name}")  # columns would bring their table again
        for name in ("session", "round", "instrument", "item")
    ]

    def as_of(number: Column[int], kept: Column[str]) -> Any:
        stands = select(number).where(*same).scalar_subquery()
        in_picture = answer.c.changed <= stands  # unknown, as if false, while there is no picture
        return case((in_picture, answer.c.value), else_=kept)

    return statement.on_conflict_do_update(
        index_elements=list(answer.primary_key.columns),
        set_={
            "before": as_of(cut.c.number, answer.c.before),
            "first": as_of(cut.c.first, answer.c.first),
            **{name: statement.excluded[name] for name in ("value", "seq", "changed")},
        },
        where=answer.c.seq < statement.excluded.seq,
    )


def _judge(now: sessions.Session, change: Change | groups.Choice) -> Outcome:
    if now.stage is Stage.CLOSED:
        return Outcome.CLOSED
    if isinstance(change, groups.Choice):
        there = change.group is None or any(g.id == change.group for g in groups.of(now))
        return Outcome.SAVED if there else Outcome.MOVED_ON
    if change.round != now.round or change.instrument != now.asked:
        return Outcome.MOVED_ON
    if not now.stage.accepts_answers:
        return Outcome.LOCKED
    if not instrument(change.instrument).accepts(change.item, change.value):
        return Outcome.INVALID
    return Outcome.SAVED


def own(
    db: Database, session_id: str, round_: int, instrument_id: str, who: str
) -> dict[str, Value]:
    """Return a participant's own answers, by item."""
    return of_all(db, session_id, round_, instrument_id, [who]).get(who, {})


def of_all(
    db: Database, session_id: str, round_: int, instrument_id: str, participants: Sequence[str]
) -> dict[str, dict[str, Value]]:
    """Return the answers of each of ``participants``, by participant and item."""
    query = select(answer.c.participant, answer.c.item, answer.c.value).where(
        answer.c.session == session_id,
        answer.c.round == round_,
        answer.c.instrument == instrument_id,
        answer.c.participant.in_(participants),
    )
    found: dict[str, dict[str, Value]] = {}
    with db.read() as connection:
        for row in connection.execute(query):
            value = json.loads(row.value)
            if value is not None:
                found.setdefault(row.participant, {})[row.item] = value
    return found


class Given(NamedTuple):
    """An answer: what it is, what it was at its item's cut, and the commit that last changed it."""

    participant: str
    item: str
    value: Value
    before: Value
    changed: int


@dataclass(frozen=True)
class News:
    """What a reader has not seen yet: the session, how many have joined, and changed answers.

    ``chosen`` counts people by the id of the group that they have chosen (None: none; perhaps of
    one that is gone). ``given`` are of one round and instrument, and ``cuts`` tells where the
    pictures of its items stand; see `verkostotyokalut.live.cuts`.
    """

    session: sessions.Session
    joined: int
    chosen: dict[str | None, int]
    given: list[Given]
    cuts: dict[str, int]

    @property
    def answers(self) -> list[tuple[str, str, Value]]:
        """The answers as they are now: rows ``(participant, item, value)``."""
        return [(row.participant, row.item, row.value) for row in self.given]


def news(
    db: Database, session_id: str, *, after: int, round_: int, instrument_id: str | None
) -> News:
    """Return what came after commit number ``after`` (0: everything), as one consistent view.

    Raises
    ------
    UnknownSession
        If there is no such session (any more).
    """
    with db.read() as connection:
        now = sessions.read(connection, session_id)
        rows: Sequence[Any] = ()
        stand: dict[str, int] = {}
        if instrument_id is not None and now.changed > after:
            about = {"session": session_id, "round": round_, "instrument": instrument_id}
            rows = connection.execute(_NEW, {**about, "after": after}).all()
        if instrument_id is not None:
            stand = cuts.of(connection, session_id, round_, instrument_id)
        chosen = groups.tally(connection, session_id)
    given = [
        Given(who, item, json.loads(value), json.loads(before), changed)
        for who, item, value, before, changed in rows
    ]
    return News(now, sum(chosen.values()), chosen, given, stand)


def seen(
    db: Database, session_id: str, round_: int, instrument_id: str, *, first: bool = False
) -> list[tuple[str, str, Value]]:
    """Return the answers that the room's pictures are made of, and the leader's own.

    Rows ``(participant, item, value)`` as they were at the cuts, or at the ``first`` of each
    item; see `verkostotyokalut.live.cuts`.
    """
    number, kept = (cut.c.first, answer.c.first) if first else (cut.c.number, answer.c.before)
    query = (
        select(answer.c.participant, answer.c.item, answer.c.value, kept)
        .add_columns(answer.c.changed <= number)
        .select_from(answer.outerjoin(cut, _its_cut))
        .where(
            answer.c.session == session_id,
            answer.c.round == round_,
            answer.c.instrument == instrument_id,
            or_(number.is_not(None), answer.c.participant == LEADER),
        )
    )
    with db.read() as connection:
        rows = connection.execute(query).all()
    return [
        (who, item, json.loads(value if in_picture or who == LEADER else earlier))
        for who, item, value, earlier, in_picture in rows
    ]


def _joined(connection: Connection, session_id: str) -> int:
    query = select(func.count()).where(participant.c.session == session_id)
    return int(connection.execute(query).scalar_one())


def _last_seq(connection: Connection, session_id: str, who: str) -> int:
    answered = select(func.max(answer.c.seq)).where(
        answer.c.session == session_id, answer.c.participant == who
    )
    chose = select(participant.c.chosen_seq).where(
        participant.c.session == session_id, participant.c.id == who
    )
    found = (connection.execute(query).scalar() for query in (answered, chose))
    return max(int(seq or 0) for seq in found)
