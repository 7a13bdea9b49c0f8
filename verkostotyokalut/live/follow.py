"""Follows the store: calls back soon after anybody, in any process, has committed something.

SQLite's readers look at ``PRAGMA data_version``, which costs microseconds; PostgreSQL's listen to
its notifications. Nobody else knows which one it is.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any, Protocol

from .database import CHANNEL, Database

PAUSE = 0.005  # seconds between two looks at SQLite; the most that a reader lags behind
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

    def _read(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def changed(self) -> bool:
        self._stopping.wait(PAUSE)
        version = self._read()
        moved = version != self._version
        self._version = version
        return moved

    def close(self) -> None:
        self._connection.close()


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
