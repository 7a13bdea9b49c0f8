"""The leader's controls: the steps, the counts, and what to do next."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import traitlets

from ...framework import Screen
from ...live import Action, NotNow, Stage, StorageError, UnknownSession, storage_words
from ...live.comparisons import Beside
from ...live.temporary import is_temporary
from ...locales import translator
from ..base.later import Slow
from ..base.module import script, style
from ..session.live_session import LiveSession
from ..session.timing import timing
from .results import shown_views
from .session_widget import SessionWidget
from .take_home import has_results, send_results
from .talk import talk_about

UPDATE = 0.2  # seconds between two updates of the counts
TALK = 2.0  # seconds between two looks at what to talk about, while answers come
SCREEN = "valkokangas.ipynb"
TO_KEEP = (".kierros", ".html")  # the files that are offered before the workshop is ended


class Conductor(SessionWidget):
    """Moves a session from step to step.

    Parameters
    ----------
    session
        The session to conduct.
    """

    _esm = script("leader/conductor.js")
    _css = style("leader/conductor.css", "leader/layout.css")

    timing = traitlets.Dict().tag(sync=True)

    late = (NotNow, UnknownSession, ValueError)

    def __init__(self, session: LiveSession) -> None:
        self._moments: tuple[object, ...] = ()
        self._shown = False  # whether the room has been shown results that can be kept
        self._topics = Slow(partial(talk_about, session), TALK, self._update)
        super().__init__(session, UPDATE)

    def _do(self, content: dict[str, Any]) -> str | None:
        match content:
            case {"do": "save", "ending": str(ending)} if ending in TO_KEEP:
                return send_results(self, "save", ending)
            case {"timing": True}:
                self.timing = timing(self._session)
            case {"picture": picture}:
                self._show_picture(picture)
            case {"countdown": int() | None as minutes}:
                self._session.count_down(minutes)
            case {"action": "groups" | "rounds" as of}:
                self._compare(Beside(of))
            case _:
                self._session.move(Action(str(content.get("action"))))
        return None

    def _show_picture(self, picture: object) -> None:
        if type(picture) is not int or not 0 <= picture < len(shown_views(self._session)):
            raise ValueError(picture)
        self._session.show_picture(picture)

    def _compare(self, of: Beside) -> None:
        """Set something beside each other, and show it."""
        before = len(shown_views(self._session))
        self._session.compare(of)
        if len(shown_views(self._session)) > before:
            self._session.show_picture(before)

    def _update(self) -> None:
        session = self._session
        moments = (session.began, session.turned, session.countdown, session.stage)
        if moments != self._moments:
            self._moments = moments
            self.timing = timing(session)
        super()._update()

    def _view(self) -> dict[str, Any]:
        session = self._session
        language = session.language
        step = session.workshop.steps[session.step]
        trouble = self._message or (
            storage_words(session.trouble, language) if session.trouble else ""
        )
        asking = session.instrument is not None and session.stage is not Stage.DRAFTED
        return {
            "title": session.workshop.title.into(language),
            "code": session.code,
            "stage": session.stage,
            "stage_text": self._stage_words(),
            "steps": self._steps(),
            "counts": {
                "joined": session.joined,
                "answered": session.answered if asking else None,
                "done": session.done if asking else None,
            },
            "actions": self._actions(),
            "pictures": self._pictures(),
            "step_title": step.title.into(language),
            "guide": self._guide(),
            "topics": self._topics.get(
                (session.step, session.stage, session.round, *session.compared)
            ),
            "screen_url": _screen_url(session.code),
            "message": trouble,
            "urgent": bool(trouble),
        }

    def _steps(self) -> list[dict[str, Any]]:
        session = self._session
        closed = session.stage is Stage.CLOSED
        return [
            {
                "title": step.title.into(session.language),
                "minutes": step.minutes,
                "status": "done"
                if closed or index < session.step
                else "now"
                if index == session.step
                else "next",
            }
            for index, step in enumerate(session.workshop.steps)
        ]

    def _pictures(self) -> list[dict[str, Any]]:
        """Return what the projector can show, if there is anything to choose."""
        session = self._session
        if not session.stage.shows_results or len(found := shown_views(session)) < 2:
            return []
        return [
            {
                "heading": view[0].heading,
                "label": " + ".join(drawer.label for drawer in view),
                "shown": index == (session.picture or 0),
            }
            for index, view in enumerate(found)
        ]

    def _guide(self) -> dict[str, Any]:
        language = self._session.language
        guide = self._session.workshop.steps[self._session.step].guide
        return {
            "purpose": guide.purpose.into(language),
            "introduce": guide.introduce.into(language),
            "talk": [question.into(language) for question in guide.talk],
            "reading": guide.reading.into(language) if guide.reading else "",
        }

    def _actions(self) -> list[dict[str, Any]]:
        session = self._session
        _ = translator(session.language).gettext
        labels = {
            Action.START: _("Start"),
            Action.LOCK: _("Lock the answers"),
            Action.UNLOCK: _("Open the answers again"),
            Action.REVEAL: _("Show the results"),
            Action.HIDE: _("Hide the results"),
            Action.NEXT: self._next_words(),
            Action.BACK: _("Back"),
            Action.AGAIN: _("New round…"),
            Action.CLOSE: _("End…"),
            Action.REOPEN: _("Open again"),
        }
        allowed = session.actions
        first = (Action.START, Action.REVEAL, Action.NEXT, Action.CLOSE)
        primary = next((action for action in first if action in allowed), None)
        order = [
            Action.START,
            Action.REVEAL,
            Action.LOCK,
            Action.UNLOCK,
            Action.HIDE,
            Action.NEXT,
            *([Action.CLOSE] if primary is Action.CLOSE else []),  # there is nothing after it
            Action.BACK,
            Action.AGAIN,
            Action.REOPEN,
            Action.CLOSE,
        ]
        questions = {
            Action.CLOSE: _(
                "End the workshop? The code stops working, and the answers disappear when this"
                " temporary server closes."
            )
            if is_temporary()
            else _("End the workshop? The code stops working; the answers are kept."),
            Action.AGAIN: _("Ask the same again as a new round? This round's answers are kept."),
        }
        return [
            {
                "id": action,
                "label": labels[action],
                "primary": action is primary,
                "enabled": True,
                **({"confirm": questions[action]} if action in questions else {}),
                **({"files": self._to_keep()} if action is Action.CLOSE else {}),
            }
            for action in dict.fromkeys(order)
            if action in allowed
        ] + self._comparisons()

    def _to_keep(self) -> list[str]:
        """Return the endings of the files that can be saved now."""
        with suppress(StorageError):  # told by the session's own trouble
            self._shown = self._shown or has_results(self._session)
        return list(TO_KEEP) if self._shown else []

    def _comparisons(self) -> list[dict[str, Any]]:
        """Return what can be set beside each other, which is done once in a round."""
        _ = translator(self._session.language).gettext
        labels = {
            Beside.GROUPS: _("Compare the groups…"),
            Beside.ROUNDS: _("Compare with the round before…"),
        }
        questions = {
            Beside.GROUPS: _(
                "Compare the groups? It is done once in a round, by what the room saw first and "
                "who is in which group now. Rounds can't be compared with this one after that."
            ),
            Beside.ROUNDS: _(
                "Compare this round with the one before? It is done once, by what the room saw "
                "first. Groups can't be compared in these rounds after that."
            ),
        }
        return [
            {"id": of, "label": labels[of], "primary": False, "enabled": True, "confirm": words}
            for of, words in questions.items()
            if of in self._session.comparable
        ]

    def _next_words(self) -> str:
        session = self._session
        steps = session.workshop.steps
        if session.step + 1 >= len(steps):
            return ""
        words = translator(session.language).gettext("Next: {step}")
        return words.format(step=steps[session.step + 1].title.into(session.language))

    def _stage_words(self) -> str:
        session = self._session
        _ = translator(session.language).gettext
        step = session.workshop.steps[session.step]
        if session.stage is Stage.CLOSED:
            return _("The workshop has ended")
        if session.stage is Stage.DRAFTED:
            return _("People are joining")
        if step.instrument is None and step.screen is not Screen.RESULTS:
            return _("Nothing is asked now")
        words = {
            Stage.COLLECTING: _("Answers are coming in · results hidden"),
            Stage.LOCKED: _("Answers locked · results hidden"),
            Stage.REVEALED: _("Results shown · answers still coming in"),
            Stage.FROZEN: _("Results shown · answers locked"),
        }[session.stage]
        if session.stage.shows_results and session.waiting:
            # Too few for the picture to move on: it would tell what they have answered.
            waiting = translator(session.language).ngettext(
                "{n} change waits for others", "{n} changes wait for others", session.waiting
            )
            words += " · " + waiting.format(n=session.waiting)
        return words


def _screen_url(code: str) -> str:
    """Return the projector's page, relative to the server's base URL.

    It is beside the page we are on, if Voilà says which that is.
    """
    base = os.environ.get("VOILA_BASE_URL", "/")
    here = os.environ.get("SCRIPT_NAME", f"{base}voila/render/notebooks/x.ipynb")
    beside = PurePosixPath(here.removeprefix(base)).parent / SCREEN
    return f"{beside.as_posix()}?code={code}"
