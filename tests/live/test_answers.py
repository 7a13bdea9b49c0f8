"""Answers: kept once, whatever the order they come in, and only where and when they are asked."""

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.framework import LEADER
from verkostotyokalut.live import (
    Action,
    Change,
    Database,
    Outcome,
    Session,
    StorageError,
    TooMany,
    UnknownSession,
    Value,
    answers,
    sessions,
)
from verkostotyokalut.live.schema import answer as table

VALUES = st.one_of(st.integers(1, 5), st.just("dont_know"), st.none())
ONE_DATABASE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def kept(db: Database, session: Session) -> dict[str, dict[str, Value]]:
    found = answers.news(db, session.id, after=0, round_=session.round, instrument_id=CORE)
    everybody = sorted({who for who, _, _ in found.answers})
    return answers.of_all(db, session.id, session.round, CORE, everybody)


def rows(db: Database, session: Session) -> int:
    with db.read() as connection:
        query = select(func.count()).select_from(table).where(table.c.session == session.id)
        return int(connection.execute(query).scalar_one())


# Taking part


def test_joining_gives_a_token_and_coming_back_the_same_person(
    db: Database, session: Session
) -> None:
    me = answers.join(db, session.id)
    assert (len(me.token), me.seq) == (22, 0)
    answers.save(db, [change(session, me.participant, ITEMS[0], 4, 7)])
    again = answers.join(db, session.id, me.token)
    assert again == replace(me, seq=7)
    assert answers.join(db, session.id).participant != me.participant
    assert answers.news(db, session.id, after=0, round_=1, instrument_id=None).joined == 2


def test_a_token_means_somebody_else_in_another_session(db: Database, session: Session) -> None:
    me = answers.join(db, session.id)
    answers.save(db, [change(session, me.participant, ITEMS[0], 4, 7)])
    other = collecting(db)
    assert answers.join(db, other.id, me.token).seq == 0
    assert kept(db, other) == {}


@pytest.mark.parametrize(
    "token", ["", "x", "x" * 21, "x" * 23, "å" * 22, "x" * 21 + "\n", "'" * 22, "\0" * 22]
)
def test_a_token_that_is_none_of_ours_is_replaced(
    db: Database, session: Session, token: str
) -> None:
    me = answers.join(db, session.id, token)
    assert me.token != token
    assert answers.join(db, session.id, me.token).participant == me.participant


def test_a_token_that_a_phone_drew_is_its_own(db: Database, session: Session) -> None:
    token = "Abcdefghij-1234567_890"
    assert answers.join(db, session.id, token).token == token


def test_the_store_holds_no_token(db: Database, session: Session) -> None:
    mine = answers.join(db, session.id)
    answers.save(db, [change(session, mine.participant, ITEMS[0], 4, 1)])
    if db.is_sqlite:
        files = [db.place, db.place + "-wal"]
        content = b"".join(Path(file).read_bytes() for file in files if Path(file).exists())
    else:
        with db.read() as connection:
            found = connection.exec_driver_sql("SELECT * FROM participant, answer").all()
        content = repr(found).encode()
    assert mine.participant.encode() in content  # so that we look at the right place
    assert mine.token.encode() not in content


def test_a_full_session_takes_its_own_back_and_no_others(db: Database, session: Session) -> None:
    first = answers.join(db, session.id, limit=2)
    answers.join(db, session.id, limit=2)
    before = sessions.get(db, session.id)
    with pytest.raises(TooMany):
        answers.join(db, session.id, limit=2)
    assert sessions.get(db, session.id) == before
    assert answers.join(db, session.id, first.token, limit=2).participant == first.participant


def test_nobody_joins_what_there_is_not(db: Database) -> None:
    with pytest.raises(UnknownSession):
        answers.join(db, "eiole")


def test_many_join_at_once_and_the_limit_holds(
    connect: Callable[[], Database], db: Database, session: Session
) -> None:
    outcomes: list[object] = []

    def work(own: Database) -> None:
        for _ in range(5):
            try:
                outcomes.append(answers.join(own, session.id, limit=12).participant)
            except TooMany:
                outcomes.append(None)

    together(work, [connect() for _ in range(4)])
    joined = [who for who in outcomes if who is not None]
    assert (len(outcomes), len(joined), len(set(joined))) == (20, 12, 12)


def together(work: Callable[[Database], None], databases: list[Database]) -> None:
    threads = [threading.Thread(target=work, args=(db,)) for db in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)


# Keeping


@pytest.mark.parametrize("value", [1, 3, 5, "dont_know", None])
def test_an_answer_is_kept_as_it_was_given(db: Database, session: Session, value: Value) -> None:
    assert answers.save(db, [change(session, "p", ITEMS[0], value, 1)]) == [Outcome.SAVED]
    expected = {} if value is None else {ITEMS[0]: value}
    assert answers.own(db, session.id, 1, CORE, "p") == expected
    assert rows(db, session) == 1


CHANGES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(ITEMS[:4]), VALUES), min_size=1, max_size=14
)


@ONE_DATABASE
@given(CHANGES, st.data())
def test_the_newest_wins_in_whatever_order_and_however_often_they_come(
    db: Database, given_: list[tuple[str, str, Value]], data: st.DataObject
) -> None:
    session = collecting(db)
    sent = [change(session, *one, seq) for seq, one in enumerate(given_, start=1)]
    expected: dict[str, dict[str, Value]] = {}
    for one in sent:
        expected.setdefault(one.participant, {})[one.item] = one.value
    again = data.draw(st.lists(st.sampled_from(sent), max_size=10), label="sent again")
    arriving = data.draw(st.permutations(sent + again), label="order of arrival")
    while arriving:
        count = data.draw(st.integers(1, len(arriving)), label="in one commit")
        group, arriving = arriving[:count], arriving[count:]
        assert answers.save(db, group) == [Outcome.SAVED] * count
    assert kept(db, session) == {
        who: there
        for who, all_ in expected.items()
        if (there := {item: value for item, value in all_.items() if value is not None})
    }
    assert rows(db, session) == len({(one.participant, one.item) for one in sent})


def test_sending_again_is_no_news(db: Database, session: Session) -> None:
    first = change(session, "p", ITEMS[0], 4, 2)
    answers.save(db, [first])
    seen = sessions.get(db, session.id).changed
    assert answers.save(db, [first, replace(first, value=1, seq=1)]) == [Outcome.SAVED] * 2
    news = answers.news(db, session.id, after=seen, round_=1, instrument_id=CORE)
    assert news.answers == []
    assert kept(db, session) == {"p": {ITEMS[0]: 4}}


# Refusing


def test_answers_are_taken_only_while_they_are_asked(db: Database) -> None:
    session = sessions.create(db, CORE)

    def answer(seq: int) -> Outcome:
        return answers.save(db, [Change(session.id, 1, CORE, "p", ITEMS[0], 3, seq)])[0]

    expected = [
        (None, Outcome.MOVED_ON),  # nothing is asked yet
        (Action.START, Outcome.SAVED),
        (Action.LOCK, Outcome.LOCKED),
        (Action.UNLOCK, Outcome.SAVED),
        (Action.REVEAL, Outcome.SAVED),
        (Action.LOCK, Outcome.LOCKED),
        (Action.HIDE, Outcome.LOCKED),
        (Action.NEXT, Outcome.MOVED_ON),
        (Action.CLOSE, Outcome.CLOSED),
    ]
    for seq, (action, outcome) in enumerate(expected, start=1):
        if action is not None:
            sessions.move(db, session.id, action)
        assert (action, answer(seq)) == (action, outcome)
    assert answers.join(db, session.id).seq == 0
    with db.read() as connection:
        assert connection.execute(select(table.c.seq)).scalar_one() == 5


@pytest.mark.parametrize(
    ("wrong", "outcome"),
    [
        ({"item": "tunteminen"}, Outcome.INVALID),
        ({"item": ""}, Outcome.INVALID),
        ({"item": "x" * 4000}, Outcome.INVALID),
        ({"item": "\0"}, Outcome.INVALID),
        ({"item": "\ud800"}, Outcome.INVALID),
        ({"value": 0}, Outcome.INVALID),
        ({"value": 6}, Outcome.INVALID),
        ({"value": -(10**50)}, Outcome.INVALID),
        ({"value": "3"}, Outcome.INVALID),
        ({"value": "\0"}, Outcome.INVALID),
        ({"value": True}, Outcome.INVALID),
        ({"round": 2}, Outcome.MOVED_ON),
        ({"round": 0}, Outcome.MOVED_ON),
        ({"round": 10**50}, Outcome.MOVED_ON),
        ({"instrument": "toinen"}, Outcome.MOVED_ON),
        ({"instrument": "\0"}, Outcome.MOVED_ON),
        ({"session": "eiole"}, Outcome.CLOSED),
    ],
)
def test_what_does_not_fit_is_refused_and_its_company_kept(
    db: Database, session: Session, wrong: dict[str, object], outcome: Outcome
) -> None:
    good = change(session, "p", ITEMS[0], 3, 1)
    bad = replace(good, participant="q", seq=2, **wrong)  # type: ignore[arg-type]
    other = collecting(db)
    group = [bad, good, change(other, "r", ITEMS[1], 5, 1), bad]
    assert answers.save(db, group) == [outcome, Outcome.SAVED, Outcome.SAVED, outcome]
    assert kept(db, session) == {"p": {ITEMS[0]: 3}}
    assert kept(db, other) == {"r": {ITEMS[1]: 5}}


def test_saving_nothing_is_nothing(db: Database, session: Session) -> None:
    assert answers.save(db, []) == []
    assert sessions.get(db, session.id) == session


def test_nothing_is_kept_of_a_commit_that_fails(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = collecting(db)
    before = sessions.get(db, session.id), sessions.get(db, other.id)
    group = [change(one, "p", item, 3, 1) for one in (session, other) for item in ITEMS]
    poison = replace(group[-1], seq=2**80)  # no database has room for such a number
    with pytest.raises((StorageError, OverflowError)):
        answers.save(db, [*group, poison])
    assert (sessions.get(db, session.id), sessions.get(db, other.id)) == before
    assert rows(db, session) == rows(db, other) == 0
    assert set(answers.save(db, group)) == {Outcome.SAVED}


# Many at once

WRITE = """
import sys
from verkostotyokalut.live import Change, Database, Outcome, answers
url, session, who, items = sys.argv[1:]
db = Database(url)
for seq in range(1, 41):
    item = items.split()[seq % 3]
    change = Change(session, 1, "ydinelementit", who, item, seq % 5 + 1, seq)
    assert answers.save(db, [change]) == [Outcome.SAVED]
db.close()
"""


def test_processes_and_threads_write_at_once_and_nothing_is_lost(
    url: str, connect: Callable[[], Database], db: Database, session: Session
) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, url, session.id, f"process{n}", " ".join(ITEMS[:3])],
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(2)
    ]

    def work(own: Database) -> None:
        for seq in range(1, 41):
            item = ITEMS[seq % 3]
            saved = answers.save(own, [change(session, f"thread{id(own)}", item, seq % 5 + 1, seq)])
            assert saved == [Outcome.SAVED]

    databases = [connect() for _ in range(3)]
    together(work, databases)
    for process in processes:
        _, trouble = process.communicate(timeout=60)
        assert process.returncode == 0, trouble
    last = {ITEMS[seq % 3]: seq % 5 + 1 for seq in range(38, 41)}
    people = [*(f"thread{id(own)}" for own in databases), "process0", "process1"]
    assert kept(db, session) == {who: last for who in people}
    assert sessions.get(db, session.id).changed == session.changed + 5 * 40


def test_the_leaders_own_view_is_an_answer_but_no_participant(
    db: Database, session: Session
) -> None:
    me = answers.lead(db, session.id)
    assert (me.participant, me.seq) == (LEADER, 0)
    assert answers.save(db, [change(session, LEADER, ITEMS[0], 4, 1)]) == [Outcome.SAVED]
    assert answers.lead(db, session.id).seq == 1
    news = answers.news(db, session.id, after=0, round_=1, instrument_id=CORE)
    assert news.joined == 0
    assert news.answers == [(LEADER, ITEMS[0], 4)]
