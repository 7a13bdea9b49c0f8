"""Sessions whose time is up are deleted when the server starts, and once a day."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live.making import CORE, collecting
from tests.serving import serving
from tests.waiting import until
from verkostotyokalut.live import Database, StorageError, Trouble, sessions
from verkostotyokalut.live.schema import session as table
from verkostotyokalut.server.extension import TIDY_EVERY, tidy
from verkostotyokalut.server.limits import Limits
from verkostotyokalut.server.rooms import Rooms

DAY = 24 * 3600 * 1000


def overdue(db: Database) -> str:
    session = collecting(db)
    with db.write() as connection:
        connection.execute(
            update(table)
            .where(table.c.id == session.id)
            .values(keep_until=datetime.now(UTC) - timedelta(minutes=1))
        )
    return session.code


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")


async def test_the_log_tells_how_many_and_never_what(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    codes, kept = [overdue(db), overdue(db)], collecting(db)
    rooms = Rooms(db, Limits())
    caplog.set_level(logging.INFO)
    await tidy(rooms, logging.getLogger("test"))
    await tidy(rooms, logging.getLogger("test"))
    assert [session.id for session in sessions.every(db)] == [kept.id]
    (told,) = [record.getMessage() for record in caplog.records if record.name == "test"]
    assert "2" in told
    assert not any(code in told for code in codes)
    assert CORE not in told
    assert TIDY_EVERY == DAY
    rooms.stop()


async def test_a_store_that_is_away_is_told_in_the_log(
    db: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_db: Database) -> int:
        raise StorageError(Trouble.BUSY, db.place, "locked")

    monkeypatch.setattr(sessions, "delete_old", fail)
    rooms = Rooms(db, Limits())
    await tidy(rooms, logging.getLogger("test"))
    assert "could not be deleted" in caplog.text
    rooms.stop()


def test_a_server_that_starts_deletes_what_is_overdue(db: Database, tmp_path: Path) -> None:
    overdue(db)
    kept = collecting(db)
    db.close()
    with serving(tmp_path) as server:
        until(lambda: [one.id for one in sessions.every(server.db)] == [kept.id])
