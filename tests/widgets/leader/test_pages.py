"""The leader's two pages: what the projector shows as the leader moves on."""

import ipywidgets
import pytest

from tests.live.making import CORE
from tests.waiting import soon
from tests.widgets.room import people_answer
from verkostotyokalut.framework import Screen, workshop
from verkostotyokalut.live import Action, Database, Session, sessions
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.widgets import Console, LiveSession, Projector, Results
from verkostotyokalut.widgets.leader.pages import View, view_of


def test_one_thing_at_a_time(db: Database, drafted: Session) -> None:
    live = LiveSession(db, drafted)
    shown = [view_of(live)]
    for action in ("start", "lock", "reveal", "lock", "hide", "reveal", "next", "next", "close"):
        live.move(Action(action))
        shown.append(view_of(live))
    join, ask, results, title = View.JOIN, View.QUESTION, View.RESULTS, View.TITLE
    assert shown == [join, ask, ask, results, results, ask, results, results, title, title]


def test_what_was_agreed_is_read_at_the_end(db: Database, drafted: Session) -> None:
    live = LiveSession(db, drafted)
    live.move(Action.START)
    while Action.NEXT in live.actions:
        live.move(Action.NEXT)
    assert view_of(live) is View.TITLE
    live.agree(Words(Sort.RULE, "Kuunnellaan loppuun"))
    assert view_of(live) is View.AGREEMENT
    live.move(Action.CLOSE)
    assert view_of(live) is View.TITLE


def test_hidden_results_never_come_to_the_projector(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    people_answer(db, session, 6)
    live.move(Action.NEXT)  # the talk comes, though nothing was shown
    assert view_of(live) is not View.RESULTS
    live.move(Action.REVEAL)
    assert view_of(live) is View.RESULTS


def test_the_projector_shows_what_is_agreed_while_it_is_agreed(
    db: Database, session: Session
) -> None:
    live = LiveSession(db, session)
    projector = Projector(live)
    while live.workshop.steps[live.step].screen is not Screen.AGREEMENT:
        assert view_of(live) is not View.AGREEMENT
        live.move(Action.NEXT)
    assert view_of(live) is View.AGREEMENT
    assert "AgreementBoard" in kinds(projector)
    assert projector.children[0].title == "Mitä sovimme"
    live.move(Action.NEXT)
    assert view_of(live) is View.TITLE


def test_there_is_nothing_to_agree_before_the_workshop_starts(
    db: Database, drafted: Session
) -> None:
    live = LiveSession(db, drafted)
    main = Console(live).children[0]
    assert "Agreements" not in kinds(main)
    live.move(Action.START)
    assert "Agreements" in kinds(main)


def test_what_is_agreed_and_at_the_end_the_report_are_beside_the_controls(
    db: Database, session: Session
) -> None:
    live = LiveSession(db, session)
    console = Console(live)
    beside = []
    while Action.NEXT in live.actions:
        beside.append("vt-console-beside" in console._dom_classes)
        assert beside[-1] is (live.workshop.steps[live.step].screen is Screen.AGREEMENT)
        live.move(Action.NEXT)
    assert set(beside) == {True, False}
    live.move(Action.CLOSE)
    assert "vt-console-beside" in console._dom_classes
    assert kinds(console.children[0])[:2] == ["Conductor", "Report"]


def kinds(box: ipywidgets.Box) -> list[str]:
    return [type(child).__name__ for child in box.children]


async def test_the_projector_follows_the_leader(db: Database, drafted: Session) -> None:
    console, screen = LiveSession(db, drafted), LiveSession(db, drafted)
    projector = Projector(screen)
    heading = projector.children[0]
    try:
        assert kinds(projector) == ["Heading", "JoinCard", "Countdown"]
        assert heading.title == workshop(CORE).title.fi
        console.move(Action.START)
        people_answer(db, drafted, 6)
        await soon(lambda: heading.subtitle == "Vastaa puhelimella.\nValmiina: 6/6")
        assert heading.key == []
        console.move(Action.REVEAL)
        await soon(lambda: kinds(projector) == ["Heading", "Results", "Countdown", "JoinCard"])
        key = ["mediaani", "keskimmäinen puolikas", "yksi vastaus"]
        await soon(lambda: [words for _, words in heading.key] == key)
        assert heading.title.endswith("?")
        console.move(Action.NEXT)
        console.move(Action.NEXT)
        await soon(lambda: kinds(projector) == ["Heading", "Countdown", "JoinCard"])
        await soon(lambda: heading.title == workshop(CORE).steps[3].title.fi)
        console.move(Action.CLOSE)
        await soon(lambda: heading.title == "Kiitos!")
    finally:
        console.close()
        screen.close()


@pytest.mark.parametrize(
    "before",
    [
        [Action.START],
        [Action.START, Action.REVEAL],
        [Action.START, Action.NEXT, Action.NEXT],
    ],
)
def test_the_way_in_is_gone_when_the_workshop_has_ended(
    db: Database, drafted: Session, before: list[Action]
) -> None:
    live = LiveSession(db, drafted)
    projector = Projector(live)
    for action in [*before, Action.CLOSE]:
        live.move(action)
    assert kinds(projector) == ["Heading"]


async def test_the_pictures_move_with_the_answers(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    results = Results(live, "screen")
    profile, items = results.children
    try:
        assert (profile.figure, items.figure) == ("", "")
        people_answer(db, session, 6, 2)
        live.move(Action.REVEAL)
        await soon(lambda: profile.figure and items.figure)
        before = items.figure
        profile.shown, items.shown = profile.frame, items.frame  # as a page that has drawn
        people_answer(db, session, 6, 5)
        await soon(lambda: items.figure != before)
        live.move(Action.HIDE)
        profile.shown, items.shown = profile.frame, items.frame
        await soon(lambda: (profile.figure, items.figure, profile.twin) == ("", "", {}))
    finally:
        live.close()


@pytest.mark.parametrize("people", [1, 4])
def test_a_small_rooms_answers_are_in_no_picture(
    db: Database, session: Session, people: int
) -> None:
    live = LiveSession(db, session)
    people_answer(db, session, people, 1)
    live.move(Action.REVEAL)
    alone = Results(live, "screen")
    figures = [chart.figure for chart in alone.children]
    twins = [str(chart.twin) for chart in alone.children]
    other = sessions.create(db, CORE)
    sessions.move(db, other.id, Action.START)
    people_answer(db, other, people, 5)
    sessions.move(db, other.id, Action.REVEAL)
    opposite = Results(LiveSession(db, sessions.get(db, other.id)), "screen")
    # Nobody can tell a room that answered 1 from a room that answered 5.
    assert figures == [chart.figure for chart in opposite.children]
    assert twins == [str(chart.twin) for chart in opposite.children]
    assert all(figures)


def test_the_console_is_on_one_page(db: Database, session: Session) -> None:
    console = Console(LiveSession(db, session))
    main, side = console.children
    assert kinds(main) == ["Conductor", "Agreements", "Wall", "Report"]
    assert kinds(side) == ["Results", "OwnView", "JoinCard", "Groups", "PaperAnswers"]
