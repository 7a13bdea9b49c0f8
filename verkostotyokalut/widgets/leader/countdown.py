"""The time that is left, as the room sees it."""

from __future__ import annotations

from typing import Any

import traitlets

from ..base.module import script, style
from ..base.worded import Worded
from ..session.live_session import LiveSession
from ..session.timing import timing


class Countdown(Worded):
    """Shows the leader's countdown in large digits while it runs, and nothing otherwise.

    Parameters
    ----------
    session
        The session to follow.
    """

    _esm = script("leader/countdown.js")
    _css = style("leader/countdown.css")

    timing = traitlets.Dict().tag(sync=True)

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._shown = session.countdown
        super().__init__(session.language, timing=timing(session))
        session.observe(self._update)
        self.on_msg(self._on_message)

    def _update(self) -> None:
        if self._session.countdown != self._shown:
            self._shown = self._session.countdown
            self.timing = timing(self._session)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("timing"):
            self.timing = timing(self._session)
