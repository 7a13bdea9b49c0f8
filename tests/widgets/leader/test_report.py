"""The buttons of what is taken home: nothing before the first results, then a file for each."""

from typing import Any

import pytest

from tests.widgets.room import people_answer
from verkostotyokalut.live import Action, Database, Session, StorageError, Trouble, releases
from verkostotyokalut.report.files import MAKERS
from verkostotyokalut.report.html import html
from verkostotyokalut.widgets import Console, LiveSession, Report

Sent = list[tuple[dict[str, Any], bytes]]


@pytest.fixture
def live(db: Database, session: Session) -> LiveSession:
    people_answer(db, session, 6)
    return LiveSession(db, session)


def pressed(
    widget: Report, what: str, monkeypatch: pytest.MonkeyPatch, ending: object = ".html"
) -> Sent:
    sent: Sent = []
    monkeypatch.setattr(
        widget, "send", lambda content, buffers: sent.append((content, bytes(buffers[0])))
    )
    widget._on_message(widget, {"do": what, "ending": ending}, [])
    return sent


def test_there_is_no_report_before_anything_is_shown(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = Report(live)
    assert widget.view == {"ready": False, "message": ""}
    assert pressed(widget, "save", monkeypatch) == []
    live.move(Action.REVEAL)
    assert widget.view["ready"]
    live.move(Action.HIDE)
    assert not widget.view["ready"]


@pytest.mark.parametrize("what", ["save", "open"])
def test_a_press_brings_the_report(
    db: Database, live: LiveSession, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.move(Action.REVEAL)
    ((content, page),) = pressed(Report(live), what, monkeypatch)
    assert page.decode() == html(db, live.id)
    assert content["type"] == what
    assert content["mime"] == "text/html"
    assert content["name"].startswith("ydinelementit-")
    assert content["name"].endswith(".html")


@pytest.mark.parametrize(
    ("ending", "begins"), [(".kierros", b"{"), (".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf")]
)
def test_a_press_brings_another_file(
    live: LiveSession, ending: str, begins: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.move(Action.REVEAL)
    ((content, file),) = pressed(Report(live), "save", monkeypatch, ending)
    assert file.startswith(begins)
    assert content["type"] == "save"
    assert content["mime"] == MAKERS[ending].mime
    assert content["name"].startswith("ydinelementit-")
    assert content["name"].endswith(ending)


def test_other_messages_bring_nothing(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    live.move(Action.REVEAL)
    assert pressed(Report(live), "else", monkeypatch) == []
    for ending in (".ics", "", "../x", 1, None, [".html"]):
        assert pressed(Report(live), "save", monkeypatch, ending) == []


def test_a_store_that_cannot_be_read_is_told(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.move(Action.REVEAL)
    widget = Report(live)

    def broken(*_args: object) -> None:
        raise StorageError(Trouble.BUSY, "verkosto.sqlite", "")

    with monkeypatch.context() as patched:
        patched.setattr("verkostotyokalut.report.html.shown", broken)
        assert pressed(widget, "save", monkeypatch) == []
    assert "verkosto.sqlite" in widget.view["message"]
    assert releases.which(live.db, live.id)
    assert pressed(widget, "save", monkeypatch)
    assert widget.view["message"] == ""


def test_it_is_the_last_thing_on_the_console(live: LiveSession) -> None:
    assert isinstance(Console(live).children[0].children[-1], Report)
