"""A reader that asks now and then for what is new ends up with exactly what is there."""

import threading
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.framework import workshop
from verkostotyokalut.live import (
    Action,
    Database,
    Session,
    UnknownSession,
    Value,
    allowed,
    answers,
    sessions,
)

WHO = st.sampled_from("abcde")
STEPS = st.lists(
    st.one_of(
        st.tuples(WHO, st.sampled_from(ITEMS[:3]), st.sampled_from([1, 2, 5, "dont_know", None])),
        st.sampled_from(["read", "join", Action.LOCK, Action.UNLOCK, Action.REVEAL, Action.HIDE]),
    ),
    max_size=25,
)


class Reader:
    """Keeps up with one session, as a leader's kernel does."""

    def __init__(self, db: Database, session: Session) -> None:
        self._db, self._id = db, session.id
        self.read_to = self.joined = 0
        self.session = session
        self.seen: dict[tuple[str, str], Value] = {}

    def read(self) -> int:
        news = answers.news(self._db, self._id, after=self.read_to, round_=1, instrument_id=CORE)
        assert news.session.changed >= self.read_to
        self.read_to, self.joined, self.session = news.session.changed, news.joined, news.session
        self.seen.update({(who, item): value for who, item, value in news.answers})
        return len(news.answers)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_news_add_up_to_what_is_there(db: Database, steps: list[object]) -> None:
    session = collecting(db)
    reader, seq, joined = Reader(db, session), 0, 0
    expected: dict[tuple[str, str], Value] = {}
    for step in steps:
        if step == "read":
            reader.read()
        elif step == "join":
            answers.join(db, session.id)
            joined += 1
        elif isinstance(step, tuple):
            seq += 1
            (outcome,) = answers.save(db, [change(session, *step, seq)])
            if outcome is answers.Outcome.SAVED:
                expected[step[0], step[1]] = step[2]
        elif isinstance(step, Action):
            now = sessions.get(db, session.id)
            if step in allowed(workshop(CORE), now.position):
                sessions.move(db, session.id, step)
    reader.read()
    assert reader.seen == expected
    assert reader.joined == joined
    assert reader.session == sessions.get(db, session.id)
    assert reader.read() == 0


def test_a_reader_among_writers_misses_nothing(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    reader, done = Reader(connect(), session), threading.Event()
    reads: list[int] = []

    def follow() -> None:
        while not done.is_set():
            reads.append(reader.read())
        reads.append(reader.read())

    def write(own: Database, who: str) -> None:
        for seq in range(1, 61):
            answers.save(own, [change(session, who, ITEMS[seq % 12], seq % 5 + 1, seq)])

    follower = threading.Thread(target=follow)
    writers = [threading.Thread(target=write, args=(connect(), who)) for who in "abc"]
    for thread in (follower, *writers):
        thread.start()
    for thread in writers:
        thread.join(timeout=60)
    done.set()
    follower.join(timeout=60)
    everything = answers.news(db, session.id, after=0, round_=1, instrument_id=CORE)
    assert reader.seen == {(who, item): value for who, item, value in everything.answers}
    assert len(reader.seen) == 3 * 12
    assert sum(count > 0 for count in reads) > 1  # it did read in the middle


def test_news_are_of_one_round_and_instrument(db: Database, session: Session) -> None:
    answers.save(db, [change(session, "p", ITEMS[0], 3, 1)])
    for round_, instrument, count in [(1, CORE, 1), (2, CORE, 0), (1, "muu", 0), (1, None, 0)]:
        news = answers.news(db, session.id, after=0, round_=round_, instrument_id=instrument)
        assert len(news.answers) == count


def test_an_answer_taken_back_is_news_too(db: Database, session: Session) -> None:
    answers.save(db, [change(session, "p", ITEMS[0], 3, 1)])
    seen = sessions.get(db, session.id).changed
    answers.save(db, [change(session, "p", ITEMS[0], None, 2)])
    news = answers.news(db, session.id, after=seen, round_=1, instrument_id=CORE)
    assert news.answers == [("p", ITEMS[0], None)]


def test_there_are_no_news_of_what_there_is_not(db: Database) -> None:
    with pytest.raises(UnknownSession):
        answers.news(db, "eiole", after=0, round_=1, instrument_id=CORE)
