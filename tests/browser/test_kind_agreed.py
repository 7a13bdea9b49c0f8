"""Agreed, under way or not yet: by keyboard alone, and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Server, Visit, until

ITEM = "tekeminen.koordinointi"


def kept(server: Server) -> object:
    return [value for (_, item), value in server.answers().items() if item == ITEM]


def test_agreeing_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("toimintatavat")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    first = page.get_by_role("radiogroup").first
    expect(first.get_by_role("radio")).to_have_count(3)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.get_by_role("radio").first.evaluate("(el) => el === document.activeElement"):
            break
    page.keyboard.press("Space")
    until(lambda: kept(server) == ["agreed"], "agreed")
    page.keyboard.press("ArrowRight")
    until(lambda: kept(server) == ["under_way"], "under way")
    page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Tyhjennä")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(lambda: kept(server) == ["dont_know"], "can't say")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    until(lambda: kept(server) in ([], [None]), "taken back")
    assert visitor.faults == []


def test_agreeing_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("toimintatavat")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    first = page.get_by_role("radiogroup").first
    first.get_by_text("Kesken").tap()
    until(lambda: kept(server) == ["under_way"], "under way")
    first.get_by_text("Sopimatta").tap()
    until(lambda: kept(server) == ["not_yet"], "not yet")
    page.reload()
    expect(first.get_by_role("radio", name="Sopimatta")).to_be_checked()
    first.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: kept(server) in ([], [None]), "taken back")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    assert visitor.faults == []
