"""The database behind the store: one SQLite file, or PostgreSQL for many servers."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from .schema import metadata

VARIABLE = "VERKOSTO_DATABASE_URL"
CHANNEL = "verkosto"
PATIENCE = 5.0  # seconds to wait for another writer
# A line to PostgreSQL whose other end has vanished without a word is dead after this; else the
# system would wait for a quarter of an hour. Seconds, but the last, which is milliseconds.
LINE = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,
}
_LIGHTLY = text("SET LOCAL synchronous_commit = off")
# What is told is not worth waiting for the disk.
_NOTIFY = text(
    "SELECT set_config('synchronous_commit', 'off', true), pg_notify(:channel, session) "
    "FROM unnest(CAST(:sessions AS text[])) AS session"
)

_log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """Why the database can't be used."""

    READ_ONLY = "read_only"
    FULL = "full"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    DAMAGED = "damaged"
    ADDRESS = "address"
    OTHER_VERSION = "other_version"
    OTHER = "other"


class StorageError(RuntimeError):
    """The database can't be read or written; nothing of the failed change was kept."""

    def __init__(self, trouble: Trouble, place: str, detail: str) -> None:
        super().__init__(f"{place}: {trouble.replace('_', ' ')} ({detail})")
        self.trouble = trouble
        self.place = place
        self.detail = detail


def database_url() -> str:
    """Return the database's address: ``VERKOSTO_DATABASE_URL``, or a file in the user's data."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    folder = platformdirs.user_data_path("verkostotyokalut", appauthor=False)
    return f"sqlite:///{folder / 'verkosto.sqlite'}"


class Database:
    """A database with the store's tables in it.

    Parameters
    ----------
    url
        An SQLAlchemy address: ``sqlite:////path/to/file`` or ``postgresql://…``.

    Raises
    ------
    StorageError
        If it can't be opened or its tables can't be made.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = _address(url or database_url())
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.place = (
            self.url.database or ""
            if self.is_sqlite
            else self.url.render_as_string(hide_password=True)
        )
        try:
            if self.is_sqlite:
                Path(self.place).parent.mkdir(parents=True, exist_ok=True)
            self._engine = self._make_engine()
        except OSError as error:
            raise StorageError(Trouble.READ_ONLY, self.place, str(error)) from error
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise StorageError(Trouble.ADDRESS, self.place, str(error)) from error
        self._reading = (
            self._engine
            if self.is_sqlite
            else self._engine.execution_options(isolation_level="REPEATABLE READ")
        )
        self._writing = {
            durable: self._engine.execution_options(verkosto_writes=True, verkosto_durable=durable)
            for durable in (True, False)
        }
        self._woken: dict[Connection, set[str]] = {}
        with self.write() as connection:
            if not self.is_sqlite:
                # Two servers may start on an empty database at the same time.
                connection.execute(text("SELECT pg_advisory_xact_lock(7239864)"))
            metadata.create_all(connection)
            self._check_columns(connection)

    def _check_columns(self, connection: Connection) -> None:
        """See that the tables are as this version of the program makes them."""
        there = inspect(connection)
        for table in metadata.tables.values():
            missing = {column.name for column in table.columns} - {
                column["name"] for column in there.get_columns(table.name)
            }
            if missing:
                detail = f"{table.name} lacks {', '.join(sorted(missing))}"
                raise StorageError(Trouble.OTHER_VERSION, self.place, detail)

    def _make_engine(self) -> Engine:
        if not self.is_sqlite:
            return create_engine(
                self.url,
                connect_args=self.line,
                pool_pre_ping=True,
                pool_size=5,
                max_overflow=5,
            )
        engine = create_engine(
            self.url, connect_args={"timeout": PATIENCE, "check_same_thread": False}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection for reading: one consistent view of the store."""
        with self.errors_told(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Connection]:
        """Give a connection in a transaction that is committed at the end, or undone.

        Parameters
        ----------
        durable
            Whether the commit waits for the disk. What can be worked out again from the rest need
            not: a power cut may undo it, alone or with what was committed later in the same way.
        """
        woken: set[str] = set()
        with self.errors_told(), self._writing[durable].begin() as connection:
            self._woken[connection] = woken
            try:
                if not (durable or self.is_sqlite):
                    connection.execute(_LIGHTLY)
                yield connection
            finally:
                del self._woken[connection]
        if woken:
            self._tell(woken)

    def hold(self) -> Connection:
        """Give a connection of one's own, without transactions, to be closed at the end."""
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    @property
    def line(self) -> dict[str, Any]:
        """How a line to PostgreSQL is kept, as far as the address doesn't say it itself."""
        return {name: value for name, value in LINE.items() if name not in self.url.query}

    @property
    def insert(self) -> Callable[[Table], Any]:
        """What makes an INSERT that knows ON CONFLICT, which SQLAlchemy has by dialect only."""
        return sqlite.insert if self.is_sqlite else postgresql.insert

    def wake(self, connection: Connection, session: str) -> None:
        """Tell other processes of a change, after the commit (SQLite's readers look themselves)."""
        if not self.is_sqlite:
            self._woken[connection].add(session)

    def _tell(self, sessions: set[str]) -> None:
        """Tell the followers of what has been committed.

        Not in the same transaction: PostgreSQL lets one at a time commit that notifies anybody,
        and each would keep the others waiting for the disk.
        """
        try:
            with self.errors_told(), self.hold() as connection:
                connection.execute(_NOTIFY, {"channel": CHANNEL, "sessions": sorted(sessions)})
        except StorageError as error:
            _log.warning("followers will see of themselves what has changed: %s", error)

    def wipe(self) -> None:
        """See that what was deleted can't be found in SQLite's files either."""
        if self.is_sqlite:
            with self.errors_told(), self._engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def errors_told(self) -> Iterator[None]:
        """Tell the database's errors as a StorageError."""
        try:
            yield
        except DBAPIError as error:
            raise StorageError(_trouble(error), self.place, str(error.orig)) from error
        except SQLAlchemyError as error:
            raise StorageError(Trouble.OTHER, self.place, str(error)) from error


def _address(given: str) -> URL:
    """Return a database's address, whole: kernels work in other folders than the server does."""
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise StorageError(Trouble.ADDRESS, given, str(error)) from error
    place, backend = url.database or "", url.get_backend_name()
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    # SQLite's memory is this process's own; kernels and the server need a file.
    if backend != "sqlite" or place in {"", ":memory:"} or place.startswith("file:"):
        shown = url.render_as_string(hide_password=True)
        raise StorageError(Trouble.ADDRESS, shown, "neither an SQLite file nor PostgreSQL")
    return url.set(database=str(Path(place).absolute()))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says
    _write_ahead(connection)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log, which stays on; SQLite does not wait for its turn in this."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not busy or time.monotonic() > end:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("verkosto_writes", False):
        # An acknowledged answer survives a power cut.
        waits = "FULL" if options["verkosto_durable"] else "NORMAL"
        connection.exec_driver_sql(f"PRAGMA synchronous={waits}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


def _trouble(error: DBAPIError) -> Trouble:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return Trouble.UNREACHABLE if error.connection_invalidated else _postgresql_trouble(error)
    return {
        sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
        sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
        sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
        sqlite3.SQLITE_FULL: Trouble.FULL,
        sqlite3.SQLITE_IOERR: Trouble.FULL,
        sqlite3.SQLITE_BUSY: Trouble.BUSY,
        sqlite3.SQLITE_LOCKED: Trouble.BUSY,
        sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
        sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    }.get(code & 0xFF, Trouble.OTHER)


def _postgresql_trouble(error: DBAPIError) -> Trouble:
    state = getattr(error.orig, "sqlstate", None)
    if state is None or state.startswith(("08", "57", "28", "3D")):
        return Trouble.UNREACHABLE
    return {"53100": Trouble.FULL, "25006": Trouble.READ_ONLY}.get(state, Trouble.OTHER)
