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
