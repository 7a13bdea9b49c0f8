"""The kind cycle on the phone, by keyboard alone and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until
from .test_workshop import saved


def test_by_keyboard(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("verkoston-sykli")
    page = visit(**LAPTOP).open(server.join_url)
    first = page.get_by_role("radio").first
    expect(first).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("(element) => element === document.activeElement"):
            break
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    saved(page)
    until(
        lambda: list(server.answers().values()) == [{"phase": "kokoaminen", "part": 2}],
        "the place is kept",
    )


def test_by_touch(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("verkoston-sykli")
    page = visit(**PHONE).open(server.join_url)
    phase = page.get_by_role("group", name="Edetään ja opitaan")
    end = phase.get_by_role("radio", name="lopussa")
    end.evaluate("(element) => element.scrollIntoView({ block: 'center' })")
    end.tap()
    saved(page)
    assert list(server.answers().values()) == [{"phase": "eteneminen", "part": 3}]
    page.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: list(server.answers().values()) == [None], "the place is taken back")
    page.get_by_role("button", name="En osaa sanoa").tap()
    until(lambda: list(server.answers().values()) == ["dont_know"], "don't know is kept")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
