"""A session as a leader's kernel sees it: up to date, counted, and guarded."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.live.making import CORE, ITEMS, change, collecting
from tests.waiting import soon
from tests.widgets.room import people_answer
from verkostotyokalut.analysis import Of
from verkostotyokalut.live import (
    Action,
    Database,
    NotNow,
    Session,
    Stage,
    StorageError,
    Trouble,
    answers,
    releases,
    sessions,
)
from verkostotyokalut.report.baseline import brought
from verkostotyokalut.report.bringing import NotBrought
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.widgets import LiveSession, NoSession, open_session
from verkostotyokalut.widgets.session import following

Live = Callable[[Session], LiveSession]


@pytest.fixture
async def live(db: Database) -> AsyncIterator[Live]:
    """Make a kernel's view of a session, on a running event loop."""
    made: list[LiveSession] = []

    def one_more(session: Session) -> LiveSession:
        made.append(LiveSession(db, session))
        return made[-1]

    yield one_more
    for one in made:
        one.close()


async def test_people_are_counted_as_they_come_and_answer(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    assert (seen.joined, seen.answered, seen.done) == (0, 0, 0)
    people_answer(db, session, 3)
    people_answer(db, session, 2, items=ITEMS[:5])
    answers.join(db, session.id)
    await soon(lambda: (seen.joined, seen.answered, seen.done) == (6, 5, 3))
    (half,) = people_answer(db, session, 1, "dont_know", ITEMS[:1])
    await soon(lambda: (seen.answered, seen.done) == (6, 3))
    answers.save(db, [change(session, half, ITEMS[0], None, 2)])
    await soon(lambda: seen.answered == 5)


async def test_results_are_hidden_until_they_are_shown(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    people_answer(db, session, 6)
    await soon(lambda: seen.answered == 6)
    for action, shown in [
        (Action.LOCK, False),
        (Action.REVEAL, True),
        (Action.LOCK, True),
        (Action.HIDE, False),
        (Action.REVEAL, True),
        (Action.NEXT, True),
        (Action.NEXT, False),
    ]:
        seen.move(action)
        assert (seen.results is not None) is shown, action


async def test_what_too_few_have_answered_is_not_shown(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    people_answer(db, session, 4)
    seen.move(Action.REVEAL)
    assert seen.results is not None
    assert seen.results.n is None
    assert seen.results.summary["median"].isna().all()
    assert seen.results.distribution.isna().all(axis=None)
    people_answer(db, session, 1, items=ITEMS[:1])
    await soon(lambda: seen.results is not None and seen.results.n == 5)
    shown = seen.results.summary["median"].notna()
    assert list(shown[shown].index) == [ITEMS[0]]


async def test_results_move_with_the_answers(db: Database, session: Session, live: Live) -> None:
    seen = live(session)
    who = people_answer(db, session, 5, 2)
    seen.move(Action.REVEAL)
    assert seen.results is not None
    assert seen.results.summary.loc[ITEMS[0], "median"] == 2
    answers.save(db, [change(session, one, ITEMS[0], 5, 2) for one in who])
    await soon(lambda: seen.results and seen.results.summary.loc[ITEMS[0], "median"] == 5)


@pytest.mark.parametrize(("people", "half"), [(6, None), (8, 2.0)])
async def test_phones_get_what_the_room_may_see_at_the_moment_it_is_shown(
    db: Database, session: Session, live: Live, people: int, half: float | None
) -> None:
    seen = live(session)
    who = people_answer(db, session, people, 2)
    await soon(lambda: seen.answered == people)
    assert releases.released(db, session.id, 1, CORE) is None
    seen.move(Action.REVEAL)
    body = releases.released(db, session.id, 1, CORE)
    assert body is not None
    assert body["n"] == people
    assert body["items"][ITEMS[0]] == {"n": people, "median": 2.0, "q1": half, "q3": half}
    answers.save(db, [change(session, one, ITEMS[0], 4, 2) for one in who])

    def median() -> object:
        now = releases.released(db, session.id, 1, CORE)
        return now and now["items"][ITEMS[0]]["median"]

    await soon(lambda: median() == 4)


async def test_who_opens_the_session_releases_what_was_not(
    db: Database, session: Session, live: Live
) -> None:
    """The kernel before died, or the power went, after the pictures had moved."""
    people_answer(db, session, 5, 2)
    sessions.move(db, session.id, Action.REVEAL)
    assert releases.released(db, session.id, 1, CORE) is None
    live(sessions.get(db, session.id))
    await soon(lambda: releases.released(db, session.id, 1, CORE) is not None)


async def test_a_large_room_is_told_more_seldom(
    db: Database, session: Session, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    def released() -> object:
        now = releases.released(db, session.id, 1, CORE)
        return now and now["items"][ITEMS[0]]["median"]

    seen = live(session)
    who = people_answer(db, session, 6, 2)
    seen.move(Action.REVEAL)
    answers.save(db, [change(session, one, ITEMS[0], 4, 2) for one in who])
    await soon(lambda: released() == 4)
    answers.save(db, [change(session, one, ITEMS[0], 5, 3) for one in who])
    await soon(lambda: released() == 5)
    monkeypatch.setattr(following, "TOLD", 0.1)  # six people are told once a minute
    answers.save(db, [change(session, one, ITEMS[0], 1, 4) for one in who])
    await soon(lambda: seen.results and seen.results.summary.loc[ITEMS[0], "median"] == 1)
    assert released() == 5


async def test_a_release_that_failed_is_tried_again(
    db: Database, session: Session, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = live(session)
    who = people_answer(db, session, 6, 2)
    seen.move(Action.REVEAL)
    real, tried = releases.publish, []

    def fail_once(*arguments: Any) -> bool:
        tried.append(arguments)
        if len(tried) == 1:
            raise StorageError(Trouble.FULL, db.place, "no room")
        return real(*arguments)

    monkeypatch.setattr(following, "RETRY", 0.01)
    monkeypatch.setattr(releases, "publish", fail_once)
    answers.save(db, [change(session, one, ITEMS[0], 4, 2) for one in who])
    await soon(lambda: len(tried) == 2)
    body = releases.released(db, session.id, 1, CORE)
    assert body is not None
    assert body["items"][ITEMS[0]]["median"] == 4


async def test_phones_are_told_nothing_more_while_results_are_hidden(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    people_answer(db, session, 5, 2)
    seen.move(Action.REVEAL)
    assert releases.released(db, session.id, 1, CORE) is not None
    seen.move(Action.HIDE)
    people_answer(db, session, 5, 5)
    await soon(lambda: seen.answered == 10)
    assert releases.released(db, session.id, 1, CORE) is None


async def test_two_pages_stay_in_step(db: Database, drafted: Session, live: Live) -> None:
    console, projector = live(drafted), live(drafted)
    assert projector.actions == console.actions == (Action.START, Action.CLOSE)
    console.move(Action.START)
    await soon(lambda: projector.stage is Stage.COLLECTING)
    people_answer(db, drafted, 6)
    projector.move(Action.REVEAL)
    await soon(lambda: console.results is not None and console.results.n == 6)
    assert console.actions == projector.actions
    with pytest.raises(NotNow):
        console.move(Action.START)


async def test_listeners_are_called_for_changes_only(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    calls: list[int] = []
    seen.observe(lambda: calls.append(1))
    seen.refresh()
    assert calls == []
    answers.join(db, session.id)
    await soon(lambda: calls)
    listener = lambda: calls.append(2)  # noqa: E731
    seen.observe(listener)
    seen.unobserve(listener)
    seen.move(Action.LOCK)
    assert 2 not in calls


async def test_a_store_that_fails_is_told_and_the_last_view_stays(
    db: Database, session: Session, live: Live
) -> None:
    seen = live(session)
    people_answer(db, session, 5)
    await soon(lambda: seen.answered == 5)
    with db.write() as connection:
        connection.exec_driver_sql("ALTER TABLE answer RENAME TO away")
        sessions.next_change(connection, session.id)
    await soon(lambda: seen.trouble is not None)
    assert seen.answered == 5
    with db.write() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO answer")
    await soon(lambda: seen.trouble is None)


def test_a_script_without_an_event_loop_reads_when_it_moves(db: Database, session: Session) -> None:
    seen = LiveSession(db, session)
    people_answer(db, session, 5)
    seen.refresh()
    assert seen.answered == 5
    seen.move(Action.REVEAL)
    assert seen.results is not None
    seen.close()


# Opening


def test_a_page_opens_a_session_or_comes_back_to_it(db: Database) -> None:
    first = open_session(CORE, language="sv", minimum=7)
    assert (first.language, first.minimum, first.stage) == ("sv", 7, Stage.DRAFTED)
    assert open_session(CORE).id == open_session().id == first.id
    first.move(Action.CLOSE)
    assert open_session(CORE).id != first.id


def test_a_page_whose_address_names_a_code_shows_that_session(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = collecting(db)
    newer = collecting(db)
    monkeypatch.setenv("QUERY_STRING", f"token=x&code={older.code.lower()}")
    assert open_session(CORE).id == open_session().id == older.id
    monkeypatch.delenv("QUERY_STRING")
    assert open_session().id == newer.id


@pytest.mark.parametrize("code", ["EEEEEE", "x", "%3Cscript%3E"])
def test_a_page_with_a_wrong_code_says_so(
    db: Database, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("QUERY_STRING", f"code={code}")
    with pytest.raises(NoSession, match="ei ole työpajaa"):
        open_session(CORE)
    assert sessions.latest(db) is None


def test_a_notebook_opens_a_session_beside_an_earlier_one(
    db: Database, session: Session, tmp_path: Path
) -> None:
    people_answer(db, session, 8, 2)
    LiveSession(db, session).move(Action.REVEAL)
    file = tmp_path / "kevat.kierros"
    file.write_bytes(write(db, session.id))
    sessions.move(db, session.id, Action.CLOSE)
    found = open_session(CORE, earlier=file)
    found.move(Action.START)
    people_answer(db, sessions.get(db, found.id), 6, 4)
    found.move(Action.REVEAL)
    parts = found.compared[Of.EARLIER].parts
    assert [part.n for part in parts] == [8, 6]
    assert open_session(CORE, earlier=[str(file), file]).id == found.id  # a page opened again
    assert len(brought(db, found.id)) == 1


def test_an_earlier_workshop_that_cannot_be_read_opens_nothing(
    db: Database, tmp_path: Path
) -> None:
    letter = tmp_path / "kirje.txt"
    letter.write_text("Hyvä Maija!")
    for file in (letter, tmp_path / "eiole.kierros"):
        with pytest.raises(NotBrought) as caught:
            open_session(CORE, earlier=file)
        assert str(file) in caught.value.told("fi")
    assert sessions.every(db) == []


def test_a_projector_without_a_session_says_what_to_do(db: Database) -> None:
    with pytest.raises(NoSession, match="Avaa ensin ohjaamo"):
        open_session()
