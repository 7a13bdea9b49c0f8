"""Choosing an option now and as wished: by keyboard alone, and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Server, Visit, until

ITEM = "syvyys.verkosto"


def kept(server: Server) -> object:
    return [value for (_, item), value in server.answers().items() if item == ITEM]


def test_choosing_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("yhteistyon-syvyys")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    now = page.get_by_role("radiogroup", name="Nyt")
    expect(now.get_by_role("radio")).to_have_count(5)
    expect(now.get_by_role("radio", checked=True)).to_have_count(0)

    def tab_to(name: str, group: int) -> None:
        inside = page.get_by_role("radiogroup").nth(group)
        target = inside.locator(f":is(input, button):has-text('{name}'), input[value='{name}']")
        for _ in range(30):
            page.keyboard.press("Tab")
            if target.first.evaluate("(el) => el === document.activeElement"):
                return
        raise AssertionError(f"{name} can't be reached")

    tab_to("satunnainen", 0)
    page.keyboard.press("Space")
    until(lambda: kept(server) == [{"now": "satunnainen"}], "the first choice")
    page.keyboard.press("ArrowDown")
    until(lambda: kept(server) == [{"now": "saannollinen"}], "the next option")
    tab_to("satunnainen", 1)
    page.keyboard.press("ArrowUp")
    until(lambda: kept(server) == [{"now": "saannollinen", "wanted": "kumppanuus"}], "the wish")
    tab_to("En osaa sanoa", 1)
    page.keyboard.press("Enter")
    until(lambda: kept(server) == [{"now": "saannollinen", "wanted": "dont_know"}], "can't say")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Tyhjennä").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    until(lambda: kept(server) == [{"now": "saannollinen"}], "taken back")
    assert visitor.faults == []


def test_choosing_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("yhteistyon-syvyys")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    now, wish = (page.get_by_role("radiogroup", name=name) for name in ("Nyt", "Toive"))
    now.get_by_text("Yhteiset tavoitteet").tap()
    until(lambda: kept(server) == [{"now": "tavoitteet"}], "now")
    wish.get_by_text("Strateginen kumppanuus").tap()
    until(lambda: kept(server) == [{"now": "tavoitteet", "wanted": "kumppanuus"}], "the wish")
    page.reload()
    expect(wish.get_by_role("radio", name="Strateginen kumppanuus")).to_be_checked()
    now.get_by_role("button", name="En osaa sanoa").tap()
    until(lambda: kept(server) == [{"now": "dont_know", "wanted": "kumppanuus"}], "can't say")
    now.get_by_role("button", name="Tyhjennä").tap()
    wish.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: kept(server) in ([], [None]), "all taken back")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    for label in page.locator(".vt-option").all():
        assert (label.bounding_box() or {})["height"] >= 44
    assert visitor.faults == []
