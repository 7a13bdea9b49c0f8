"""Sends a file to take home to the page that asked for it."""

from __future__ import annotations

from .session_widget import SessionWidget


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
