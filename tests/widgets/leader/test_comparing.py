"""Groups and rounds are set beside each other from the console, once, and then shown."""

import json

import pytest

from tests.live.making import ITEMS, change
from tests.widgets.leader.test_conductor import buttons, press
from tests.widgets.room import people_answer
from verkostotyokalut.analysis import Of
from verkostotyokalut.live import Action, Choice, Database, Session, answers, groups, sessions
from verkostotyokalut.live.comparisons import Beside
from verkostotyokalut.widgets import Conductor, LiveSession
from verkostotyokalut.widgets.leader.results import Results, shown_views


@pytest.fixture
def room(db: Database, session: Session) -> tuple[LiveSession, list[str]]:
    """Two groups of eight: one answers 2, the other 4 to everything; shown."""
    ids = groups.add(db, session.id, "Kunnat", "Järjestöt")
    low, high = people_answer(db, session, 8, 2), people_answer(db, session, 8, 4)
    for name, people in zip(ids, (low, high), strict=True):
        answers.save(db, [Choice(session.id, who, name, 2) for who in people])
    sessions.move(db, session.id, Action.REVEAL)
    return LiveSession(db, session), [*low, *high]


def test_groups_are_compared_and_shown(room: tuple[LiveSession, list[str]]) -> None:
    live, _ = room
    conductor = Conductor(live)
    before = len(shown_views(live))
    assert "groups" in buttons(conductor) and "rounds" not in buttons(conductor)
    press(conductor, "groups")
    assert "groups" not in buttons(conductor)
    parts = live.compared[Of.GROUPS].parts
    assert [(part.label, part.n) for part in parts] == [("Kunnat", 8), ("Järjestöt", 8)]
    medians = [part.results.summary["median"].unique().tolist() for part in parts]
    assert medians == [[2.0], [4.0]]
    assert live.picture == before and len(shown_views(live)) > before


def test_the_console_draws_the_picture_that_the_projector_shows(
    room: tuple[LiveSession, list[str]],
) -> None:
    live, _ = room
    press(Conductor(live), "groups")
    screen, panel = Results(live), Results(live, "console")
    shown = [[chart.label for chart in results.children] for results in (screen, panel)]
    assert shown[0] == shown[1]
    assert "Ryhmät" in shown[0][0]
    widths = [
        json.loads(one.children[0].figure)["layout"]["meta"]["width"] for one in (screen, panel)
    ]
    assert widths[0] >= 1300 and widths[1] == 400


def test_what_groups_differ_in_is_a_topic(room: tuple[LiveSession, list[str]]) -> None:
    live, _ = room
    live.compare(Beside.GROUPS)
    topics = Conductor(live).view["topics"]
    assert "Järjestöt ja Kunnat" in str(topics)


def test_another_kernel_sees_the_same_comparison(
    db: Database, session: Session, room: tuple[LiveSession, list[str]]
) -> None:
    live, people = room
    live.compare(Beside.GROUPS)
    answers.save(db, [change(session, who, ITEMS[0], 5, 50) for who in people])
    sessions.move(db, session.id, Action.NEXT)
    sessions.move(db, session.id, Action.BACK)
    sessions.move(db, session.id, Action.REVEAL)
    other = LiveSession(db, session)
    median = other.compared[Of.GROUPS].parts[0].results.summary["median"]
    assert median.unique().tolist() == [2.0]


def test_rounds_are_compared_by_the_same_people(
    db: Database, session: Session, room: tuple[LiveSession, list[str]]
) -> None:
    live, people = room
    live.move(Action.AGAIN)
    now = sessions.get(db, session.id)
    answers.save(db, [change(now, who, item, 5, 9) for who in people for item in ITEMS])
    live.move(Action.REVEAL)
    conductor = Conductor(live)
    assert "rounds" in buttons(conductor)
    press(conductor, "rounds")
    found = live.compared[Of.ROUNDS]
    assert found.of is Of.ROUNDS
    assert [part.label for part in found.parts] == ["1. kierros", "2. kierros"]
    assert found.change is not None
    assert found.change["up"].unique().tolist() == [1.0]
    assert not {"groups", "rounds"} & set(buttons(conductor))


def test_a_change_that_waits_is_told_to_the_leader(
    db: Database, session: Session, room: tuple[LiveSession, list[str]]
) -> None:
    live, people = room
    now = sessions.get(db, session.id)
    results = live.results
    answers.save(db, [change(now, who, ITEMS[0], 5, 9) for who in people[:4]])
    live.refresh()
    assert live.results is results
    assert "4 muutosta odottaa muita" in Conductor(live).view["stage_text"]
    answers.save(db, [change(now, people[4], ITEMS[0], 5, 9)])
    live.refresh()
    assert live.results is not results
    assert "odottaa" not in Conductor(live).view["stage_text"]


def test_comparing_is_asked_about_first(room: tuple[LiveSession, list[str]]) -> None:
    live, _ = room
    told = [one for one in Conductor(live).view["actions"] if one["id"] == "groups"]
    assert told[0]["label"] == "Vertaa ryhmiä…" and "kerran kierroksessa" in told[0]["confirm"]
