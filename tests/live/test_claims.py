"""On PostgreSQL a claim is one server's only; on SQLite there is one server, and it is its own."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text

from tests.waiting import until
from verkostotyokalut.live import Database, StorageError
from verkostotyokalut.live.claims import Claims


def end_others(db: Database) -> None:
    """End the connections of all but ``db``, as a restart of the database does."""
    ended = text(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    def all_ended() -> bool:
        with db.write() as connection:
            return not connection.execute(ended).scalar_one()

    until(all_ended)


def test_one_file_has_one_server(db: Database) -> None:
    if not db.is_sqlite:
        pytest.skip("PostgreSQL has many")
    claims = Claims(db)
    assert claims.match({"a", "b"}) == {"a", "b"}
    assert claims.match(set()) == set()
    claims.close()


@pytest.fixture
def two(connect: Callable[[], Database], db: Database) -> Iterator[tuple[Claims, Claims]]:
    """What two servers claim, of which nothing is claimed yet."""
    if db.is_sqlite:
        pytest.skip("one file has one server")
    one, other = Claims(connect()), Claims(connect())
    until(lambda: one.match({"a", "b"}) == {"a", "b"})  # a line that was closed ends in a moment
    one.match(set())
    yield one, other
    one.close()
    other.close()


def test_one_of_two_holds_it(two: tuple[Claims, Claims]) -> None:
    one, other = two
    assert one.match({"a"}) == {"a"}
    assert other.match({"a", "b"}) == {"b"}
    assert one.match({"a", "b"}) == {"a"}
    assert one.match({"a"}) == {"a"}  # held once, however often it is asked for


def test_what_is_let_go_of_is_free(two: tuple[Claims, Claims]) -> None:
    one, other = two
    assert one.match({"a", "b"}) == {"a", "b"}
    assert one.match({"b"}) == {"b"}
    assert other.match({"a", "b"}) == {"a"}
    one.close()
    until(lambda: other.match({"a", "b"}) == {"a", "b"})
    assert one.match({"a", "b"}) == set()


def test_a_connection_that_was_lost_has_lost_its_claims(
    db: Database, two: tuple[Claims, Claims]
) -> None:
    one, other = two
    assert one.match({"a"}) == {"a"}
    end_others(db)
    until(lambda: other.match({"a"}) == {"a"})
    with pytest.raises(StorageError):
        one.match({"a"})
    assert one.match({"a", "b"}) == {"b"}
    other.close()
    until(lambda: one.match({"a"}) == {"a"})
