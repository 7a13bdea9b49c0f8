"""The lobby: a leader starts, goes back, continues, rehearses and deletes; reloads at any time."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .conftest import LAPTOP, PHONE, Server, Visit, until
from .test_accessibility import faults
from .test_workshop import press

SMALL = """() => [...document.querySelectorAll('button, a, select, input, summary')]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.textContent, (element.closest('label') ?? element)])
    .map(([text, element]) => [text, element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 44 || box.height < 44)
    .map(([text, box]) => `${text} ${box.width}×${box.height}`)"""


def code_of(page: Page) -> str:
    """Return the code in the page's address, once it is there."""
    expect(page).to_have_url(re.compile(r"[?&]code=\w{6}$"))
    return page.url[-6:]


def join_url(server: Server, code: str) -> str:
    return f"http://localhost:{server.port}/verkosto/l/{code}"


def test_from_the_lobby_to_a_workshop_and_back(lobby: Server, visit: Visit) -> None:
    leader = visit(**LAPTOP)
    page = leader.open(lobby.leader_url)
    heading = page.get_by_role("heading", name="Verkoston työpajat")
    expect(heading).to_be_visible()
    expect(page.locator(".vt-lobby-cards .vt-lobby-card")).to_have_count(10)
    assert faults(page) == []
    assert lobby.rows("SELECT count(*) FROM session") == [(0,)]

    page.get_by_label("Huoneen kieli").select_option("sv")
    page.get_by_label("Pienin näytettävä ryhmä").select_option("3")
    page.get_by_role("button", name="Aloita: Ydinelementit").dblclick()
    expect(page.get_by_role("heading", name="Kärnelementen")).to_be_visible()
    code = code_of(page)
    assert lobby.rows("SELECT code, workshop, language, minimum, rehearsal FROM session") == [
        (code, "ydinelementit", "sv", 3, None)
    ]
    phone = visit(**PHONE).open(join_url(lobby, code))
    expect(phone.get_by_role("heading", name="Välkommen!")).to_be_visible()
    press(page, "Börja")
    expect(phone.get_by_role("slider").first).to_be_visible()
    assert faults(page) == []

    page.reload()
    expect(page.get_by_role("heading", name="Kärnelementen")).to_be_visible()
    page.get_by_role("link", name="Alla workshoppar").click()
    expect(heading).to_be_visible()
    expect(page).not_to_have_url(re.compile("code="))
    page.reload()
    expect(page.locator(f"[data-code='{code}']")).to_contain_text("1 osallistuja")
    page.get_by_role("button", name="Jatka: Ydinelementit").click()
    expect(page.get_by_role("heading", name="Vi svarar och tittar tillsammans")).to_be_visible()
    assert code_of(page) == code
    page.go_back()
    expect(heading).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="Kärnelementen")).to_be_visible()
    other = leader.open(page.url)  # a second tab comes to the same session
    expect(other.get_by_role("heading", name="Kärnelementen")).to_be_visible()

    press(page, "Avsluta…")
    page.get_by_role("dialog").get_by_role("button", name="Avsluta").click()
    expect(page.get_by_role("button", name="Avsluta…")).to_have_count(0)  # it has ended
    page.go_back()
    page.get_by_text("Päättyneet: 1").click()
    expect(page.get_by_role("button", name="Katso: Ydinelementit")).to_be_visible()
    # Nothing was shown, so there is no report.
    expect(page.get_by_role("button", name="Lataa raportti")).to_have_count(0)
    assert faults(page) == []
    page.get_by_role("button", name="Avaa uudelleen: Ydinelementit").click()
    expect(page.get_by_role("button", name="Avsluta…")).to_be_visible()
    assert leader.faults == []


def test_a_rehearsal_answers_every_step_and_is_deleted(lobby: Server, visit: Visit) -> None:
    leader = visit(**PHONE)  # as narrow as it gets
    page = leader.open(lobby.leader_url)
    page.get_by_label("Harjoituksen osallistujat").select_option("10")
    page.get_by_role("button", name="Harjoittele: Verkoston sykli").tap()
    expect(page.get_by_text("Harjoitus käynnissä: 10 osallistujaa")).to_be_visible()
    code = code_of(page)
    press(page, "Aloita")
    until(
        lambda: lobby.rows("SELECT count(DISTINCT participant) FROM answer") == [(10,)],
        "everybody answers",
    )
    page.reload()
    expect(page.get_by_text("Harjoitus käynnissä: 10 osallistujaa")).to_be_visible()
    assert lobby.rows("SELECT count(*) FROM participant") == [(10,)]
    page.get_by_role("button", name="Pysäytä", exact=True).tap()
    expect(page.get_by_text("Harjoitus: vastaukset ovat keksittyjä.")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Kaikki työpajat").tap()

    here = page.locator(f"[data-code='{code}']")
    expect(here).to_contain_text("Harjoitus on pysäytetty.")
    here.get_by_label("Säilytetään").select_option("1")
    expect(here.get_by_label("Säilytetään")).to_have_value("1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(SMALL) == []

    # Asked twice: each question can be answered with no.
    dialog = page.get_by_role("dialog")
    remove = here.get_by_role("button", name="Poista…")
    for questions in (1, 2):
        remove.tap()
        expect(dialog).to_contain_text("Osallistujia: 10")
        assert faults(page) == []
        if questions == 2:
            dialog.get_by_role("button", name="Jatka poistamiseen").tap()
            expect(dialog).to_contain_text("Oletko varma?")
        dialog.get_by_role("button", name="Peruuta").tap()
        expect(dialog).to_have_count(0)
    assert lobby.rows("SELECT count(*) FROM session") == [(1,)]
    (participant,) = lobby.rows("SELECT id FROM participant LIMIT 1")[0]
    assert held(lobby, participant)
    remove.tap()
    dialog.get_by_role("button", name="Jatka poistamiseen").tap()
    dialog.get_by_role("button", name="Poista lopullisesti").tap()
    expect(page.get_by_text("kaikki siihen kuulunut on poistettu")).to_be_visible()
    expect(here).to_have_count(0)
    for table in ("session", "participant", "answer", "release", "agreement", "arrangement"):
        assert lobby.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    until(lambda: not held(lobby, participant), "nothing of it in the files")
    page.go_back()  # to the session's own address: it is not there
    expect(page.get_by_text(f"Koodilla {code} ei ole työpajaa")).to_be_visible()
    expect(page).not_to_have_url(re.compile("code="))
    assert leader.faults == []


def held(server: Server, words: str) -> bool:
    """Tell whether the database's files have ``words`` in them anywhere."""
    files = server.database.parent.glob(f"{server.database.name}*")
    return any(words.encode() in file.read_bytes() for file in files)
