"""Tells the leader when a temporary server vanishes, and saves what is to stay."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from ...live import StorageError, temporary
from ..base.module import script, style
from ..session.live_session import LiveSession
from .session_widget import SessionWidget
from .take_home import has_results, send_results

ENDINGS = (".kierros", ".html")
UPDATE = 5.0  # seconds between two looks at whether there is anything to save


class ServerNote(SessionWidget):
    """A strip above the console: when the server vanishes, and the files to take home before it.

    Its page counts the time, and hears from the page itself when nobody has done anything for long.

    Parameters
    ----------
    session
        The session that vanishes with the server.
    """

    _esm = script("leader/server_note.js")
    _css = style("leader/server_note.css")

    def __init__(self, session: LiveSession) -> None:
        self._ends = temporary.ends() or datetime.max.replace(tzinfo=UTC)
        self._ready = False
        super().__init__(session, UPDATE)

    def _do(self, content: dict[str, Any]) -> str | None:
        match content:
            case {"do": "save", "ending": str(ending)} if ending in ENDINGS:
                return send_results(self, "save", ending)
        return None

    def _view(self) -> dict[str, Any]:
        with suppress(StorageError):  # the conductor tells of it
            self._ready = self._ready or has_results(self._session)
        return {
            # in seconds from now: the clock of the leader's computer may be wrong
            "left": (self._ends - datetime.now(UTC)).total_seconds(),
            "files": list(ENDINGS) if self._ready else [],
        }
