"""What participants' pages are told: their session's state, their own answers, the results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from ..framework import instrument, workshop
from ..live import Database, Session, answers, groups, releases


def state_of(db: Database, session: Session) -> dict[str, Any]:
    """Return the state of ``session`` as ``docs/protocol.md`` describes it."""
    plan = workshop(session.workshop)
    step = plan.steps[session.step]
    asked = instrument(session.asked) if session.asked else None
    offered = [asdict(group) for group in groups.of(session)]
    return {
        "version": session.staged,
        "stage": session.stage,
        "step": session.step,
        "steps": len(plan.steps),
        "round": session.round,
        "minimum": session.minimum,
        "title": plan.title.model_dump(),
        "step_title": step.title.model_dump(),
        "message": step.message.model_dump() if step.message else None,
        "instrument": asked.public() if asked else None,
        "groups": {"question": session.groups_question, "groups": offered} if offered else None,
        "countdown": _left(session.countdown),
        "results": results_of(db, session),
    }


def _left(end: datetime | None) -> float | None:
    """Return how many seconds are left until ``end``; a phone's own clock may be wrong."""
    if end is None:
        return None
    return round(max(0.0, (end - datetime.now(UTC)).total_seconds()), 1)


def own_of(
    db: Database, session: Session, participants: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return, of each participant, their answers to what is asked now and their group.

    Where the room's answers are guessed, ``before`` has what they answered themselves.
    """

    def given(name: str | None) -> dict[str, dict[str, Any]]:
        if name is None:
            return {}
        return answers.of_all(db, session.id, session.round, name, participants)

    now, chosen = given(session.asked), groups.chosen(db, session, participants)
    mine = {who: {"answers": now.get(who, {}), "group": chosen.get(who)} for who in participants}
    about = instrument(session.asked).guesses if session.asked else None
    if about is not None:
        before = given(about)
        for who, own in mine.items():
            own["before"] = before.get(who, {})
    return mine


def results_of(db: Database, session: Session) -> dict[str, Any] | None:
    """Return what has been released of what the phones ask now, if the leader shows it."""
    if not session.stage.shows_results or session.asked is None:
        return None
    return releases.released(db, session.id, session.round, session.asked)
