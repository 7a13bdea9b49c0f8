"""What all the leader's widgets of a session do alike."""

from typing import Any

import pytest

from verkostotyokalut.live import Database, Session, StorageError, Trouble, UnknownSession, sessions
from verkostotyokalut.widgets import LiveSession
from verkostotyokalut.widgets.leader.session_widget import SessionWidget


class Steps(SessionWidget):
    """Shows the step, and does whatever error it is told."""

    def _view(self) -> dict[str, Any]:
        return {"stage": self._session.stage}

    def _do(self, content: dict[str, Any]) -> str | None:
        match content:
            case {"raise": Exception() as error}:
                raise error
            case {"tell": str(words)}:
                return words
        return None


@pytest.fixture
def live(db: Database, session: Session) -> LiveSession:
    return LiveSession(db, session)


def press(widget: Steps, **content: Any) -> None:
    widget._on_message(widget, content, [])


def test_it_speaks_the_sessions_language(live: LiveSession) -> None:
    widget = Steps(live)
    assert (widget.language, list(widget.texts)) == (live.language, [live.language])


def test_it_shows_what_changes(db: Database, live: LiveSession) -> None:
    widget = Steps(live)
    assert widget.view == {"stage": "collecting", "message": ""}
    sessions.move(db, live.id, sessions.Action.LOCK)
    live.refresh()
    assert widget.view["stage"] == "locked"


def test_what_is_told_stays_until_the_next_press(live: LiveSession) -> None:
    widget = Steps(live)
    press(widget, tell="Kirjoita nimi.")
    live.refresh()
    assert widget.view["message"] == "Kirjoita nimi."
    press(widget)
    assert widget.view["message"] == ""


def test_trouble_with_the_store_is_told(live: LiveSession) -> None:
    widget = Steps(live)
    press(widget, **{"raise": StorageError(Trouble.FULL, "x", "y")})
    assert "levy" in widget.view["message"].lower()


def test_who_comes_late_sees_how_it_is_now(db: Database, live: LiveSession) -> None:
    widget = Steps(live)
    sessions.move(db, live.id, sessions.Action.LOCK)  # by another leader
    press(widget, **{"raise": UnknownSession("x")})
    assert widget.view == {"stage": "locked", "message": ""}
