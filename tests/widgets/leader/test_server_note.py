"""The note on a temporary server, and what is offered before a workshop is ended."""

import time
from typing import Any

import pytest

from tests.live.making import CORE
from verkostotyokalut.live import Action, Database, Session, releases, sessions
from verkostotyokalut.live.temporary import STARTED, ends
from verkostotyokalut.widgets.leader.conductor import Conductor
from verkostotyokalut.widgets.leader.desk import Desk
from verkostotyokalut.widgets.leader.server_note import ServerNote
from verkostotyokalut.widgets.session.live_session import LiveSession

AN_HOUR = 3600


@pytest.fixture
def session(db: Database) -> Session:
    return sessions.move(db, sessions.create(db, CORE).id, Action.START)


@pytest.fixture
def on_binder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDER_REPO_URL", "https://github.com/maija/verkko")
    monkeypatch.setenv(STARTED, str(time.time() - AN_HOUR))


def reveal(db: Database, session: Session) -> None:
    releases.publish(db, session.id, 1, CORE, {"n": 6})
    sessions.move(db, session.id, Action.REVEAL)


def asked(widget: Any, **message: Any) -> list[dict[str, Any]]:
    """Do what the page asks for; returns what it gets besides the view."""
    sent: list[dict[str, Any]] = []
    widget.send = lambda content, buffers=None: sent.append({**content, "file": buffers[0]})
    widget._on_message(widget, message, [])
    return sent


def close_button(conductor: Conductor) -> dict[str, Any]:
    return next(one for one in conductor.view["actions"] if one["id"] == "close")


def test_only_a_temporary_server_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ends() is None
    monkeypatch.setenv("BINDER_LAUNCH_HOST", "https://mybinder.org/")
    monkeypatch.setenv(STARTED, "1000")
    end = ends()
    assert end is not None
    assert end.timestamp() == 1000 + 6 * AN_HOUR
    for nonsense in ("", "pian", "1e300"):
        monkeypatch.setenv(STARTED, nonsense)
        end = ends()
        assert end is not None
        assert abs(end.timestamp() - time.time() - 6 * AN_HOUR) < 60


def test_the_note_stands_above_the_console_of_a_temporary_server(
    db: Database, session: Session, on_binder: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUERY_STRING", f"code={session.code}")
    desk = Desk()
    note = desk.children[1]
    assert [type(one).__name__ for one in desk.children] == ["DeskBar", "ServerNote", "Console"]
    assert abs(note.view["left"] - 5 * AN_HOUR) < 60
    desk.children[0].code = ""
    assert [type(one).__name__ for one in desk.children] == ["DeskBar", "Lobby"]
    assert note.comm is None
    monkeypatch.delenv("BINDER_REPO_URL")
    assert [type(one).__name__ for one in Desk().children] == ["DeskBar", "Console"]


def test_the_note_saves_what_the_room_has_been_shown(
    db: Database, session: Session, on_binder: None
) -> None:
    early = ServerNote(LiveSession(db, session))
    assert early.view["files"] == []
    assert asked(early, do="save", ending=".kierros") == []
    reveal(db, session)
    note = ServerNote(LiveSession(db, session))
    assert note.view["files"] == [".kierros", ".html"]
    for ending, start in ((".kierros", b"{"), (".html", b"<!doctype html>")):
        (file,) = asked(note, do="save", ending=ending)
        assert (file["type"], file["name"].endswith(ending)) == ("save", True)
        assert file["file"].startswith(start)
    assert asked(note, do="save", ending=".ics") == []


def test_the_files_are_offered_before_the_end(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    assert close_button(conductor)["files"] == []
    reveal(db, session)
    conductor = Conductor(LiveSession(db, session))
    button = close_button(conductor)
    assert button["files"] == [".kierros", ".html"]
    assert button["confirm"].endswith("vastaukset säilyvät.")
    (file,) = asked(conductor, do="save", ending=".kierros")
    assert file["name"].endswith(".kierros")
    assert asked(conductor, do="save", ending=".csv") == []


def test_the_question_tells_that_a_temporary_server_keeps_nothing(
    db: Database, session: Session, on_binder: None
) -> None:
    words = close_button(Conductor(LiveSession(db, session)))["confirm"]
    assert "vastaukset häviävät" in words
