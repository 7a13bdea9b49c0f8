"""How sure the numbers are: the report's tables of intervals, lights and alphas."""

import pytest

from tests.report.conftest import Room
from verkostotyokalut.analysis import alpha_interval, cronbach
from verkostotyokalut.framework import LANGUAGES, Language, instrument
from verkostotyokalut.live import Action, Database, answers
from verkostotyokalut.report.certainty import of_dimensions, of_items
from verkostotyokalut.report.html import html
from verkostotyokalut.report.shown import shown

CORE = instrument("ydinelementit")
FIRST = CORE.dimensions[0]
HEADINGS = {
    "fi": "Kuinka varmoja mediaanit ovat",
    "sv": "Hur säkra medianerna är",
    "en": "How sure the medians are",
}


@pytest.fixture
def room(db: Database) -> Room:
    return Room(db, CORE.id)


def say(room: Room, points: list[list[int]]) -> None:
    """Let people answer: a list for each, with the points of the first items."""
    changes = []
    for who, row in enumerate(points):
        me = answers.join(room.db, room.id, f"{who:022d}")
        for number, (item, point) in enumerate(zip(CORE.item_ids, row, strict=False), start=1):
            changes.append(room.change(me.participant, item, point, me.seq + number))
    answers.save(room.db, changes)
    room.live.refresh()


def item_rows(room: Room, language: Language = "fi") -> list[list[str]]:
    tables = of_items(shown(room.db, room.session), language)
    return tables[-1].rows if tables else []


def alpha_rows(room: Room, language: Language = "fi") -> list[list[str]]:
    tables = of_dimensions(room.db, room.session, shown(room.db, room.session), language)
    return tables[-1].rows if tables else []


def test_each_item_has_its_interval_and_its_light(room: Room) -> None:
    say(
        room,
        [[4, 2, 1], [5, 2, 3], [5, 2, 4], [4, 2, 4], [4, 1, 4], [4, 1, 5], [4, 2, 1], [5, 1, 5]],
    )
    room.show()
    rows = item_rows(room)
    labels = [item.label.fi for item in CORE.items]
    assert [row[0] for row in rows] == labels
    assert [row[1:] for row in rows[:4]] == [
        ["8", "4", "4 … 5", "vahvuus"],
        ["8", "2", "1 … 2", "huolenaihe"],
        ["8", "4", "1 … 5", "epävarma"],
        ["–", "–", "–", "–"],
    ]


def test_five_answers_have_a_median_and_no_interval(room: Room) -> None:
    say(room, [[4]] * 5)
    room.show()
    assert item_rows(room)[0][1:] == ["5", "4", "–", "epävarma"]


def test_a_dimension_has_its_alpha_when_ten_answered_it_all(room: Room) -> None:
    points = [[1, 2, 1, 2], [2, 2, 3, 2], [3, 3, 3, 4], [4, 4, 5, 4], [5, 5, 4, 5]] * 2
    say(room, points)
    room.show()
    alpha = cronbach(points)
    lower, upper = alpha_interval(alpha, 10, 4)
    expected = [FIRST.title.en, "10", f"{alpha:.2f}", f"{lower:.2f} … {upper:.2f}"]
    assert alpha_rows(room, "en") == [expected]
    assert alpha_rows(room, "fi")[0][2] == f"{alpha:.2f}".replace(".", ",")


def test_nine_have_no_alpha(room: Room) -> None:
    say(room, [[1, 2, 1, 2], [4, 4, 5, 4], [5, 5, 4, 5]] * 3)
    room.show()
    assert alpha_rows(room) == []


def test_what_is_not_shown_has_no_tables(room: Room) -> None:
    say(room, [[4, 4, 5, 4], [2, 1, 2, 2]] * 6)
    assert item_rows(room) == alpha_rows(room) == []
    room.show()
    assert item_rows(room)
    assert alpha_rows(room)


def test_each_round_has_a_table_of_its_own(room: Room) -> None:
    say(room, [[4]] * 6)
    room.show()
    room.live.move(Action.AGAIN)
    say(room, [[2]] * 6)
    room.show()
    tables = of_items(shown(room.db, room.session), "en")
    assert [table.name for table in tables] == ["Core elements", "Core elements, round 2"]
    assert [table.rows[0][2] for table in tables] == ["4", "2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_them_on_its_page_of_method(room: Room, language: Language) -> None:
    say(room, [[4, 4, 5, 4], [2, 1, 2, 2]] * 6)
    assert HEADINGS[language] not in html(room.db, room.id, language)
    room.show()
    page = html(room.db, room.id, language)
    method = page[page.index('id="method"') :]
    assert HEADINGS[language] in method
    assert method.count("95 %</th>") == 2
    for author in ("Conover", "Mattessich", "Cronbach", "Bonett"):
        assert f"<li>{author}" in method


def test_other_kinds_have_none(db: Database) -> None:
    room = Room(db, "vain-tavoitteet")
    room.answer()
    room.show()
    found = shown(room.db, room.session)
    assert found
    assert of_items(found, "fi") == of_dimensions(db, room.session, found, "fi") == []
    assert HEADINGS["fi"] not in html(db, room.id)
