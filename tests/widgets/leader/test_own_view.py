"""The leader's own view: asked only where a mirror shows it, kept as the leader's."""

import pytest

from tests.widgets.room import people_answer
from verkostotyokalut.framework import LEADER
from verkostotyokalut.live import Action, Database, answers, sessions
from verkostotyokalut.widgets import LiveSession, OwnView


def asking(db: Database, instrument: str) -> LiveSession:
    session = sessions.create(db, f"vain-{instrument}")
    return LiveSession(db, sessions.move(db, session.id, Action.START))


def test_nothing_is_asked_where_there_is_no_mirror(db: Database) -> None:
    assert OwnView(asking(db, "tavoitteet")).children == ()


@pytest.mark.parametrize("instrument", ["vetajan-tehtavat", "innostaminen"])
def test_the_leaders_answers_are_kept_beside_the_rooms(db: Database, instrument: str) -> None:
    live = asking(db, instrument)
    (mine,) = OwnView(live).children
    assert mine.asked.id == instrument
    item, other = mine.asked.item_ids[:2]
    mine.answers = {item: 5, other: 1}
    assert answers.own(db, live.id, 1, instrument, LEADER) == {item: 5, other: 1}
    people_answer(db, sessions.get(db, live.id), 6, 2, mine.asked.item_ids)
    live.refresh()
    assert (live.joined, live.answered) == (6, 6)
    assert live.draft is None
    live.move(Action.REVEAL)
    assert live.results.summary.loc[item, "median"] == 2
    assert live.results.leader[item] == 5


def test_another_leaders_page_has_the_same_answers(db: Database) -> None:
    live = asking(db, "vetajan-tehtavat")
    (mine,) = OwnView(live).children
    item = mine.asked.item_ids[0]
    mine.answers = {item: 4}
    (again,) = OwnView(LiveSession(db, sessions.get(db, live.id))).children
    assert again.answers == {item: 4}


def test_it_goes_away_with_its_step(db: Database) -> None:
    live = asking(db, "vetajan-tehtavat")
    view = OwnView(live)
    live.move(Action.NEXT)
    assert view.children == ()
