"""Followers are called soon after a commit by anybody, and come back to a store that was away."""

import errno
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text, update

from tests.live.making import ITEMS, change, collecting
from tests.waiting import until
from verkostotyokalut.live import (
    Action,
    Database,
    Follower,
    NotNow,
    Session,
    answers,
    follow,
    sessions,
)
from verkostotyokalut.live.schema import session as table

if sys.platform == "linux":
    from inotify_simple import INotify


class Calls:
    """Counts calls, and what the store's number was at each."""

    def __init__(self, db: Database, session: Session) -> None:
        self._db, self._session = db, session
        self.seen: list[int] = []
        self.threads: set[str] = set()

    def __call__(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.seen.append(sessions.get(self._db, self._session.id).changed)

    def reached(self, number: int) -> bool:
        return bool(self.seen) and self.seen[-1] >= number


@pytest.fixture
def calls(connect: Callable[[], Database], session: Session) -> Calls:
    return Calls(connect(), session)


@pytest.fixture
def follower(connect: Callable[[], Database], calls: Calls) -> Iterator[Follower]:
    made = Follower(connect(), calls)
    yield made
    made.stop()


def begin(follower: Follower, calls: Calls) -> None:
    """Start, and wait until what happened before has been told."""
    follower.start()
    until(lambda: calls.seen)


def test_what_was_there_before_is_told_once(
    follower: Follower, calls: Calls, session: Session
) -> None:
    follower.start()
    until(lambda: calls.reached(session.changed))
    assert calls.threads == {"verkosto-follower"}


WRITE = """
import sys
from verkostotyokalut.live import Action, Database, sessions
db = Database(sys.argv[1])
sessions.move(db, sys.argv[2], Action.LOCK)
db.close()
"""


def test_another_process_is_heard(
    url: str, follower: Follower, calls: Calls, session: Session
) -> None:
    begin(follower, calls)
    subprocess.run([sys.executable, "-c", WRITE, url, session.id], check=True, timeout=60)
    until(lambda: calls.reached(session.changed + 1))


def test_the_same_process_is_heard(
    db: Database, follower: Follower, calls: Calls, session: Session
) -> None:
    begin(follower, calls)
    for seq in range(1, 4):
        answers.save(db, [change(session, "p", ITEMS[0], seq, seq)])
        until(lambda seq=seq: calls.reached(session.changed + seq))  # type: ignore[misc]


def test_every_kind_of_commit_is_heard(
    db: Database, follower: Follower, calls: Calls, session: Session
) -> None:
    begin(follower, calls)
    answers.join(db, session.id)
    until(lambda: calls.reached(session.changed + 1))
    sessions.move(db, session.id, Action.LOCK)
    until(lambda: calls.reached(session.changed + 2))
    before = len(calls.seen)
    collecting(db)  # somebody opens another session
    until(lambda: len(calls.seen) > before)


def test_one_session_is_followed_alone(
    db: Database,
    connect: Callable[[], Database],
    calls: Calls,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follow, "LOOK", 600)
    follower = Follower(connect(), calls, session.id)
    follower.start()
    try:
        until(lambda: calls.seen)
        other = collecting(db)
        sessions.move(db, session.id, Action.LOCK)
        until(lambda: calls.reached(session.changed + 1))
        before = len(calls.seen)
        sessions.move(db, other.id, Action.LOCK)
        answers.join(db, session.id)
        until(lambda: calls.reached(session.changed + 2))
    finally:
        follower.stop()
    if not db.is_sqlite:  # its commits can't be told apart
        assert len(calls.seen) == before + 1


def test_the_end_of_what_is_kept_is_heard(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    gone = threading.Event()
    own = connect()

    def look() -> None:
        if not sessions.every(own):
            gone.set()

    follower = Follower(connect(), look, session.id)
    follower.start()
    try:
        with db.write() as connection:
            connection.execute(update(table).values(keep_until=datetime(2020, 1, 1, tzinfo=UTC)))
        assert sessions.delete_old(db) == 1
        assert gone.wait(15)
    finally:
        follower.stop()


def test_what_nobody_told_of_is_seen_later(
    db: Database,
    follower: Follower,
    calls: Calls,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follow, "LOOK", 0.1)
    monkeypatch.setattr(db, "_tell", lambda _sessions: None)  # it died between the two
    begin(follower, calls)
    sessions.move(db, session.id, Action.LOCK)
    until(lambda: calls.reached(session.changed + 1))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system doesn't tell")
class TestTold:
    """SQLite's readers wait until the system tells of a write, and look when it doesn't."""

    @pytest.fixture(autouse=True)
    def only_sqlite(self, db: Database) -> None:
        if not db.is_sqlite:
            pytest.skip("PostgreSQL tells itself")

    def test_a_write_wakes(
        self,
        db: Database,
        follower: Follower,
        calls: Calls,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(follow, "QUIET", 1.5)  # no look comes in time by itself
        begin(follower, calls)
        for seq in range(1, 4):
            began = time.monotonic()
            answers.save(db, [change(session, "p", ITEMS[0], seq, seq)])
            until(lambda seq=seq: calls.reached(session.changed + seq))  # type: ignore[misc]
            assert time.monotonic() - began < 1

    def test_what_is_only_written_is_not_told(
        self, db: Database, follower: Follower, calls: Calls, session: Session
    ) -> None:
        begin(follower, calls)
        log = Path(f"{db.place}-wal")
        before, told = log.stat().st_size, len(calls.seen)
        with closing(sqlite3.connect(db.place, isolation_level=None)) as own:
            own.execute("PRAGMA cache_size = 5")  # pages: what is more goes into the log at once
            own.execute("BEGIN IMMEDIATE")
            own.execute("CREATE TABLE large (words TEXT)")
            rows = [("x" * 2000,)] * 500
            own.executemany("INSERT INTO large VALUES (?)", rows)
            assert log.stat().st_size > before
            assert len(calls.seen) == told
            own.execute("COMMIT")
            until(lambda: len(calls.seen) > told)
            own.execute("DROP TABLE large")

    def test_where_it_tells_nothing_after_all_it_is_looked_at(
        self,
        db: Database,
        follower: Follower,
        calls: Calls,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        silent = INotify()
        monkeypatch.setattr(follow, "_writes", lambda _log: silent)
        begin(follower, calls)
        sessions.move(db, session.id, Action.LOCK)
        until(lambda: calls.reached(session.changed + 1))
        until(lambda: silent.closed)
        sessions.move(db, session.id, Action.REVEAL)
        until(lambda: calls.reached(session.changed + 2))

    def test_a_disk_that_is_slow_is_not_taken_for_a_system_that_is_silent(
        self,
        db: Database,
        follower: Follower,
        calls: Calls,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        telling = follow._writes(f"{db.place}-wal")
        assert telling is not None
        monkeypatch.setattr(follow, "_writes", lambda _log: telling)
        monkeypatch.setattr(follow, "DISK", 0.0)  # a commit can be read later than it is waited for
        begin(follower, calls)
        for seq in range(1, 6):
            answers.save(db, [change(session, "p", ITEMS[0], seq % 5 + 1, seq)])
            until(lambda seq=seq: calls.reached(session.changed + seq))  # type: ignore[misc]
        assert not telling.closed

    def test_where_it_has_no_more_watches_it_is_looked_at(
        self,
        db: Database,
        follower: Follower,
        calls: Calls,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def none_left(*_words: object) -> None:
            raise OSError(errno.EMFILE, "Too many open files")

        monkeypatch.setattr("inotify_simple.INotify.add_watch", none_left)
        begin(follower, calls)
        sessions.move(db, session.id, Action.LOCK)
        until(lambda: calls.reached(session.changed + 1))


def test_what_was_undone_is_not_told(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[set[str]] = []
    monkeypatch.setattr(db, "_tell", told.append)
    with pytest.raises(NotNow):
        sessions.move(db, session.id, Action.START)
    sessions.move(db, session.id, Action.LOCK)
    assert told == ([] if db.is_sqlite else [{session.id}])


def test_a_storm_of_commits_ends_with_the_last_seen(
    db: Database,
    connect: Callable[[], Database],
    follower: Follower,
    calls: Calls,
    session: Session,
) -> None:
    begin(follower, calls)

    def write(own: Database, who: str) -> None:
        for seq in range(1, 51):
            answers.save(own, [change(session, who, ITEMS[0], seq % 5 + 1, seq)])

    threads = [threading.Thread(target=write, args=(connect(), who)) for who in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    until(lambda: calls.reached(session.changed + 100))
    assert calls.seen == sorted(calls.seen)


def test_it_stops_when_told(
    db: Database, follower: Follower, calls: Calls, session: Session
) -> None:
    begin(follower, calls)
    follower.stop()
    assert not [t for t in threading.enumerate() if t.name == "verkosto-follower"]
    before = list(calls.seen)
    sessions.move(db, session.id, Action.LOCK)
    assert calls.seen == before


def test_one_that_never_began_can_be_stopped(db: Database) -> None:
    Follower(db, lambda: None).stop()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "RETRY", 0.02)


@pytest.mark.usefixtures("impatient")
def test_a_listener_that_fails_is_called_again(
    connect: Callable[[], Database], session: Session
) -> None:
    heard: list[int] = []

    def listen() -> None:
        heard.append(1)
        if len(heard) == 1:
            raise RuntimeError("not now")

    follower = Follower(connect(), listen)
    follower.start()
    try:
        until(lambda: len(heard) >= 2)
    finally:
        follower.stop()


@pytest.mark.usefixtures("impatient")
def test_a_server_that_was_away_is_followed_again(
    db: Database, follower: Follower, calls: Calls, session: Session
) -> None:
    if db.is_sqlite:
        pytest.skip("SQLite has no server")
    begin(follower, calls)
    with db.write() as connection:
        ended = connection.execute(
            text(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
            )
        ).scalar_one()
    assert ended >= 1
    sessions.move(db, session.id, Action.LOCK)
    until(lambda: calls.reached(session.changed + 1))


@pytest.mark.usefixtures("impatient")
def test_a_file_that_was_away_is_followed_again(tmp_path: Path) -> None:
    folder, away = tmp_path / "levy", tmp_path / "irti"
    folder.mkdir()
    db = Database(f"sqlite:///{folder}/verkosto.sqlite")
    session = collecting(db)
    db.close()
    folder.rename(away)
    heard = threading.Event()
    follower = Follower(db, heard.set)
    follower.start()
    try:
        assert not heard.wait(0.1)
        away.rename(folder)
        assert heard.wait(15)
        heard.clear()
        sessions.move(db, session.id, Action.LOCK)
        assert heard.wait(15)
    finally:
        follower.stop()
        db.close()
