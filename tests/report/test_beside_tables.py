"""What was set beside each other, read again from the workbook and the CSV file."""

import io
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from tests.live.making import CORE
from tests.report.conftest import Room
from tests.report.test_beside import HIDDEN, SHOWN, SIZES, in_groups, in_rounds, rows_of
from tests.report.test_csv_file import SIGNS
from verkostotyokalut.framework import LANGUAGES, instrument
from verkostotyokalut.live import Database
from verkostotyokalut.report.beside import Beside
from verkostotyokalut.report.beside_tables import measures
from verkostotyokalut.report.csv_file import numbers_csv
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.tidy import tidy
from verkostotyokalut.report.workbook import workbook

SHEET: Any = {"fi": "Vertailut", "sv": "Jämförelser", "en": "Comparisons"}
WHOSE = "Ryhmä, kierros tai työpaja"
ADDED: Any = {
    "fi": ["Vertailu", WHOSE, "Piilotettu", "Huomautus", "Vertailun tunnus"],
    "sv": [
        "Jämförelse",
        "Grupp, omgång eller workshop",
        "Dolt",
        "Anmärkning",
        "Jämförelsens id",
    ],
    "en": ["Compared", "Group, round or workshop", "Hidden", "Remark", "Id of the comparison"],
}
LIGHTS = ["vahvuus", "keskusteltavaa", "huolenaihe", "epävarma"]
ALL_OF_THEM: Any = {"fi": "Koko huone", "sv": "Hela rummet", "en": "The whole room"}


def sheet(room: Room, language: Any = "fi") -> pd.DataFrame:
    file = io.BytesIO(workbook(room.db, room.id, language))
    return pd.read_excel(file, sheet_name=SHEET[language])


def csv(room: Room, language: Any = "fi") -> pd.DataFrame:
    separator, decimal = SIGNS[language]
    file = io.BytesIO(numbers_csv(room.db, room.id, language))
    return pd.read_csv(file, sep=separator, decimal=decimal, encoding="utf-8-sig")


def values(rows: list[Beside]) -> list[float]:
    return [value for row in rows for value in row.values.values()]


@pytest.fixture
def room(db: Database) -> Room:
    return in_groups(db, CORE)


def test_the_workbook_has_every_number_and_no_other(room: Room) -> None:
    table, rows, names = sheet(room), rows_of(room), measures("fi")
    assert len(table) == len(rows)
    used = [title for title in names.values() if title in table]
    assert all(pd.api.types.is_numeric_dtype(table[title]) for title in used)
    for name, title in names.items():
        told = [row.values.get(name, float("nan")) for row in rows]
        if title in table:
            assert table[title].tolist() == pytest.approx(told, nan_ok=True)
        else:
            assert [value for value in told if value == value] == []
    others = set(table.columns) - set(used) - {"Kierros"}
    assert not [name for name in others if table[name].map(type).isin({int}).any()]
    of_items = table["Väittämä"].notna() & table["Vaihtoehto tai osa"].isna()
    assert set(table[of_items & table["Mediaani"].notna()][WHOSE]) == SHOWN


def test_a_hidden_row_of_the_workbook_has_no_number_and_says_so(room: Room) -> None:
    table = sheet(room)
    hidden = table[table["Piilotettu"].notna()]
    assert set(hidden[WHOSE]) >= HIDDEN
    numbers = [title for title in measures("fi").values() if title in table]
    assert hidden[numbers].isna().all(axis=None)
    assert table[table["Piilotettu"].isna()][numbers].notna().any(axis=1).all()
    assert set(table[table[WHOSE].isin(HIDDEN)]["Piilotettu"]) == {
        "ei näytetä: vastauksia on liian vähän, tai joku paljastuisi"
    }


def test_a_groups_name_is_no_formula(room: Room) -> None:
    book = load_workbook(io.BytesIO(workbook(room.db, room.id)))
    cells = [row[3] for row in book["Vertailut"].iter_rows(min_row=2)]
    assert {cell.value for cell in cells} == set(SIZES)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.quotePrefix for cell in cells if cell.value == "=1+1"} == {True}
    assert "'=1+1" in set(csv(room)[WHOSE]) and "=1+1" not in set(csv(room)[WHOSE])


def test_the_csv_has_the_rooms_numbers_first_and_then_those_compared(room: Room) -> None:
    table, rows = csv(room), rows_of(room)
    assert table["Luku"].dtype == "float64"
    mine = table[table["Vertailun tunnus"].isna()]
    whole = tidy(shown(room.db, room.session), "fi")
    assert mine["Luku"].tolist() == pytest.approx([row.value for row in whole], abs=1e-4)
    assert set(mine[WHOSE]) == {"Koko huone"}
    others = table[len(mine) :]
    assert set(others["Vertailun tunnus"]) == {"groups"}
    told = others[others["Luku"].notna()]
    assert told["Luku"].tolist() == pytest.approx(values(rows), abs=1e-4)
    assert told["Piilotettu"].isna().all()
    assert others[others["Luku"].isna()]["Piilotettu"].notna().all()
    item = instrument(CORE).item_ids[0]
    medians = table[(table["Kohdan tunnus"] == item) & (table["Luvun tunnus"] == "median")]
    assert medians[WHOSE].tolist() == ["Koko huone", "Kunnat", "'=1+1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rounds_are_told_in_the_languages(db: Database, language: Any) -> None:
    room = in_rounds(db)
    table, file = sheet(room, language), csv(room, language)
    first = {"fi": "1. kierros", "sv": "Omgång 1", "en": "Round 1"}[language]
    second = {"fi": "2. kierros", "sv": "Omgång 2", "en": "Round 2"}[language]
    labels = [first, second, f"{first} → {second}"]
    assert table.iloc[:, 3].unique().tolist() == labels
    assert file[ADDED[language][1]].unique().tolist() == [ALL_OF_THEM[language], *labels]
    assert file.columns[9:14].tolist() == ADDED[language]
    remarks = set(table[ADDED[language][3]].dropna())
    sure: Any = {
        "fi": ["Välin peitto", "Merkkitesti, p", "Vastasi vain toisella"],
        "sv": ["Intervallets täckning", "Teckentest, p", "Svarade i bara en"],
        "en": ["Coverage of the interval", "Sign test, p", "Answered in only one"],
    }
    changed = table[table[ADDED[language][1]] == labels[2]]
    changed = changed[changed[ADDED[language][2]].isna()]
    assert len(changed) == len(instrument(CORE).items) - 1
    assert changed[sure[language]].notna().all(axis=None)
    assert changed[sure[language][0]].ge(0.95).all()
    unsure = {"fi": "muutos epävarma", "sv": "osäker förändring", "en": "change uncertain"}
    assert unsure[language] in remarks
    rows = load_workbook(io.BytesIO(workbook(room.db, room.id, language))).worksheets[0].values
    assert SHEET[language] in [row[0] for row in rows]


def test_without_comparisons_there_is_no_sheet_and_the_columns_stay(db: Database) -> None:
    room = Room(db, CORE)
    room.answer()
    room.show()
    book = load_workbook(io.BytesIO(workbook(room.db, room.id)))
    assert "Vertailut" not in book.sheetnames
    assert "Vertailut" not in [row[0] for row in book["Lue ensin"].values]
    table = csv(room)
    assert set(table[WHOSE]) == {"Koko huone"}
    empty = [name for name in ADDED["fi"] if name not in {WHOSE, "Huomautus"}]
    assert table[empty].isna().all(axis=None)
    medians = table["Luvun tunnus"] == "median"
    assert set(table[medians]["Huomautus"]) <= {f"Valo: {light}" for light in LIGHTS}
    assert table[~medians]["Huomautus"].isna().all()
