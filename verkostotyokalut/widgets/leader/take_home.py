"""Sends a file to take home to the page that asked for it."""

from __future__ import annotations

from ...framework import ContentError, UnknownContent
from ...live import releases
from ...locales import translator
from ..session.live_session import LiveSession
from .session_widget import SessionWidget


def has_results(session: LiveSession) -> bool:
    """Whether the room has been shown anything that could be taken home."""
    return bool(releases.which(session.db, session.id))


def send_results(widget: SessionWidget, what: str, ending: str) -> str | None:
    """Send a file of what the room has been shown, if it has been shown anything.

    Parameters
    ----------
    widget, what, ending
        As `send_file` takes them.

    Returns
    -------
    str or None
        What the leader must be told, if the file can't be made.
    """
    try:
        if has_results(widget.session):
            send_file(widget, what, ending)
    except (ContentError, UnknownContent) as error:
        _ = translator(widget.session.language).gettext
        return _("The file can't be made: {why}").format(why=error)
    return None


def send_file(widget: SessionWidget, what: str, ending: str) -> None:
    """Make a file of a widget's session, in the room's language, and send it to its page.

    Parameters
    ----------
    widget
        Whose page asked.
    what
        The type of the message, by which the page knows the file.
    ending
        Of the file's name, such as ``.ics``; see `verkostotyokalut.report.files`.
    """
    from ...report.files import MAKERS, file_name  # here, for most people never ask for it

    session, maker = widget.session, MAKERS[ending]
    file = maker.make(session.db, session.id, None)
    name = file_name(session.db, session.id, ending)
    widget.send({"type": what, "name": name, "mime": maker.mime}, buffers=[file])
