"""Rooms and commits, with members that only listen: the turns that are hard to hit from outside."""

import asyncio
import json
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import delete, update

from tests.live.making import CORE, ITEMS, change, collecting
from tests.waiting import soon
from verkostotyokalut.framework import LANGUAGES
from verkostotyokalut.live import Action, Database, Outcome, Session, answers, releases, sessions
from verkostotyokalut.live.schema import session as table
from verkostotyokalut.server import commits
from verkostotyokalut.server import rooms as rooms_module
from verkostotyokalut.server.commits import Committer
from verkostotyokalut.server.limits import Limits
from verkostotyokalut.server.rooms import RESTING, Rooms
from verkostotyokalut.server.state import state_of


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")


@pytest.fixture
def session(db: Database) -> Session:
    return collecting(db)


class Listener:
    """A member that keeps what it is told."""

    def __init__(self) -> None:
        self.participant = ""
        self.told: list[dict[str, Any]] = []
        self.left: list[int] = []

    def tell(self, message: str) -> None:
        self.told.append(json.loads(message))

    def leave(self, code: int) -> None:
        self.left.append(code)


@pytest.fixture
async def rooms(db: Database) -> AsyncIterator[Rooms]:
    made = Rooms(db, Limits())
    made.start()
    yield made
    made.stop()


# Rooms


async def test_entering_and_leaving(rooms: Rooms, session: Session) -> None:
    one, other = Listener(), Listener()
    me, state, mine = await rooms.enter(one, session.id, None)
    assert (one.participant, mine) == (me.participant, {"answers": {}, "group": None})
    assert state["version"] == session.staged
    await rooms.enter(other, session.id, None)
    assert rooms.connected == 2
    rooms.exit(one, session.id)
    rooms.exit(one, session.id)
    assert rooms.connected == 1
    rooms.exit(other, session.id)
    assert rooms.connected == 0


async def test_one_participant_has_one_page(rooms: Rooms, session: Session) -> None:
    first, second = Listener(), Listener()
    me, _, _ = await rooms.enter(first, session.id, None)
    await rooms.enter(second, session.id, me.token)
    assert (first.left, second.left, rooms.connected) == ([4000], [], 1)
    rooms.exit(first, session.id)  # the earlier one's goodbye comes late
    assert rooms.connected == 1


async def test_one_who_enters_while_others_are_looked_after_is_not_sent_away(
    rooms: Rooms, db: Database, session: Session
) -> None:
    await rooms.enter(Listener(), session.id, None)
    late = [(collecting(db), Listener()) for _ in range(20)]
    for other, member in late:
        sessions.move(db, session.id, Action.LOCK)
        await asyncio.gather(rooms._look_around(), rooms.enter(member, other.id, None))
        sessions.move(db, session.id, Action.UNLOCK)
    assert [member.left for _, member in late] == [[]] * 20


async def test_a_session_that_is_gone_sends_its_people_away(
    rooms: Rooms, db: Database, session: Session
) -> None:
    here, there = Listener(), Listener()
    other = collecting(db)
    await rooms.enter(here, session.id, None)
    await rooms.enter(there, other.id, None)
    with db.write() as connection:
        connection.execute(delete(table).where(table.c.id == session.id))
    await soon(lambda: here.left)
    await rooms._look_around()
    assert (here.left, there.left) == ([4002], [])  # told once; the line takes a moment to close
    rooms.exit(here, session.id)
    assert rooms.connected == 1


async def test_a_change_that_could_not_be_told_is_told_later(
    rooms: Rooms, db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = Listener()
    real = sessions.heads
    failed: list[int] = []

    def fail_once(*arguments: Any) -> Any:
        if not failed:
            failed.append(1)
            raise RuntimeError("the disk is away")
        return real(*arguments)

    monkeypatch.setattr(sessions, "heads", fail_once)
    await rooms.enter(member, session.id, None)
    sessions.move(db, session.id, Action.LOCK)
    await soon(lambda: [told["state"]["stage"] for told in member.told][-1:] == ["locked"])
    assert failed


async def test_a_room_that_can_not_be_told_disturbs_no_other(
    rooms: Rooms, db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there, other = Listener(), Listener(), collecting(db)
    failed: list[str] = []

    def fail_thrice(db: Database, now: Session) -> dict[str, Any]:
        if now.id == session.id and len(failed) < 3:
            failed.append(now.id)
            raise RuntimeError("its questions are not known here")
        return state_of(db, now)

    await rooms.enter(here, session.id, None)
    await rooms.enter(there, other.id, None)
    monkeypatch.setattr(rooms_module, "state_of", fail_thrice)
    monkeypatch.setattr(rooms_module, "RETRY", 0.05)
    sessions.move(db, session.id, Action.LOCK)
    sessions.move(db, other.id, Action.LOCK)
    await soon(lambda: here.told)
    assert len(failed) == 3
    assert [len(member.told) for member in (here, there)] == [1, 1]


async def test_those_who_come_back_to_an_empty_room_are_not_sent_to_rest(
    rooms: Rooms, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(rooms_module, "time", SimpleNamespace(monotonic=lambda: now))
    member, back = Listener(), Listener()
    me, _, _ = await rooms.enter(member, session.id, None)
    rooms.exit(member, session.id)
    now += 100
    rooms.let_rest(61)
    await rooms.enter(back, session.id, me.token)
    now += 60
    rooms.let_rest(61)
    assert (member.left, back.left) == ([], [])


async def test_a_forgotten_room_is_let_to_rest(
    rooms: Rooms, db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(rooms_module, "time", SimpleNamespace(monotonic=lambda: now))
    member, other = Listener(), Listener()
    me, _, _ = await rooms.enter(member, session.id, None)
    await rooms.enter(other, collecting(db).id, None)
    now += 60
    rooms.let_rest(61)
    assert member.left == []
    rooms.acted(session.id)  # an answer
    now += 60
    rooms.let_rest(61)
    assert (member.left, other.left) == ([], [RESTING])
    again = Listener()
    await rooms.enter(again, session.id, me.token)  # a line that was lost comes back by itself
    now += 1
    rooms.let_rest(61)
    assert again.left == [RESTING]
    rooms.let_rest(0)
    assert again.left == [RESTING]  # told once; the line takes a moment to close
    rooms.exit(again, session.id)
    back = Listener()
    await rooms.enter(back, session.id, me.token)  # the participant wanted to
    now += 60
    rooms.let_rest(61)
    sessions.move(db, session.id, Action.LOCK)
    await soon(lambda: back.told)
    now += 60
    rooms.let_rest(61)  # the leader has moved
    assert back.left == []
    now += 1
    rooms.let_rest(61)
    assert back.left == [RESTING]


# Commits


@pytest.fixture
async def committer(db: Database) -> AsyncIterator[Committer]:
    with ThreadPoolExecutor(1) as thread:
        yield Committer(db, thread)


async def told(committer: Committer, *changes: answers.Change) -> list[Outcome | None]:
    heard: list[Outcome | None] = []
    for one in changes:
        committer.submit(one, heard.append)
    await soon(lambda: len(heard) == len(changes))
    return heard


async def test_what_comes_together_is_one_commit(
    committer: Committer, db: Database, session: Session
) -> None:
    group = [change(session, f"p{n}", item, 3, 1) for n in range(20) for item in ITEMS]
    assert set(await told(committer, *group)) == {Outcome.SAVED}
    assert sessions.get(db, session.id).changed == session.changed + 1
    assert await told(committer, change(session, "p0", ITEMS[0], 4, 2)) == [Outcome.SAVED]
    assert sessions.get(db, session.id).changed == session.changed + 2


async def test_each_hears_of_its_own(committer: Committer, session: Session) -> None:
    good = change(session, "p", ITEMS[0], 3, 1)
    bad = change(session, "q", "eiole", 3, 1)
    assert await told(committer, good, bad, good) == [
        Outcome.SAVED,
        Outcome.INVALID,
        Outcome.SAVED,
    ]


async def test_what_the_disk_does_not_take_is_told_and_the_next_goes_through(
    committer: Committer, db: Database, session: Session
) -> None:
    one = change(session, "p", ITEMS[0], 3, 1)
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    assert await told(committer, one, one) == [None, None]
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
    assert await told(committer, one) == [Outcome.SAVED]


async def test_a_listener_that_fails_harms_nobody(committer: Committer, session: Session) -> None:
    def fail(_outcome: Outcome | None) -> None:
        raise RuntimeError("gone")

    committer.submit(change(session, "p", ITEMS[0], 3, 1), fail)
    assert await told(committer, change(session, "q", ITEMS[0], 3, 1)) == [Outcome.SAVED]
    assert await told(committer, change(session, "r", ITEMS[0], 3, 1)) == [Outcome.SAVED]


async def test_a_change_waits_for_company_only_after_another(
    committer: Committer, db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "WINDOW", 3600)
    assert await told(committer, change(session, "p", ITEMS[0], 1, 1)) == [Outcome.SAVED]
    monkeypatch.setattr(commits, "WINDOW", 0.2)
    other = Committer(db, committer._thread)
    begun = asyncio.get_running_loop().time()
    for seq in (2, 3):
        assert await told(other, change(session, "p", ITEMS[0], seq, seq)) == [Outcome.SAVED]
    assert asyncio.get_running_loop().time() - begun >= 0.2


async def test_no_more_wait_than_there_is_room_for(
    committer: Committer, db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "WAITING", 3)
    changes = [change(session, "p", ITEMS[n], 3, n + 1) for n in range(5)]
    heard = await told(committer, *changes)
    assert sorted(map(str, heard)) == sorted(["None", "None", "saved", "saved", "saved"])
    assert set(answers.own(db, session.id, 1, CORE, "p")) == set(ITEMS[:3])


# State


def test_the_state_of_each_step(db: Database, session: Session) -> None:
    drafted = state_of(db, sessions.create(db, CORE))
    assert (drafted["stage"], drafted["instrument"], drafted["results"]) == ("drafted", None, None)
    assert set(drafted["message"]) == set(LANGUAGES)
    asking = state_of(db, session)
    assert asking["instrument"]["id"] == CORE
    assert asking["message"] is None
    assert asking["steps"] > asking["step"] == 1
    assert "talk" not in json.dumps(asking)


def test_no_results_before_they_are_shown(db: Database, session: Session) -> None:
    releases.publish(db, session.id, 1, CORE, {"n": 6})
    shown = {}
    for action in (Action.LOCK, Action.REVEAL, Action.LOCK, Action.HIDE, Action.UNLOCK):
        now = sessions.move(db, session.id, action)
        shown[now.stage] = state_of(db, now)["results"]
    assert shown == {
        "locked": None,
        "revealed": {"n": 6},
        "frozen": {"n": 6},
        "collecting": None,
    }


def test_an_expired_session_is_still_read(db: Database, session: Session) -> None:
    with db.write() as connection:
        past = datetime.now(UTC) - timedelta(days=1)
        connection.execute(update(table).values(expires=past))
    assert sessions.get(db, session.id).expired
    assert state_of(db, session)["stage"] == "collecting"
