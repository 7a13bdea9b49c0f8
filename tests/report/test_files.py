"""Files by the endings of their names."""

from datetime import date

import pytest

from tests.report.conftest import Room
from verkostotyokalut.live import Database, agreements
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.files import MAKERS, NoDay, file_name

BEGINS = {
    ".html": b"<!doctype html>",
    ".kierros": b'{\n  "format"',
    ".xlsx": b"PK",
    ".csv": b"\xef\xbb\xbf",
    ".ics": b"BEGIN:VCALENDAR\r\n",
}


@pytest.fixture
def room(db: Database) -> Room:
    return Room(db, "ydinelementit")


@pytest.mark.parametrize("ending", MAKERS)
def test_each_ending_makes_its_file(room: Room, ending: str) -> None:
    agreements.add(room.db, room.id, Words(Sort.ACTION, "Tavataan", due=date(2027, 1, 31)))
    for language in (None, "sv"):
        assert MAKERS[ending].make(room.db, room.id, language).startswith(BEGINS[ending])


def test_a_calendar_without_days_is_not_made(room: Room) -> None:
    agreements.add(room.db, room.id, Words(Sort.RULE, "Kuunnellaan"))
    with pytest.raises(NoDay):
        MAKERS[".ics"].make(room.db, room.id, None)


def test_a_file_is_named_after_the_workshop_and_the_day(room: Room) -> None:
    assert file_name(room.db, room.id, ".kierros") == "ydinelementit-2026-11-21.kierros"
