"""The kind ``axes`` on a phone: by keyboard alone and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until


def test_a_place_is_given_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("lahimuodot")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    expect(card).to_be_visible()
    across, up, deep = card.get_by_role("slider").all()
    expect(across).to_have_attribute("aria-valuetext", "Et ole vielä vastannut")
    for _ in range(40):
        page.keyboard.press("Tab")
        if across.evaluate("(el) => el === document.activeElement"):
            break
    page.keyboard.press("End")
    expect(across).to_have_attribute("aria-valuetext", "5/5, vahvaa")
    assert server.answers() == {}, "a part of a place is no answer"
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(up).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("ArrowRight")
    expect(card.locator(".vt-answer")).to_have_text("Vielä valitsematta: Läheisyys")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(deep).to_be_focused()
    page.keyboard.press("4")
    until(lambda: list(server.answers().values()) == [[5, 3, 4]], "the place in the database")
    expect(card.locator(".vt-answer")).to_have_text(
        "Sitoutuminen 5, Tavoitteellisuus 3, Läheisyys 4"
    )
    page.keyboard.press("Delete")
    until(lambda: list(server.answers().values()) == [None], "taken back")
    assert visitor.faults == []


def test_a_place_is_given_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("lahimuodot")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    plane = card.locator(".vt-map-box")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.1)
    card.get_by_role("button", name="Läheisyys: Enemmän").tap()
    until(lambda: list(server.answers().values()) == [[2, 5, 3]], "the place in the database")
    card.get_by_role("button", name="Sitoutuminen: Enemmän").tap()
    until(lambda: list(server.answers().values()) == [[3, 5, 3]], "one step to the right")
    card.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: list(server.answers().values()) == [None], "taken back")
    card.get_by_role("button", name="En osaa sanoa").tap()
    until(lambda: list(server.answers().values()) == ["dont_know"], "don't know")
    assert visitor.faults == []
