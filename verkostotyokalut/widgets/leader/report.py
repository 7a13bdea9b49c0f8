"""Takes the results home: buttons that download them as files, and one that opens the report."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from ...live import StorageError
from ..base.module import script, style
from ..session.live_session import LiveSession
from .session_widget import SessionWidget
from .take_home import has_results, send_results

REPORT = ".html"
ENDINGS = (REPORT, ".kierros", ".xlsx", ".csv")  # the agreements have a button for the calendar
UPDATE = 1.0  # seconds between two updates, at the least


class Report(SessionWidget):
    """Makes what people take home of a session, when it is asked for.

    The report is one HTML file that prints well; the other files are for spreadsheets and for
    keeping.

    Parameters
    ----------
    session
        Whose report.
    """

    _esm = script("leader/report.js")
    _css = style("leader/report.css")

    def __init__(self, session: LiveSession) -> None:
        self._ready = False
        super().__init__(session, UPDATE)

    def _do(self, content: dict[str, Any]) -> str | None:
        match content:
            case {"do": "save", "ending": str(ending)} if ending in ENDINGS:
                return send_results(self, "save", ending)
            case {"do": "open"}:
                return send_results(self, "open", REPORT)
        return None

    def _view(self) -> dict[str, Any]:
        with suppress(StorageError):  # the conductor tells of it
            self._ready = has_results(self._session)
        return {"ready": self._ready}
