"""The kind ``triangle`` on a phone: by keyboard alone and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until


def test_shares_are_given_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("kolmio")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    expect(card).to_be_visible()

    def reach(name: str) -> None:
        button = card.get_by_role("button", name=name, exact=True)
        for _ in range(60):
            if button.evaluate("(el) => el === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {name}")

    reach("Hierarkia: Enemmän")
    page.keyboard.press("Enter")
    until(
        lambda: list(server.answers().values()) == [{"now": [40, 30, 30]}], "now alone is an answer"
    )
    reach("Toive")
    page.keyboard.press("Space")
    reach("Verkosto: Enemmän")
    for _ in range(2):
        page.keyboard.press("Enter")
    both = {"now": [40, 30, 30], "wanted": [20, 30, 50]}
    until(lambda: list(server.answers().values()) == [both], "both in the database")
    expect(card.locator(".vt-answer")).to_contain_text("Verkosto 50")
    assert visitor.faults == []


def test_shares_are_given_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("kolmio")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    plane = card.locator(".vt-ternary-plane")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] * 0.5, box["y"] + box["width"] * 0.12)
    until(lambda: list(server.answers().values()) == [{"now": [0, 0, 100]}], "the top is all of it")
    card.get_by_role("button", name="Toive", exact=True).tap()
    card.get_by_role("button", name="Markkina: Vähemmän").tap()
    both = {"now": [0, 0, 100], "wanted": [40, 20, 40]}
    until(lambda: list(server.answers().values()) == [both], "both in the database")
    card.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: list(server.answers().values()) == [None], "taken back")
    card.get_by_role("button", name="En osaa sanoa").tap()
    until(lambda: list(server.answers().values()) == ["dont_know"], "don't know")
    assert visitor.faults == []
