"""A store of the test's own, as a leader's kernel sees it, and a room that answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.making import CORE, collecting
from verkostotyokalut.live import Database, Session, sessions
from verkostotyokalut.widgets.session.store import database


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    monkeypatch.delenv("QUERY_STRING", raising=False)
    monkeypatch.delenv("VOILA_BASE_URL", raising=False)
    monkeypatch.delenv("SCRIPT_NAME", raising=False)
    database.cache_clear()
    yield database()
    database().close()
    database.cache_clear()


@pytest.fixture
def session(db: Database) -> Session:
    """A session that collects answers."""
    return collecting(db)


@pytest.fixture
def drafted(db: Database) -> Session:
    return sessions.create(db, CORE)
