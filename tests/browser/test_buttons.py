"""The console's less usual buttons: back, a new round, another picture, opening again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Change, Database, Outcome, answers, sessions

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visit
from .test_workshop import press

CORE = "ydinelementit"


def people_answer(server: Server, value: int, people: int = 5) -> None:
    """Answer everything as other people would, straight into the store."""
    db = Database(f"sqlite:///{server.database}")
    now = sessions.find(db, server.code)
    for _ in range(people):
        me = answers.join(db, now.id).participant
        kept = answers.save(
            db,
            [
                Change(now.id, now.round, CORE, me, item, value, seq)
                for seq, item in enumerate(instrument(CORE).item_ids, start=1)
            ],
        )
        assert set(kept) == {Outcome.SAVED}
    db.close()


def confirmed(console: Page, name: str) -> None:
    press(console, name)
    console.get_by_role("dialog").get_by_role("button", name=name.rstrip("…")).click()


def test_back_again_and_open_again(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    screen = visit(**PROJECTOR).open(server.screen_url)
    phone = visit(**PHONE).open(server.join_url)
    expect(phone.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    press(console, "Aloita")
    expect(phone.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()
    people_answer(server, 2)
    press(console, "Näytä tulokset")
    expect(screen.get_by_text("1. kierros")).to_be_visible()

    # Another picture on the projector.
    expect(screen.locator(".vt-chart-plot svg.main-svg").first).to_be_visible()
    press(console, "Miten kukin rakentuu edellisen varaan")
    expect(screen.get_by_role("img", name="Miten kukin rakentuu edellisen varaan")).to_be_visible()
    expect(screen.locator(".vt-chart-plot")).to_have_count(1)

    # Hidden, everywhere, and shown again.
    expect(phone.get_by_text("Huoneen mediaani 2 (n = 5)").first).to_be_visible()
    press(console, "Piilota tulokset")
    expect(console.get_by_text("Vastataan · tulokset piilossa")).to_be_visible()
    expect(screen.locator(".vt-chart-plot svg.main-svg")).to_have_count(0)
    expect(phone.get_by_text("Huoneen mediaani").filter(visible=True)).to_have_count(0)
    press(console, "Näytä tulokset")
    expect(screen.locator(".vt-chart-plot svg.main-svg").first).to_be_visible()

    # On and back: the answers are there, and nothing is shown by itself.
    console.get_by_role("button", name="Seuraavaksi: ").click()
    expect(phone.get_by_role("heading", name="Mistä puhumme")).to_be_visible()
    press(console, "Takaisin")
    expect(console.get_by_text("Vastaukset lukittu · tulokset piilossa")).to_be_visible()
    expect(phone.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()
    expect(screen.locator(".vt-chart-plot svg.main-svg")).to_have_count(0)

    # The same once more: a round of its own.
    confirmed(console, "Uusi kierros…")
    expect(phone.get_by_text("2. kierros")).to_be_visible()
    expect(phone.get_by_text("Et ole vielä vastannut").first).to_be_visible()
    people_answer(server, 5)
    press(console, "Näytä tulokset")
    expect(screen.get_by_text("2. kierros")).to_be_visible()
    expect(console.get_by_text("Noussut viime kierroksesta").first).to_be_visible()
    rounds = server.rows("SELECT DISTINCT round FROM answer ORDER BY round")
    assert rounds == [(1,), (2,)]
    confirmed(console, "Vertaa edelliseen kierrokseen…")
    expect(console.get_by_role("button", name="Vertaa edelliseen kierrokseen…")).to_have_count(0)
    expect(screen.get_by_role("img", name="Kierrokset · ").first).to_be_visible()
    expect(phone.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()

    # Ended by mistake, and opened again.
    confirmed(console, "Lopeta…")
    expect(screen.get_by_role("heading", name="Kiitos!")).to_be_visible()
    expect(phone.get_by_role("heading", name="Työpaja on päättynyt")).to_be_visible()
    press(console, "Avaa uudelleen")
    expect(console.get_by_text("Vastaukset lukittu · tulokset piilossa")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()
