"""The leader's own view of what the room is asked, answered beside the room's."""

from __future__ import annotations

import ipywidgets

from ...framework import Instrument, Scale
from ..assessment import Assessment
from ..session.live_session import LiveSession


class OwnView(ipywidgets.Box):  # type: ignore[misc]
    """Asks the leader what the room is asked, where a mirror shows both; otherwise empty.

    The answers are kept as the leader's, whoever of the leaders gives them, and are never part of
    the room's results.

    Parameters
    ----------
    session
        The session that the leader leads.
    """

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._shown: str | None = None
        self._asking: Assessment | None = None
        super().__init__()
        self.add_class("vt-own-view")
        session.observe(self._update)
        self._update()

    def _update(self) -> None:
        asked = self._session.asked
        wanted = asked.id if asked is not None and mirrors(asked) else None
        if wanted == self._shown:
            return
        self._shown = wanted
        if self._asking is not None:
            self._asking.leave()
            self._asking = None
        if wanted is not None:
            self._asking = Assessment(wanted, language=self._session.language)
            self._asking.lead(self._session.id)
        self.children = [self._asking] if self._asking else []


def mirrors(instrument: Instrument) -> bool:
    """Tell whether the leader's own view is asked beside the room's."""
    return isinstance(instrument.question, Scale) and "mirror" in instrument.question.pictures
