"""The leader's groups: defined while people join, chosen on phones, and changed under way."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from .conftest import LAPTOP, PHONE, Server, Visit, until
from .test_workshop import press, saved


def chosen(server: Server) -> list[str]:
    """Return the labels of what the store has as chosen, sorted."""
    (groups,) = server.rows("SELECT groups FROM session")[0]
    labels = {group["id"]: group["label"] for group in json.loads(groups)}
    found = server.rows("SELECT chosen FROM participant WHERE chosen IS NOT NULL")
    return sorted(labels[group] for (group,) in found if group in labels)


def add(console: Page, label: str) -> None:
    console.get_by_label("Uuden ryhmän nimi").fill(label)
    press(console, "Lisää ryhmä")
    expect(console.locator(".vt-groups li").last.get_by_role("textbox")).to_have_value(label)


def test_groups_from_the_first_to_the_one_taken_away(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    finger, keys = visit(**PHONE), visit(**LAPTOP)
    phone, desk = finger.open(server.join_url), keys.open(server.join_url)
    for page in (phone, desk):
        expect(page.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
        expect(page.get_by_role("radio")).to_have_count(0)

    add(console, "Kunta")
    add(console, "Yritys")
    question = phone.get_by_role("group", name="Mihin ryhmään kuulut?")
    expect(question.get_by_role("radio")).to_have_count(3)
    card = phone.locator("label", has_text="Yritys")
    box = card.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    card.tap()
    expect(phone.get_by_role("radio", name="Yritys")).to_be_checked()
    saved(phone)

    desk.keyboard.press("Tab")
    until(
        lambda: (
            desk.keyboard.press("Tab") or desk.evaluate("document.activeElement.type === 'radio'")
        ),
        "Tab reaches the choice",
    )
    for _ in range(3):  # around: from none to the first, the second and none, and back
        desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    expect(desk.get_by_role("radio", name="Kunta")).to_be_checked()
    saved(desk)
    until(lambda: chosen(server) == ["Kunta", "Yritys"], "both choices are kept")
    # Too few to tell how many, and nothing tells who.
    expect(console.locator(".vt-groups-count").first).to_have_text("ei näytetä")

    phone.reload()
    expect(phone.get_by_role("radio", name="Yritys")).to_be_checked()
    finger.context.set_offline(True)
    expect(phone.get_by_text("Yhdistetään…").first).to_be_visible()
    phone.locator("label", has_text="Kunta").tap()
    expect(phone.get_by_text("Ei yhteyttä").first).to_be_visible()
    assert chosen(server) == ["Kunta", "Yritys"]
    finger.context.set_offline(False)
    until(lambda: chosen(server) == ["Kunta", "Kunta"], "the offline choice arrives")
    saved(phone)

    # The leader names, takes away and brings back; the phones follow, and what was chosen stays.
    name = console.locator(".vt-groups li").first.get_by_role("textbox")
    name.fill("Kaupunki")
    name.press("Enter")
    expect(phone.get_by_role("radio", name="Kaupunki")).to_be_checked()
    press(console, "Poista: Kaupunki")
    for page in (phone, desk):
        expect(page.get_by_text("Ryhmääsi ei enää ole. Valitse uudelleen.")).to_be_visible()
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(console.get_by_role("button", name="Palauta")).to_be_focused()
    desk.get_by_role("radio", name="Yritys").press("Space")
    expect(desk.get_by_text("Ryhmääsi ei enää ole.")).to_have_count(0)
    console.keyboard.press("Enter")
    expect(phone.get_by_role("radio", name="Kaupunki")).to_be_checked()
    expect(phone.get_by_text("Ryhmääsi ei enää ole.")).to_have_count(0)
    expect(desk.get_by_role("radio", name="Yritys")).to_be_checked()
    until(lambda: chosen(server) == ["Kaupunki", "Yritys"], "each is where they chose to be")
    assert finger.faults == [fault for fault in finger.faults if "ERR_INTERNET" in fault]
    assert keys.faults == []


def test_a_group_is_changed_between_the_questions(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    press(console, "Pöydät 1–6")
    expect(console.locator(".vt-groups li")).to_have_count(6)
    expect(console.get_by_label("Kysymys puhelimilla")).to_have_value("Missä pöydässä istut?")
    page = visit(**PHONE).open(server.join_url)
    expect(page.get_by_role("group", name="Missä pöydässä istut?")).to_be_visible()
    press(console, "Aloita")
    expect(page.get_by_role("slider").first).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    press(console, "Seuraavaksi: Mistä puhumme")
    page.get_by_text("Ryhmäsi: ei valittu – valitse").tap()
    page.locator("label", has_text="Pöytä 4").tap()
    expect(page.get_by_text("Ryhmäsi: Pöytä 4 – vaihda")).to_be_visible()
    saved(page)
    until(lambda: chosen(server) == ["Pöytä 4"], "the choice is kept")
    page.get_by_role("button", name="SV, svenska").tap()
    expect(page.get_by_text("Din grupp: Pöytä 4 – byt")).to_be_visible()
