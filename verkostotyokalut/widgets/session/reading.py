"""The answers to one instrument in one round, as far as a leader's kernel has read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...analysis import Arranged, Release, numbers, release
from ...framework import Instrument, instrument
from ...live import Database, Value, answers, arrangements


class Reading:
    """Answers, and what they come to behind the guard.

    Parameters
    ----------
    db
        The store.
    session
        The session's id.
    instrument_id, round_
        Which answers.
    minimum
        The session's disclosure limit.
    """

    def __init__(
        self, db: Database, session: str, instrument_id: str, round_: int, minimum: int
    ) -> None:
        self._db = db
        self._session = session
        self._minimum = minimum
        self.instrument: Instrument = instrument(instrument_id)
        self.round = round_
        self._answers = numbers(self.instrument).collect(self.instrument)
        self._wall = self._answers if isinstance(self._answers, Arranged) else None
        self._arranged = 0
        self._results: Any = None
        self.can_undo = self.can_redo = False

    @property
    def answered(self) -> int:
        """How many have answered something."""
        return self._answers.answered

    @property
    def done(self) -> int:
        """How many have answered every item."""
        return self._answers.done

    @property
    def arranges(self) -> bool:
        """Whether the leader can arrange what was answered."""
        return self._wall is not None

    @property
    def results(self) -> Any:
        """What may be shown, as the kind's numbers."""
        if self._results is None:
            kind = numbers(self.instrument)
            self._results = kind.results(self._answers, self.instrument, self._minimum)
        return self._results

    @property
    def release(self) -> Release:
        """What the phones may get of it."""
        return release(self._answers, self.instrument, self.round, self._minimum)

    def take(self, rows: Sequence[tuple[str, str, Value]], arranged: int) -> None:
        """Take in new answers, and the leaders' arrangement if its number is new."""
        if rows:
            self._answers.update(rows)
            self._results = None
        if self._wall is not None and arranged != self._arranged:
            actions, self.can_redo = arrangements.log(
                self._db, self._session, self.round, self.instrument.id
            )
            self._wall.arrange(actions)
            self.can_undo = bool(actions)
            self._arranged, self._results = arranged, None

    def take_all(self) -> None:
        """Take in everything that there is."""
        news = answers.news(
            self._db,
            self._session,
            after=0,
            round_=self.round,
            instrument_id=self.instrument.id,
        )
        self.take(news.answers, news.session.arranged)
