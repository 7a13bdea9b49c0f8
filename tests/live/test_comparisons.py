"""Groups are compared once, as they are then; nothing that comes later moves the pictures."""

import pytest

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.live import (
    Action,
    Choice,
    Database,
    Session,
    Stage,
    answers,
    comparisons,
    groups,
    sessions,
)
from verkostotyokalut.live.comparisons import CannotCompare


@pytest.fixture
def room(db: Database) -> tuple[Session, list[str], list[str]]:
    """A session of two groups with three people in each, who have answered; shown."""
    session = collecting(db, minimum=3)
    ids = groups.add(db, session.id, "Kunnat", "Järjestöt")
    people = [answers.join(db, session.id).participant for _ in range(6)]
    for place, who in enumerate(people):
        answers.save(db, [Choice(session.id, who, ids[place % 2], 1)])
        answers.save(db, [change(session, who, ITEMS[0], 4, 2)])
    return sessions.move(db, session.id, Action.REVEAL), people, ids


def test_the_groups_are_kept_as_they_were(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, people, ids = room
    comparisons.take(db, session.id)
    answers.save(db, [Choice(session.id, people[0], ids[1], 3)])
    groups.rename(db, session.id, ids[0], "Kaupungit")
    groups.remove(db, session.id, ids[1])
    compared = comparisons.of(db, session.id, 1, CORE)
    assert compared is not None
    assert [group.label for group in compared.groups] == ["Kunnat", "Järjestöt"]
    assert compared.members == {who: ids[place % 2] for place, who in enumerate(people)}
    assert comparisons.of(db, session.id, 2, CORE) is None


def test_the_pictures_stand_from_then_on(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, people, _ = room
    before = answers.seen(db, session.id, 1, CORE)
    comparisons.take(db, session.id)
    assert sessions.get(db, session.id).stage is Stage.FROZEN
    sessions.move(db, session.id, Action.UNLOCK)
    for who in people:
        answers.save(db, [change(session, who, ITEMS[0], 1, 9)])
    sessions.move(db, session.id, Action.HIDE)
    sessions.move(db, session.id, Action.REVEAL)
    assert answers.seen(db, session.id, 1, CORE) == before


def test_a_second_time_changes_nothing(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, _, _ = room
    comparisons.take(db, session.id)
    once = comparisons.of(db, session.id, 1, CORE)
    groups.add(db, session.id, "Kolmas")
    comparisons.take(db, session.id)
    assert comparisons.of(db, session.id, 1, CORE) == once


def test_there_must_be_groups_and_results(db: Database, session: Session) -> None:
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id)
    groups.add(db, session.id, "Kunnat", "Järjestöt")
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id)
    sessions.move(db, session.id, Action.REVEAL)
    comparisons.take(db, session.id)
