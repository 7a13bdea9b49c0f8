"""One participant at a page with a kernel: the same answers as from a phone."""

from collections.abc import AsyncIterator, Callable

import pytest

from tests.live.making import CORE, ITEMS, change, collecting
from tests.waiting import soon
from verkostotyokalut.framework import LEADER
from verkostotyokalut.live import Action, Database, Session, answers, releases, sessions
from verkostotyokalut.widgets.session import membership as module
from verkostotyokalut.widgets.session.membership import Membership

TOKEN = "Abcdefghij-1234567_890"
Join = Callable[..., Membership]


@pytest.fixture
async def join(db: Database) -> AsyncIterator[Join]:
    made: list[Membership] = []

    def one_more(session: Session, token: str | None = None) -> Membership:
        me = answers.join(db, session.id, token)
        made.append(Membership(db, session, me, lambda _: None))
        made[-1].refresh()
        return made[-1]

    yield one_more
    for one in made:
        one.close()


def kept(db: Database, session: Session, token: str = TOKEN) -> dict[str, object]:
    who = answers.join(db, session.id, token).participant
    return dict(answers.own(db, session.id, 1, CORE, who))


async def test_answers_are_kept_and_taken_back(db: Database, session: Session, join: Join) -> None:
    me = join(session, TOKEN)
    assert (me.locked, me.status, me.answers) == (False, "", {})
    me.answer({ITEMS[0]: 4})
    me.answer({ITEMS[0]: 5, ITEMS[1]: "dont_know"})
    assert kept(db, session) == me.answers == {ITEMS[0]: 5, ITEMS[1]: "dont_know"}
    assert me.status == "saved"
    me.answer({ITEMS[1]: 2})
    assert kept(db, session) == me.answers == {ITEMS[1]: 2}
    before = sessions.get(db, session.id)
    me.answer({ITEMS[1]: 2})  # nothing new: nothing written
    assert sessions.get(db, session.id) == before


async def test_coming_back_brings_the_answers(db: Database, session: Session, join: Join) -> None:
    join(session, TOKEN).answer({ITEMS[0]: 4})
    again = join(session, TOKEN)
    assert (again.answers, again.status) == ({ITEMS[0]: 4}, "saved")
    again.answer({ITEMS[0]: 1})
    assert kept(db, session) == {ITEMS[0]: 1}


async def test_a_lock_that_comes_first_refuses_and_the_kept_answer_is_shown(
    db: Database, session: Session, join: Join
) -> None:
    me = join(session, TOKEN)
    me.answer({ITEMS[0]: 4})
    sessions.move(db, session.id, Action.LOCK)
    me.answer({ITEMS[0]: 5})  # the page has not heard of the lock yet
    assert (me.answers, me.status) == ({ITEMS[0]: 4}, "rejected")
    assert kept(db, session) == {ITEMS[0]: 4}
    await soon(lambda: me.locked)


async def test_answers_that_could_not_be_kept_are_tried_again(
    db: Database, session: Session, join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AGAIN", 0.02)
    me = join(session, TOKEN)
    with db.write() as connection:
        connection.exec_driver_sql("ALTER TABLE answer RENAME TO away")
    me.answer({ITEMS[0]: 4})
    assert (me.answers, me.status) == ({ITEMS[0]: 4}, "unsaved")
    with db.write() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO answer")
    await soon(lambda: me.status == "saved")
    assert kept(db, session) == {ITEMS[0]: 4}


async def test_results_come_when_they_are_shown_and_go_when_hidden(
    db: Database, session: Session, join: Join
) -> None:
    me = join(session)
    releases.publish(db, session.id, 1, CORE, {"n": 6})
    assert me.results is None
    sessions.move(db, session.id, Action.REVEAL)
    await soon(lambda: me.results == {"n": 6})
    releases.publish(db, session.id, 1, CORE, {"n": 7})
    await soon(lambda: me.results == {"n": 7})
    sessions.move(db, session.id, Action.HIDE)
    await soon(lambda: me.results is None)


async def test_the_next_step_asks_nothing(db: Database, session: Session, join: Join) -> None:
    me = join(session, TOKEN)
    me.answer({ITEMS[0]: 4})
    sessions.move(db, session.id, Action.NEXT)
    await soon(lambda: me.instrument is None)
    assert (me.locked, me.answers) == (True, {})
    me.answer({ITEMS[0]: 5})
    assert kept(db, session) == {ITEMS[0]: 4}


async def test_the_leader_answers_beside_the_room(db: Database, session: Session) -> None:
    for value in (2, 4):  # the second time as after coming back
        me = Membership(db, session, answers.lead(db, session.id), lambda _: None)
        me.refresh()
        me.answer({ITEMS[0]: value})
        assert me.status == "saved"
        me.close()
    assert answers.own(db, session.id, 1, CORE, LEADER) == {ITEMS[0]: 4}
    assert answers.news(db, session.id, after=0, round_=1, instrument_id=CORE).joined == 0


async def test_sessions_are_apart(db: Database, session: Session, join: Join) -> None:
    join(session, TOKEN).answer({ITEMS[0]: 4})
    other = collecting(db)
    assert join(other, TOKEN).answers == {}
    answers.save(db, [change(other, "somebody", ITEMS[0], 1, 1)])
    assert kept(db, session) == {ITEMS[0]: 4}
