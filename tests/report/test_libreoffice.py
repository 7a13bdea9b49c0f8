"""The workbook and the CSV file, opened by LibreOffice, which tells how it has understood them."""

import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.report.conftest import Room
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import agreements
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.csv_file import numbers_csv
from verkostotyokalut.report.shown import shown
from verkostotyokalut.report.tidy import tidy
from verkostotyokalut.report.workbook import workbook

CORE = "ydinelementit"
DUE = date(2027, 1, 31)
FORMULAS = ['=HYPERLINK("http://example.org")', "+358 40", "-1", "@SUM(A1)"]
# Separated by semicolons, in UTF-8, read in Finnish as a double click on the file would.
FINNISH = "Text - txt - csv (StarCalc):59,34,76,1,,1035,false,true"

Opens = Callable[..., Workbook]


@pytest.fixture
def opens(tmp_path: Path) -> Opens:
    """Return what opens a file in LibreOffice, and gives the book that it saves of it."""

    def opened(name: str, content: bytes, *options: str) -> Workbook:
        file, saved = tmp_path / name, tmp_path / "saved"
        file.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", *options, "--convert-to", "xlsx"]
        done = subprocess.run(
            [*command, "--outdir", saved, file], capture_output=True, text=True, timeout=120
        )
        assert not done.returncode, done.stderr
        return load_workbook(saved / file.with_suffix(".xlsx").name)

    return opened


def kinds(sheets: list[Worksheet]) -> set[str]:
    return {cell.data_type for sheet in sheets for row in sheet for cell in row}


def test_the_workbook_is_understood(room: Room, opens: Opens) -> None:
    for one in FORMULAS:
        agreements.add(room.db, room.id, Words(Sort.ACTION, one, one, DUE))
    book = opens("tulokset.xlsx", workbook(room.db, room.id))
    # Nothing is a formula, and nothing a mistake ("f" and "e").
    assert kinds(book.worksheets) == {"s", "n", "d"}
    _, *agreed = book["Sovitut asiat"].values
    assert [row[1:4] for row in agreed] == [(one, one, datetime(2027, 1, 31)) for one in FORMULAS]
    head, *rows = book[instrument(CORE).title.fi].values
    summary = room.live.results.summary
    assert [row[head.index("Väittämä")] for row in rows] == [
        item.label.fi for item in instrument(CORE).items
    ]
    assert [row[head.index("Mediaani")] for row in rows] == summary["median"].tolist()


def test_the_csv_file_is_understood_in_finnish(
    room: Room, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = instrument(CORE)
    label = asked.items[0].label.model_copy(update={"fi": FORMULAS[0]})
    item = asked.items[0].model_copy(update={"label": label})
    first = asked.dimensions[0].model_copy(update={"items": (item, *asked.items[1:4])})
    hostile = asked.model_copy(update={"dimensions": (first, *asked.dimensions[1:])})
    monkeypatch.setattr("verkostotyokalut.report.shown.instrument", lambda _name: hostile)
    book = opens("luvut.csv", numbers_csv(room.db, room.id), f"--infilter={FINNISH}")
    assert kinds(book.worksheets) == {"s", "n"}
    (sheet,) = book.worksheets
    _, *rows = sheet.values
    expected = tidy(shown(room.db, room.session), "fi")
    assert [row[5] for row in rows] == pytest.approx([one.value for one in expected], abs=1e-4)
    assert [row[3] for row in rows] == [
        f"'{FORMULAS[0]}" if one.item.id == item.id else one.item.label.fi for one in expected
    ]
