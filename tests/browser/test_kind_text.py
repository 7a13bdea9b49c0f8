"""Notes are written, mended and liked by keyboard alone and by touch alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from verkostotyokalut.analysis import numbers, release
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Change, Database, answers, releases, sessions

from .conftest import LAPTOP, PHONE, Server, Visitor, until

Ask = Callable[[str], Server]
Visit = Callable[..., Visitor]
NAME, ITEM = "pelisaannot", "pelisaannot.kohtaaminen"
OTHERS = ["Aloitamme ajallaan", "<b>Puhumme vuorotellen</b>", "Kuuntelemme loppuun"]


def others_write(server: Server) -> None:
    """Let three others write a note each."""
    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    for n, text in enumerate(OTHERS):
        who = answers.join(db, session.id).participant
        value = {"notes": [{"id": f"other{n}", "text": text}], "likes": []}
        answers.save(db, [Change(session.id, 1, NAME, who, ITEM, value, 1)])
    db.close()


def reveal(server: Server) -> None:
    """Release what there is, as a leader's kernel does, and show it."""
    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    asked = instrument(NAME)
    collected = numbers(asked).collect(asked)
    collected.update(answers.news(db, session.id, after=0, round_=1, instrument_id=NAME).answers)
    releases.publish(db, session.id, 1, NAME, dict(release(collected, asked, 1, 3)))
    sessions.move(db, session.id, Action.REVEAL)
    db.close()


def own(server: Server) -> dict[str, Any]:
    """Return the answer that isn't one of the others'."""
    for value in server.answers().values():
        if value and not any(note["text"] in OTHERS for note in value["notes"]):
            return dict(value)
    return {"notes": [], "likes": []}


def written(server: Server) -> list[str]:
    return [note["text"] for note in own(server)["notes"]]


def test_notes_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of(NAME)
    others_write(server)
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    card = page.get_by_role("group", name="Kohtaaminen")
    expect(card.get_by_text("Et ole vielä vastannut")).to_be_visible()
    focused = page.locator(":focus")

    def go_to(name: str, key: str = "Tab") -> None:
        for _ in range(60):
            page.keyboard.press(key)
            if focused.count() and name in (
                focused.get_attribute("aria-label"),
                focused.text_content(),
            ):
                return
        raise AssertionError(f"no way to {name} with {key}")

    go_to("Uusi lappu")
    page.keyboard.type("Aloitetaan <i>ajoissa</i>")
    expect(card.get_by_text("Merkkejä jäljellä: 75")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("Toinen")
    page.keyboard.press("Enter")
    until(lambda: written(server) == ["Aloitetaan <i>ajoissa</i>", "Toinen"], "both notes")
    expect(card.get_by_text("Kaikki lappusi on kirjoitettu.")).to_be_visible()
    expect(focused).to_have_text("Muokkaa")
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type(" sääntö")
    page.keyboard.press("Enter")
    until(lambda: written(server)[1:] == ["Toinen sääntö"], "the second note changed")
    go_to("Poista")
    page.keyboard.press("Enter")
    until(lambda: len(written(server)) == 1, "a note removed")
    expect(focused).to_have_text("Kumoa")
    page.keyboard.press("Enter")
    until(lambda: written(server)[1:] == ["Toinen sääntö"], "the note back")
    reveal(server)
    expect(card.get_by_role("heading", name="Huoneen laput")).to_be_visible()
    expect(card.get_by_text("<b>Puhumme vuorotellen</b>")).to_be_visible()
    expect(card.get_by_text("oma", exact=True).locator("visible=true")).to_have_count(2)
    go_to("♥Tykkää")
    page.keyboard.press("Space")
    expect(focused).to_have_attribute("aria-pressed", "true")
    expect(card.get_by_text("Tykkäyksiä jäljellä: 2")).to_be_visible()
    until(lambda: own(server)["likes"], "the like")
    assert own(server)["likes"][0].startswith("other")
    assert visitor.faults == []


def test_notes_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of(NAME)
    others_write(server)
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    card = page.get_by_role("group", name="Kohtaaminen")
    field, add = card.get_by_label("Uusi lappu"), card.get_by_role("button", name="Lisää")
    expect(add).to_have_attribute("aria-disabled", "true")
    field.tap()
    page.keyboard.insert_text("x" * 101)
    expect(card.get_by_text("Merkkejä liikaa: 1")).to_be_visible()
    field.fill("Ensimmäinen")
    add.tap()
    field.tap()
    page.keyboard.insert_text("Kesken")
    until(lambda: written(server) == ["Ensimmäinen"], "the first note")
    reveal(server)
    expect(card.get_by_role("button", name="Tykkää")).to_have_count(3)
    expect(field).to_have_value("Kesken")  # results come, and what is being typed stays
    page.get_by_role("button", name="SV").tap()
    field = card_of(page, "Möten").get_by_label("Ny lapp")
    expect(field).to_have_value("Kesken")
    card_of(page, "Möten").get_by_role("button", name="Lägg till").tap()
    until(lambda: written(server) == ["Ensimmäinen", "Kesken"], "the second note")
    card = card_of(page, "Möten")
    card.get_by_role("button", name="Ta bort").first.tap()
    until(lambda: written(server) == ["Kesken"], "a note removed")
    card.get_by_role("button", name="Ångra").tap()
    until(lambda: written(server) == ["Ensimmäinen", "Kesken"], "the note back in its place")
    likes = card.get_by_role("button", name="Gilla")
    for n in range(3):
        likes.nth(n).tap()
    expect(card.get_by_text("Alla gillningar är givna.")).to_be_visible()
    likes.nth(0).tap()
    until(lambda: len(own(server)["likes"]) == 2, "one like taken back")
    page.reload()
    expect(card_of(page, "Möten").get_by_text("Lappar skrivna: 2/2")).to_be_visible()
    assert visitor.faults == []


def card_of(page: Any, name: str) -> Any:
    return page.get_by_role("group", name=name)
