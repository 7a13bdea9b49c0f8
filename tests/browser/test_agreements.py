"""What the room agrees: written on two consoles, shown on the projector, taken home."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from verkostotyokalut.framework import Screen, instrument, workshop
from verkostotyokalut.live import Action, Change, Database, answers, sessions

from .conftest import LAPTOP, PROJECTOR, Server, Visit
from .test_accessibility import faults
from .test_workshop import press


def to_agreeing(server: Server) -> None:
    """Move the session to the step at which the room agrees."""
    db = Database(f"sqlite:///{server.database}")
    now = sessions.find(db, server.code)
    while workshop(now.workshop).steps[now.step].screen is not Screen.AGREEMENT:
        now = sessions.move(db, now.id, Action.NEXT)
    db.close()


def people_answer(server: Server) -> None:
    """Let five people find one item weaker than the others."""
    db = Database(f"sqlite:///{server.database}")
    now = sessions.find(db, server.code)
    assert now.asked
    items = instrument(now.asked).item_ids
    for _ in range(5):
        me = answers.join(db, now.id).participant
        for seq, item in enumerate(items, start=1):
            value = 2 if item == items[-1] else 4
            answers.save(db, [Change(now.id, 1, now.asked, me, item, value, seq)])
    db.close()


def add(page: Page, **fields: str) -> None:
    """Fill the open part's form, in its own words, and add what is in it."""
    form = page.locator(".vt-agree-new:visible")
    for label, words in fields.items():
        form.get_by_label(label.replace("_", " ")).fill(words)
    form.get_by_role("button", name="Lisää").click()


def test_what_is_agreed_is_written_shown_undone_and_taken_home(
    server: Server, visit: Visit, tmp_path: Path
) -> None:
    leader, other_leader = visit(**LAPTOP), visit(**LAPTOP)
    console, other = leader.open(server.leader_url), other_leader.open(server.leader_url)
    room = visit(**PROJECTOR)
    wall = room.open(server.screen_url)
    expect(console.get_by_role("button", name="Aloita", exact=True)).to_be_visible()
    expect(console.locator(".vt-agree")).to_have_count(0)
    press(console, "Aloita")
    expect(console.get_by_role("button", name="Lukitse vastaukset")).to_be_visible()
    people_answer(server)
    press(console, "Näytä tulokset")
    expect(console.get_by_text("Tulokset näkyvissä")).to_be_visible()
    to_agreeing(server)
    for page in (console, other):
        expect(page.get_by_role("tab", name="Toimenpiteet")).to_have_attribute(
            "aria-selected", "true"
        )
        expect(page.locator(".vt-agree-new:visible button")).to_be_in_viewport(ratio=1)
    expect(wall.get_by_text("Kirjoitetaan yhdessä, mitä sovitaan")).to_be_visible()

    # Half-written words stay, whatever comes from the other leader.
    form = other.locator(".vt-agree-new:visible")
    form.get_by_label("Mitä").fill("Kootaan yhteys")
    form.get_by_label("Kuka").fill("koordi")
    add(console, Mitä="Kutsutaan <b>nuoret</b>", Kuka="järjestöt", Mihin_mennessä="2027-01-31")
    expect(other.get_by_role("group", name="Kutsutaan <b>nuoret</b>")).to_be_visible()
    expect(form.get_by_label("Mitä")).to_have_value("Kootaan yhteys")
    expect(form.get_by_label("Kuka")).to_have_value("koordi")
    expect(form.get_by_label("Kuka")).to_be_focused()
    expect(console.locator(".vt-agree-new:visible").get_by_label("Mitä")).to_have_value("")
    board = wall.locator(".vt-board")
    expect(board.get_by_role("heading", name="Toimenpiteet 1")).to_be_visible()
    for words in ("Kutsutaan <b>nuoret</b>", "järjestöt", "31.1.2027"):
        expect(board.get_by_text(words, exact=True)).to_be_visible()

    # Changed in place, by the other leader.
    row = other.get_by_role("group", name="Kutsutaan <b>nuoret</b>")
    row.get_by_label("Mitä").fill("Kutsutaan nuoret mukaan")
    row.get_by_label("Mitä").press("Enter")
    expect(board.get_by_text("Kutsutaan nuoret mukaan")).to_be_visible()
    expect(console.get_by_role("group", name="Kutsutaan nuoret mukaan")).to_be_visible()

    # Removed by one leader while the other is changing it: nothing that was written is lost.
    row = other.get_by_role("group", name="Kutsutaan nuoret mukaan")
    row.get_by_label("Kuka").fill("nuorisotoimi")
    console.get_by_role("button", name="Poista: Kutsutaan nuoret mukaan").click()
    expect(row.get_by_text("Toinen ohjaaja poisti tämän juuri.")).to_be_visible()
    expect(row.get_by_label("Kuka")).to_have_value("nuorisotoimi")
    row.get_by_role("button", name="Palauta").click()
    expect(board.get_by_text("nuorisotoimi")).to_be_visible()

    # A rule, by keyboard; too long is told in words, and nothing is lost.
    console.get_by_role("tab", name="Toimenpiteet").press("ArrowRight")
    expect(console.get_by_role("tab", name="Pelisäännöt")).to_be_focused()
    add(console, Mitä="x" * 301)
    told = "Teksti on liian pitkä. Tilaa on enintään 300 merkille."
    expect(console.get_by_text(told)).to_be_visible()
    expect(console.get_by_text("Merkkejä liikaa: 1")).to_be_visible()
    add(console, Mitä="Yksi puhuu kerrallaan")
    expect(board.get_by_role("heading", name="Pelisäännöt 1")).to_be_visible()
    assert (
        wall.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('.vt-board p')).fontSize)"
        )
        >= 28
    )

    # Removed and brought back.
    console.get_by_role("button", name="Poista: Yksi puhuu kerrallaan").click()
    expect(board.get_by_text("Yksi puhuu kerrallaan")).to_have_count(0)
    expect(console.get_by_text("Poistettu: Yksi puhuu kerrallaan")).to_be_visible()
    undo = console.locator(".vt-agree-removed").get_by_role("button", name="Kumoa")
    expect(undo).to_be_focused()
    assert faults(console) == []
    undo.press("Enter")
    expect(board.get_by_text("Yksi puhuu kerrallaan")).to_be_visible()
    expect(undo).to_be_hidden()

    with console.expect_download() as download:
        console.get_by_role("button", name="Lataa kalenteriin (.ics)").click()
    assert download.value.suggested_filename.startswith("ydinelementit-")
    file = tmp_path / "kotiin.ics"
    download.value.save_as(file)
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["summary"] == "Kutsutaan nuoret mukaan"
    assert event["dtstart"].to_ical() == b"20270131"

    # What is to be strengthened is no action yet: it begins one, over nothing that is written.
    console.get_by_role("tab", name="Toimenpiteet").click()
    form = console.locator(".vt-agree-new:visible")
    chip = console.locator(".vt-agree-ideas:visible button").first
    chip.click()
    expect(form.get_by_label("Mitä")).to_be_focused()
    item = form.get_by_label("Mitä").input_value()
    assert form.get_by_label("Mihin liittyy").locator("option:checked").inner_text() == item
    console.keyboard.type("Kysytään kaikilta")
    chip.click()
    expect(form.get_by_label("Mitä")).to_have_value("Kysytään kaikilta")
    assert server.rows("SELECT count(*) FROM agreement WHERE NOT removed") == [(2,)]
    form.get_by_role("button", name="Lisää").click()
    expect(board.get_by_text("Kysytään kaikilta")).to_be_visible()
    expect(console.locator(".vt-agree-ideas:visible").get_by_text(item, exact=True)).to_have_count(
        0
    )

    assert {"console": faults(console), "projector": faults(wall)} == {
        "console": [],
        "projector": [],
    }
    assert [fault for visitor in (leader, other_leader, room) for fault in visitor.faults] == []
