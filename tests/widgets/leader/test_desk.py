"""The desk: the lobby or a session's console, and the strip above it."""

from typing import Any

import pytest
from sqlalchemy import update

from tests.live.making import CORE, collecting
from verkostotyokalut.live import Action, Database, answers, sessions
from verkostotyokalut.live.schema import session as table
from verkostotyokalut.widgets import Desk
from verkostotyokalut.widgets.leader.desk import DeskBar


def bar(desk: Desk) -> DeskBar:
    made = desk.children[0]
    assert isinstance(made, DeskBar)
    return made


def shown(desk: Desk) -> str:
    return type(desk.children[1]).__name__


def send(bar: DeskBar, **content: Any) -> None:
    bar._on_message(bar, content, [])


def test_a_page_without_a_code_shows_the_lobby(db: Database) -> None:
    collecting(db)
    desk = Desk()
    assert (shown(desk), bar(desk).code, bar(desk).view) == ("Lobby", "", {})


def test_choosing_a_session_shows_its_console_and_the_code(db: Database) -> None:
    desk = Desk()
    lobby = desk.children[1]
    choice = {"do": "start", "workshop": CORE, "language": "sv", "minimum": 3}
    lobby._on_message(lobby, choice, [])
    (made,) = sessions.every(db)
    assert (shown(desk), bar(desk).code, bar(desk).language) == ("Console", made.code, "sv")
    lobby._on_message(lobby, choice, [])  # a double click's second message comes late
    assert bar(desk).code == made.code
    assert sessions.every(db) == [made]


def test_going_back_and_forth(db: Database) -> None:
    session = collecting(db)
    desk = Desk()
    bar(desk).code = session.code  # the browser's forward button
    assert shown(desk) == "Console"
    bar(desk).code = ""
    assert shown(desk) == "Lobby"
    sessions.delete(db, session.id)
    bar(desk).code = session.code
    assert (shown(desk), bar(desk).code) == ("Lobby", "")
    assert session.code in desk.children[1].view["message"]


def test_the_address_names_the_session(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    session = collecting(db)
    monkeypatch.setenv("QUERY_STRING", f"token=x&code={session.code.lower()}")
    desk = Desk()
    assert (shown(desk), bar(desk).code) == ("Console", session.code)


@pytest.mark.parametrize("code", ["EEEEEE", "x", "%3Cscript%3E"])
def test_a_wrong_code_leads_to_the_lobby_in_words(
    db: Database, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("QUERY_STRING", f"code={code}&kieli=sv")
    desk = Desk()
    assert shown(desk) == "Lobby"
    assert "Ingen workshop har koden" in desk.children[1].view["message"]


def test_a_workshop_that_is_named_is_led_at_once(db: Database) -> None:
    first = Desk(CORE, minimum=7)
    (made,) = sessions.every(db)
    assert (shown(first), bar(first).code, made.minimum) == ("Console", made.code, 7)
    assert bar(Desk(CORE)).code == made.code
    lobby = Desk("eiole").children[1]
    assert "eiole" in lobby.view["message"]


def test_the_address_names_a_workshop(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUERY_STRING", f"workshop={CORE}&kieli=sv&token=x")
    first = Desk()
    (made,) = sessions.every(db)
    assert (shown(first), bar(first).code, made.language) == ("Console", made.code, "sv")
    assert bar(Desk()).code == made.code  # opened again, the same goes on
    monkeypatch.setenv("QUERY_STRING", f"workshop={CORE}&code={sessions.create(db, CORE).code}")
    assert bar(Desk()).code != made.code
    monkeypatch.setenv("QUERY_STRING", "workshop=eiole")
    assert "eiole" in Desk().children[1].view["message"]


def test_a_session_whose_content_is_gone_is_told(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = collecting(db)
    with db.write() as connection:
        connection.execute(update(table).values(workshop="poistettu"))
    monkeypatch.setenv("QUERY_STRING", f"code={session.code}")
    desk = Desk()
    assert shown(desk) == "Lobby"
    assert "sisältöä ei enää ole" in desk.children[1].view["message"]


def test_the_rehearsals_controls(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    session = sessions.create(db, CORE, rehearsal=10)
    monkeypatch.setenv("QUERY_STRING", f"code={session.code}")
    strip = bar(Desk())
    assert strip.view["going"]
    assert "tulossa" in strip.view["words"]
    for _ in range(3):
        answers.join(db, session.id)
    send(strip, do="rest")
    assert (strip.view["going"], sessions.get(db, session.id).rehearsing) == (False, 0)
    assert strip.view["words"] == "Harjoitus: vastaukset ovat keksittyjä."
    send(strip, do="rehearse")
    assert strip.view["words"] == "Harjoitus käynnissä: 3 osallistujaa"
    assert sessions.get(db, session.id).rehearsing == 3
    sessions.move(db, session.id, Action.CLOSE)
    send(strip, do="x")
    assert strip.view["going"]  # not read yet
    send(strip, do="rest")
    assert (strip.view["going"], strip.view["ended"]) == (False, True)


def test_a_real_session_has_no_rehearsal(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    session = collecting(db)
    monkeypatch.setenv("QUERY_STRING", f"code={session.code}")
    strip = bar(Desk())
    send(strip, do="rehearse")
    assert strip.view == {}
    assert sessions.get(db, session.id).rehearsal is None
