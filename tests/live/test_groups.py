"""The leader's groups: defined, put in order, taken away and brought back, and chosen."""

import pytest

from tests.live.making import ITEMS, change, collecting
from verkostotyokalut.live import (
    Action,
    Choice,
    Database,
    Outcome,
    Session,
    UnknownSession,
    answers,
    groups,
    sessions,
)
from verkostotyokalut.live.groups import CannotGroup, NoGroup


def labels(db: Database, session: Session) -> list[str]:
    return [group.label for group in groups.of(sessions.get(db, session.id))]


def in_groups(db: Database, session: Session, *people: str) -> dict[str, str]:
    return groups.chosen(db, sessions.get(db, session.id), people)


def counts(db: Database, session: Session) -> dict[str | None, int]:
    return answers.news(db, session.id, after=0, round_=0, instrument_id=None).chosen


def choose(db: Database, session: Session, who: str, group: str | None, seq: int) -> Outcome:
    (outcome,) = answers.save(db, [Choice(session.id, who, group, seq)])
    return outcome


@pytest.fixture
def people(db: Database, session: Session) -> list[str]:
    return [answers.join(db, session.id).participant for _ in range(3)]


# Defining


def test_groups_stand_in_the_leaders_order_and_keep_their_ids(
    db: Database, session: Session
) -> None:
    assert labels(db, session) == []
    one, two = groups.add(db, session.id, "Kunta", "  Järjestö\n ry ")
    (three,) = groups.add(db, session.id, "Yritys")
    assert labels(db, session) == ["Kunta", "Järjestö ry", "Yritys"]
    groups.order(db, session.id, three, 0)
    groups.rename(db, session.id, one, "Kaupunki")
    assert labels(db, session) == ["Yritys", "Kaupunki", "Järjestö ry"]
    groups.order(db, session.id, one, 99)
    found = groups.of(sessions.get(db, session.id))
    assert [group.id for group in found] == [three, two, one]


def test_the_phones_are_told_of_each_change(db: Database, session: Session) -> None:
    (one,) = groups.add(db, session.id, "Kunta")
    told = [sessions.get(db, session.id)]
    groups.rename(db, session.id, one, "Kaupunki")
    told.append(sessions.get(db, session.id))
    groups.ask(db, session.id, "Mistä tulet?")
    told.append(sessions.get(db, session.id))
    groups.remove(db, session.id, one)
    told.append(sessions.get(db, session.id))
    assert [now.staged for now in told] == [now.changed for now in told]
    assert len({session.staged, *(now.staged for now in told)}) == 5


def test_the_question_may_be_the_leaders_own(db: Database, session: Session) -> None:
    assert session.groups_question == ""
    groups.ask(db, session.id, " Mistä  tulet? ")
    assert sessions.get(db, session.id).groups_question == "Mistä tulet?"
    groups.ask(db, session.id, "")
    assert sessions.get(db, session.id).groups_question == ""
    with pytest.raises(CannotGroup):
        groups.ask(db, session.id, "x" * 81)


@pytest.mark.parametrize("label", ["", "  ", "x" * 41, "a\u202eb", "KUNTA"])
def test_what_is_no_name_is_refused_and_nothing_changes(
    db: Database, session: Session, label: str
) -> None:
    one, two = groups.add(db, session.id, "Kunta", "Yritys")
    before = sessions.get(db, session.id)
    with pytest.raises(CannotGroup):
        groups.add(db, session.id, "Järjestö", label)
    with pytest.raises(CannotGroup):
        groups.rename(db, session.id, two, label)
    assert sessions.get(db, session.id) == before
    groups.rename(db, session.id, one, "KUNTA")


def test_there_are_only_so_many(db: Database, session: Session) -> None:
    groups.add(db, session.id, *(f"Pöytä {n}" for n in range(groups.MOST)))
    with pytest.raises(CannotGroup):
        groups.add(db, session.id, "Yksi liikaa")
    assert len(labels(db, session)) == groups.MOST


def test_sessions_are_apart(db: Database, session: Session) -> None:
    (name,) = groups.add(db, session.id, "Kunta")
    other = collecting(db)
    assert labels(db, other) == []
    for change_it in (
        lambda: groups.rename(db, other.id, name, "Muu"),
        lambda: groups.remove(db, other.id, name),
        lambda: groups.order(db, other.id, name, 0),
    ):
        with pytest.raises(NoGroup):
            change_it()
    with pytest.raises(UnknownSession):
        groups.add(db, "0" * 32, "Kunta")


# Choosing


def test_a_participant_is_in_one_group_or_none(
    db: Database, session: Session, people: list[str]
) -> None:
    one, two = groups.add(db, session.id, "Kunta", "Yritys")
    assert in_groups(db, session, *people) == {}
    assert choose(db, session, people[0], one, 1) is Outcome.SAVED
    assert choose(db, session, people[1], one, 1) is Outcome.SAVED
    assert in_groups(db, session, *people) == {people[0]: one, people[1]: one}
    assert counts(db, session) == {one: 2, None: 1}
    choose(db, session, people[0], two, 2)
    choose(db, session, people[1], None, 2)
    assert in_groups(db, session, *people) == {people[0]: two}
    assert counts(db, session) == {two: 1, None: 2}


def test_the_newest_choice_wins_however_they_come(
    db: Database, session: Session, people: list[str]
) -> None:
    one, two = groups.add(db, session.id, "Kunta", "Yritys")
    who = people[0]
    late = [Choice(session.id, who, two, 9), Choice(session.id, who, one, 8)]
    assert answers.save(db, late) == [Outcome.SAVED] * 2
    assert choose(db, session, who, one, 7) is Outcome.SAVED
    assert choose(db, session, who, one, 9) is Outcome.SAVED
    assert in_groups(db, session, who) == {who: two}


def test_choices_and_answers_share_a_commit_and_their_numbers(
    db: Database, session: Session
) -> None:
    (one,) = groups.add(db, session.id, "Kunta")
    me = answers.join(db, session.id)
    before = sessions.get(db, session.id).changed
    both = [
        change(session, me.participant, ITEMS[0], 4, 1),
        Choice(session.id, me.participant, one, 2),
    ]
    assert answers.save(db, both) == [Outcome.SAVED] * 2
    assert sessions.get(db, session.id).changed == before + 1
    assert answers.join(db, session.id, me.token).seq == 2
    answers.save(db, [change(session, me.participant, ITEMS[0], 5, 3)])
    assert answers.join(db, session.id, me.token).seq == 3


def test_a_group_is_chosen_at_every_stage_but_the_last(
    db: Database, session: Session, people: list[str]
) -> None:
    (one,) = groups.add(db, session.id, "Kunta")
    who = people[0]
    sessions.move(db, session.id, Action.LOCK)
    assert choose(db, session, who, one, 1) is Outcome.SAVED
    assert choose(db, session, who, "eiole", 2) is Outcome.MOVED_ON
    assert in_groups(db, session, who) == {who: one}
    sessions.move(db, session.id, Action.CLOSE)
    assert choose(db, session, who, None, 3) is Outcome.CLOSED
    assert choose(db, collecting(db), who, one, 3) is Outcome.MOVED_ON
    assert in_groups(db, session, who) == {who: one}


def test_a_group_taken_away_has_nobody_and_brought_back_has_its_people(
    db: Database, session: Session, people: list[str]
) -> None:
    one, two = groups.add(db, session.id, "Kunta", "Yritys")
    for who in people:
        choose(db, session, who, one, 1)
    taken, place = groups.remove(db, session.id, one)
    assert (taken.label, place, labels(db, session)) == ("Kunta", 0, ["Yritys"])
    assert in_groups(db, session, *people) == {}
    choose(db, session, people[0], two, 2)
    groups.restore(db, session.id, taken, place)
    groups.restore(db, session.id, taken, place)  # two leaders press it
    assert labels(db, session) == ["Kunta", "Yritys"]
    assert in_groups(db, session, *people) == {people[0]: two, people[1]: one, people[2]: one}


def test_a_name_used_again_meanwhile_is_not_brought_back(db: Database, session: Session) -> None:
    (one,) = groups.add(db, session.id, "Kunta")
    taken, place = groups.remove(db, session.id, one)
    groups.add(db, session.id, "kunta")
    with pytest.raises(CannotGroup):
        groups.restore(db, session.id, taken, place)
