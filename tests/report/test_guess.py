"""What the room guessed of itself stands beside what it said, from the moment both are shown."""

import pytest

from tests.live.making import CORE
from tests.report.conftest import Room
from tests.report.test_html import report
from verkostotyokalut.analysis import Of
from verkostotyokalut.framework import instrument
from verkostotyokalut.framework.question import GUESS
from verkostotyokalut.live import Database, answers, releases
from verkostotyokalut.report.round_file import read
from verkostotyokalut.report.round_writer import write

ITEMS = instrument(CORE).item_ids
NAME = f"{GUESS}{CORE}"


@pytest.fixture
def room(db: Database) -> Room:
    return Room(db, f"vain-{NAME}")


def say(room: Room, value: int, people: int = 8) -> None:
    for who in range(people):
        me = answers.join(room.db, room.id, f"{who:022d}")
        rows = [
            room.change(me.participant, item, value, me.seq + n) for n, item in enumerate(ITEMS)
        ]
        answers.save(room.db, rows)
    room.live.refresh()


def test_the_guess_stands_beside_the_answer(room: Room) -> None:
    say(room, 4)
    room.go_on()
    say(room, 2)
    assert room.live.compared == {}
    assert releases.which(room.db, room.id) == set()
    room.show()
    found = room.live.compared[Of.GUESS]
    assert [(part.label, part.n) for part in found.parts] == [
        ("Huone arvasi", 8),
        ("Huone vastasi", 8),
    ]
    medians = [part.results.summary["median"].iloc[0] for part in found.parts]
    assert medians == [2, 4]
    assert "Huone arvasi" in report(room).text


def test_phones_get_the_answer_beside_their_guess(room: Room) -> None:
    say(room, 4)
    room.go_on()
    say(room, 2)
    room.show()
    told = releases.released(room.db, room.id, 1, NAME)
    assert told is not None and told["instrument"] == NAME
    assert told["items"][ITEMS[0]]["median"] == 4
    kept = {chapter.asked.id: chapter for chapter in read(write(room.db, room.id)).instruments}
    assert kept[CORE].rounds[0].items[ITEMS[0]]["median"] == 4
    assert kept[NAME].rounds[0].items[ITEMS[0]]["median"] == 2


def test_too_few_answers_stay_hidden_whatever_is_guessed(room: Room) -> None:
    say(room, 4, people=4)
    room.go_on()
    say(room, 2)
    room.show()
    told = releases.released(room.db, room.id, 1, NAME)
    assert told is not None and set(told["items"].values()) == {None}
    assert [part.n for part in room.live.compared[Of.GUESS].parts] == [8, None]
