"""The lobby: what it lists, and that each press is done, once, and told in words when it can't."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from tests.live.making import CORE, ITEMS, change, collecting
from tests.report.test_round_file import sealed
from tests.waiting import soon
from tests.widgets.room import people_answer
from verkostotyokalut.framework import shipped, workshop_ids
from verkostotyokalut.live import Action, Database, Session, Stage, answers, sessions
from verkostotyokalut.live.schema import session as table
from verkostotyokalut.report.baseline import brought
from verkostotyokalut.report.html import html
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.widgets import LiveSession, Lobby
from verkostotyokalut.widgets.session.store import database


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The leader's own content, which is empty at first."""
    monkeypatch.setenv("VERKOSTO_CONTENT", str(tmp_path / "oma"))
    return tmp_path / "oma"


def send(lobby: Lobby, **content: Any) -> None:
    lobby._on_message(lobby, content, [])


def start(lobby: Lobby, **more: Any) -> None:
    send(lobby, **{"do": "start", "workshop": CORE, "language": "fi", "minimum": 5, **more})


def row(lobby: Lobby, session: Session) -> dict[str, Any]:
    return next(one for one in lobby.view["sessions"] if one["code"] == session.code)


def set_(db: Database, session: Session, **values: object) -> None:
    with db.write() as connection:
        connection.execute(update(table).where(table.c.id == session.id).values(**values))


# What is listed


def test_workshops_and_single_surveys_are_listed(db: Database) -> None:
    view = Lobby().view
    assert view["sessions"] == view["mistakes"] == []
    assert {one["id"] for one in view["workshops"]} == set(workshop_ids())
    assert len(view["workshops"]) == 10
    core = next(one for one in view["workshops"] if one["id"] == CORE)
    assert (core["title"], core["minutes"], core["own"]) == ("Ydinelementit", 120, False)
    assert core["aim"]
    rules = {"id": "vain-pelisaannot", "title": "Pelisäännöt", "guess": None}
    assert rules in view["instruments"]
    guesses = {one["id"]: one["guess"] for one in view["instruments"]}
    assert guesses["vain-ydinelementit"] == "vain-arvaus-ydinelementit"


def test_sessions_are_listed_with_what_there_is_of_them(db: Database) -> None:
    drafted, going = sessions.create(db, "verkoston-sykli"), collecting(db)
    me = answers.join(db, going.id).participant
    answers.save(db, [change(going, me, ITEMS[0], 4, 1)])
    lobby = Lobby()
    told = row(lobby, going)
    assert (told["title"], told["open"], told["rehearsal"]) == ("Ydinelementit", True, False)
    assert told["where"].startswith("Vaihe 2/")
    assert told["people"] == "1 osallistuja"
    assert told["deleting"][:2] == ["Osallistujia: 1", "Vastauksia ja muistiinpanoja: 1"]
    assert told["months"] == 12
    assert row(lobby, drafted)["where"] == "Ei vielä alkanut"
    assert [one["code"] for one in lobby.view["sessions"]] == [going.code, drafted.code]


def test_a_leaders_own_workshop_is_listed_and_a_broken_one_is_told(db: Database, own: Path) -> None:
    text = (shipped("workshops") / CORE / "workshop.yaml").read_text(encoding="utf-8")
    for name, words in {
        "meidan": text.replace("id: ydinelementit", "id: meidan", 1),
        "rikki": text.replace("id: ydinelementit", "id: rikki", 1).replace("minutes: 30", "x: 1"),
    }.items():
        file = own / "workshops" / name / "workshop.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(words, encoding="utf-8")
    view = Lobby().view
    assert view["workshops"][0]["id"] == CORE  # as on the map of the framework
    assert view["workshops"][-1]["id"] == "meidan"
    assert view["workshops"][-1]["own"]
    assert "rikki" not in {one["id"] for one in view["workshops"]}
    assert any("rikki" in line and "steps[1]" in line for line in view["mistakes"])


async def test_others_changes_are_seen(db: Database) -> None:
    lobby = Lobby()
    try:
        made = sessions.create(Database(db.url.render_as_string()), CORE)
        await soon(lambda: [one["code"] for one in lobby.view["sessions"]] == [made.code])
    finally:
        lobby.close()


# Starting and going on


def test_a_workshop_is_started_as_the_leader_chose(db: Database) -> None:
    lobby = Lobby()
    start(lobby, language="sv", minimum=3)
    made = sessions.find(db, lobby.code)
    assert (made.workshop, made.language, made.minimum, made.rehearsal) == (CORE, "sv", 3, None)
    start(lobby, workshop="vain-pelisaannot", participants=10)
    made = sessions.find(db, lobby.code)
    assert (made.workshop, made.rehearsing) == ("vain-pelisaannot", 10)
    assert row(lobby, made)["rehearsal"]


@pytest.mark.parametrize(
    "more",
    [
        {"minimum": 2},
        {"minimum": "5"},
        {"minimum": None},
        {"language": "de"},
        {"participants": 0},
        {"participants": 5000},
        {"participants": "30"},
        {"workshop": "eiole"},
        {"workshop": "../../etc"},
        {"workshop": 5},
    ],
)
def test_what_cannot_be_started_starts_nothing(db: Database, more: dict[str, Any]) -> None:
    lobby = Lobby()
    start(lobby, **more)
    assert lobby.code == ""
    assert sessions.every(db) == []


def test_open_sessions_go_on_and_ended_ones_are_looked_at_or_opened(db: Database) -> None:
    going, ended = collecting(db), collecting(db)
    sessions.move(db, ended.id, Action.CLOSE)
    lobby = Lobby()
    assert (row(lobby, going)["open"], row(lobby, ended)["open"]) == (True, False)
    send(lobby, do="open", code=going.code)
    assert lobby.code == going.code
    send(lobby, do="open", code=ended.code)
    assert lobby.code == ended.code
    assert sessions.get(db, ended.id).stage is Stage.CLOSED
    send(lobby, do="reopen", code=ended.code)
    assert sessions.get(db, ended.id).stage is Stage.LOCKED
    assert row(lobby, ended)["open"]


def test_the_report_of_an_ended_session_is_downloaded_from_the_list(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, hidden = collecting(db), collecting(db)
    people_answer(db, shown, 5)
    LiveSession(db, shown).move(Action.REVEAL)
    for session in (shown, hidden):
        sessions.move(db, session.id, Action.CLOSE)
    lobby = Lobby()
    assert (row(lobby, shown)["report"], row(lobby, hidden)["report"]) == (True, False)
    sent: list[tuple[dict[str, str], bytes]] = []
    monkeypatch.setattr(lobby, "send", lambda message, buffers: sent.append((message, *buffers)))
    send(lobby, do="report", code=shown.code)
    ((message, page),) = sent
    assert (message["type"], message["mime"]) == ("report", "text/html")
    assert message["name"].startswith("ydinelementit-")
    assert page.decode() == html(db, shown.id)
    assert lobby.code == ""


def test_a_session_whose_code_has_expired_is_opened_again(db: Database) -> None:
    session = collecting(db)
    set_(db, session, expires=datetime.now(UTC) - timedelta(days=1))
    lobby = Lobby()
    told = row(lobby, session)
    assert (told["open"], told["where"]) == (False, "Liittymiskoodi on vanhentunut")
    send(lobby, do="reopen", code=session.code)
    assert lobby.code == session.code
    assert not sessions.get(db, session.id).expired


def test_a_session_whose_content_is_gone_is_kept_or_deleted_but_not_opened(db: Database) -> None:
    session = collecting(db)
    set_(db, session, workshop="poistettu")
    lobby = Lobby()
    told = row(lobby, session)
    assert (told["title"], told["usable"]) == ("poistettu", False)
    for what in ("open", "reopen"):
        send(lobby, do=what, code=session.code)
        assert lobby.code == ""
        assert lobby.view["urgent"]
    send(lobby, do="delete", code=session.code)
    assert sessions.every(db) == []


def test_a_rehearsal_is_stopped_and_gone_on_with(db: Database) -> None:
    made, real = sessions.create(db, CORE, rehearsal=30), collecting(db)
    lobby = Lobby()
    send(lobby, do="rehearse", code=made.code, participants=None)
    assert row(lobby, made)["rehearsing"] == 0
    send(lobby, do="rehearse", code=made.code, participants=10)
    assert row(lobby, made)["rehearsing"] == 10
    send(lobby, do="rehearse", code=real.code, participants=10)
    assert sessions.get(db, real.id).rehearsal is None


# Keeping and deleting


def test_how_long_a_session_is_kept(db: Database) -> None:
    session = collecting(db)
    lobby = Lobby()
    send(lobby, do="keep", code=session.code, months=1)
    assert row(lobby, session)["months"] == 1
    for months in (0, 37, "3", None):
        send(lobby, do="keep", code=session.code, months=months)
    assert row(lobby, session)["months"] == 1


def test_a_deleted_session_is_gone_and_told(db: Database) -> None:
    session, other = collecting(db), collecting(db)
    lobby = Lobby()
    send(lobby, do="delete", code=session.code)
    assert [one["code"] for one in lobby.view["sessions"]] == [other.code]
    assert "on poistettu" in lobby.view["message"]
    send(lobby, do="delete", code=session.code)  # another leader's page still showed it
    assert lobby.view["message"] == "Istuntoa ei enää ole."
    assert [one.id for one in sessions.every(db)] == [other.id]


# When something is wrong


@pytest.mark.parametrize(
    "content", [{}, {"do": 5}, {"do": "open"}, {"do": "open", "code": 7}, {"do": "x", "code": "x"}]
)
def test_what_is_no_wish_changes_nothing(db: Database, content: dict[str, Any]) -> None:
    session = collecting(db)
    lobby = Lobby()
    before = lobby.view["sessions"]
    send(lobby, **content)
    assert lobby.view["sessions"] == before
    assert sessions.every(db) == [session]


def test_a_store_that_cannot_be_read_is_told_until_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: Database
) -> None:
    letter = tmp_path / "kirje.sqlite"
    letter.write_text("Hyvä Maija! " * 500)
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", f"sqlite:///{letter}")
    database.cache_clear()
    lobby = Lobby()
    assert "vioittunut" in lobby.view["lost"]
    start(lobby)
    assert lobby.code == ""
    assert "vioittunut" in lobby.view["message"]
    os.remove(letter)
    send(lobby, do="look")
    assert (lobby.view["lost"], lobby.view["message"]) == ("", "")


def test_the_lobby_speaks_the_leaders_language(db: Database) -> None:
    collecting(db)
    lobby = Lobby()
    send(lobby, do="language", language="sv")
    assert (lobby.language, list(lobby.texts)) == ("sv", ["sv"])
    assert lobby.view["sessions"][0]["title"] == "Kärnelementen"
    send(lobby, do="language", language="de")
    assert lobby.language == "sv"


# An earlier workshop


@pytest.fixture
def last_year(db: Database) -> bytes:
    session = collecting(db)
    people_answer(db, session, 8, 2)
    LiveSession(db, session).move(Action.REVEAL)
    return write(db, session.id)


def test_a_new_session_is_compared_with_the_file_that_was_brought(
    db: Database, last_year: bytes
) -> None:
    lobby = Lobby()
    assert lobby.view["earlier"] is None
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(last_year)])
    assert lobby.view["earlier"]["workshop"] == CORE
    assert lobby.view["earlier"]["words"].startswith("Ydinelementit, ")
    assert "8 osallistujaa" in lobby.view["earlier"]["words"]
    start(lobby)
    (file,) = brought(db, sessions.find(db, lobby.code).id)
    assert file.participants == 8


def test_what_cannot_be_compared_is_told(last_year: bytes) -> None:
    lobby = Lobby()
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(last_year)])
    assert lobby.view["earlier"]["left_out"] == ""
    content = json.loads(last_year)
    content["instruments"][0]["rounds"][0]["items"][ITEMS[0]]["median"] = 9
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(sealed(content))])
    assert lobby.view["earlier"]["left_out"].startswith("Ei verrata, koska")
    assert lobby.view["earlier"]["left_out"].endswith(": Ydinelementit")
    assert lobby.view["earlier"]["reworded"] == ""


def test_what_was_asked_in_other_words_is_told(last_year: bytes) -> None:
    lobby = Lobby()
    content = json.loads(last_year)
    content["instruments"][0]["asked"]["version"] = 7
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(sealed(content))])
    told = lobby.view["earlier"]["reworded"]
    assert told == "Sanat tai versio ovat muuttuneet, ja vertailu kertoo miten: Ydinelementit"
    assert lobby.view["earlier"]["left_out"] == ""


def test_the_file_can_be_left_out_again(db: Database, last_year: bytes) -> None:
    lobby = Lobby()
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(last_year)])
    send(lobby, do="leave")
    assert lobby.view["earlier"] is None
    start(lobby)
    assert brought(db, sessions.find(db, lobby.code).id) == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"x" * 5_000_001])
def test_a_file_that_is_none_is_told_and_not_used(db: Database, data: bytes) -> None:
    lobby = Lobby()
    lobby._on_message(lobby, {"do": "bring"}, [memoryview(data)])
    assert lobby.view["urgent"] and "tiedosto" in lobby.view["message"]
    assert lobby.view["earlier"] is None
