"""A leader's groups, such as tables or organisations, and who is in which.

A participant is in one of them or in none. What somebody chose counts only while the group is
there, so a group that was taken away and is brought back has its people again.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from ..framework.lines import spaced_line
from . import sessions
from .database import Database
from .schema import participant
from .schema import session as session_table

MOST = 20  # groups in a session
LABEL, QUESTION = 40, 80  # characters


@dataclass(frozen=True)
class Group:
    """One of the groups; the id stays the same when the label changes."""

    id: str
    label: str


@dataclass(frozen=True)
class Choice:
    """A participant's choice on its way to the store; ``seq`` is their own number for it."""

    session: str
    participant: str
    group: str | None
    seq: int


class CannotGroup(ValueError):
    """It is no name for a group, or there are too many."""


class NoGroup(CannotGroup):
    """There is no such group (any more)."""


def of(session: sessions.Session) -> list[Group]:
    """Return a session's groups, in the leader's order."""
    return [Group(**one) for one in json.loads(session.groups)]


def ask(db: Database, session_id: str, question: str) -> None:
    """Put a question above the groups; an empty one is asked in the phones' own words.

    Raises
    ------
    CannotGroup
        If it is too long, or not words.
    UnknownSession
        If there is no such session (any more).
    """
    words = _tidy(question, QUESTION) if question else ""
    _change(db, session_id, lambda groups: groups, groups_question=words)


def add(db: Database, session_id: str, *labels: str) -> list[str]:
    """Add groups to the end; return their ids.

    Raises
    ------
    CannotGroup
        If a label is too long, or there already, or there would be too many groups.
    UnknownSession
        If there is no such session (any more).
    """
    new = [Group(secrets.token_hex(4), _tidy(label, LABEL)) for label in labels]
    _change(db, session_id, lambda groups: [*groups, *new])
    return [group.id for group in new]


def rename(db: Database, session_id: str, name: str, label: str) -> None:
    """Give a group another label; its people stay in it.

    Raises
    ------
    CannotGroup
        If the label is too long, or there already, or there is no such group.
    """
    label = _tidy(label, LABEL)

    def renamed(groups: list[Group]) -> list[Group]:
        groups[_place(groups, name)] = Group(name, label)
        return groups

    _change(db, session_id, renamed)


def order(db: Database, session_id: str, name: str, place: int) -> None:
    """Move a group to a place, from 0; a place after the last is the last.

    Raises
    ------
    NoGroup
        If there is no such group.
    """

    def moved(groups: list[Group]) -> list[Group]:
        groups.insert(max(0, place), groups.pop(_place(groups, name)))
        return groups

    _change(db, session_id, moved)


def remove(db: Database, session_id: str, name: str) -> tuple[Group, int]:
    """Take a group away; return it and its place, by which `restore` brings it back.

    Raises
    ------
    NoGroup
        If there is no such group.
    """
    taken: list[tuple[Group, int]] = []

    def rest(groups: list[Group]) -> list[Group]:
        place = _place(groups, name)
        taken.append((groups.pop(place), place))
        return groups

    _change(db, session_id, rest)
    return taken[0]


def restore(db: Database, session_id: str, group: Group, place: int) -> None:
    """Bring back a group that was taken away, with its people.

    Raises
    ------
    CannotGroup
        If its name is in use again, or there are too many groups.
    """

    def whole(groups: list[Group]) -> list[Group]:
        if all(one.id != group.id for one in groups):
            groups.insert(max(0, place), group)
        return groups

    _change(db, session_id, whole)


def chosen(db: Database, session: sessions.Session, participants: Sequence[str]) -> dict[str, str]:
    """Return the group of each of ``participants`` who is in one."""
    offered = [group.id for group in of(session)]
    if not offered:
        return {}
    query = select(participant.c.id, participant.c.chosen).where(
        participant.c.session == session.id,
        participant.c.id.in_(participants),
        participant.c.chosen.in_(offered),
    )
    with db.read() as connection:
        return {row.id: row.chosen for row in connection.execute(query)}


def tally(connection: Connection, session_id: str) -> dict[str | None, int]:
    """Count a session's participants by what they have chosen, also what is not there any more."""
    rows = connection.execute(_TALLY, {"session": session_id})
    return {row.chosen: row.people for row in rows}


_TALLY = (  # made once: it is read after every commit
    select(participant.c.chosen, func.count().label("people"))
    .where(participant.c.session == bindparam("session"))
    .group_by(participant.c.chosen)
)


def keep(connection: Connection, choice: Choice, number: int) -> None:
    """Keep a choice at commit ``number``, unless a newer one of the same person is there."""
    connection.execute(
        update(participant)
        .where(
            participant.c.session == choice.session,
            participant.c.id == choice.participant,
            participant.c.chosen_seq < choice.seq,
        )
        .values(chosen=choice.group, chosen_seq=choice.seq, changed=number)
    )


def _change(
    db: Database,
    session_id: str,
    change: Callable[[list[Group]], list[Group]],
    **values: Any,
) -> None:
    with db.write() as connection:
        now = sessions.next_change(connection, session_id)
        groups = change(of(now))
        if len(groups) > MOST:
            raise CannotGroup(f"over {MOST} groups")
        if len({group.label.casefold() for group in groups}) < len(groups):
            raise CannotGroup("two groups of the same name")
        words = json.dumps([asdict(group) for group in groups], ensure_ascii=False)
        connection.execute(
            update(session_table)
            .where(session_table.c.id == session_id)
            .values(groups=words, staged=now.changed, **values)  # the phones are told as well
        )
        db.wake(connection, session_id)


def _place(groups: list[Group], name: str) -> int:
    for place, group in enumerate(groups):
        if group.id == name:
            return place
    raise NoGroup(name)


def _tidy(words: str, most: int) -> str:
    try:
        return spaced_line(words, most)
    except ValueError as error:
        raise CannotGroup(str(error)) from error
