"""What a session's room has been shown, and what is beside each other: read once, then kept."""

from __future__ import annotations

from typing import Any

from ...analysis import Comparison, Of, Release, numbers, release
from ...framework import instrument
from ...live import Database, Session, comparisons, releases
from ...live.comparisons import Beside
from ...report.compared import compared
from ...report.shown import collected


class LookingBack:
    """Reads what is shown of a session elsewhere than in the answers that come in now.

    Parameters
    ----------
    db
        The store. Everything here raises `StorageError` if it can't be read.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._shown: dict[tuple[str, int], Any] = {}
        self._of: tuple[int, ...] = ()
        self._beside: tuple[dict[Of, Comparison], list[Beside]] = ({}, [])

    def forget(self) -> None:
        """Read earlier results anew when they are asked for."""
        self._shown = {}

    def released(self, session: Session, instrument_id: str, round_: int) -> bool:
        """Tell whether the room has been shown anything of an instrument in a round."""
        return releases.released(self._db, session.id, round_, instrument_id) is not None

    def results(self, session: Session, instrument_id: str, round_: int) -> Any:
        """Return what the room has been shown of an instrument in a round, or None."""
        which = (instrument_id, round_)
        if which not in self._shown:
            asked = instrument(instrument_id)
            self._shown[which] = None
            if self.released(session, *which):
                given = collected(self._db, session.id, asked, round_)
                self._shown[which] = numbers(asked).results(given, asked, session.minimum)
        return self._shown[which]

    def beside(self, session: Session) -> tuple[dict[Of, Comparison], list[Beside]]:
        """Return what is beside each other of what the room works on, and what could be."""
        if session.instrument is None:
            return {}, []
        which = (session.compared, session.staged, session.step, session.round)
        if which != self._of:
            found = compared(self._db, session, instrument(session.instrument), session.round)
            self._beside = (found, comparisons.possible(self._db, session))
            self._of = which
        return self._beside

    def guessed(self, session: Session, guess: str) -> Release | None:
        """Release what was guessed, if ``guess`` asks for guesses, and return it."""
        name = instrument(guess).guesses
        if name is None:
            return None
        about = instrument(name)
        given = collected(self._db, session.id, about, session.round)
        truth = release(given, about, session.round, session.minimum)
        releases.publish(self._db, session.id, session.round, name, dict(truth))
        return truth
