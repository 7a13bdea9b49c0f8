"""Opens a workshop's session for a leader's page, or comes back to it."""

from __future__ import annotations

from datetime import timedelta

from IPython.display import display

from ...framework import ContentError, Language, UnknownContent
from ...live import Session, StorageError, UnknownSession, sessions, storage_words
from ...live.codes import clean_code
from ...locales import translator
from ...report.bringing import Files, NotBrought, bring_all, from_disk
from ..base.heading import Heading
from ..base.page import asked
from .live_session import LiveSession
from .store import database

SAME_WORKSHOP = timedelta(hours=24)  # how long ago a session may rest and still be continued


class NoSession(LookupError):
    """There is no session to show; the message says what to do."""


def open_session(
    name: str | None = None,
    *,
    language: Language = "fi",
    minimum: int = sessions.MINIMUM,
    earlier: Files = (),
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
    earlier
        The path of an earlier workshop's round file (``.kierros``), or several paths, to compare
        the session with.

    Raises
    ------
    NotBrought
        If one of those can't be read, is no round file, is damaged or newer than this program;
        then no session is opened.
    NoSession
        If the page's code is unknown, or no workshop was named and no session is open.
    UnknownContent, ContentError
        If there is no such workshop, or its content has mistakes.
    StorageError
        If the store can't be used.
    """
    _ = translator(language).gettext
    try:
        files = from_disk(earlier)
        session = find_or_create(name, language, minimum)
        if files:
            bring_all(database(), session.id, files)
            session = sessions.get(database(), session.id)
        return LiveSession(database(), session)
    except NotBrought as error:
        _tell(error.told(language), language)
        raise
    except UnknownSession as error:
        trouble: Exception = NoSession(unknown_words(error, language))
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


def asked_code() -> str:
    """Return what the page's address gives as the join code (``?code=K7M4PX``); empty: nothing."""
    return asked("code")


def unknown_words(error: UnknownSession, language: Language) -> str:
    """Say that the code in the page's address leads nowhere."""
    words = translator(language).gettext("No workshop has the code {code}. Open the console again.")
    return words.format(code=error)


def find_or_create(name: str | None, language: Language, minimum: int) -> Session:
    """Do what :func:`open_session` does, and leave telling what is wrong to the caller."""
    typed = asked_code()
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
