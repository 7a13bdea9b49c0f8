"""What was set beside each other is in the report, as the guard lets it through."""

import pytest

from tests.live.making import CORE
from tests.report.conftest import Room
from tests.report.test_html import report
from verkostotyokalut.analysis import Of
from verkostotyokalut.live import Action, Choice, Database, answers, groups
from verkostotyokalut.live.comparisons import Beside
from verkostotyokalut.report.shown import shown

HOSTILE = "<script>alert(1)</script>=1+1"


@pytest.fixture
def room(db: Database) -> Room:
    """Two groups of eight, and four who are in none; the first two items shown."""
    room = Room(db, CORE)
    ids = groups.add(db, room.id, HOSTILE, "Järjestöt")
    room.answer(people=20)
    for who in range(16):
        me = answers.join(db, room.id, f"{who:022d}")
        answers.save(db, [Choice(room.id, me.participant, ids[who % 2], 1000)])
    room.show()
    return room


def test_groups_are_told_beside_each_other(room: Room) -> None:
    before = len(report(room).all("svg"))
    assert shown(room.db, room.session)[0].compared == ()
    room.live.compare(Beside.GROUPS)
    (comparison,) = shown(room.db, room.session)[0].compared
    assert comparison.of is Of.GROUPS
    # Those in no group are four: a group is hidden with them.
    assert sorted(part.n or 0 for part in comparison.parts) == [0, 8]
    page = report(room)
    assert len(page.all("svg")) > before
    assert "Järjestöt" in page.text and "alert(1)" in page.text
    assert page.all("script") == []


def test_rounds_are_told_beside_each_other(room: Room) -> None:
    room.live.move(Action.AGAIN)
    room.answer(people=20, seed=2)
    room.show()
    room.live.compare(Beside.ROUNDS)
    one, two = shown(room.db, room.session)
    assert one.compared == () and two.compared[0].of is Of.ROUNDS
    assert two.compared[0].change is not None
    assert two.compared[0].change["n"].iloc[0] >= 5
    assert "1. kierros" in report(room).text
