"""One participant of a session whose page has a kernel: what a phone does over the websocket."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from ...framework import LEADER, Instrument, instrument
from ...live import (
    Change,
    Database,
    Follower,
    Outcome,
    Participation,
    Session,
    StorageError,
    UnknownSession,
    Value,
    answers,
    releases,
    sessions,
)
from ..base.later import Pace

REFRESH = 0.1  # seconds between two readings of the store, at the least
AGAIN = 2.0  # seconds before an answer that was not kept is tried again

_log = logging.getLogger(__name__)


class Membership:
    """Takes part in a session through the store.

    Parameters
    ----------
    db
        The store.
    session
        The session.
    me
        Who this is; see `verkostotyokalut.live.answers.join` and `lead`.
    on_change
        Called when anything has changed.
    """

    def __init__(
        self,
        db: Database,
        session: Session,
        me: Participation,
        on_change: Callable[[Membership], None],
    ) -> None:
        self._db = db
        self._session = session
        self._me = me
        self._seq = me.seq
        self._on_change = on_change
        self._kept: dict[str, Value] = {}
        self._waiting: dict[str, Value] = {}
        self._asked: tuple[str | None, int] | None = None
        self._seen = self._released = -1
        self.results: dict[str, Any] | None = None
        self.status = ""
        self._refresh = Pace(self.refresh, REFRESH)
        self._again = Pace(self._save, AGAIN)
        self._follower = Follower(db, self._refresh.ask_from_thread, session.id)
        if self._refresh.has_loop:
            self._follower.start()

    @property
    def code(self) -> str:
        """The join code."""
        return self._session.code

    @property
    def leads(self) -> bool:
        """Whether this is the leader, whose view is beside the room's."""
        return self._me.participant == LEADER

    @property
    def minimum(self) -> int:
        """The least number of people whose results are shown."""
        return self._session.minimum

    @property
    def instrument(self) -> Instrument | None:
        """What is asked now, if anything."""
        return instrument(self._session.asked) if self._session.asked else None

    @property
    def locked(self) -> bool:
        """Whether answers are not taken now."""
        return not (self._session.stage.accepts_answers and self._session.asked)

    @property
    def answers(self) -> dict[str, Value]:
        """One's own answers, those not yet kept included."""
        mine = {**self._kept, **self._waiting}
        return {item: value for item, value in mine.items() if value is not None}

    def answer(self, now: Mapping[str, Value]) -> None:
        """Keep what differs from what the store has."""
        before = self.answers
        for item in {*before, *now}:
            if before.get(item) != now.get(item):
                self._waiting[item] = now.get(item)
        self._save()

    def refresh(self) -> None:
        """Read how the session stands."""
        try:
            self._session = sessions.get(self._db, self._session.id)
            if self._seen != self._session.staged or self._seen_release():
                self._read()
        except StorageError as error:
            _log.error("the session can't be read: %s", error)
        except UnknownSession:
            self.close()

    def close(self) -> None:
        """Stop taking part; the answers stay."""
        self._follower.stop()
        self._refresh.stop()
        self._again.stop()

    def _seen_release(self) -> bool:
        return self._session.stage.shows_results and self._released != self._session.released

    def _read(self) -> None:
        session = self._session
        asked = (session.asked, session.round)
        if asked != self._asked:
            self._asked, self._waiting = asked, {}
            self._kept = (
                answers.own(self._db, session.id, session.round, asked[0], self._me.participant)
                if asked[0]
                else {}
            )
            self.status = "saved" if self._kept else ""
        self.results = (
            releases.released(self._db, session.id, session.round, asked[0])
            if asked[0] and session.stage.shows_results
            else None
        )
        self._seen, self._released = session.staged, session.released
        self._on_change(self)

    def _save(self) -> None:
        if not self._waiting or self._session.asked is None:
            return
        changes = []
        for item, value in self._waiting.items():
            self._seq += 1
            changes.append(
                Change(
                    self._session.id,
                    self._session.round,
                    self._session.asked,
                    self._me.participant,
                    item,
                    value,
                    self._seq,
                )
            )
        try:
            outcomes = answers.save(self._db, changes)
        except StorageError as error:
            _log.error("answers could not be kept: %s", error)
            self.status = "unsaved"
            self._again.ask()
        else:
            self._waiting = {}
            for change, outcome in zip(changes, outcomes, strict=True):
                if outcome is Outcome.SAVED:
                    self._kept[change.item] = change.value
            refused = any(outcome is not Outcome.SAVED for outcome in outcomes)
            self.status = "rejected" if refused else "saved"
        self._on_change(self)
