"""The leader's whole page: the lobby, and in its place the console of the session chosen there."""

from __future__ import annotations

from typing import Any

import ipywidgets
import traitlets

from ...framework import ContentError, Language, UnknownContent
from ...live import Stage, StorageError, UnknownSession, sessions, storage_words
from ...live.codes import clean_code
from ...live.temporary import is_temporary
from ...locales import translator
from ..base.later import Pace
from ..base.module import script, style
from ..base.page import asked, asked_language
from ..base.worded import Worded
from ..session.live_session import LiveSession
from ..session.opening import asked_code, find_or_create, unknown_words
from ..session.store import database
from .lobby import PEOPLE, Lobby
from .lobby_lists import plan_of
from .pages import Console
from .server_note import ServerNote
from .session_widget import attempt

UPDATE = 0.5  # seconds between two updates of the words


class DeskBar(Worded):
    """The strip above the console: the way back to the lobby, and the rehearsal's own controls.

    It keeps the page's address and ``code`` the same, so that a reload, a second tab and the
    browser's back button find the session.
    """

    _esm = script("leader/desk_bar.js")
    _css = style("leader/desk_bar.css")

    code = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language) -> None:
        self._live: LiveSession | None = None
        self._message = ""
        super().__init__(language)
        self.on_msg(self._on_message)

    def follow(self, live: LiveSession | None, language: Language) -> None:
        """Stand above the console of ``live``, or above the lobby."""
        self._live, self._message = live, ""
        self.speak(language)
        self.code = live.code if live else ""
        self._update()
        if live is not None:
            live.observe(Pace(self._update, UPDATE).ask)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        live = self._live
        if live is not None:
            self._message = attempt(live, lambda: _rehearse(live, content))
            self._update()

    def _update(self) -> None:
        live = self._live
        if live is None or not live.rehearsal:
            self.view = {}
            return
        self.view = {
            "words": self._message or _rehearsal_words(live),
            "going": bool(live.rehearsing),
            "ended": live.stage is Stage.CLOSED,
        }


class Desk(ipywidgets.Box):  # type: ignore[misc]
    """The leader's page: the console of the session that its address names, or the lobby.

    Parameters
    ----------
    workshop
        Lead this workshop, as `open_session` does, instead of choosing one in the lobby;
        the page's address can name it too (``?workshop=ydinelementit``).
    language
        The lobby's language, and that of the room for a new session.
    minimum
        The least number of people whose results are shown (3 to 10), for a new session.
    """

    def __init__(
        self,
        workshop: str | None = None,
        *,
        language: Language = "fi",
        minimum: int = sessions.MINIMUM,
    ) -> None:
        self._language: Language = asked_language("kieli") or language
        self._live: LiveSession | None = None
        self._shown: tuple[ipywidgets.Widget, ...] = ()
        self._bar = DeskBar(self._language)
        super().__init__()
        self.add_class("vt-desk")
        code, message = "", ""
        try:
            wanted = workshop or asked("workshop") or None
            if wanted or asked_code():
                code = find_or_create(wanted, self._language, minimum).code
        except UnknownSession as error:
            message = unknown_words(error, self._language)
        except ContentError as error:
            message = error.told(translator(self._language).gettext)
        except UnknownContent as error:
            message = str(error)
        except StorageError:
            pass  # the lobby says what is wrong with the store
        self._show(code, message)
        self._bar.observe(self._observe_code, names="code")

    def _observe_code(self, change: dict[str, Any]) -> None:
        if change["new"] != (self._live.code if self._live else ""):
            self._show(change["new"])

    def _show(self, code: str, message: str = "") -> None:
        before, earlier = self._shown, self._live
        self._live = None
        page: Console | Lobby | None = None
        try:
            session = sessions.find(database(), clean_code(code) or code) if code else None
            if session is not None and plan_of(session) is None:
                _ = translator(self._language).gettext
                message = _("Its content is not here any more, or has mistakes.")
            elif session is not None:
                self._live = LiveSession(database(), session)
                page = Console(self._live)
        except UnknownSession as error:
            message = unknown_words(error, self._language)
        except StorageError as error:
            message = storage_words(error, self._language)
        page = page or self._lobby(message)
        self._bar.follow(self._live, self._live.language if self._live else self._language)
        note = [ServerNote(self._live)] if self._live and is_temporary() else []
        self._shown = (*note, page)
        self.children = (self._bar, *self._shown)
        if earlier is not None:
            earlier.close()
        for widget in before:
            _close(widget)

    def _lobby(self, message: str) -> Lobby:
        made = Lobby(self._language, message)

        def choose(_change: object) -> None:
            self._language = made.chosen_language
            self._show(made.code)

        made.observe(choose, names="code")
        return made


def _rehearse(live: LiveSession, content: dict[str, Any]) -> None:
    match content:
        case {"do": "rest"}:
            live.rehearse(None)
        case {"do": "rehearse"}:
            wanted = live.joined or PEOPLE  # those who were here come back
            live.rehearse(min(wanted, sessions.REHEARSAL[-1]))


def _close(widget: ipywidgets.Widget) -> None:
    for inner in getattr(widget, "children", ()):
        _close(inner)
    widget.close()


def _rehearsal_words(live: LiveSession) -> str:
    tr = translator(live.language)
    if not live.rehearsing:
        return tr.gettext("A rehearsal: the answers are made up.")
    if not live.joined:
        return tr.gettext(
            "The rehearsal's participants are coming. If nobody has come in half a minute,"
            " start verkostotyokalut again."
        )
    words = tr.ngettext(
        "The rehearsal is on: {n} participant", "The rehearsal is on: {n} participants", live.joined
    )
    return words.format(n=live.joined)
