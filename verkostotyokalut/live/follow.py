"""Follows the store: calls back soon after anybody, in any process, has committed something.

SQLite's readers look at ``PRAGMA data_version``, which costs microseconds, when its log is written
to; PostgreSQL's listen to its notifications. Nobody else knows which one it is.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any, Protocol

from .database import CHANNEL, Database

if TYPE_CHECKING:
    from inotify_simple import INotify

PAUSE = 0.005  # seconds between two looks at SQLite, where the system doesn't tell of writing
QUIET = 0.050  # the same where it does, while nothing is written: in case it doesn't tell after all
FIRST = 0.0005  # seconds from a write to the look after it; each later one takes half as long again
DISK = 0.100  # seconds that a commit may take from its first write until it can be read
TOLD = 10.0  # seconds after a write that was told in which a commit may be its: disks can be slow
RETRY = 1.0  # seconds before a lost database is tried again
LOOK = 5.0  # seconds after which PostgreSQL's readers look untold: a server may die before it tells

_log = logging.getLogger(__name__)


class Follower:
    """A thread that calls ``on_change`` after commits by others and, once, after it began.

    Parameters
    ----------
    db
        The database to follow.
    on_change
        Called in the follower's thread, never twice at the same time.
    session
        Only its commits are told, where the store knows them apart: on SQLite all are.
    """

    def __init__(
        self, db: Database, on_change: Callable[[], None], session: str | None = None
    ) -> None:
        self._db = db
        self._on_change = on_change
        self._session = session
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="verkosto-follower", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until the thread has ended."""
        self._stopping.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        lost = False
        while not self._stopping.is_set():
            try:
                with closing(self._watch()) as watch:
                    self._on_change()  # what happened before the watch began
                    if lost:
                        _log.warning("the store is followed again")
                    lost = False
                    while not self._stopping.is_set():
                        if watch.changed():
                            self._on_change()
            except Exception:
                if not lost:
                    _log.warning("the store can't be followed; trying again", exc_info=True)
                lost = True
                self._stopping.wait(RETRY)

    def _watch(self) -> _Watch:
        if self._db.is_sqlite:
            return _SqliteWatch(self._db.place, self._stopping)
        return _PostgresqlWatch(self._db, self._session)


class _Watch(Protocol):
    def changed(self) -> bool:
        """Wait a moment, and tell whether anything was committed."""

    def close(self) -> None:
        """Let the connection go."""


class _SqliteWatch:
    def __init__(self, file: str, stopping: threading.Event) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._stopping = stopping
        self._version = self._read()
        self._writes = _writes(f"{file}-wal")
        self._told = float("-inf")  # when the last write was told

    def _read(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _moved(self) -> bool:
        before, self._version = self._version, self._read()
        return self._version != before

    def changed(self) -> bool:
        if self._writes is None:
            self._stopping.wait(PAUSE)
            return self._moved()
        if self._written(self._writes, QUIET):
            return self._comes(self._writes)
        if not self._moved():
            return False
        if not self._written(self._writes) and time.monotonic() - self._told > TOLD:
            self._listen_no_more()  # there was a commit, and the system told of no write
        return True

    def _written(self, writes: INotify, patience: float = 0) -> bool:
        told = bool(writes.read(timeout=int(patience * 1000)))
        if told:
            self._told = time.monotonic()
        return told

    def _comes(self, writes: INotify) -> bool:
        """Wait for what is being written: it can be read once the disk has it."""
        pause, end = FIRST, time.monotonic() + DISK
        while time.monotonic() < end and not self._stopping.wait(pause):
            self._written(writes)  # the rest of the same commit, or the next one's
            if self._moved():
                return True
            pause *= 1.5
        return False

    def _listen_no_more(self) -> None:
        """Let go of what tells of writes; from now on the log is looked at all the time."""
        if self._writes is not None:
            self._writes.close()
        self._writes = None

    def close(self) -> None:
        self._listen_no_more()
        self._connection.close()


def _writes(log: str) -> INotify | None:
    """Return what tells of writes to SQLite's log, where the system can: on Linux."""
    if sys.platform != "linux":
        return None
    from inotify_simple import INotify, flags

    try:
        writes = INotify()
        writes.add_watch(log, flags.MODIFY)
    except OSError as error:  # a user may have so many of them and no more
        _log.info("the store's writes are not told, it is looked at instead: %s", error)
        return None
    return writes


class _PostgresqlWatch:
    def __init__(self, db: Database, session: str | None) -> None:
        import psycopg

        self._session = session
        address = db.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: Any = psycopg.connect(address, autocommit=True, **db.line)
        self._connection.execute(f"LISTEN {CHANNEL}")
        self._looked = time.monotonic()

    def changed(self) -> bool:
        heard = [one.payload for one in self._connection.notifies(timeout=0.5, stop_after=1)]
        told = any(self._session in {None, session} for session in heard)
        if told or time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            return True
        return False

    def close(self) -> None:
        self._connection.close()
