"""The store on each database: SQLite always, PostgreSQL where the environment names one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.live.making import collecting
from verkostotyokalut.live import Database, Session
from verkostotyokalut.live.schema import metadata

POSTGRESQL = os.environ.get("VERKOSTO_TEST_DATABASE_URL")
DATABASES = ["sqlite", *(["postgresql"] if POSTGRESQL else [])]


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'verkosto.sqlite'}"
    engine = create_engine(str(POSTGRESQL))
    metadata.drop_all(engine)
    engine.dispose()
    return str(POSTGRESQL)


@pytest.fixture
def connect(url: str) -> Iterator[Callable[[], Database]]:
    """Connects to the database, as another kernel or server would."""
    made: list[Database] = []

    def one_more() -> Database:
        made.append(Database(url))
        return made[-1]

    yield one_more
    for db in made:
        db.close()


@pytest.fixture
def db(connect: Callable[[], Database]) -> Database:
    return connect()


@pytest.fixture
def session(db: Database) -> Session:
    """A session that collects answers to the core items."""
    return collecting(db)
