"""The levels of dimensions in the report and in the workbook."""

import io

import pandas as pd
import pytest

from tests.report.conftest import Room
from verkostotyokalut.framework import LANGUAGES, Language, instrument
from verkostotyokalut.live import Database, answers
from verkostotyokalut.report.html import html
from verkostotyokalut.report.levels import levels, levels_in_words
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.workbook import workbook

CORE = instrument("ydinelementit")
FIRST = CORE.dimensions[0]
HEADINGS = {
    "fi": "Kuinka varmoja tasot ovat",
    "sv": "Hur säkra nivåerna är",
    "en": "How sure the levels are",
}


@pytest.fixture
def room(db: Database) -> Room:
    """Eight people and the first dimension: all agree on an item, not on the next, few on others.

    One of them does not know the second item, and one has left it out.
    """
    room = Room(db, CORE.id)
    changes = []
    for who in range(8):
        me = answers.join(db, room.id, f"{who:022d}")
        second = {6: "dont_know", 7: None}.get(who, 2 + who % 3)
        for seq, (item, value) in enumerate(zip(CORE.item_ids, (4, second), strict=False), 1):
            changes.append(room.change(me.participant, item, value, me.seq + seq))
    answers.save(db, changes)
    room.show()
    return room


def test_a_level_has_its_range_and_its_counts(room: Room) -> None:
    """The second item has six answers, a median (3) and no distribution: it could be anywhere."""
    first, second, _third = levels(room.db, room.session, shown(room.db, room.session))
    assert first.dimension == FIRST
    assert (first.level, first.lowest, first.highest, first.items) == (3.5, 3, 4, 2)
    assert (first.low, first.high, first.light) == (2.5, 4.5, "uncertain")
    assert (first.n, first.answers, first.dont_know, first.missing) == (8, 8, 0, 0)
    assert second.items == 0 and second.light is None
    told = levels_in_words(levels(room.db, room.session, shown(room.db, room.session)), "fi")
    assert [table.name for table in told] == [CORE.title.fi]
    counts = ["8", "8", "0", "0"]
    assert told[0].rows[0] == [FIRST.title.fi, "3,5", "2,5 … 4,5", "epävarma", *counts]
    assert told[0].rows[1][1:] == ["–"] * 7


def test_the_workbook_has_them_as_numbers(room: Room) -> None:
    table = pd.read_excel(io.BytesIO(workbook(room.db, room.id)), sheet_name="Osa-alueet")
    assert table["Osa-alueen tunnus"].tolist() == [one.id for one in CORE.dimensions]
    row = table.iloc[0]
    assert row[["Taso", "Välin alku", "Välin loppu", "Valo"]].tolist() == [
        3.5,
        2.5,
        4.5,
        "epävarma",
    ]
    counts = ["Vastaajia", "Vastauksia", "En osaa sanoa", "Ei vastannut"]
    assert row[counts].tolist() == [8, 8, 0, 0]
    assert table.loc[1:, ["Taso", "Valo", *counts]].isna().all(axis=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_them_where_there_is_a_scale(room: Room, language: Language) -> None:
    page = html(room.db, room.id, language)
    assert HEADINGS[language] in page and "Hurlbert" in page
    other = Room(room.db, "vain-riskit")
    other.answer(12)
    other.show()
    assert HEADINGS[language] not in html(other.db, other.id, language)
