"""Groups are compared once, as they are then; nothing that comes later moves the pictures."""

import pytest

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.live import (
    Action,
    Choice,
    Database,
    Session,
    answers,
    comparisons,
    groups,
    sessions,
)
from verkostotyokalut.live.comparisons import Beside, CannotCompare


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
    comparisons.take(db, session.id, Beside.GROUPS)
    answers.save(db, [Choice(session.id, people[0], ids[1], 3)])
    groups.rename(db, session.id, ids[0], "Kaupungit")
    groups.remove(db, session.id, ids[1])
    compared = comparisons.of_all(db, session.id)
    assert list(compared) == [(CORE, 1)] and list(compared[CORE, 1]) == [Beside.GROUPS]
    found = compared[CORE, 1][Beside.GROUPS]
    assert [group.label for group in found.groups] == ["Kunnat", "Järjestöt"]
    assert found.members == {who: ids[place % 2] for place, who in enumerate(people)}


def test_groups_are_told_as_the_room_saw_them_first(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, people, _ = room
    first = answers.seen(db, session.id, 1, CORE, first=True)
    assert first == answers.seen(db, session.id, 1, CORE)
    for number, who in enumerate([*people, *people], start=9):
        answers.save(db, [change(session, who, ITEMS[0], number % 5 + 1, number)])
    assert answers.seen(db, session.id, 1, CORE) != first
    assert answers.seen(db, session.id, 1, CORE, first=True) == first


def test_a_second_time_changes_nothing(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, _, _ = room
    comparisons.take(db, session.id, Beside.GROUPS)
    once = comparisons.of_all(db, session.id)
    groups.add(db, session.id, "Kolmas")
    comparisons.take(db, session.id, Beside.GROUPS)
    assert comparisons.of_all(db, session.id) == once


def can(db: Database, session: Session, of: Beside) -> bool:
    return of in comparisons.possible(db, sessions.get(db, session.id))


def test_there_must_be_groups_and_results(db: Database, session: Session) -> None:
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id, Beside.GROUPS)
    groups.add(db, session.id, "Kunnat", "Järjestöt")
    assert not can(db, session, Beside.GROUPS)
    sessions.move(db, session.id, Action.REVEAL)
    assert can(db, session, Beside.GROUPS) and not can(db, session, Beside.ROUNDS)
    comparisons.take(db, session.id, Beside.GROUPS)
    assert not can(db, session, Beside.GROUPS)


def answer_again(db: Database, session: Session, people: list[str], seq: int) -> None:
    now = sessions.move(db, session.id, Action.AGAIN)
    answers.save(db, [change(now, who, ITEMS[0], 2, seq) for who in people])
    sessions.move(db, session.id, Action.REVEAL)


@pytest.mark.parametrize("groups_in", [1, 2])
def test_rounds_are_not_compared_where_groups_are(
    db: Database, room: tuple[Session, list[str], list[str]], groups_in: int
) -> None:
    session, people, _ = room
    if groups_in == 1:
        comparisons.take(db, session.id, Beside.GROUPS)
    answer_again(db, session, people, 20)
    if groups_in == 2:
        comparisons.take(db, session.id, Beside.GROUPS)
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id, Beside.ROUNDS)
    answer_again(db, session, people, 30)
    assert can(db, session, Beside.ROUNDS) == (groups_in == 1)


def test_groups_are_not_compared_where_rounds_are(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, people, _ = room
    answer_again(db, session, people, 20)
    comparisons.take(db, session.id, Beside.ROUNDS)
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id, Beside.GROUPS)
    answer_again(db, session, people, 30)
    comparisons.take(db, session.id, Beside.GROUPS)


def test_a_round_is_compared_with_one_other_only(
    db: Database, room: tuple[Session, list[str], list[str]]
) -> None:
    session, people, _ = room
    answer_again(db, session, people, 20)
    comparisons.take(db, session.id, Beside.ROUNDS)
    comparisons.take(db, session.id, Beside.ROUNDS)  # both leaders press
    answer_again(db, session, people, 30)
    assert not can(db, session, Beside.ROUNDS)
    with pytest.raises(CannotCompare):
        comparisons.take(db, session.id, Beside.ROUNDS)
    answer_again(db, session, people, 40)
    comparisons.take(db, session.id, Beside.ROUNDS)
    assert [round_ for _, round_ in comparisons.of_all(db, session.id)] == [2, 4]
