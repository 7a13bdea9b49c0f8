"""A session as a page's kernel sees it: kept up to date, its results behind the guard."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...analysis import Comparison, Of
from ...analysis.disclosure import shown_numbers
from ...framework import Instrument, Language, Workshop, instrument, workshop
from ...live import (
    Action,
    Database,
    Follower,
    Group,
    Session,
    Stage,
    StorageError,
    UnknownSession,
    agreements,
    allowed,
    answers,
    groups,
    releases,
)
from ...live.agreements import Agreement
from ...live.comparisons import Beside
from ..base.later import Pace
from .looking_back import LookingBack
from .reading import Reading

REFRESH = 0.050  # seconds between two readings of the store, at the least
RETRY = 2.0  # seconds until a release that failed is tried again
TOLD = 150.0  # phones that are told new results in a second, at the most: a large room waits

_log = logging.getLogger(__name__)


class FollowedSession:
    """A session, read again whenever the store has changed.

    Parameters
    ----------
    db
        The store.
    session
        The session to follow.
    """

    def __init__(self, db: Database, session: Session) -> None:
        self._db = db
        self._session = session
        self._observers: list[Callable[[], None]] = []
        self._joined = 0
        self._chosen: dict[str | None, int] = {}
        self._reading: Reading | None = None
        self._read_to = 0
        self._agreed = 0
        self._agreements: list[Agreement] = []
        self._back = LookingBack(db)
        self.trouble: StorageError | None = None
        self._refresh = Pace(self.refresh, REFRESH)
        self._publish = Pace(self._release_again, 0)
        self.refresh()
        self._publish.ask()  # the kernel before may have died, or the power gone, before it did
        self._follower = Follower(db, self._refresh.ask_from_thread, session.id)
        if self._refresh.has_loop:
            self._follower.start()

    @property
    def db(self) -> Database:
        """The store."""
        return self._db

    @property
    def id(self) -> str:
        """The session's id."""
        return self._session.id

    @property
    def code(self) -> str:
        """The join code."""
        return self._session.code

    @property
    def language(self) -> Language:
        """The room's language."""
        return self._session.language

    @property
    def workshop(self) -> Workshop:
        """The workshop whose session this is."""
        return workshop(self._session.workshop)

    @property
    def stage(self) -> Stage:
        """Where the session stands at its step."""
        return self._session.stage

    @property
    def step(self) -> int:
        """The index of the step, from 0."""
        return self._session.step

    @property
    def round(self) -> int:
        """The round of answers, from 1."""
        return self._session.round

    @property
    def minimum(self) -> int:
        """The least number of people whose results are shown."""
        return self._session.minimum

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done now."""
        return allowed(self.workshop, self._session.position)

    @property
    def instrument(self) -> Instrument | None:
        """What the room works on at this step, if anything."""
        name = self._session.instrument
        return instrument(name) if name else None

    @property
    def asked(self) -> Instrument | None:
        """What the phones ask now, if anything."""
        name = self._session.asked
        return instrument(name) if name else None

    @property
    def joined(self) -> int:
        """How many have joined."""
        return self._joined

    @property
    def answered(self) -> int:
        """How many have answered something of the instrument."""
        return self._reading.answered if self._reading else 0

    @property
    def done(self) -> int:
        """How many have answered every item of the instrument."""
        return self._reading.done if self._reading else 0

    @property
    def results(self) -> Any:
        """What the room may see of its answers, as its kind's numbers; None when hidden."""
        shown = self._reading if self.stage.shows_results else None
        return shown.results if shown else None

    @property
    def draft(self) -> Any:
        """What a leader arranges before it is shown, as the same numbers; None of other kinds."""
        return self._reading.draft if self._reading else None

    @property
    def waiting(self) -> int:
        """How many have answered otherwise since, too few for the pictures to move on."""
        return self._reading.waiting if self._reading else 0

    @property
    def arranges(self) -> bool:
        """Whether the leader can arrange what is answered now."""
        return self._reading is not None and self._reading.arranges

    @property
    def can_undo(self) -> bool:
        """Whether there is anything arranged to undo."""
        return self._reading is not None and self._reading.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is anything undone to do again."""
        return self._reading is not None and self._reading.can_redo

    @property
    def picture(self) -> int | None:
        """Which of its pictures the projector shows; None: the first."""
        return self._session.picture

    @property
    def began(self) -> datetime | None:
        """When the workshop started."""
        return self._session.began

    @property
    def turned(self) -> datetime | None:
        """When the present step came."""
        return self._session.turned

    @property
    def countdown(self) -> datetime | None:
        """When the time is up that the room sees running, if it sees any."""
        return self._session.countdown

    @property
    def address(self) -> str | None:
        """By which of its addresses phones reach the leader's computer, if one was chosen."""
        return self._session.address

    @property
    def rehearsal(self) -> bool:
        """Whether this is a rehearsal, whose participants are made up."""
        return self._session.rehearsal is not None

    @property
    def rehearsing(self) -> int:
        """How many made-up participants take part now."""
        return self._session.rehearsing

    @property
    def agreements(self) -> list[Agreement]:
        """What has been agreed, in the order in which it was."""
        return self._agreements

    @property
    def groups(self) -> list[Group]:
        """The leader's groups, in their order; see `verkostotyokalut.live.groups`."""
        return groups.of(self._session)

    @property
    def groups_question(self) -> str:
        """What is asked above them; empty: in the phones' own words."""
        return self._session.groups_question

    @property
    def group_counts(self) -> dict[str | None, int | None]:
        """How many are in each group, by its id, and in none (None); None where hidden."""
        counts: dict[str | None, int] = {
            group.id: self._chosen.get(group.id, 0) for group in self.groups
        }
        counts[None] = self._joined - sum(counts.values())
        return shown_numbers(counts, self.minimum)

    @property
    def compared(self) -> dict[Of, Comparison]:
        """What has been set beside each other of what the room sees, behind the guard."""
        return self._beside()[0] if self.stage.shows_results else {}

    @property
    def comparable(self) -> list[Beside]:
        """What can be set beside each other now and has not been yet."""
        return self._beside()[1]

    def _beside(self) -> tuple[dict[Of, Comparison], list[Beside]]:
        try:
            return self._back.beside(self._session)
        except StorageError as error:
            _log.error("what was compared can't be read: %s", error)
            return {}, []

    def results_of(self, instrument_id: str, round_: int | None = None) -> Any:
        """Return what the room has been shown of an instrument in a round, or None.

        Parameters
        ----------
        instrument_id
            Of which instrument; its kind's numbers are returned.
        round_
            In which round, from 1; if not given, the latest in which it was shown.
        """
        rounds = [round_] if round_ else range(self.round, 0, -1)
        found = (self._shown_in(instrument_id, number) for number in rounds)
        return next((results for results in found if results is not None), None)

    def _shown_in(self, instrument_id: str, round_: int) -> Any:
        which, here = (instrument_id, round_), self._reading
        if here is not None and (here.instrument.id, here.round) != which:
            here = None
        if here and (self.stage.shows_results or self._session.asked == instrument_id):
            return self.results
        try:
            if here:  # shown at the step that asked it, and nothing is asked since
                shown = self._back.released(self._session, *which)
                return here.results if shown else None
            return self._back.results(self._session, *which)
        except StorageError as error:
            _log.error("earlier results can't be read: %s", error)
            return None

    def observe(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` after each change."""
        self._observers.append(callback)

    def unobserve(self, callback: Callable[[], None]) -> None:
        """Stop calling ``callback``."""
        self._observers.remove(callback)

    def close(self) -> None:
        """Stop following the store."""
        self._follower.stop()
        self._refresh.stop()
        self._publish.stop()

    def refresh(self) -> None:
        """Read what is new in the store."""
        before = (self._session.changed, self._joined, self.trouble)
        shown = self._shown
        try:
            self._read()
            self.trouble = None
        except StorageError as error:
            _log.error("the session can't be read: %s", error)
            self.trouble = error
        except UnknownSession:
            # Deleted while we were looking: for those who look, it has ended.
            self._session = replace(self._session, stage=Stage.CLOSED, changed=-1)
        if (self._session.changed, self._joined, self.trouble) != before:
            if self.stage.shows_results and self._shown != shown:
                self._publish.pause = self._joined / TOLD
                self._publish.at_once()  # before pictures are drawn here, which takes longer
            for callback in list(self._observers):
                callback()

    def _read(self) -> None:
        now = self._reading
        news = answers.news(
            self._db,
            self.id,
            after=self._read_to,
            round_=now.round if now else 0,
            instrument_id=now.instrument.id if now else None,
        )
        self._session, self._joined, self._chosen = news.session, news.joined, news.chosen
        wanted = (news.session.instrument, news.session.round)
        if wanted != ((now.instrument.id, now.round) if now else (None, wanted[1])):
            self._reading = (
                Reading(self._db, self.id, wanted[0], wanted[1], self.minimum)
                if wanted[0]
                else None
            )
            self._read_to = 0
            self._back.forget()
            self._read()
            return
        self._read_to = news.session.changed
        if now is not None:
            now.take(news)
        if self._agreed != news.session.agreed:
            self._agreements = agreements.of(self._db, self.id)
            self._agreed = news.session.agreed

    @property
    def _shown(self) -> tuple[int, int]:
        """What changes whenever the room is to see something else."""
        return (self._session.staged, self._reading.moves if self._reading else 0)

    def _release_again(self) -> None:
        if self.stage.shows_results:
            self._release()

    def _release(self) -> None:
        """Let the phones see what the room may see."""
        asked = self.asked
        if asked is None or self._reading is None:
            return
        try:
            # What was guessed is shown beside each one's guess.
            body = self._back.guessed(self._session, asked.id) or self._reading.release
            body["instrument"] = asked.id
            releases.publish(self._db, self.id, self.round, asked.id, dict(body))
        except UnknownSession:
            return  # deleted since it was read: there is nobody to tell
        except StorageError as error:
            _log.error("results could not be released: %s", error)
            self._publish.pause = RETRY
            self._publish.ask()
