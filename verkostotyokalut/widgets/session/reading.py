"""The answers to one instrument in one round, as far as a leader's kernel has read them."""

from __future__ import annotations

from typing import Any

from ...analysis import Arranged, Collected, Release, numbers, release
from ...framework import LEADER, Instrument, instrument
from ...live import Database, Given, News, Value, arrangements


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
        self.moves = 0  # how often what the room may see has changed
        self._now = self._collect()
        self._seen = self._collect()  # as they are in the room's pictures
        self._cuts: dict[str, int] = {}
        self._waiting: dict[str, dict[str, Given]] = {}  # by item and participant
        self._arranged = 0
        self._results: dict[int, Any] = {}  # by which answers they are of
        self.can_undo = self.can_redo = False

    @property
    def answered(self) -> int:
        """How many have answered something."""
        return self._now.answered

    @property
    def done(self) -> int:
        """How many have answered every item."""
        return self._now.done

    @property
    def waiting(self) -> int:
        """How many have changed an answer since, and are too few for the pictures to move on."""
        return len(
            {
                who
                for item, rows in self._waiting.items()
                for who, row in rows.items()
                if item in self._cuts and row.value != row.before
            }
        )

    @property
    def arranges(self) -> bool:
        """Whether the leader can arrange what was answered."""
        return isinstance(self._now, Arranged)

    @property
    def results(self) -> Any:
        """What the room may see, as the kind's numbers."""
        return self._results_of(self._seen)

    @property
    def draft(self) -> Any:
        """The same of the answers as they are now, until the room sees any of them.

        None where a leader arranges nothing: numbers that moved with every answer would tell what
        each one said.
        """
        if not self.arranges:
            return None
        return self._results_of(self._seen if self._cuts else self._now)

    @property
    def release(self) -> Release:
        """What the phones may get of what the room sees."""
        return release(self._seen, self.instrument, self.round, self._minimum, self.results)

    def take(self, news: News) -> None:
        """Take in what is new."""
        if news.given:
            self._now.update(news.answers)
            self._results.pop(id(self._now), None)
        if news.given or news.cuts != self._cuts:
            self.moves += news.cuts != self._cuts
            if news.cuts != self._cuts or any(row.participant == LEADER for row in news.given):
                self._results.pop(id(self._seen), None)
            self._seen.update(self._as_seen(news))
        if self.arranges and news.session.arranged != self._arranged:
            actions, self.can_redo = arrangements.log(
                self._db, self._session, self.round, self.instrument.id
            )
            for collected in (self._now, self._seen):
                if isinstance(collected, Arranged):
                    collected.arrange(actions)
            self.can_undo = bool(actions)
            self.moves += 1
            self._arranged, self._results = news.session.arranged, {}

    def _as_seen(self, news: News) -> list[tuple[str, str, Value]]:
        """Return what changes in the pictures; what may not be seen yet waits."""
        seen: list[tuple[str, str, Value]] = []
        for row in news.given:
            if row.participant == LEADER:
                seen.append((row.participant, row.item, row.value))
                continue
            self._waiting.setdefault(row.item, {})[row.participant] = row
            seen.append((row.participant, row.item, row.before))
        for item, rows in self._waiting.items():
            ready = [row for row in rows.values() if row.changed <= news.cuts.get(item, 0)]
            seen += [(row.participant, item, row.value) for row in ready]
            for row in ready:
                del rows[row.participant]
        self._cuts = news.cuts
        return seen

    def _collect(self) -> Collected:
        return numbers(self.instrument).collect(self.instrument)

    def _results_of(self, collected: Collected) -> Any:
        if id(collected) not in self._results:
            kind = numbers(self.instrument)
            found = kind.results(collected, self.instrument, self._minimum)
            self._results[id(collected)] = found
        return self._results[id(collected)]
