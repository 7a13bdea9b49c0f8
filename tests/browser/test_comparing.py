"""Groups, rounds, an earlier workshop and a guess: beside each other on the projector."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import (
    Action,
    Change,
    Choice,
    Database,
    Session,
    answers,
    groups,
    sessions,
)
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.widgets import LiveSession

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visit, until
from .test_accessibility import faults
from .test_buttons import confirmed
from .test_lobby import code_of, join_url
from .test_workshop import answer, press

CORE = "ydinelementit"


def store(server: Server) -> Database:
    return Database(f"sqlite:///{server.database}")


def all_say(db: Database, session: Session, values: list[int], of: list[str]) -> None:
    """Let a new person say each value to everything that is asked, each in a group in turn."""
    now = until(
        lambda: (one := sessions.get(db, session.id)).stage.accepts_answers and one,
        "answers are taken",
    )
    asked = instrument(now.asked)
    changes: list[Change | Choice] = []
    for place, value in enumerate(values):
        me = answers.join(db, now.id).participant
        changes += [
            Change(now.id, now.round, asked.id, me, item, value, seq)
            for seq, item in enumerate(asked.item_ids, start=1)
        ]
        if of:
            changes.append(Choice(now.id, me, of[place % len(of)], 100))
    answers.save(db, changes)


def in_words(page: Page, words: str) -> None:
    """See that the picture's text twin, or the page, says so."""
    expect(page.get_by_text(words).first).to_be_attached()


def test_from_last_years_file_to_groups_and_rounds(
    lobby: Server, visit: Visit, tmp_path: Path
) -> None:
    db = store(lobby)
    old = sessions.create(db, CORE)
    live = LiveSession(db, old)
    live.move(Action.START)
    all_say(db, old, [2] * 8, [])
    live.move(Action.REVEAL)
    live.close()
    file = tmp_path / "viime-vuosi.kierros"
    file.write_bytes(write(db, old.id))
    sessions.delete(db, old.id)

    leader = visit(**LAPTOP)
    page = leader.open(lobby.leader_url)
    field = page.get_by_label("Vertaa aiempaan työpajaan (kierrostiedosto)")
    field.set_input_files({"name": "muu.kierros", "mimeType": "", "buffer": b"{}"})
    expect(page.get_by_role("alert")).to_contain_text("ei ole kierrostiedosto")
    field.set_input_files(file)
    expect(page.get_by_text("Verrataan: Ydinelementit, ")).to_be_visible()
    expect(page.locator(".vt-lobby-card", has_text="Sama kuin silloin")).to_have_count(1)
    assert faults(page) == []
    page.get_by_role("button", name="Aloita: Ydinelementit").click()
    expect(page.get_by_role("heading", name="Ydinelementit").first).to_be_visible()
    session = sessions.find(db, code_of(page))
    screen = visit(**PROJECTOR).open(page.url.replace("ohjaamo", "valkokangas"))

    press(page, "Aloita")
    ids = groups.add(db, session.id, "Kunnat", "Järjestöt")
    all_say(db, session, [1, 5] * 8, ids)
    press(page, "Näytä tulokset")
    expect(page.locator("summary", has_text="Aiempaan verrattuna")).to_be_visible()
    confirmed(page, "Vertaa ryhmiä…")
    expect(page.get_by_role("button", name="Vertaa ryhmiä…")).to_have_count(0)
    in_words(screen, "Järjestöt")
    expect(page.get_by_text("Järjestöt ja Kunnat näkevät").first).to_be_visible()
    assert faults(screen) == []
    db.close()


def test_a_guess_beside_the_answer(lobby: Server, visit: Visit) -> None:
    db = store(lobby)
    page = visit(**LAPTOP).open(lobby.leader_url)
    page.locator(".vt-lobby-one select").select_option("vain-ydinelementit")
    page.get_by_label("Jokainen vastaa ensin itse ja arvaa").check()
    page.get_by_role("button", name="Aloita: Vain yksi kysely").click()
    expect(page.get_by_role("heading", name="Arvaus: Ydinelementit").first).to_be_visible()
    session = sessions.find(db, code_of(page))
    phone = visit(**PHONE).open(join_url(lobby, session.code))
    press(page, "Aloita")
    answer(phone, 0, 5)
    all_say(db, session, [4] * 8, [])
    page.get_by_role("button", name="Seuraavaksi: ").click()
    until(lambda: sessions.get(db, session.id).asked == f"arvaus-{CORE}", "guesses are asked for")
    expect(phone.get_by_text("Arvaa, mikä on huoneen keskimmäinen vastaus")).to_be_visible()
    answer(phone, 0, 2)
    all_say(db, session, [2] * 8, [])
    press(page, "Näytä tulokset")
    expect(phone.get_by_text("Huoneen mediaani 4").first).to_be_visible()
    expect(phone.get_by_text("Itse vastasit 5")).to_be_visible()
    expect(phone.get_by_role("slider").first).to_have_attribute("aria-valuenow", "2")
    expect(page.locator("summary", has_text="Arvaus ja vastaus")).to_be_visible()
    db.close()
