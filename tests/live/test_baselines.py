"""Round files that a session is compared with are kept as they were brought."""

import pytest

from verkostotyokalut.live import Database, Session, UnknownSession, baselines, sessions
from verkostotyokalut.live.baselines import MOST, TooManyBaselines


def test_they_are_kept_in_order_and_once_each(db: Database, session: Session) -> None:
    assert baselines.of(db, session.id) == []
    for body in (b"2", b"1", b"2"):
        baselines.add(db, session.id, body)
    assert baselines.of(db, session.id) == [b"2", b"1"]
    assert sessions.get(db, session.id).compared > 0


def test_there_are_not_too_many(db: Database, session: Session) -> None:
    for number in range(MOST):
        baselines.add(db, session.id, bytes([number]))
    with pytest.raises(TooManyBaselines):
        baselines.add(db, session.id, b"one more")
    assert len(baselines.of(db, session.id)) == MOST


def test_they_can_be_let_go(db: Database, session: Session) -> None:
    baselines.add(db, session.id, b"1")
    before = sessions.get(db, session.id).compared
    baselines.clear(db, session.id)
    assert baselines.of(db, session.id) == []
    assert sessions.get(db, session.id).compared > before


def test_an_unknown_session_has_none(db: Database) -> None:
    with pytest.raises(UnknownSession):
        baselines.add(db, "eiole", b"1")
    assert baselines.of(db, "eiole") == []
