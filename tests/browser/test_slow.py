"""A machine so slow that the libraries below would give up."""

from __future__ import annotations

from playwright.sync_api import expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Database, sessions
from verkostotyokalut.widgets.sample import rehearse

from .conftest import PROJECTOR, Ask, Visit

# Every limit in the page's code is reached a hundred times sooner.
HURRY = """
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 100);
"""


def test_a_widget_that_starts_late_misses_no_message(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("verkoston-sykli")
    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    rehearse(db, session, instrument("verkoston-sykli"), 8)
    projector = visit(**PROJECTOR)
    projector.context.add_init_script(HURRY)
    screen = projector.open(server.screen_url)
    expect(screen.get_by_role("heading", level=1)).to_be_visible()
    sessions.move(db, session.id, Action.REVEAL)
    expect(screen.locator(".vt-chart-plot svg.main-svg").first).to_be_visible()
    assert projector.faults == []
