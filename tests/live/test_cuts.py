"""What the room's pictures are made of moves on only with as many people as the limit asks."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.framework import LEADER, instrument
from verkostotyokalut.live import (
    Action,
    Change,
    Database,
    Outcome,
    Session,
    Value,
    answers,
    comparisons,
    cuts,
    groups,
    sessions,
)
from verkostotyokalut.live.comparisons import Beside

ITEM = ITEMS[0]
LITERALLY = {"literal_binds": True}


def say(db: Database, session: Session, who: str, item: str, value: Value) -> None:
    seq = answers.news(db, session.id, after=0, round_=1, instrument_id=CORE).session.changed
    answers.save(db, [change(session, who, item, value, seq)])


def seen(db: Database, session: Session) -> dict[tuple[str, str], Value]:
    found = answers.seen(db, session.id, 1, CORE)
    return {(who, item): value for who, item, value in found if value is not None}


def shown(db: Database, session: Session, people: Sequence[str] = "abcdef") -> Session:
    for who in people:
        say(db, session, who, ITEM, 3)
    return sessions.move(db, session.id, Action.REVEAL)


def test_nothing_is_seen_before_it_is_shown(db: Database, session: Session) -> None:
    for who in "abcdef":
        say(db, session, who, ITEM, 3)
    assert seen(db, session) == {}


def test_what_too_few_have_answered_is_not_in_the_pictures(db: Database, session: Session) -> None:
    shown(db, session, "abcd")
    assert seen(db, session) == {}
    say(db, session, "e", ITEM, 2)
    assert len(seen(db, session)) == 5


def test_what_is_older_than_the_picture_is_not_gone_through(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a room of thousands, every commit would go through all that was ever answered."""
    if not db.is_sqlite:
        pytest.skip("PostgreSQL chooses by what it has counted")
    shown(db, session)
    asked: list[Any] = []
    with monkeypatch.context() as patch:
        real = Connection.execute

        def ask(connection: Connection, query: Any, *given: Any) -> Any:
            if "GROUP BY answer.item" in str(query):
                asked.append((query, *given))
            return real(connection, query, *given)

        patch.setattr(Connection, "execute", ask)
        say(db, session, "a", ITEM, 5)
    ((query, values),) = asked
    assert values["oldest"] == sessions.get(db, session.id).changed - 1
    plan = query.params(values).compile(dialect=sqlite.dialect(), compile_kwargs=LITERALLY)
    with db.read() as connection:
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {plan}").all()
    assert any("answer_news" in step.detail and "changed>" in step.detail for step in steps)


def test_a_late_phone_waits_for_company(db: Database, session: Session) -> None:
    shown(db, session)
    before = seen(db, session)
    for who in "abcd":
        say(db, session, who, ITEM, 5)
        assert seen(db, session) == before
    say(db, session, "g", ITEM, 1)
    now = seen(db, session)
    assert {who: now[who, ITEM] for who in "abcdefg"} == dict.fromkeys("abcd", 5) | {
        "e": 3,
        "f": 3,
        "g": 1,
    }


def test_who_comes_back_to_the_same_answer_is_no_company(db: Database, session: Session) -> None:
    shown(db, session)
    before = seen(db, session)
    for who in "abcd":
        say(db, session, who, ITEM, 5)
        say(db, session, who, ITEM, 3)
    say(db, session, "e", ITEM, 1)
    assert seen(db, session) == before


def test_each_item_waits_for_its_own_company(db: Database, session: Session) -> None:
    shown(db, session)
    before = seen(db, session)
    for who, item in zip("abcdef", ITEMS, strict=False):
        say(db, session, who, item, 5)
    assert seen(db, session) == before


def test_hiding_and_showing_again_lets_nobody_slip_in(db: Database, session: Session) -> None:
    shown(db, session)
    before = seen(db, session)
    sessions.move(db, session.id, Action.HIDE)
    for who in "abcd":
        say(db, session, who, ITEM, 5)
    sessions.move(db, session.id, Action.REVEAL)
    assert seen(db, session) == before
    sessions.move(db, session.id, Action.HIDE)
    say(db, session, "e", ITEM, 5)
    assert seen(db, session) == before
    sessions.move(db, session.id, Action.REVEAL)
    assert seen(db, session)["a", ITEM] == 5


def test_the_leaders_own_view_is_no_company_and_waits_for_none(
    db: Database, session: Session
) -> None:
    shown(db, session, "abcd")
    say(db, session, LEADER, ITEM, 2)
    assert seen(db, session) == {(LEADER, ITEM): 2}
    say(db, session, LEADER, ITEM, 4)
    assert seen(db, session) == {(LEADER, ITEM): 4}


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from("abcdef"), st.sampled_from(ITEMS[:2]), st.sampled_from([1, 2, None])
        ),
        st.sampled_from([Action.REVEAL, Action.HIDE, Action.LOCK, Action.UNLOCK]),
    ),
    max_size=40,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_the_pictures_go_from_one_to_the_next_by_many_people_or_none(
    db: Database, steps: list[object]
) -> None:
    """What is seen was true at one moment, and what differs from the last is of enough people."""
    session = collecting(db, minimum=3)
    told: dict[tuple[str, str], Value] = {}
    history = {item: [{}] for item in ITEMS[:2]}
    last: dict[str, dict[str, Value]] = {item: {} for item in ITEMS[:2]}
    for step in steps:
        if isinstance(step, Action):
            try:
                sessions.move(db, session.id, step)
            except ValueError:
                continue
        else:
            who, item, value = step  # type: ignore[misc]
            open_ = sessions.get(db, session.id).stage.accepts_answers
            say(db, session, who, item, value)
            if open_:
                told[who, item] = value
        for item in ITEMS[:2]:
            mine = {who: v for (who, of), v in told.items() if of == item and v is not None}
            history[item].append(mine)
            now = {who: v for (who, of), v in seen(db, session).items() if of == item}
            differs = {who for who in {*now, *last[item]} if now.get(who) != last[item].get(who)}
            assert not 0 < len(differs) < 3
            assert now in history[item]
            last[item] = now


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        (3, None, True),
        (3, "dont_know", True),
        (3, 4, False),
        ("dont_know", None, False),
        ("dont_know", 2, False),
    ],
)
def test_what_is_taken_back_is_noted(
    db: Database, session: Session, before: Value, after: Value, less: bool
) -> None:
    for who in "abcdef":
        say(db, session, who, ITEM, before if who == "a" else 3)
    sessions.move(db, session.id, Action.REVEAL)
    say(db, session, "a", ITEM, after)
    assert cuts.shrunk(db, session.id, 1, CORE) == set()
    for who in "bcdef":
        say(db, session, who, ITEM, 5)
    assert cuts.shrunk(db, session.id, 1, CORE) == ({ITEM} if less else set())
    for who in "bcdef":
        say(db, session, who, ITEM, 1)
    assert cuts.shrunk(db, session.id, 1, CORE) == ({ITEM} if less else set())


def test_a_view_that_is_taken_back_is_noted(db: Database) -> None:
    choice = "verkostotyypit"
    session = collecting(db, f"vain-{choice}")
    (item,) = instrument(choice).item_ids
    both = {"now": "vapaa", "wanted": "yhdessa"}

    def choose(who: str, value: Value, seq: int) -> None:
        given = Change(session.id, session.round, choice, who, item, value, seq)
        assert answers.save(db, [given]) == [Outcome.SAVED]

    for who in "abcdef":
        choose(who, both, 1)
    sessions.move(db, session.id, Action.REVEAL)
    choose("e", {"wanted": "yhdessa"}, 2)
    for who in "abcdf":
        choose(who, {"now": "yhdessa", "wanted": "yhdessa"}, 2)
    assert cuts.shrunk(db, session.id, 1, choice) == {item}


def test_when_parts_are_told_a_picture_loses_nobody(db: Database, session: Session) -> None:
    shown(db, session)
    groups.add(db, session.id, "Kunnat", "Järjestöt")
    comparisons.take(db, session.id, Beside.GROUPS)
    say(db, session, "e", ITEM, None)
    for who in "abcdf":
        say(db, session, who, ITEM, 4)
    assert set(seen(db, session).values()) == {3}
    say(db, session, "e", ITEM, 5)
    assert sorted(seen(db, session).values()) == [4, 4, 4, 4, 4, 5]


def test_who_takes_an_answer_back_moves_no_picture(db: Database, session: Session) -> None:
    """Else it could be compared with the picture before they came: four have changed since."""
    shown(db, session)
    for who in "abcd":
        say(db, session, who, ITEM, 4)
    for value in (None, "dont_know"):
        say(db, session, "e", ITEM, value)
        assert sorted(set(seen(db, session).values())) == [3]
