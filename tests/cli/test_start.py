"""``open`` and the command alone: what it prints, and what it says when something is wrong."""

import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner
from tornado.httpclient import AsyncHTTPClient

from tests.cli.running import refusal
from tests.live.making import CORE
from tests.serving import Server, free_port, serving
from verkostotyokalut.cli import main
from verkostotyokalut.framework import workshop_ids
from verkostotyokalut.live import Action, Database, sessions
from verkostotyokalut.live.codes import clean_code


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


def test_the_store_is_where_the_command_says(server: Server) -> None:
    assert os.path.isfile(server.told["database"])
    db = Database(f"sqlite:///{server.told['database']}")
    assert sessions.find(db, server.told["code"]) == server.session
    db.close()
