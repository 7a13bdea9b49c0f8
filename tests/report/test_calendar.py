"""The calendar file, read again by a library that knows the format."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Component

from verkostotyokalut.framework import instrument
from verkostotyokalut.live.agreements import Agreement, Sort
from verkostotyokalut.report.calendar import calendar

ITEM = instrument("ydinelementit").items[0]
DUE = date(2027, 1, 31)
ACTION = Agreement(
    Sort.ACTION, "Kutsutaan nuoret", "järjestöt", DUE, "ydinelementit", ITEM.id, "a1"
)
CLOCK = Agreement(Sort.CLOCK, "Suunnittelupäivä", due=date(2027, 3, 1), id="c1")
RULE = Agreement(Sort.RULE, "Yksi puhuu kerrallaan", id="r1")
HOSTILE = 'a\\b; c, d: "e" <b>ä</b> \u2028 🦊 END:VEVENT'


def events(file: bytes) -> list[Component]:
    return Calendar.from_ical(file).walk("VEVENT")


def test_those_with_a_day_are_events_of_a_whole_day() -> None:
    file = calendar([ACTION, RULE, CLOCK], "Ydinelementit", "fi")
    action, clock = events(file)
    assert action["uid"] == "a1@verkostotyokalut"
    assert action["summary"] == "Kutsutaan nuoret"
    assert action["dtstart"].dt == DUE
    assert action.end == DUE + timedelta(days=1)
    assert action["description"].split("\n") == [
        "Kuka: järjestöt",
        f"Liittyy kohtaan: {ITEM.label.fi}",
        "Ydinelementit",
    ]
    assert "rrule" not in action
    assert b"DTSTART;VALUE=DATE:20270131\r\n" in file
    assert clock["rrule"]["freq"] == ["YEARLY"]


def test_the_same_agreement_has_the_same_name_each_time() -> None:
    first, second = (events(calendar([ACTION, CLOCK], "Ydinelementit", "fi")) for _ in range(2))
    assert [one["uid"] for one in first] == [one["uid"] for one in second]
    assert len({one["uid"] for one in first}) == 2


def test_the_last_of_february_comes_every_year() -> None:
    leap = Agreement(Sort.CLOCK, "Tilinpäätös", due=date(2028, 2, 29), id="c2")
    (event,) = events(calendar([leap], "Ydinelementit", "fi"))
    assert event["rrule"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_hostile_words_stay_words(language: str) -> None:
    bad = Agreement(Sort.ACTION, HOSTILE * 6, HOSTILE, DUE, id="b1")
    file = calendar([bad], f"{HOSTILE}\r\nBEGIN:VEVENT\rX:1\nEND:VEVENT", language)  # type: ignore[arg-type]
    (event,) = events(file)
    assert event["summary"] == HOSTILE * 6
    assert HOSTILE in event["description"]
    lines = file.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == 1
    assert file.endswith(b"END:VCALENDAR\r\n")


def test_an_instrument_that_is_gone_takes_no_agreement_with_it() -> None:
    lost = Agreement(Sort.ACTION, "Jatketaan", "", DUE, "poistettu", "poistettu.kohta", "d1")
    (event,) = events(calendar([lost], "Ydinelementit", "fi"))
    assert event["description"] == "Ydinelementit"
