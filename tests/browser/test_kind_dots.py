"""Dots are given by keyboard alone and by touch alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until

ITEM = "tavoite.tarkein"


def test_dots_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("tavoitteet")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    expect(page.get_by_text("Pisteitä jäljellä: 3")).to_be_visible()
    expect(page.get_by_text("Et ole vielä vastannut")).to_be_visible()
    focused = page.locator(":focus")

    def go_to(name: str, key: str = "Tab") -> None:
        for _ in range(30):
            page.keyboard.press(key)
            if focused.count() and focused.get_attribute("aria-label") == name:
                return
        raise AssertionError(f"no way to {name} with {key}")

    go_to("Yksi piste lisää: Sujuva työ")
    for _ in range(3):  # a third one does not fit
        page.keyboard.press("Enter")
    expect(page.get_by_text("Tälle ei voi antaa enempää pisteitä.")).to_have_count(1)
    go_to("Yksi piste lisää: Päämäärä tai visio")
    page.keyboard.press("Space")
    expect(page.get_by_text("Kaikki pisteet on jaettu.")).to_be_visible()
    until(lambda: server.answers(), "the answer in the database")
    until(lambda: [*server.answers().values()] == [{"sujuvuus": 2, "visio": 1}], "all three dots")
    go_to("Yksi piste pois: Sujuva työ", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Pisteitä jäljellä: 1")).to_be_visible()
    until(lambda: [*server.answers().values()] == [{"sujuvuus": 1, "visio": 1}], "one taken back")
    assert visitor.faults == []


def test_dots_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("tavoitteet")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    more = page.get_by_role("button", name="Yksi piste lisää: Asiakkaan hyvä palvelu")
    more.tap()
    more.tap()
    page.get_by_role("button", name="Yksi piste pois: Asiakkaan hyvä palvelu").tap()
    page.get_by_role("button", name="Yksi piste lisää: Yhteinen ilmiö").tap()
    until(lambda: [*server.answers().values()] == [{"asiakas": 1, "ilmio": 1}], "both dots")
    expect(page.get_by_role("status").filter(has_text="Tallennettu")).to_have_count(1)
    page.reload()
    expect(page.get_by_text("Pisteitä jäljellä: 1")).to_be_visible()
    page.get_by_role("button", name="Tyhjennä").tap()
    expect(page.get_by_text("Et ole vielä vastannut")).to_be_visible()
    until(lambda: [*server.answers().values()] == [None], "the answer taken back")
    assert visitor.faults == []
