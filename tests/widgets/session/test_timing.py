"""The clocks of the leader's pages: what they count from, and the countdown the room sees."""

from datetime import UTC, datetime

import pytest

from tests.waiting import soon
from verkostotyokalut.live import Action, Database, Session, sessions
from verkostotyokalut.widgets import Conductor, LiveSession
from verkostotyokalut.widgets.leader.countdown import Countdown
from verkostotyokalut.widgets.session.timing import timing


def test_nothing_runs_before_the_start_or_after_the_end(db: Database, drafted: Session) -> None:
    live = LiveSession(db, drafted)
    assert (timing(live)["began"], timing(live)["turned"]) == (None, None)
    live.move(Action.START)
    assert timing(live)["began"] == timing(live)["turned"] <= timing(live)["now"]
    live.move(Action.CLOSE)
    assert timing(live)["began"] is None


def test_the_plan_counts_from_the_first_step_after_joining(db: Database, drafted: Session) -> None:
    live = LiveSession(db, drafted)
    steps = live.workshop.steps
    live.move(Action.START)
    assert (timing(live)["before"], timing(live)["planned"]) == (0, steps[1].minutes)
    live.move(Action.NEXT)
    live.move(Action.NEXT)
    assert timing(live)["before"] == steps[1].minutes + steps[2].minutes


async def test_a_countdown_shows_on_every_page(db: Database, session: Session) -> None:
    console, screen = LiveSession(db, session), LiveSession(db, session)
    conductor, room = Conductor(console), Countdown(screen)
    try:
        assert room.timing["countdown"] is None
        conductor._on_message(conductor, {"countdown": 5}, [])
        await soon(lambda: room.timing["countdown"] is not None)
        left = room.timing["countdown"] / 1000 - datetime.now(UTC).timestamp()
        assert 290 < left <= 300
        await soon(lambda: conductor.timing["countdown"] == room.timing["countdown"])
        conductor._on_message(conductor, {"countdown": None}, [])
        await soon(lambda: room.timing["countdown"] is None)
    finally:
        console.close()
        screen.close()


@pytest.mark.parametrize("minutes", [0, 121, "5", 2.5])
def test_a_strange_countdown_changes_nothing(
    db: Database, session: Session, minutes: object
) -> None:
    conductor = Conductor(LiveSession(db, session))
    conductor._on_message(conductor, {"countdown": minutes}, [])
    assert sessions.get(db, session.id).countdown is None
