"""What only one of the servers of a store does, such as running a rehearsal.

On PostgreSQL a claim is an advisory lock. It belongs to a connection, so it is free at once when
the server that holds it dies. An SQLite file has one server, which holds whatever it claims.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from .database import Database, StorageError


class Claims:
    """What this server holds.

    Parameters
    ----------
    db
        The store that the servers share.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._line: Connection | None = None
        self._held: set[str] = set()

    def match(self, wanted: Iterable[str]) -> set[str]:
        """Claim what is ``wanted`` and let go of the rest; return what is held now.

        Call it again now and then: what another server has let go of is free to claim, and a
        connection that was lost has lost its claims.

        Raises
        ------
        StorageError
            If the store can't be reached; then nothing is held any more.
        """
        wanted = set(wanted)
        if self._db.is_sqlite or not (wanted or self._line):
            return wanted
        try:
            with self._db.errors_told():
                return self._match(wanted)
        except StorageError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of everything."""
        line, self._line, self._held = self._line, None, set()
        if line is not None:
            line.invalidate()  # the locks end with the connection itself, not with its use
            line.close()

    def _match(self, wanted: set[str]) -> set[str]:
        if self._line is None:
            self._line = self._db.hold()
        for name in self._held - wanted:
            self._line.execute(select(func.pg_advisory_unlock(_key(name))))
        for name in wanted - self._held:
            if self._line.execute(select(func.pg_try_advisory_lock(_key(name)))).scalar_one():
                self._held.add(name)
        self._held &= wanted
        self._line.execute(select(1))  # is the connection there, if nothing else was asked?
        return set(self._held)


def _key(name: str) -> object:
    return func.hashtextextended(name, 0)
