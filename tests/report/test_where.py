"""The report says in which phase the network is, when the room has seen what tells it."""

from tests.report.conftest import Room
from tests.report.test_html import report
from verkostotyokalut.live import Database
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.where import where


def test_it_is_told_from_all_that_was_shown(db: Database) -> None:
    room = Room(db, "verkoston-sykli")
    assert where(shown(room.db, room.session), "fi") == []
    while True:
        if room.live.asked is not None:
            room.answer()
            room.show()
        if "next" not in room.live.actions:
            break
        room.go_on()
    said = where(shown(room.db, room.session), "fi")
    assert any("työpaja" in words for words in said)
    assert all(words in report(room).text for words in said)


def test_a_workshop_about_something_else_says_nothing(db: Database) -> None:
    room = Room(db, "vain-tavoitteet")
    room.answer()
    room.show()
    assert where(shown(room.db, room.session), "fi") == []
    assert "Missä kohtaa sykliään" not in report(room).text
