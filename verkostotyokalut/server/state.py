"""What participants' pages are told: the state of their session and the results they may see."""

from __future__ import annotations

from typing import Any

from ..framework import instrument, workshop
from ..live import Database, Session, releases


def state_of(db: Database, session: Session) -> dict[str, Any]:
    """Return the state of ``session`` as ``docs/protocol.md`` describes it."""
    plan = workshop(session.workshop)
    step = plan.steps[session.step]
    asked = instrument(session.asked) if session.asked else None
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
        "results": results_of(db, session),
    }


def results_of(db: Database, session: Session) -> dict[str, Any] | None:
    """Return what has been released of what the phones ask now, if the leader shows it."""
    if not session.stage.shows_results or session.asked is None:
        return None
    return releases.released(db, session.id, session.round, session.asked)
