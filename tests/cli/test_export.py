"""``export``: the files that people take home, and what is in the way of one."""

import errno
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from tests.cli.running import refusal, run
from tests.live.making import CORE
from verkostotyokalut.cli import main
from verkostotyokalut.live import Action, Database, agreements, releases, sessions
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.round_file import read


@pytest.fixture
def shown(tmp_path: Path) -> str:
    """The code of a session whose first results have been shown."""
    db = Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    session = sessions.move(db, sessions.create(db, CORE).id, Action.START)
    releases.publish(db, session.id, 1, CORE, {})
    sessions.move(db, session.id, Action.REVEAL)
    db.close()
    return session.code


def test_export_writes_the_report(tmp_path: Path, shown: str) -> None:
    file = tmp_path / "Raportti åäö.HTML"
    done = run(tmp_path, "export", shown.lower(), str(file), "--language", "sv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"Tiedosto on valmis: {file}"
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert '<html lang="sv">' in page
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".Raportti")] == []


def test_export_of_a_code_that_nobody_has(tmp_path: Path) -> None:
    for code in ("ABCDEF", "höpö"):
        words = refusal(tmp_path, "export", code, "raportti.html")
        assert words == f"Millään työpajalla ei ole koodia {code}. Tarkista koodi."


@pytest.mark.parametrize("name", ["raportti.docx", "raportti", ".html"])
def test_export_says_what_there_is(tmp_path: Path, shown: str, name: str) -> None:
    words = refusal(tmp_path, "export", shown, name)
    endings = ".html, .kierros, .xlsx, .csv, .ics"
    assert words == f"Tiedoston {name} päätteen pitää olla jokin näistä: {endings}"
    assert not (tmp_path / name).exists()


def test_export_writes_the_other_files_too(
    tmp_path: Path, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"sqlite:///{tmp_path / 'verkosto.sqlite'}"
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", address)
    db = Database(address)
    session = sessions.find(db, shown)
    calendar = tmp_path / "sovitut.ics"
    nothing = CliRunner().invoke(main, ["export", shown, str(calendar)])
    assert (nothing.exit_code, nothing.output) == (
        1,
        "Millään sovitulla asialla ei ole vielä päivää.\n",
    )
    assert not calendar.exists()
    agreements.add(db, session.id, Words(Sort.ACTION, "Tavataan", due=date(2027, 1, 31)))
    db.close()
    for name in ("kevat.kierros", "tulokset.xlsx", "tulokset.CSV", "sovitut.ics"):
        done = CliRunner().invoke(main, ["export", shown, str(tmp_path / name)])
        assert (done.exit_code, done.output) == (0, f"Tiedosto on valmis: {tmp_path / name}\n")
    assert read((tmp_path / "kevat.kierros").read_bytes()).workshop.id == CORE
    assert load_workbook(tmp_path / "tulokset.xlsx").sheetnames[0] == "Lue ensin"
    assert (tmp_path / "tulokset.CSV").read_bytes().startswith(b"\xef\xbb\xbfKysely;")
    assert b"SUMMARY:Tavataan" in calendar.read_bytes()


def test_export_into_a_folder_that_is_not_there(tmp_path: Path, shown: str) -> None:
    words = refusal(tmp_path, "export", shown, "eiole/raportti.html")
    assert (
        words == "Tiedostoa eiole/raportti.html ei voi kirjoittaa. Tarkista kansio ja sen oikeudet."
    )


def test_a_full_disk_leaves_the_earlier_report(
    tmp_path: Path, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "raportti.html"
    file.write_text("viimevuotinen")
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", f"sqlite:///{tmp_path / 'verkosto.sqlite'}")

    def full(_self: Path, _to: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = CliRunner().invoke(main, ["export", shown, str(file)])
    assert done.exit_code == 1
    assert f"Levy on täynnä: tiedostoa {file} ei kirjoitettu." in done.output
    assert file.read_text() == "viimevuotinen"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".raportti")] == []
