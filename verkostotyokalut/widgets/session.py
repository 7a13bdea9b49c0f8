"""A session as a leader's kernel sees it: kept up to date, its results behind the guard."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from IPython.display import display

from ..analysis import Collected, numbers, release
from ..framework import (
    ContentError,
    Instrument,
    Language,
    UnknownContent,
    Workshop,
    instrument,
    workshop,
)
from ..live import (
    Action,
    Database,
    Follower,
    Session,
    Stage,
    StorageError,
    UnknownSession,
    allowed,
    answers,
    releases,
    sessions,
    storage_words,
)
from ..live.codes import clean_code
from ..locales import translator
from .heading import Heading
from .later import Pace

REFRESH = 0.050  # seconds between two readings of the store, at the least
PUBLISH = 2.0  # seconds between two releases to the phones, at the least
SAME_WORKSHOP = timedelta(hours=24)  # how long ago a session may rest and still be continued

_log = logging.getLogger(__name__)


class NoSession(LookupError):
    """There is no session to show; the message says what to do."""


@cache
def database() -> Database:
    """Return the kernel's connection to the store."""
    return Database()


class LiveSession:
    """A session, read again whenever the store has changed.

    Made by `open_session`. Widgets take it and follow it; so can a notebook, with `observe`.

    Parameters
    ----------
    db
        The store.
    session
        The session to follow.
    """

    def __init__(self, db: Database, session: Session) -> None:
        self._db = db
        self._session = session
        self._observers: list[Callable[[], None]] = []
        self._joined = 0
        self._answers_of: tuple[str | None, int] = (None, 0)
        self._answers: Collected | None = None
        self._read_to = 0
        self._results: Any = None
        self.trouble: StorageError | None = None
        self._refresh = Pace(self.refresh, REFRESH)
        self._publish = Pace(self._release, PUBLISH)
        self.refresh()
        self._follower = Follower(db, self._refresh.ask_from_thread)
        if self._refresh.has_loop:
            self._follower.start()

    @property
    def id(self) -> str:
        """The session's id."""
        return self._session.id

    @property
    def code(self) -> str:
        """The join code."""
        return self._session.code

    @property
    def language(self) -> Language:
        """The room's language."""
        return self._session.language

    @property
    def workshop(self) -> Workshop:
        """The workshop whose session this is."""
        return workshop(self._session.workshop)

    @property
    def stage(self) -> Stage:
        """Where the session stands at its step."""
        return self._session.stage

    @property
    def step(self) -> int:
        """The index of the step, from 0."""
        return self._session.step

    @property
    def round(self) -> int:
        """The round of answers, from 1."""
        return self._session.round

    @property
    def minimum(self) -> int:
        """The least number of people whose results are shown."""
        return self._session.minimum

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done now."""
        return allowed(self.workshop, self._session.position)

    @property
    def instrument(self) -> Instrument | None:
        """What the room works on at this step, if anything."""
        name = self._session.instrument
        return instrument(name) if name else None

    @property
    def joined(self) -> int:
        """How many have joined."""
        return self._joined

    @property
    def answered(self) -> int:
        """How many have answered something of the instrument."""
        return self._answers.answered if self._answers else 0

    @property
    def done(self) -> int:
        """How many have answered every item of the instrument."""
        return self._answers.done if self._answers else 0

    @property
    def results(self) -> Any:
        """What the room may see of its answers, as its kind's numbers; None when hidden."""
        if not self.stage.shows_results or self._answers is None or self.instrument is None:
            return None
        if self._results is None:
            kind = numbers(self.instrument)
            self._results = kind.results(self._answers, self.instrument, self.minimum)
        return self._results

    def move(self, action: Action) -> None:
        """Do what a leader asks for.

        Raises
        ------
        NotNow
            If it can't be done where the session stands.
        StorageError
            If the store can't keep it; then nothing has changed.
        """
        if action is Action.REVEAL:
            self.refresh()
            self._release()
        sessions.move(self._db, self.id, action)
        self.refresh()

    def observe(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` after each change."""
        self._observers.append(callback)

    def unobserve(self, callback: Callable[[], None]) -> None:
        """Stop calling ``callback``."""
        self._observers.remove(callback)

    def close(self) -> None:
        """Stop following the store."""
        self._follower.stop()
        self._refresh.stop()
        self._publish.stop()

    def refresh(self) -> None:
        """Read what is new in the store."""
        before = (self._session.changed, self._joined, self.trouble)
        try:
            self._read()
            self.trouble = None
        except StorageError as error:
            _log.error("the session can't be read: %s", error)
            self.trouble = error
        except UnknownSession:
            # Deleted while we were looking: for those who look, it has ended.
            self._session = replace(self._session, stage=Stage.CLOSED, changed=-1)
        if (self._session.changed, self._joined, self.trouble) != before:
            if self.stage.shows_results:
                self._publish.ask()
            for callback in list(self._observers):
                callback()

    def _read(self) -> None:
        news = answers.news(
            self._db,
            self.id,
            after=self._read_to,
            round_=self._answers_of[1],
            instrument_id=self._answers_of[0],
        )
        self._session, self._joined = news.session, news.joined
        wanted = (news.session.instrument, news.session.round)
        if wanted != self._answers_of:
            self._answers_of, self._read_to, self._results = wanted, 0, None
            self._answers = None
            if wanted[0]:
                asked = instrument(wanted[0])
                self._answers = numbers(asked).collect(asked)
            self._read()
            return
        self._read_to = news.session.changed
        if self._answers is not None and news.answers:
            self._answers.update(news.answers)
            self._results = None

    def _release(self) -> None:
        """Let the phones see what the room may see."""
        asked = self._session.asked
        if asked is None or self._answers is None:
            return
        body = release(self._answers, instrument(asked), self.round, self.minimum)
        try:
            releases.publish(self._db, self.id, self.round, asked, dict(body))
        except StorageError as error:
            _log.error("results could not be released: %s", error)


def open_session(
    name: str | None = None, *, language: Language = "fi", minimum: int = sessions.MINIMUM
) -> LiveSession:
    """Open a workshop's session, or come back to the one that is open.

    A page whose address names a code (``?code=K7M4PX``) shows that session. Otherwise the
    workshop's session that was last moved within a day goes on; if there is none, a new one
    is opened.

    Parameters
    ----------
    name
        The workshop's id; without it, the session that was moved last, of any workshop.
    language
        The room's language, for a new session.
    minimum
        The least number of people whose results are shown (3 to 10), for a new session.

    Raises
    ------
    NoSession
        If the page's code is unknown, or no workshop was named and no session is open.
    UnknownContent, ContentError
        If there is no such workshop, or its content has mistakes.
    StorageError
        If the store can't be used.
    """
    _ = translator(language).gettext
    try:
        return LiveSession(database(), _find_or_create(name, language, minimum))
    except UnknownSession as error:
        words = _("No workshop has the code {code}. Open the console again.")
        trouble: Exception = NoSession(words.format(code=error))
    except NoSession:
        trouble = NoSession(_("No workshop is open. Open the console first."))
    except StorageError as error:
        _tell(storage_words(error, language), language)
        raise
    except ContentError as error:
        _tell(error.told(_), language)
        raise
    except UnknownContent as error:
        _tell(str(error), language)
        raise
    _tell(str(trouble), language)
    raise trouble


def _find_or_create(name: str | None, language: Language, minimum: int) -> Session:
    typed = parse_qs(os.environ.get("QUERY_STRING", "")).get("code", [""])[0][:40]
    if typed:
        code = clean_code(typed)
        if code is None:
            raise UnknownSession(typed)
        return sessions.find(database(), code)
    found = sessions.latest(database(), name, within=SAME_WORKSHOP)
    if found is not None:
        return found
    if name is None:
        raise NoSession
    return sessions.create(database(), name, language=language, minimum=minimum)


def _tell(words: str, language: Language) -> None:
    """Show what is wrong to people; Voilà's pages don't show errors' own words."""
    display(Heading(title=words, language=language))  # type: ignore[no-untyped-call]
