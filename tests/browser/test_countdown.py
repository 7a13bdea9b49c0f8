"""A countdown that the leader starts: on the projector, on phones, and gone again."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visit
from .test_workshop import press


def test_the_room_sees_how_much_time_is_left(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    phone = visit(**PHONE).open(server.join_url)
    screen = visit(**PROJECTOR).open(server.screen_url)
    expect(phone.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    press(console, "Aloita")
    press(console, "2 min")
    running = re.compile(r"1:5\d|2:00")
    for page in (console, phone, screen):
        expect(page.get_by_role("timer")).to_have_text(running)
    late = visit(**PHONE).open(server.join_url)
    expect(late.get_by_role("timer")).to_have_text(running)
    expect(late.get_by_role("timer")).to_contain_text("Aikaa jäljellä")
    press(console, "Pysäytä ajastin")
    for page in (console, phone, screen, late):
        expect(page.get_by_role("timer")).to_have_count(0)  # hidden from everybody
    press(console, "5 min")
    expect(phone.get_by_role("timer")).to_be_visible()
    console.get_by_role("button", name="Seuraavaksi: ").click()
    for page in (console, phone, screen):
        expect(page.get_by_role("timer")).to_have_count(0)


COUNT_CHANGES = """() => {
  globalThis.changes = 0;
  const observer = new MutationObserver((found) => (changes += found.length));
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(document, everything);
}"""


def test_a_phone_that_counts_nothing_sleeps(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    visitor = visit(**PHONE)
    visitor.context.clock.install()
    phone = visitor.open(server.join_url)
    expect(phone.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    phone.clock.run_for(5_000)  # until a phone that is not connected says so
    expect(phone.locator(".vt-status")).to_have_text("")
    phone.clock.run_for(5_000)  # what is said a little later, is said
    phone.evaluate(COUNT_CHANGES)
    phone.clock.run_for(10_000)
    assert phone.evaluate("() => changes") == 0
    press(console, "Aloita")
    press(console, "2 min")
    expect(phone.get_by_role("timer")).to_be_visible()
    phone.clock.run_for(5_000)
    expect(phone.get_by_role("timer")).to_have_text(re.compile(r"1:[45]\d"))
