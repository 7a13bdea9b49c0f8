"""Takes the results home: buttons that download them as files, and one that opens the report."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ...framework import ContentError, UnknownContent
from ...live import StorageError, UnknownSession, releases, storage_words
from ...locales import translator
from ..base.later import Pace
from ..base.module import script, style
from ..base.texts import leader_texts
from ..session.live_session import LiveSession

REPORT = ".html"
ENDINGS = (REPORT, ".kierros", ".xlsx", ".csv")  # the agreements have a button for the calendar
UPDATE = 1.0  # seconds between two updates, at the least


class Report(anywidget.AnyWidget):
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

    view = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("fi").tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._message = ""
        super().__init__(language=session.language, texts=leader_texts(session.language))
        self._update()
        session.observe(Pace(self._update, UPDATE).ask)
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        match content:
            case {"do": "save", "ending": str(ending)} if ending in ENDINGS:
                self._make("save", ending)
            case {"do": "open"}:
                self._make("open", REPORT)

    def _make(self, what: str, ending: str) -> None:
        self._message = ""
        try:
            if self._ready():
                self._send_file(what, ending)
        except UnknownSession:
            self._session.refresh()
        except StorageError as error:
            self._message = storage_words(error, self._session.language)
        except (ContentError, UnknownContent) as error:
            _ = translator(self._session.language).gettext
            self._message = _("The file can't be made: {why}").format(why=error)
        self._update()

    def _send_file(self, what: str, ending: str) -> None:
        from ...report.files import MAKERS, file_name  # here, for most people never ask for it

        session, maker = self._session, MAKERS[ending]
        file = maker.make(session.db, session.id, None)
        name = file_name(session.db, session.id, ending)
        self.send({"type": what, "name": name, "mime": maker.mime}, buffers=[file])

    def _ready(self) -> bool:
        return bool(releases.every(self._session.db, self._session.id))

    def _update(self) -> None:
        try:
            ready = self._ready()
        except StorageError:  # the conductor tells of it
            return
        self.view = {"ready": ready, "message": self._message}
