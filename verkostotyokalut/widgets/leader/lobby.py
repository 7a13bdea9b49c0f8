"""The lobby: where a leader continues a workshop, starts one or rehearses one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from ...framework import LANGUAGES, ContentError, Language, UnknownContent
from ...live import (
    Action,
    Database,
    Follower,
    NotNow,
    Session,
    Stage,
    StorageError,
    UnknownSession,
    sessions,
    storage_words,
)
from ...live.codes import spaced
from ...locales import translator
from ...report.bringing import Earlier, bring_all, earlier_of
from ...report.round_file import RoundFileError
from ..base.later import Pace
from ..base.module import script, style
from ..base.worded import Worded
from ..session.store import database
from .lobby_lists import (
    earlier_row,
    instrument_rows,
    plan_of,
    session_rows,
    workshop_rows,
)

UPDATE = 2.0  # seconds between two updates, at the least
REPORT = ".html"
PEOPLE = 30  # rehearsal participants, unless the leader says otherwise


class Lobby(Worded):
    """Lists the sessions to continue and the workshops to start.

    ``code`` becomes the join code of the session that the leader has chosen.

    Parameters
    ----------
    language
        The lobby's language; the leader can change it.
    message
        What the leader is told first.
    """

    _esm = script("leader/lobby.js")
    _css = style("leader/lobby.css")

    view = traitlets.Dict().tag(sync=True)
    code = traitlets.Unicode("")

    def __init__(self, language: Language = "fi", message: str = "") -> None:
        self._language: Language = language
        self._told = message
        self._urgent = bool(message)
        self._heard = 0
        self._earlier: Earlier | None = None  # what a new session is compared with
        self._follower: Follower | None = None
        self._pace = Pace(self._update, UPDATE)
        super().__init__(language)
        self._update()
        self.on_msg(self._on_message)

    @property
    def chosen_language(self) -> Language:
        """The language that the leader reads."""
        return self._language

    def close(self) -> None:
        """Stop following the store."""
        if self._follower is not None:
            self._follower.stop()
        self._pace.stop()
        super().close()

    def _on_message(
        self, _widget: object, content: dict[str, Any], buffers: Sequence[memoryview]
    ) -> None:
        if self.comm is None:
            return  # the second press of a double click: a session's page has taken this place
        self._told, self._urgent = "", False
        self._heard += 1
        try:
            self._do(database(), content, buffers)
        except UnknownSession:
            self._tell(self._("The session is not there any more."))
        except ContentError as error:
            self._tell(
                self._("The content has mistakes:\n{mistakes}").format(mistakes=error.told(self._))
            )
        except UnknownContent:
            self._tell(self._("Its content is not here any more, or has mistakes."))
        except RoundFileError as error:
            self._tell(error.told(self._language))
        except (NotNow, ValueError):
            pass  # another leader was quicker; the list shows how things stand now
        except StorageError as error:
            self._tell(storage_words(error, self._language))
        if self.comm is not None:
            self._update()

    def _do(self, db: Database, content: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        match content:
            case {"do": "bring"}:
                self._earlier = None
                self._earlier = earlier_of(b"".join(bytes(buffer) for buffer in buffers))
            case {"do": "leave"}:
                self._earlier = None
            case {"do": "start", "workshop": str(name), "language": str(room), "minimum": minimum}:
                self._start(db, name, room, minimum, content.get("participants"))
            case {"do": "language", "language": str(language)} if language in LANGUAGES:
                self._language = language
                self.speak(language)
            case {"do": str(what), "code": str(code)}:
                self._with(db, what, sessions.find(db, code), content)

    def _with(self, db: Database, what: str, session: Session, content: dict[str, Any]) -> None:
        match what:
            case "open" | "reopen" if plan_of(session) is None:
                self._tell(self._("Its content is not here any more, or has mistakes."))
            case "open":
                self.code = session.code
            case "report":
                self._send_report(db, session)
            case "reopen":
                if session.stage is not Stage.CLOSED:  # its code has expired
                    sessions.move(db, session.id, Action.CLOSE)
                sessions.move(db, session.id, Action.REOPEN)
                self.code = session.code
            case "keep":
                sessions.keep(db, session.id, content.get("months", 0))
            case "delete":
                sessions.delete(db, session.id)
                words = self._("The session {code} and all that belonged to it is deleted.")
                self._told = words.format(code=spaced(session.code))
            case "rehearse" if session.rehearsal is not None:
                sessions.rehearse(db, session.id, content.get("participants"))

    def _send_report(self, db: Database, session: Session) -> None:
        from ...report.files import MAKERS, file_name  # here, for most people never ask for it

        maker, name = MAKERS[REPORT], file_name(db, session.id, REPORT)
        page = maker.make(db, session.id, None)
        self.send({"type": "report", "name": name, "mime": maker.mime}, buffers=[page])

    def _start(self, db: Database, name: str, room: str, minimum: Any, people: Any) -> None:
        if room not in LANGUAGES or type(minimum) is not int:
            return
        made = sessions.create(db, name, language=room, minimum=minimum, rehearsal=people)
        if self._earlier is not None:
            bring_all(db, made.id, [self._earlier])
        self.code = made.code

    def _(self, words: str) -> str:
        return translator(self._language).gettext(words)

    def _tell(self, words: str) -> None:
        self._told, self._urgent = words, True

    def _update(self) -> None:
        language = self._language
        told, urgent, lost = self._told, self._urgent, ""
        rows: list[dict[str, Any]] = []
        try:
            rows = session_rows(database(), language)
            self._follow()
        except StorageError as error:
            lost = storage_words(error, language)
        workshops, mistakes = workshop_rows(language)
        instruments, more = instrument_rows(language)
        self.view = {
            "sessions": rows,
            "workshops": workshops,
            "instruments": instruments,
            "mistakes": list(dict.fromkeys("\n".join([*more, *mistakes]).splitlines())),
            "earlier": None if self._earlier is None else earlier_row(self._earlier, language),
            "message": told,
            "urgent": urgent,
            "lost": lost,
            "heard": self._heard,
        }

    def _follow(self) -> None:
        if self._follower is None and self._pace.has_loop:
            self._follower = Follower(database(), self._pace.ask_from_thread)
            self._follower.start()
