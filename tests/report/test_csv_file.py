"""The CSV file, read again by pandas as a Finnish and an English program would."""

import io
from typing import Any

import pandas as pd
import pytest

from tests.report.conftest import Room
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Database
from verkostotyokalut.report.csv_file import numbers_csv
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.tidy import tidy

CORE = "ydinelementit"
SIGNS: Any = {"fi": (";", ","), "sv": (";", ","), "en": (",", ".")}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_numbers_are_numbers_in_the_languages_country(room: Room, language: Any) -> None:
    file = numbers_csv(room.db, room.id, language)
    assert file.startswith(b"\xef\xbb\xbf")
    assert file.endswith(b"\r\n")
    separator, decimal = SIGNS[language]
    table = pd.read_csv(io.BytesIO(file), sep=separator, decimal=decimal, encoding="utf-8-sig")
    rows = tidy(shown(room.db, room.session), language)
    numbers = table.iloc[:, 5]
    assert numbers.dtype == "float64"
    assert numbers.tolist() == pytest.approx([row.value for row in rows], abs=1e-4)
    assert table.iloc[:, 3].tolist() == [row.item.label.into(language) for row in rows]
    assert set(table.iloc[:, 6]) == {CORE}


def test_the_rooms_language_is_the_files(db: Database) -> None:
    room = Room(db, CORE, language="sv")
    assert numbers_csv(db, room.id) == numbers_csv(db, room.id, "sv")
    assert numbers_csv(db, room.id) != numbers_csv(db, room.id, "fi")


def test_a_formula_is_no_formula(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = instrument(CORE)
    label = asked.items[0].label.model_copy(update={"fi": '=CMD|"/c calc";\r\n@'})
    item = asked.items[0].model_copy(update={"label": label})
    first = asked.dimensions[0].model_copy(update={"items": (item, *asked.items[1:4])})
    hostile = asked.model_copy(update={"dimensions": (first, *asked.dimensions[1:])})
    monkeypatch.setattr("verkostotyokalut.report.shown.instrument", lambda _name: hostile)
    table = pd.read_csv(
        io.BytesIO(numbers_csv(room.db, room.id)), sep=";", decimal=",", encoding="utf-8-sig"
    )
    assert table.iloc[0, 3] == '\'=CMD|"/c calc"; @'
    assert len(table) == len(tidy(shown(room.db, room.session), "fi"))
