"""What the leader's widgets have in common: a session is shown, and buttons change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import traitlets

from ...live import StorageError, UnknownSession, storage_words
from ..base.later import Pace
from ..base.worded import Worded
from ..session.live_session import LiveSession

Errors = tuple[type[Exception], ...]


class SessionWidget(Worded):
    """Shows a session as it changes, and does what its buttons ask for.

    A subclass gives `_view`, the data that its front end draws (``leader/frame.js`` helps), and
    if it has buttons, `_do`. State of its own is set before this ``__init__``, which shows it.

    Parameters
    ----------
    session
        The session to show.
    pause
        Seconds between two updates, at the least; people are reading.
    """

    view = traitlets.Dict().tag(sync=True)

    late: ClassVar[Errors] = (UnknownSession,)
    """What `_do` raises when another leader was quicker; the view shows what there is now."""

    def __init__(self, session: LiveSession, pause: float = 0.5) -> None:
        self._session = session
        self._message = ""
        super().__init__(session.language)
        self._update()
        session.observe(Pace(self._update, pause).ask)
        self.on_msg(self._on_message)

    @property
    def session(self) -> LiveSession:
        """The session that is shown."""
        return self._session

    def _view(self) -> dict[str, Any]:
        """Return what is shown, as JSON data; ``message`` is added to it."""
        raise NotImplementedError

    def _do(self, content: dict[str, Any]) -> str | None:
        """Do what a button asks for, and return what the leader must be told, if anything."""

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        self._message = attempt(self._session, lambda: self._do(content), self.late)
        self._update()

    def _update(self) -> None:
        self.view = {"message": self._message, **self._view()}


def attempt(
    session: LiveSession, work: Callable[[], str | None], late: Errors = (UnknownSession,)
) -> str:
    """Do what a button asks for, and return what the leader must be told; empty: nothing.

    Parameters
    ----------
    session
        Whose button.
    work
        Does it, and returns words if it can't be done.
    late
        What it raises when another leader was quicker.
    """
    try:
        return work() or ""
    except late:
        session.refresh()
        return ""
    except StorageError as error:
        return storage_words(error, session.language)
