"""The kind ``rows`` on a phone: networks are added, edited and taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .conftest import LAPTOP, PHONE, Server, Visitor, until

Ask = Callable[[str], Server]
Visit = Callable[..., Visitor]


def kept(server: Server) -> list[dict[str, Any]]:
    """Return the rows in the database, without their ids."""
    (value,) = list(server.answers().values()) or [None]
    rows = value["rows"] if value else []
    return [{name: given for name, given in row.items() if name != "id"} for row in rows]


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        if target.evaluate("(el) => el === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard doesn't get there")


def test_networks_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("verkostosalkku")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    add = page.get_by_role("button", name="Lisää verkosto")
    expect(add).to_be_visible()
    tab_to(page, add)
    page.keyboard.press("Enter")
    name = page.get_by_role("textbox", name="Verkoston nimi")
    expect(name).to_be_focused()
    assert server.answers() == {}, "a row without a name is no answer yet"
    page.keyboard.type("Kylät $x$ ")
    until(lambda: kept(server) == [{"name": "Kylät $x$"}], "the name")
    expect(name).to_have_value("Kylät $x$ ")
    tab_to(page, page.get_by_role("radio", name="Lukija"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("radiogroup", name="Annan").get_by_role("radio").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    tab_to(page, page.get_by_role("radiogroup", name="Saan").get_by_role("radio").first)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("textbox", name="Aikaa kuluu"))
    page.keyboard.type("12")
    page.keyboard.press("ArrowUp")
    whole = {"name": "Kylät $x$", "rooli": "osallistuja", "annan": 3, "saan": 1, "tunnit": 13}
    until(lambda: kept(server) == [whole], "the whole row")
    tab_to(page, page.get_by_role("button", name="Sulje"))
    page.keyboard.press("Enter")
    head = page.get_by_role("button", name="Kylät $x$")
    expect(head).to_be_focused()
    expect(head).to_contain_text("Osallistuja · Annan 3 · Saan 1 · 13 h kuukaudessa")
    expect(head).to_contain_text("Vaatii enemmän kuin antaa")
    tab_to(page, add)
    page.keyboard.press("Enter")
    page.keyboard.type("Toinen")
    until(lambda: kept(server) == [whole, {"name": "Toinen"}], "both rows")
    tab_to(page, page.get_by_role("button", name="Poista"))
    page.keyboard.press("Enter")
    until(lambda: kept(server) == [whole], "one is taken away")
    expect(page.get_by_role("button", name="Kumoa")).to_be_focused()
    page.keyboard.press("Enter")
    until(lambda: kept(server) == [whole, {"name": "Toinen"}], "and is back")
    assert visitor.faults == []


def test_networks_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("verkostosalkku")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    add = page.get_by_role("button", name="Lisää verkosto")
    for name in ("Kylät", "Kirjastot"):
        add.tap()
        page.get_by_role("textbox", name="Verkoston nimi").fill(name)
    until(lambda: [row["name"] for row in kept(server)] == ["Kylät", "Kirjastot"], "two rows")
    page.get_by_role("button", name="Kylät").tap()
    page.get_by_role("radio", name="Aktiivinen rakentaja").tap()
    page.get_by_role("radiogroup", name="Annan").get_by_role("radio").last.tap()
    page.get_by_role("radiogroup", name="Saan").get_by_role("radio", name="4").tap()
    more = page.get_by_role("button", name="Aikaa kuluu: Enemmän")
    more.tap()
    more.tap()
    first = {"name": "Kylät", "rooli": "rakentaja", "annan": 5, "saan": 4, "tunnit": 2}
    until(lambda: kept(server)[0] == first, "the edited row")
    page.get_by_role("button", name="Tyhjennä: Saan").tap()
    del first["saan"]
    until(lambda: kept(server)[0] == first, "a level is taken back")
    page.reload()
    head = page.get_by_role("button", name="Kylät")
    expect(head).to_contain_text("Aktiivinen rakentaja · Annan 5 · 2 h kuukaudessa")
    expect(page.locator(".vt-answer")).to_have_text("Verkostoja: 2. Yhteensä 2 h kuukaudessa")
    head.tap()
    page.get_by_role("button", name="Poista").tap()
    until(lambda: kept(server) == [{"name": "Kirjastot"}], "taken away")
    page.get_by_role("button", name="Kumoa").tap()
    until(lambda: kept(server) == [first, {"name": "Kirjastot"}], "back in its place")
    assert visitor.faults == []
