"""The kind ``pair`` on a phone: by keyboard alone and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until


def test_now_and_wanted_are_given_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("yhdessa-tekeminen")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    expect(card).to_be_visible()
    now, wanted = card.get_by_role("slider").all()
    for _ in range(40):
        page.keyboard.press("Tab")
        if now.evaluate("(el) => el === document.activeElement"):
            break
    page.keyboard.press("2")
    until(lambda: list(server.answers().values()) == [{"now": 2}], "now alone is an answer")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    until(
        lambda: list(server.answers().values()) == [{"now": 2, "wanted": 4}],
        "both in the database",
    )
    expect(card.locator(".vt-answer")).to_have_text(
        "Nyt: enimmäkseen rinnakkain → Toive: enimmäkseen yhdessä"
    )
    assert visitor.faults == []


def test_now_and_wanted_are_given_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("yhdessa-tekeminen")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    card = page.locator(".vt-card").first
    card.get_by_role("button", name="Nyt: Vähemmän").tap()
    card.get_by_role("button", name="Nyt: Vähemmän").tap()
    card.get_by_role("button", name="Toive: Enemmän").tap()
    until(
        lambda: list(server.answers().values()) == [{"now": 2, "wanted": 3}],
        "both in the database",
    )
    card.get_by_role("button", name="Tyhjennä").tap()
    until(lambda: list(server.answers().values()) == [None], "taken back")
    card.get_by_role("button", name="En osaa sanoa").tap()
    until(lambda: list(server.answers().values()) == ["dont_know"], "don't know")
    assert visitor.faults == []
