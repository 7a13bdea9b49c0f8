"""How a workshop keeps to its plan, as its pages count it on their own clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ...live import Stage
from .live_session import LiveSession


def timing(session: LiveSession) -> dict[str, Any]:
    """Return the moments that a page counts from, as JSON data.

    Returns
    -------
    dict
        ``now``, ``began``, ``turned`` (when the present step came) and ``countdown`` (when the
        room's time is up) in milliseconds since 1970, None where there is no such moment;
        ``before`` and ``planned``, the minutes planned for the steps before this one and for this
        one. The page takes ``now`` as the moment at which the data came, so that a wrong clock
        on a laptop doesn't matter.
    """
    steps = session.workshop.steps
    going = session.stage not in {Stage.DRAFTED, Stage.CLOSED}
    return {
        "now": _milliseconds(datetime.now(UTC)),
        "began": _milliseconds(session.began) if going else None,
        "turned": _milliseconds(session.turned) if going else None,
        "countdown": _milliseconds(session.countdown),
        "before": sum(step.minutes for step in steps[: session.step]) - _joining(session),
        "planned": steps[session.step].minutes,
    }


def _joining(session: LiveSession) -> int:
    """Return the minutes of the first step, which is over when the workshop starts."""
    first = session.workshop.steps[0]
    return first.minutes if session.step and first.instrument is None else 0


def _milliseconds(moment: datetime | None) -> float | None:
    return moment.timestamp() * 1000 if moment else None
