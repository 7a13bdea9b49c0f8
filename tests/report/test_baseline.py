"""A year's cycle: a workshop, its round file, and the next one beside it."""

import json
from typing import Any

import numpy as np
import pytest

from tests.live.making import CORE
from tests.report.conftest import Room, earlier
from tests.report.test_html import report
from tests.report.test_round_file import sealed
from verkostotyokalut.analysis import Of, Results
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Database, answers
from verkostotyokalut.report.baseline import bring, brought
from verkostotyokalut.report.round_file import RoundFileError, read
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.report.shown import shown

ITEMS = instrument(CORE).item_ids


def say(room: Room, value: int, people: int = 12) -> None:
    for who in range(people):
        me = answers.join(room.db, room.id, f"{who:022d}")
        answers.save(
            room.db,
            [room.change(me.participant, item, value, n) for n, item in enumerate(ITEMS, 1)],
        )
    room.live.refresh()


@pytest.fixture
def last_year(db: Database) -> bytes:
    room = Room(db, CORE)
    say(room, 2)
    room.show()
    return write(db, room.id)


def test_the_next_workshop_stands_beside_the_last_one(db: Database, last_year: bytes) -> None:
    room = Room(db, CORE)
    bring(db, room.id, last_year)
    say(room, 4, people=10)
    assert room.live.compared == {}
    room.show()
    found = room.live.compared[Of.EARLIER]
    assert [(part.label, part.n) for part in found.parts] == [
        ("21. marraskuuta 2026", 12),
        ("Nyt", 10),
    ]
    assert found.change is not None
    assert found.change.loc[ITEMS[0]].tolist() == [2, 4, 2, False]
    assert shown(db, room.session)[0].compared[0].of is Of.EARLIER
    assert "21. marraskuuta 2026" in report(room).text
    again = read(write(db, room.id))
    assert again.instruments[0].rounds[0].n == 10


def test_what_was_shown_comes_back_as_it_was(db: Database, last_year: bytes) -> None:
    (part,) = earlier([read(last_year)], instrument(CORE), "en")
    assert part.label == "21 November 2026"
    results = part.results
    assert isinstance(results, Results)
    assert results.summary["median"].tolist() == [2.0] * len(ITEMS)
    assert results.summary["agreement"].tolist() == [1.0] * len(ITEMS)
    assert results.distribution.iloc[0].tolist() == [0, 12, 0, 0, 0, 0, 0]


def test_answers_that_were_not_shown_one_by_one_stay_so(db: Database) -> None:
    room = Room(db, CORE)
    say(room, 3, people=6)
    room.show()
    (part,) = earlier([read(write(db, room.id))], instrument(CORE), "fi")
    assert part.results.summary["median"].tolist() == [3.0] * len(ITEMS)
    assert np.isnan(part.results.distribution.to_numpy()).all()


def test_too_small_a_workshop_is_no_part(db: Database) -> None:
    room = Room(db, CORE)
    say(room, 3, people=4)
    room.show()
    assert earlier([read(write(db, room.id))], instrument(CORE), "fi") == []


def test_workshops_come_in_the_order_of_their_days(db: Database, last_year: bytes) -> None:
    content = json.loads(last_year)
    content["workshop"]["day"] = "2024-05-02"
    room = Room(db, CORE)
    bring(db, room.id, last_year)
    bring(db, room.id, sealed(content))
    days = [file.workshop.day.year for file in brought(db, room.id)]
    assert days == [2024, 2026]


def changed(last_year: bytes, **item: Any) -> bytes:
    content = json.loads(last_year)
    content["instruments"][0]["rounds"][0]["items"][ITEMS[0]].update(item)
    return sealed(content)


@pytest.mark.parametrize(
    "item",
    [
        {"median": 9.0},
        {"median": "2"},
        {"n": -1},
        {"n": 0},
        {"agreement": 4.0},
        {"counts": {"1": 12}},
        {"counts": {str(n): n for n in range(1, 8)}},
        {"more": "<script>"},
    ],
)
def test_numbers_that_cannot_be_are_left_out(last_year: bytes, item: dict[str, Any]) -> None:
    assert earlier([read(changed(last_year, **item))], instrument(CORE), "fi") == []


def test_another_instrument_is_left_out(db: Database, last_year: bytes) -> None:
    assert earlier([read(last_year)], instrument("tavoitteet"), "fi") == []
    content = json.loads(last_year)
    items = content["instruments"][0]["rounds"][0]["items"]
    items["tunteminen.vanha"] = items.pop(ITEMS[0])
    asked = content["instruments"][0]["asked"]["dimensions"][0]["items"]
    asked[0]["id"] = "tunteminen.vanha"
    (part,) = earlier([read(sealed(content))], instrument(CORE), "fi")
    median = part.results.summary["median"]
    assert np.isnan(median[ITEMS[0]]) and median[ITEMS[1]] == 2


def test_a_file_that_is_none_is_refused_and_not_kept(db: Database, last_year: bytes) -> None:
    room = Room(db, CORE)
    for data in (b"", b"{}", last_year[:-20], last_year.replace(b'"n": 12', b'"n": 13')):
        with pytest.raises(RoundFileError):
            bring(db, room.id, data)
    assert brought(db, room.id) == []
