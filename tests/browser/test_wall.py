"""The leader's wall: arranged by keyboard and mouse, in step, undone, and seen by the room."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Change, Database, answers, sessions

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visitor
from .test_workshop import press

NOTES = ["Kuunnellaan loppuun", "Aloitetaan ajallaan", "<b>Huono</b> vitsi", "Lopetetaan ajallaan"]


def write(server: Server) -> None:
    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    item = instrument("pelisaannot").item_ids[0]
    for number, text in enumerate(NOTES):
        me = answers.join(db, session.id).participant
        value = {"notes": [{"id": f"note{number:02}", "text": text}], "likes": []}
        answers.save(db, [Change(session.id, 1, "pelisaannot", me, item, value, 1)])
    db.close()


def test_notes_are_grouped_hidden_and_brought_back(
    asking_of: Callable[[str], Server], visit: Callable[..., Visitor]
) -> None:
    server = asking_of("pelisaannot")
    phone = visit(**PHONE).open(server.join_url)
    console, other = (visit(**LAPTOP).open(server.leader_url) for _ in range(2))
    screen = visit(**PROJECTOR).open(server.screen_url)
    expect(console.get_by_role("heading", name="Seinä")).to_be_visible()
    write(server)
    expect(console.locator(".vt-wall-note")).to_have_count(len(NOTES))

    # By keyboard alone: a group, and a note into it.
    name = console.get_by_role("textbox", name="Uuden aiheen nimi").first
    name.focus()
    console.keyboard.type("Aika")
    console.keyboard.press("Enter")
    expect(console.get_by_role("textbox", name="Aiheen nimi", exact=True)).to_have_value("Aika")
    chooser = console.get_by_role("combobox", name="Lapun aihe: Aloitetaan ajallaan")
    chooser.focus()
    console.keyboard.press("ArrowDown")
    expect(console.locator(".vt-wall-column").first).to_contain_text("Aloitetaan ajallaan")

    # By mouse: two notes that say the same, and one that is not for the wall.
    merge = console.get_by_role("combobox", name="Yhdistä toiseen lappuun: Lopetetaan ajallaan")
    merge.focus()
    merge.select_option(label="Aloitetaan ajallaan")
    expect(console.get_by_text("2 lappua yhdessä")).to_be_visible()
    console.get_by_role("button", name="Piilota lappu: <b>Huono</b> vitsi").click()
    expect(console.locator(".vt-wall-note > p", has_text="Huono")).to_have_count(0)
    expect(other.locator(".vt-wall-note")).to_have_count(2)
    console.get_by_text("Näytä piilotetut (1)").click()
    expect(console.locator(".vt-wall-hidden li")).to_contain_text("<b>Huono</b> vitsi")

    console.get_by_role("button", name="Kumoa").click()
    expect(other.locator(".vt-wall-note > p", has_text="<b>Huono</b>")).to_have_count(1)
    other.get_by_role("button", name="Tee uudelleen").click()
    expect(console.locator(".vt-wall-note > p", has_text="Huono")).to_have_count(0)

    press(console, "Näytä tulokset")
    expect(screen.locator(".vt-chart-plot")).to_contain_text("Aika")
    expect(screen.locator(".vt-chart-plot")).to_contain_text("Kuunnellaan")
    expect(phone.get_by_text("Kuunnellaan loppuun")).to_be_visible()
    for page in (screen, phone):
        expect(page.get_by_text("Huono")).to_have_count(0)
