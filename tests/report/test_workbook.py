"""The workbook, opened again by openpyxl and pandas."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from tests.report.conftest import Room, run_through
from verkostotyokalut.analysis import lights
from verkostotyokalut.framework import LANGUAGES, instrument
from verkostotyokalut.live import Action, Change, Database, Outcome, agreements, answers, sessions
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.tidy import tidy
from verkostotyokalut.report.workbook import workbook

CORE = "ydinelementit"
ITEM = instrument(CORE).items[0]
DUE = date(2027, 1, 31)
LEVELS = "Osa-alueet"
FORMULAS = ['=HYPERLINK("http://example.org")', "+358 40", "-1", "@SUM(A1)"]


def opened(room: Room, language: Any = None) -> Workbook:
    return load_workbook(io.BytesIO(workbook(room.db, room.id, language)))


def words(book: Workbook) -> str:
    return "\n".join(
        str(value) for sheet in book for row in sheet.values for value in row if value is not None
    )


def test_numbers_are_numbers_and_items_are_rows(room: Room) -> None:
    table = pd.read_excel(
        io.BytesIO(workbook(room.db, room.id)), sheet_name=instrument(CORE).title.fi
    )
    summary = room.live.results.summary
    assert table["Väittämä"].tolist() == [item.label.fi for item in instrument(CORE).items]
    assert table["Mediaani"].tolist() == summary["median"].tolist()
    assert table["n"].tolist() == summary["n"].tolist()
    assert table["Yksimielisyys (A)"].tolist() == pytest.approx(summary["agreement"].tolist())
    assert table["n"].dtype == "int64"
    told = lights(room.live.results, instrument(CORE))
    for name, title in {"lower": "alku", "upper": "loppu"}.items():
        assert table[f"95 %:n väli, {title}"].tolist() == told[name].tolist()
    assert table["Välin peitto"].tolist() == pytest.approx(told["coverage"].tolist())
    words = {"strength": "vahvuus", "discuss": "keskusteltavaa", "uncertain": "epävarma"}
    words |= {"concern": "huolenaihe"}
    assert table["Valo"].tolist() == told["light"].map(words).tolist()


def test_too_few_for_an_interval_have_an_uncertain_light_and_no_numbers(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(7)
    room.show()
    sheet = opened(room)[instrument(CORE).title.fi]
    first, *rows = sheet.values
    assert not [name for name in first if name.startswith("95 %")]
    assert {row[-1] for row in rows} == {"epävarma"}
    text = Room(db, "vain-pelisaannot")
    text.answer(8)
    text.show()
    assert "Valo" not in next(iter(opened(text).worksheets[1].values))


def test_every_number_has_a_row_of_its_own(room: Room) -> None:
    table = pd.read_excel(io.BytesIO(workbook(room.db, room.id)), sheet_name="Luvut")
    rows = tidy(shown(room.db, room.session), "fi")
    assert table["Luku"].tolist() == pytest.approx([row.value for row in rows])
    assert table["Luvun tunnus"].tolist() == [".".join(row.path) for row in rows]
    remarks = [f"Valo: {row.light}" for row in rows if row.light]
    assert table["Huomautus"].dropna().tolist() == remarks
    assert len(remarks) == len(instrument(CORE).items)


def test_days_are_days(room: Room) -> None:
    agreements.add(room.db, room.id, Words(Sort.ACTION, "Kutsutaan", "me", DUE, CORE, ITEM.id))
    agreements.add(room.db, room.id, Words(Sort.RULE, "Kuunnellaan"))
    sheet = opened(room)["Sovitut asiat"]
    _, first, second = sheet.values
    assert first == ("Toimenpiteet", "Kutsutaan", "me", datetime(2027, 1, 31), ITEM.label.fi)
    assert second == ("Pelisäännöt", "Kuunnellaan", None, None, None)
    assert sheet["D2"].is_date


def test_what_people_write_is_never_a_formula(room: Room) -> None:
    for one in FORMULAS:
        agreements.add(room.db, room.id, Words(Sort.ACTION, one, one))
    book = opened(room)
    for row in book["Sovitut asiat"].iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in row:
            assert cell.value in FORMULAS
            assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "d"}


def test_notes_are_there_as_text(db: Database) -> None:
    room = Room(db, "vain-pelisaannot")
    room.answer(6)
    asked, me = room.session.asked or "", answers.join(db, room.id)
    hostile = {"notes": [{"id": "abc123", "text": "=1+1"}], "likes": []}
    item = instrument(asked).item_ids[0]
    change = Change(room.id, 1, asked, me.participant, item, hostile, me.seq + 1)
    assert answers.save(db, [change]) == [Outcome.SAVED]
    room.live.refresh()
    room.show()
    cells = [row[4] for row in opened(room)["Laput"].iter_rows(min_row=2)]
    assert len(cells) == sum(len(wall.notes) for wall in room.live.results.walls.values())
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells if cell.value == "=1+1"] == [True]


def test_nobodys_answers_and_nothing_hidden_is_in_it(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(12, skips=lambda who, item: item == ITEM.id and who >= 4)
    room.show()
    book = opened(room)
    (row,) = [row for row in book[instrument(CORE).title.fi].values if row[2] == ITEM.label.fi]
    assert set(row[4:]) == {None}
    assert f"{11:022d}" not in words(book)
    assert "Yksittäisiä vastauksia ei ole tässä tiedostossa" in words(book)
    assert "vähintään 5" in words(book)


def test_rounds_are_rows_of_the_same_sheet(room: Room) -> None:
    room.live.move(Action.AGAIN)
    room.answer(seed=2)
    room.show()
    table = pd.read_excel(
        io.BytesIO(workbook(room.db, room.id)), sheet_name=instrument(CORE).title.fi
    )
    assert table["Kierros"].tolist() == [1] * 12 + [2] * 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_and_opens_at_its_headings(db: Database, language: Any) -> None:
    room = Room(db, "verkostosuunnitelma")
    asked = run_through(room)
    book = opened(room, language)
    first, *others = book.sheetnames
    assert first == {"fi": "Lue ensin", "sv": "Läs först", "en": "Read first"}[language]
    titles = [instrument(name).title.into(language) for name in asked]
    assert others[: len(asked)] == titles
    told = [row[0] for row in book[first].values]
    assert [name for name in others if name not in told] == []
    for name in others:
        assert book[name].freeze_panes == "A2"
        assert book[name].print_title_rows == "$1:$1"
        assert (book[name].page_setup.fitToWidth, book[name].page_setup.fitToHeight) == (1, 0)
        assert book[name]["A1"].font.bold
        widths = [one.width for one in book[name].column_dimensions.values()]
        assert all(8 <= width <= 60 for width in widths)


def test_sheets_have_names_that_they_can_have(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = instrument(CORE)
    title = asked.title.model_copy(update={"fi": "Luvut: [mitä/miten]? 'Hyvin pitkä nimi' *\\"})
    named = asked.model_copy(update={"title": title})
    monkeypatch.setattr("verkostotyokalut.report.shown.instrument", lambda _name: named)
    assert opened(room).sheetnames == [
        "Lue ensin",
        "Luvut   mitä miten   'Hyvin pit",
        "Luvut",
        LEVELS,
    ]
    title = asked.title.model_copy(update={"fi": "lue ENSIN"})
    named = asked.model_copy(update={"title": title})
    assert opened(room).sheetnames == ["Lue ensin", "lue ENSIN 2", "Luvut", LEVELS]


def test_a_rehearsal_says_so(db: Database) -> None:
    made_up = sessions.create(db, CORE, rehearsal=10)
    book = load_workbook(io.BytesIO(workbook(db, made_up.id)))
    assert book.sheetnames == ["Lue ensin"]
    assert ("Harjoitus", "Vastaukset ovat keksittyjä.") in list(book["Lue ensin"].values)
    assert datetime.now(UTC).year == book["Lue ensin"]["B3"].value.year
