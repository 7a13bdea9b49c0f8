"""Releases: what the room may see, told once for each change."""

import pytest

from tests.live.making import CORE, collecting
from verkostotyokalut.live import Database, Session, UnknownSession, releases, sessions

BODY = {"instrument": CORE, "round": 1, "n": 6, "items": {"a": {"n": 6, "median": 4.5}, "b": None}}


def test_nothing_is_released_by_itself(db: Database, session: Session) -> None:
    assert releases.released(db, session.id, 1, CORE) is None
    assert session.released == 0


def test_what_was_released_last_is_what_there_is(db: Database, session: Session) -> None:
    assert releases.publish(db, session.id, 1, CORE, BODY)
    assert releases.released(db, session.id, 1, CORE) == BODY
    first = sessions.get(db, session.id)
    assert first.released == first.changed > session.changed
    assert releases.publish(db, session.id, 1, CORE, {**BODY, "n": 7})
    assert releases.released(db, session.id, 1, CORE) == {**BODY, "n": 7}
    assert sessions.get(db, session.id).released > first.released


def test_the_same_again_is_no_change(db: Database, session: Session) -> None:
    releases.publish(db, session.id, 1, CORE, BODY)
    before = sessions.get(db, session.id)
    assert not releases.publish(db, session.id, 1, CORE, dict(reversed(list(BODY.items()))))
    assert sessions.get(db, session.id) == before


def test_rounds_instruments_and_sessions_are_apart(db: Database, session: Session) -> None:
    releases.publish(db, session.id, 1, CORE, BODY)
    other = collecting(db)
    assert releases.released(db, session.id, 2, CORE) is None
    assert releases.released(db, session.id, 1, "muu") is None
    assert releases.released(db, other.id, 1, CORE) is None


def test_nothing_is_released_of_what_there_is_not(db: Database) -> None:
    with pytest.raises(UnknownSession):
        releases.publish(db, "eiole", 1, CORE, BODY)
    assert releases.released(db, "eiole", 1, CORE) is None


def test_what_was_released_can_be_taken_back(db: Database, session: Session) -> None:
    releases.publish(db, session.id, 1, CORE, BODY)
    before = sessions.get(db, session.id)
    releases.withdraw(db, session.id, 1, CORE)
    assert releases.released(db, session.id, 1, CORE) is None
    assert sessions.get(db, session.id).released > before.released
    assert releases.publish(db, session.id, 1, CORE, BODY)


def test_all_releases_by_instrument_and_round(db: Database, session: Session) -> None:
    other = collecting(db)
    releases.publish(db, session.id, 1, CORE, BODY)
    releases.publish(db, session.id, 2, CORE, {**BODY, "round": 2})
    releases.publish(db, other.id, 3, CORE, BODY)
    assert releases.which(db, session.id) == {(CORE, 1), (CORE, 2)}
    assert releases.released(db, session.id, 1, CORE) == BODY
    assert releases.released(db, session.id, 2, CORE) == {**BODY, "round": 2}
    releases.withdraw(db, session.id, 1, CORE)
    assert releases.which(db, session.id) == {(CORE, 2)}
