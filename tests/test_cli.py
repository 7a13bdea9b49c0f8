"""The command: what it prints, where, and what it says when something is in the way."""

import asyncio
import errno
import os
import socket
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from tornado.httpclient import AsyncHTTPClient

from tests.live.making import CORE
from tests.serving import COMMAND, Server, environment, free_port, serving
from verkostotyokalut.cli import main
from verkostotyokalut.framework import shipped, workshop_ids
from verkostotyokalut.live import Action, Database, agreements, answers, releases, sessions
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.live.codes import clean_code
from verkostotyokalut.report.round_file import read


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command that ends by itself."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(folder, **more),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refusal(folder: Path, *arguments: str, **more: str) -> str:
    """Run a command that has to refuse; return its one clear message."""
    done = run(folder, *arguments, **more)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


# What there is


def test_the_workshops_are_listed(tmp_path: Path) -> None:
    done = run(tmp_path, "workshops")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ydinelementit  Ydinelementit (120 min)\n    " in done.stdout


# Opening


def test_open_tells_the_addresses_in_one_line(server: Server) -> None:
    # That nothing else is printed is seen when the server stops: see tests/serving.py.
    told = server.told
    assert set(told) == {"code", "join_url", "leader_url", "screen_url", "database"}
    code, base, token = told["code"], server.base, server.token
    assert clean_code(code) == code
    assert told["join_url"] == f"{base}verkosto/l/{code}"
    page = f"{base}voila/render/notebooks"
    assert told["leader_url"] == f"{page}/ohjaamo.ipynb?code={code}&token={token}"
    assert told["screen_url"] == f"{page}/valkokangas.ipynb?code={code}&token={token}"
    assert len(token) >= 32
    assert sessions.find(server.db, code).workshop == CORE


def test_without_a_workshop_the_lobby_opens(tmp_path: Path) -> None:
    with serving(tmp_path, command=()) as lobby:
        told = lobby.told
        assert set(told) == {"leader_url", "database"}
        page = f"{lobby.base}voila/render/notebooks/ohjaamo.ipynb"
        assert told["leader_url"] == f"{page}?token={lobby.token}"
        assert sessions.every(lobby.db) == []


def test_options_in_the_wrong_place_are_told(tmp_path: Path) -> None:
    words = refusal(tmp_path, "--lan", "workshops")
    assert words == "Kirjoita valinnat komennon jälkeen: verkostotyokalut open --lan …"


def test_a_rehearsal_is_not_opened_as_the_workshop(tmp_path: Path) -> None:
    db = Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    rehearsal = sessions.create(db, CORE, rehearsal=3)
    db.close()
    with serving(tmp_path) as server:
        assert server.session.id != rehearsal.id
        assert server.session.rehearsal is None


async def test_the_token_opens_the_leaders_server(server: Server) -> None:
    address = f"{server.base}api/status"
    fetch = AsyncHTTPClient().fetch
    refused = await fetch(address, raise_error=False)
    opened = await fetch(f"{address}?token={server.token}", raise_error=False)
    assert (refused.code, opened.code) == (403, 200)


def test_a_session_goes_on_unless_a_new_one_is_asked_for(tmp_path: Path) -> None:
    db = Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    first = sessions.move(db, sessions.create(db, CORE).id, Action.START)
    db.close()
    with serving(tmp_path, "--minimum", "7", "--language", "sv") as again:
        assert again.session == first
    with serving(tmp_path, "--new", "--minimum", "7", "--language", "sv") as fresh:
        assert fresh.session.id != first.id
        assert (fresh.session.minimum, fresh.session.language) == (7, "sv")
        assert fresh.session.step == 0
        assert fresh.token != again.token


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        words = refusal(tmp_path, "open", "--no-browser", "--port", str(port))
    assert words == f"Portti {port} on varattu. Valitse toinen valinnalla --port."


def test_an_unknown_workshop(tmp_path: Path) -> None:
    words = refusal(tmp_path, "open", "eiole", "--no-browser")
    assert words == f"Työpajaa eiole ei ole. Valittavana: {', '.join(workshop_ids())}"


@pytest.mark.parametrize("url", ["höpö", "mysql://palvelin/kanta", "sqlite://"])
def test_what_is_no_address_of_a_database(tmp_path: Path, url: str) -> None:
    words = refusal(tmp_path, "open", "--no-browser", VERKOSTO_DATABASE_URL=url)
    assert words == f"{url} ei ole tietokannan osoite. Tarkista VERKOSTO_DATABASE_URL."


def test_a_database_that_cannot_be_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}"
    words = refusal(tmp_path, "open", "--no-browser", VERKOSTO_DATABASE_URL=url)
    assert words == f"Tietokantaan {tmp_path} ei voi kirjoittaa. Tarkista kansion oikeudet."


def test_a_database_that_is_something_else(tmp_path: Path) -> None:
    letter = tmp_path / "kirje.txt"
    letter.write_text("Hyvä Maija! " * 500)
    url = f"sqlite:///{letter}"
    words = refusal(tmp_path, "open", "--no-browser", VERKOSTO_DATABASE_URL=url)
    assert words.startswith(f"{letter} on vioittunut")


def test_a_database_server_that_is_not_there(tmp_path: Path) -> None:
    url = f"postgresql://maija:salasana@127.0.0.1:{free_port()}/verkosto"
    words = refusal(tmp_path, "open", "--no-browser", VERKOSTO_DATABASE_URL=url)
    assert "ei saada yhteyttä" in words
    assert "salasana" not in words


@pytest.mark.parametrize(
    "arguments",
    [("--minimum", "2"), ("--minimum", "11"), ("--port", "0"), ("--language", "de"), ("--eiole",)],
)
def test_a_wrong_option_opens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    file = tmp_path / "verkosto.sqlite"
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", f"sqlite:///{file}")
    done = CliRunner().invoke(main, ["open", "--no-browser", *arguments])
    assert done.exit_code == 2
    assert arguments[0] in done.output
    assert not file.exists()


def test_mistakes_in_the_content_are_told_by_file_line_and_key(tmp_path: Path) -> None:
    file = tmp_path / "oma" / "workshops" / "meidan" / "workshop.yaml"
    file.parent.mkdir(parents=True)
    text = (shipped("workshops") / CORE / "workshop.yaml").read_text(encoding="utf-8")
    text = text.replace("id: ydinelementit", "id: meidan", 1)
    file.write_text(text.replace("minutes: 30", "minutes: paljon"), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "minutes: 30" in row)
    for arguments in (["workshops"], ["open", "meidan", "--no-browser"]):
        done = run(tmp_path, *arguments, VERKOSTO_CONTENT=str(tmp_path / "oma"))
        assert done.returncode == 1
        assert done.stderr.startswith("Sisällössä on virheitä:")
        assert f"{file}:{line}: steps[1].minutes: " in done.stderr
        assert "Traceback" not in done.stderr


# Rehearsing


def test_a_rehearsal_adds_up(server: Server, tmp_path: Path) -> None:
    session = server.new(Action.START)
    address = f"{server.base}verkosto/l/{session.code}"
    options = ["--participants", "8", "--seconds", "1.5", "--pace", "0.2", "--seed", "1"]
    done = run(tmp_path, "simulate", address, *options)
    assert done.returncode == 0, done.stderr
    counts = {word: int(n) for n, word in rehearsal(done.stdout)}
    news = answers.news(server.db, session.id, after=0, round_=1, instrument_id=CORE)
    assert counts["liittyi"] == news.joined == 8
    assert counts["lähetetty"] == counts["tallennettu"] == len(news.answers) > 20
    assert counts["vastaan"] == 0
    each = Counter(who for who, _, _ in news.answers)
    assert len(each) == 8
    assert max(each.values()) <= 12  # a first pass: every answer is to another item


def rehearsal(words: str) -> list[tuple[str, str]]:
    parts = [part.split() for part in words.strip().split(",")]
    return [(part[0], part[-1]) for part in parts]


def test_a_rehearsal_where_nothing_is_asked(server: Server, tmp_path: Path) -> None:
    session = server.new()
    address = f"{server.base}verkosto/l/{session.code.lower()}"
    done = run(tmp_path, "simulate", address, "--participants", "2", "--seconds", "1")
    assert done.returncode == 0, done.stderr
    assert [n for n, _ in rehearsal(done.stdout)] == ["2", "0", "0", "0"]


def test_a_rehearsal_at_a_wrong_address(server: Server, tmp_path: Path) -> None:
    wrong = [
        f"{server.base}verkosto/l/EEEEEE",
        f"{server.base}verkosto/",
        f"http://localhost:{free_port()}/verkosto/l/K7M4PX",
        "verkosto/l/K7M4PX",
        "ftp://localhost/verkosto",
    ]

    async def all_at_once() -> list[str]:
        return await asyncio.gather(
            *(
                asyncio.to_thread(refusal, tmp_path, "simulate", one, "--seconds", "1")
                for one in wrong
            )
        )

    for address, words in zip(wrong, asyncio.run(all_at_once()), strict=True):
        assert words.startswith(f"Osoitteeseen {address} ei voitu liittyä: ")


def test_the_store_is_where_the_command_says(server: Server) -> None:
    assert os.path.isfile(server.told["database"])
    db = Database(f"sqlite:///{server.told['database']}")
    assert sessions.find(db, server.told["code"]) == server.session
    db.close()


# Taking it home


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


# On paper


def test_an_answer_sheet_is_written(tmp_path: Path) -> None:
    file = tmp_path / "lomake åäö.html"
    done = run(tmp_path, "sheet", CORE, str(file), "--language", "sv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"Tiedosto on valmis: {file}"
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Blankettens nummer" in page


def test_an_answer_sheet_that_cannot_be_written() -> None:
    for arguments, words in (
        (["eiole", "lomake.html"], "Kyselyä eiole ei ole. Valittavana: "),
        ([CORE, "lomake.pdf"], "Tiedoston lomake.pdf päätteen pitää olla jokin näistä: .html"),
        ([CORE, "eiole/lomake.html"], "Tiedostoa eiole/lomake.html ei voi kirjoittaa."),
    ):
        done = CliRunner().invoke(main, ["sheet", *arguments])
        assert done.exit_code == 1
        assert done.output.startswith(words)
