"""The leader's work on a wall: kept in order, undone and redone, the same for every leader."""

import pytest

from tests.live.making import CORE, collecting
from verkostotyokalut.live import Database, Session, UnknownSession, arrangements, sessions

ITEM = "tunteminen.ihmiset"
HIDE, NAME = {"do": "hide", "note": "a"}, {"do": "name", "group": "g", "title": "Suunta"}
GROUP = {"do": "group", "note": "b", "group": "g"}


def log(db: Database, session: Session) -> list[str]:
    actions, _ = arrangements.log(db, session.id, 1, CORE)
    assert {item for item, _ in actions} <= {ITEM}
    return [action["do"] for _, action in actions]


def test_actions_are_kept_in_their_order(db: Database, session: Session) -> None:
    assert arrangements.log(db, session.id, 1, CORE) == ([], False)
    for action in (NAME, GROUP, HIDE):
        arrangements.add(db, session.id, 1, CORE, ITEM, action)
    assert arrangements.log(db, session.id, 1, CORE) == (
        [(ITEM, NAME), (ITEM, GROUP), (ITEM, HIDE)],
        False,
    )
    now = sessions.get(db, session.id)
    assert now.arranged == now.changed > session.changed


def test_what_was_done_is_undone_and_redone_in_turn(db: Database, session: Session) -> None:
    assert not arrangements.undo(db, session.id, 1, CORE)
    assert not arrangements.redo(db, session.id, 1, CORE)
    for action in (NAME, GROUP, HIDE):
        arrangements.add(db, session.id, 1, CORE, ITEM, action)
    assert arrangements.undo(db, session.id, 1, CORE)
    assert arrangements.undo(db, session.id, 1, CORE)
    assert log(db, session) == ["name"]
    assert arrangements.log(db, session.id, 1, CORE)[1]
    assert arrangements.redo(db, session.id, 1, CORE)
    assert log(db, session) == ["name", "group"]
    assert arrangements.redo(db, session.id, 1, CORE)
    assert not arrangements.redo(db, session.id, 1, CORE)
    assert log(db, session) == ["name", "group", "hide"]


def test_a_new_action_ends_what_could_be_redone(db: Database, session: Session) -> None:
    arrangements.add(db, session.id, 1, CORE, ITEM, NAME)
    arrangements.add(db, session.id, 1, CORE, ITEM, GROUP)
    arrangements.undo(db, session.id, 1, CORE)
    arrangements.add(db, session.id, 1, CORE, ITEM, HIDE)
    assert not arrangements.redo(db, session.id, 1, CORE)
    assert log(db, session) == ["name", "hide"]


def test_rounds_instruments_and_sessions_are_apart(db: Database, session: Session) -> None:
    other = collecting(db)
    arrangements.add(db, session.id, 1, CORE, ITEM, NAME)
    arrangements.add(db, session.id, 2, CORE, ITEM, HIDE)
    arrangements.add(db, session.id, 1, "muu", ITEM, HIDE)
    arrangements.add(db, other.id, 1, CORE, ITEM, HIDE)
    arrangements.undo(db, other.id, 1, CORE)
    assert log(db, session) == ["name"]
    assert log(db, other) == []


@pytest.mark.parametrize(
    "action", [None, {"do": "hide"}, {"do": "name", "group": "g", "title": ""}]
)
def test_what_is_no_action_is_not_kept(db: Database, session: Session, action: object) -> None:
    with pytest.raises(arrangements.CannotArrange):
        arrangements.add(db, session.id, 1, CORE, ITEM, action)
    assert sessions.get(db, session.id).changed == session.changed


def test_a_full_log_takes_no_more(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrangements, "MOST", 2)
    for _ in range(2):
        arrangements.add(db, session.id, 1, CORE, ITEM, HIDE)
    with pytest.raises(arrangements.CannotArrange):
        arrangements.add(db, session.id, 1, CORE, ITEM, HIDE)
    assert log(db, session) == ["hide", "hide"]


def test_a_session_that_is_gone_takes_none(db: Database) -> None:
    with pytest.raises(UnknownSession):
        arrangements.add(db, "0" * 32, 1, CORE, ITEM, HIDE)
