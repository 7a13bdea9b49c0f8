"""The self-assessment at one screen: alone, in a session, and out of it again."""

from collections.abc import Iterator

import pytest

from tests.live.making import CORE, ITEMS
from tests.waiting import soon
from verkostotyokalut.framework import UnknownContent, instrument
from verkostotyokalut.live import (
    Action,
    Database,
    Session,
    UnknownSession,
    answers,
    sessions,
)
from verkostotyokalut.live.codes import spaced
from verkostotyokalut.widgets import Assessment, JoinByCode, OwnProfile

TOKEN = "Abcdefghij-1234567_890"


@pytest.fixture
def assessment(db: Database) -> Iterator[Assessment]:
    made = Assessment(CORE)
    yield made
    made.leave()


def kept(db: Database, session: Session) -> dict[str, object]:
    who = answers.join(db, session.id, TOKEN).participant
    return dict(answers.own(db, session.id, 1, CORE, who))


def test_alone_the_answers_go_nowhere(db: Database, assessment: Assessment) -> None:
    assert assessment.instrument == instrument(CORE).public()
    assert assessment.kind_modules["scale"].startswith("data:text/javascript;")
    assert (assessment.locked, assessment.results, assessment.status) == (False, None, "")
    assert assessment.caption == "Ydinelementit"
    assert assessment.keep == f"own:{CORE}"
    assert set(assessment.texts) == {"fi", "sv", "en"}
    assessment.answers = {ITEMS[0]: 4}
    assert sessions.latest(db) is None
    assert assessment.session_code == ""


def test_an_unknown_instrument(db: Database) -> None:
    with pytest.raises(UnknownContent):
        Assessment("eiole")


def test_in_a_session_the_answers_are_a_participants(
    db: Database, session: Session, assessment: Assessment
) -> None:
    assessment.answers = {ITEMS[5]: 1}  # one's own, given alone: nobody else's business
    assessment.join(spaced(session.code).lower(), TOKEN)
    assert (assessment.session_code, assessment.answers) == (session.code, {})
    assert assessment.caption == f"Ydinelementit · {spaced(session.code)}"
    assert assessment.keep == ""
    assessment.answers = {ITEMS[0]: 4, ITEMS[1]: "dont_know"}
    assert kept(db, session) == {ITEMS[0]: 4, ITEMS[1]: "dont_know"}
    assert assessment.status == "saved"
    assessment.answers = {ITEMS[1]: "dont_know"}
    assert kept(db, session) == {ITEMS[1]: "dont_know"}


def test_leaving_leaves_the_answers_there(
    db: Database, session: Session, assessment: Assessment
) -> None:
    assessment.join(session.code, TOKEN)
    assessment.answers = {ITEMS[0]: 4}
    assessment.leave()
    assert (assessment.session_code, assessment.answers, assessment.locked) == ("", {}, False)
    assert assessment.keep
    assessment.answers = {ITEMS[0]: 1}
    assert kept(db, session) == {ITEMS[0]: 4}
    assessment.join(session.code, TOKEN)
    assert assessment.answers == {ITEMS[0]: 4}


def test_a_refused_answer_goes_back_to_what_is_kept(
    db: Database, session: Session, assessment: Assessment
) -> None:
    assessment.join(session.code, TOKEN)
    assessment.answers = {ITEMS[0]: 4}
    sessions.move(db, session.id, Action.LOCK)
    assessment.answers = {ITEMS[0]: 5, ITEMS[1]: 3}
    assert (assessment.answers, assessment.status) == ({ITEMS[0]: 4}, "rejected")
    assert kept(db, session) == {ITEMS[0]: 4}


@pytest.mark.parametrize("value", [0, 6, "3", 2.5, True, [], {"x": 1}])
def test_a_value_that_is_none_is_refused(
    db: Database, session: Session, assessment: Assessment, value: object
) -> None:
    assessment.join(session.code, TOKEN)
    assessment.answers = {ITEMS[0]: value}
    assert (assessment.answers, assessment.status) == ({}, "rejected")
    assert kept(db, session) == {}


async def test_the_page_follows_the_leader(db: Database, session: Session) -> None:
    assessment = Assessment(CORE)
    assessment.join(session.code, TOKEN)
    try:
        sessions.move(db, session.id, Action.LOCK)
        await soon(lambda: assessment.locked)
        sessions.move(db, session.id, Action.UNLOCK)
        await soon(lambda: not assessment.locked)
    finally:
        assessment.leave()


@pytest.mark.parametrize("code", ["EEEEEE", "", "x", "K7M 4P"])
def test_a_wrong_code_joins_nothing(db: Database, assessment: Assessment, code: str) -> None:
    with pytest.raises(UnknownSession):
        assessment.join(code)
    assert assessment.session_code == ""


def test_a_session_that_has_ended_is_not_joined(
    db: Database, session: Session, assessment: Assessment
) -> None:
    sessions.move(db, session.id, Action.CLOSE)
    with pytest.raises(UnknownSession):
        assessment.join(session.code)


# Joining by the code


def test_a_code_is_typed_and_left(db: Database, session: Session, assessment: Assessment) -> None:
    box = JoinByCode(assessment)
    box._handle_custom_msg({"type": "join", "code": "EEEEEE"}, [])
    assert (box.code, box.message.startswith("Tällä koodilla ei ole")) == ("", True)
    box._handle_custom_msg({"type": "join", "code": session.code.lower(), "token": TOKEN}, [])
    assert (box.code, box.message) == (session.code, "")
    assessment.answers = {ITEMS[0]: 4}
    assert kept(db, session) == {ITEMS[0]: 4}
    box._handle_custom_msg({"type": "leave"}, [])
    assert (box.code, assessment.session_code) == ("", "")


@pytest.mark.parametrize(
    "message", [{}, {"type": "join"}, {"type": "join", "code": 5, "token": 5}, {"type": "eiole"}]
)
def test_an_odd_message_does_nothing(
    db: Database, assessment: Assessment, message: dict[str, object]
) -> None:
    box = JoinByCode(assessment)
    box._handle_custom_msg(message, [])
    assert box.code == ""


def test_a_full_session_is_told(
    db: Database, session: Session, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = answers.join
    monkeypatch.setattr(answers, "join", lambda *given: real(*given, limit=0))
    box = JoinByCode(assessment)
    box._handle_custom_msg({"type": "join", "code": session.code}, [])
    assert box.code == ""
    assert box.message


# One's own profile


def test_the_profile_is_drawn_of_ones_own_answers(assessment: Assessment) -> None:
    profile = OwnProfile(assessment)
    assert profile.figure == ""
    assessment.answers = {ITEMS[0]: 4}
    first = profile.figure
    assert first
    profile.shown = profile.frame
    assessment.answers = {ITEMS[0]: 1, ITEMS[1]: "dont_know"}
    assert profile.figure not in {"", first}
    profile.shown = profile.frame
    assessment.answers = {}
    assert profile.figure == ""


def test_what_a_browser_kept_from_an_older_version_does_not_break_the_profile(
    assessment: Assessment,
) -> None:
    profile = OwnProfile(assessment)
    assessment.answers = {"poistettu": 3, ITEMS[0]: 99, ITEMS[1]: None}
    assert profile.figure == ""
    assessment.answers = {"poistettu": 3, ITEMS[0]: 5}
    assert profile.figure
