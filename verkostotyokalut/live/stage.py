"""The stages of a session, and what a leader can do at each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..framework import Screen, Workshop


class Stage(StrEnum):
    """Where a session stands at its current step."""

    DRAFTED = "drafted"  # people join, nothing is asked yet
    COLLECTING = "collecting"  # answers come in, results are hidden
    LOCKED = "locked"  # no answers, results are hidden
    REVEALED = "revealed"  # results are shown and move with the answers
    FROZEN = "frozen"  # results are shown and stand still
    CLOSED = "closed"  # the session has ended

    @property
    def accepts_answers(self) -> bool:
        """Whether participants' answers are taken."""
        return self in {Stage.COLLECTING, Stage.REVEALED}

    @property
    def shows_results(self) -> bool:
        """Whether the room sees the results."""
        return self in {Stage.REVEALED, Stage.FROZEN}


class Action(StrEnum):
    """What a leader does."""

    START = "start"
    LOCK = "lock"
    UNLOCK = "unlock"
    REVEAL = "reveal"
    HIDE = "hide"
    NEXT = "next"
    BACK = "back"
    AGAIN = "again"  # ask the same once more, as a new round
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True)
class Position:
    """A step (index from 0) and the stage that the session is at there."""

    step: int
    stage: Stage


class NotNow(ValueError):
    """The action doesn't go with where the session stands."""


_STAGES = {
    Action.LOCK: {Stage.COLLECTING: Stage.LOCKED, Stage.REVEALED: Stage.FROZEN},
    Action.UNLOCK: {Stage.LOCKED: Stage.COLLECTING, Stage.FROZEN: Stage.REVEALED},
    Action.REVEAL: {Stage.COLLECTING: Stage.REVEALED, Stage.LOCKED: Stage.REVEALED},
    Action.HIDE: {Stage.REVEALED: Stage.COLLECTING, Stage.FROZEN: Stage.LOCKED},
}


def allowed(workshop: Workshop, now: Position) -> tuple[Action, ...]:
    """List what the leader can do now, in the order of :class:`Action`."""
    return tuple(action for action in Action if _after(workshop, now, action) is not None)


def after(workshop: Workshop, now: Position, action: Action) -> Position:
    """Return where ``action`` takes a session.

    Raises
    ------
    NotNow
        If the action can't be taken now.
    """
    position = _after(workshop, now, action)
    if position is None:
        raise NotNow(f"{action} can't be done at step {now.step + 1} when {now.stage}")
    return position


def _after(workshop: Workshop, now: Position, action: Action) -> Position | None:
    closed = now.stage is Stage.CLOSED
    if closed or action is Action.REOPEN:
        return _at_rest(workshop, now.step) if closed and action is Action.REOPEN else None
    if action is Action.CLOSE:
        return Position(now.step, Stage.CLOSED)
    if action is Action.START:
        first = workshop.steps[0]
        joining = first.screen is Screen.JOIN and first.instrument is None
        step = 1 if joining and len(workshop.steps) > 1 else 0
        return Position(step, Stage.COLLECTING) if now.stage is Stage.DRAFTED else None
    if now.stage is Stage.DRAFTED:
        return None
    if action is Action.NEXT:
        return _next(workshop, now)
    if action is Action.BACK:
        return _at_rest(workshop, now.step - 1) if now.step else None
    if action is Action.AGAIN:
        asked = workshop.steps[now.step].instrument is not None
        begun = now.stage is not Stage.COLLECTING
        return Position(now.step, Stage.COLLECTING) if asked and begun else None
    if workshop.instrument_at(now.step) is None:
        return None
    asking = workshop.steps[now.step].instrument is not None
    stage = _STAGES[action].get(now.stage)
    if stage is None or (action is Action.UNLOCK and not asking):
        return None
    if not asking and workshop.steps[now.step].screen is not Screen.RESULTS:
        return None
    if not asking and stage.accepts_answers:
        stage = Stage.FROZEN if stage.shows_results else Stage.LOCKED
    return Position(now.step, stage)


def _next(workshop: Workshop, now: Position) -> Position | None:
    step = now.step + 1
    if step >= len(workshop.steps):
        return None
    ahead = workshop.steps[step]
    if ahead.instrument is None and ahead.screen is Screen.RESULTS:
        # Talking about what was shown: nothing new is asked, and what was hidden stays hidden.
        return Position(step, Stage.FROZEN if now.stage.shows_results else Stage.LOCKED)
    return Position(step, Stage.COLLECTING)


def _at_rest(workshop: Workshop, step: int) -> Position:
    """Return a step as a leader comes back to it: nothing is asked or shown by itself."""
    about = workshop.steps[step]
    quiet = about.instrument is None and about.screen is not Screen.RESULTS
    return Position(step, Stage.COLLECTING if quiet else Stage.LOCKED)
