"""The leader's two pages: the console, and the projector that follows it."""

from __future__ import annotations

from enum import Enum

import ipywidgets

from ...framework import Screen
from ...live import Stage
from ...locales import translator
from ..base.heading import Heading
from ..base.later import Pace
from ..session.live_session import LiveSession
from .agreements import AgreementBoard, Agreements
from .conductor import Conductor
from .countdown import Countdown
from .groups import Groups
from .join_card import JoinCard
from .own_view import OwnView
from .paper import PaperAnswers
from .report import Report
from .results import Results
from .wall import Wall

UPDATE = 0.2  # seconds between two updates of the words


class Console(ipywidgets.Box):  # type: ignore[misc]
    """All that a leader needs on one page: the controls, how to join, and what the room sees.

    Parameters
    ----------
    session
        The session to lead.
    """

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._join, self._results = JoinCard(session, "small"), Results(session, "console")
        self._own, self._groups = OwnView(session), Groups(session)
        self._paper = PaperAnswers(session)
        self._side = ipywidgets.Box()
        self._side.add_class("vt-console-side")
        self._conductor, self._wall = Conductor(session), Wall(session)
        self._agreements, self._report = Agreements(session, folded=True), Report(session)
        self._main = ipywidgets.Box()
        self._main.add_class("vt-console-main")
        super().__init__([self._main, self._side])
        self.add_class("vt-console")
        session.observe(self._turn)
        self._turn()

    def _turn(self) -> None:
        """Put first what the leader needs first: how to join, then the results."""
        session, stage = self._session, self._session.stage
        # What is agreed, and at the end the report, is beside the controls, in sight. The widgets
        # stay where they are, and with them what is being written.
        agreeing = session.workshop.steps[session.step].screen is Screen.AGREEMENT
        beside = stage is Stage.CLOSED or (agreeing and stage is not Stage.DRAFTED)
        (self.add_class if beside else self.remove_class)("vt-console-beside")
        join = (self._join, self._groups, self._paper)
        order = {
            Stage.DRAFTED: (*join, self._results),
            Stage.CLOSED: (self._results,),
        }.get(stage, (self._results, self._own, *join))
        if self._side.children != order:
            self._side.children = order
        later = {
            Stage.DRAFTED: (),
            Stage.CLOSED: (self._report, self._agreements, self._wall),
        }.get(stage, (self._agreements, self._wall, self._report))
        main = (self._conductor, *later)
        if self._main.children != main:
            self._main.children = main


class View(Enum):
    """What the projector shows; one thing at a time."""

    JOIN = "join"
    QUESTION = "question"
    RESULTS = "results"
    AGREEMENT = "agreement"
    TITLE = "title"


class Projector(ipywidgets.Box):  # type: ignore[misc]
    """The room's page: how to join, then the live pictures, as the leader moves on.

    Parameters
    ----------
    session
        The session to follow.
    """

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._shown: tuple[View, bool] | None = None
        self._heading = Heading(language=session.language)
        self._results = Results(session, "screen")
        self._agreed = AgreementBoard(session)
        self._large = JoinCard(session, "large")
        self._corner = JoinCard(session, "corner")
        self._time = Countdown(session)
        self._time.add_class("vt-projector-time")
        for widget in (self._results, self._agreed, self._large):
            widget.add_class("vt-fill")
        super().__init__()
        self.add_class("vt-projector")
        words = Pace(self._write, UPDATE)
        session.observe(self._turn)
        session.observe(words.ask)
        self._turn()
        self._write()

    def _turn(self) -> None:
        view, ended = view_of(self._session), self._session.stage is Stage.CLOSED
        if (view, ended) == self._shown:
            return
        self._shown = (view, ended)
        time, corner = ((), ()) if ended else ((self._time,), (self._corner,))
        self.children = {
            View.JOIN: (self._heading, self._large, *time),
            View.RESULTS: (self._heading, self._results, *time, *corner),
            View.AGREEMENT: (self._heading, self._agreed, *time, *corner),
            View.QUESTION: (self._heading, *time, *corner),
            View.TITLE: (self._heading, *time, *corner),
        }[view]
        plain = view in {View.TITLE, View.QUESTION}
        (self.add_class if plain else self.remove_class)("vt-projector-title")

    def _write(self) -> None:
        session, language, view = self._session, self._session.language, view_of(self._session)
        tr = translator(language)
        _ = tr.gettext
        step = session.workshop.steps[session.step]
        message = step.message.into(language) if step.message else ""
        key: list[list[str]] = []
        if session.stage is Stage.CLOSED:
            title, subtitle = _("Thank you!"), session.workshop.title.into(language)
        elif view is View.TITLE:
            title, subtitle = step.title.into(language), message
        elif view is View.AGREEMENT:
            title, subtitle = step.title.into(language), ""
        elif view is View.QUESTION and session.instrument is not None:
            title = session.instrument.headline.into(language)
            done = _("Finished: {done} of {joined}").format(
                done=session.done, joined=session.joined
            )
            locked = session.stage is Stage.LOCKED
            how = _("Answering is closed.") if locked else _("Answer on your phone.")
            subtitle = f"{how}\n{done}"
        elif session.stage is Stage.DRAFTED or session.instrument is None:
            title, subtitle = session.workshop.title.into(language), ""
        else:
            title = session.instrument.headline.into(language)
            about = session.instrument.title.into(language)
            round_ = _("round {n}").format(n=session.round)
            count = session.answered
            people = tr.ngettext("{n} respondent", "{n} respondents", count).format(n=count)
            subtitle = f"{about} · {round_} · {people}"
            if view is View.RESULTS:
                key = self._results.key
        self._heading.title, self._heading.subtitle, self._heading.key = title, subtitle, key


def view_of(session: LiveSession) -> View:
    """Return what the projector shows of ``session`` now."""
    step = session.workshop.steps[session.step]
    if session.stage is Stage.CLOSED:
        return View.TITLE
    shown = step.screen is Screen.RESULTS or step.instrument is not None
    if shown and session.stage.shows_results and session.instrument is not None:
        return View.RESULTS
    if step.screen is Screen.TITLE and session.stage is not Stage.DRAFTED:
        # At the end, what was agreed is read aloud.
        last = session.step == len(session.workshop.steps) - 1
        return View.AGREEMENT if last and session.agreements else View.TITLE
    if step.screen is Screen.AGREEMENT and session.stage is not Stage.DRAFTED:
        return View.AGREEMENT
    if step.instrument is not None and session.stage is not Stage.DRAFTED:
        return View.QUESTION
    return View.JOIN
