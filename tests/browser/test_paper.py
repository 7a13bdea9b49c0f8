"""Answers on paper: the sheet is opened to print, and typed in by the keyboard alone."""

from __future__ import annotations

import io
import json
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Database, groups, sessions
from verkostotyokalut.report.sheet.page import sheet as answer_sheet
from verkostotyokalut.widgets.sample import rehearse

from .conftest import LAPTOP, Server, Visit
from .test_accessibility import faults
from .test_report import one_line
from .test_workshop import press

CORE = instrument("ydinelementit")


def typed(server: Server, sheet: int) -> list[object]:
    """Return what the store has of a sheet, in the order of the paper; None: not answered."""
    query = f"SELECT item, value FROM answer WHERE participant = 'sheet-{sheet}'"
    found = {item: json.loads(value) for item, value in server.rows(query)}
    return [found.get(item) for item in CORE.item_ids]


def first_field_is_ready(console: Page, sheet: int) -> None:
    expect(console.get_by_label("Tämän lomakkeen numero")).to_have_value(str(sheet))
    expect(console.get_by_label("1. Ihminen tittelin takana")).to_be_focused()


def test_sheets_are_printed_and_typed_in_until_the_results_are_seen(
    server: Server, visit: Visit
) -> None:
    leader = visit(**LAPTOP)
    console = leader.open(server.leader_url)
    console.get_by_text("Paperivastaukset").click()
    expect(console.get_by_text("kun työpaja kysyy jotakin")).to_be_visible()
    with console.expect_popup() as opening:
        press(console, "Avaa tulostettavaksi")
    sheet = opening.value
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Ydinelementit")
    expect(sheet.get_by_text("1. Ihminen tittelin takana")).to_be_visible()
    assert faults(sheet) == []
    sheet.close()

    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    groups.add(db, session.id, "Kunta", "Yritys")
    press(console, "Aloita")
    console.get_by_label("1. Ihminen tittelin takana").focus()
    keys = console.keyboard
    keys.type("45342")
    keys.type("7")  # no number of this scale: told, and nothing is written
    expect(console.get_by_text("1–5, tai ? = en osaa sanoa")).to_be_visible()
    keys.press("Enter")  # the sixth is left empty
    keys.type("?1325")
    keys.press("Backspace")
    keys.type("4")  # what was just typed is typed again
    keys.type("1")
    expect(console.get_by_role("button", name="Tallenna ja jatka")).to_be_focused()
    assert typed(server, 1) == [None] * 12
    keys.press("Enter")
    first_field_is_ready(console, 2)
    expect(console.get_by_text("Lomake 1 on tallessa.")).to_be_visible()
    assert typed(server, 1) == [4, 5, 3, 4, 2, None, "dont_know", 1, 3, 2, 4, 1]

    console.get_by_role("combobox", name="Ryhmä", exact=True).select_option("Yritys")
    console.get_by_label("1. Ihminen tittelin takana").focus()
    keys.type("555")
    console.reload()  # what was typed is there still
    expect(console.get_by_label("3. Tarpeet ja odotukset")).to_have_value("5")
    expect(
        console.get_by_role("combobox", name="Ryhmä", exact=True).locator("option:checked")
    ).to_have_text("Yritys")
    console.get_by_label("4. Yhteinen historia").focus()
    keys.type("555555555")
    keys.press("Enter")
    first_field_is_ready(console, 3)
    expect(console.get_by_text("Lomake 2 on tallessa.")).to_be_visible()
    assert typed(server, 2) == [5] * 12
    expect(console.get_by_text("Syötetty: 2")).to_be_visible()

    press(console, "Lomake 1, 11/12 vastattu")
    expect(console.get_by_label("Tämän lomakkeen numero")).to_have_value("1")
    expect(console.get_by_label("6. Luottamus osaamiseen")).to_have_value("")
    console.get_by_label("6. Luottamus osaamiseen").focus()
    keys.type("2")
    press(console, "Tallenna ja jatka")
    expect(console.get_by_text("Lomake 1 on tallessa.")).to_be_visible()
    assert typed(server, 1)[5] == 2
    press(console, "Kumoa: lomake 1")
    expect(console.get_by_role("button", name="Lomake 1, 11/12 vastattu")).to_be_visible()
    assert typed(server, 1)[5] is None
    assert faults(console) == []

    rehearse(db, sessions.get(db, session.id), CORE, 4)
    db.close()
    expect(console.locator(".vt-conductor-counts")).to_contain_text("6 vastannut")
    press(console, "Näytä tulokset")
    expect(console.get_by_text("Huone on nähnyt tulokset.")).to_be_visible()
    expect(console.get_by_role("button", name="Tallenna ja jatka")).to_have_count(0)
    assert leader.faults == []


def test_each_layout_of_a_sheet_prints_on_a4(visit: Visit, tmp_path: Path) -> None:
    page = visit(**LAPTOP).open("about:blank")
    for name in ("ydinelementit", "riskit", "verkoston-sykli", "oppimisen-tavat", "verkostosalkku"):
        asked = instrument(name)
        file = tmp_path / f"{name}.html"
        file.write_text(answer_sheet(asked, "fi", groups=["Kunta", "Yritys"]), encoding="utf-8")
        page.goto(file.as_uri())
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
        box = printed.pages[0].mediabox
        assert (round(box.width), round(box.height)) == (595, 842), name
        assert printed.trailer["/Root"]["/Lang"] == "fi"
        pages = [one_line(one.extract_text()) for one in printed.pages]
        assert len(pages) <= 4, name
        assert "Lomakkeen numero" in pages[0]
        for number, item in enumerate(asked.items, start=1):  # no item is cut in two
            label, statement = one_line(item.label.fi), one_line(item.statement.fi)
            whole = [f"{number}. {label}" in words and statement in words for words in pages]
            assert whole.count(True) == 1, f"{name}: {label}"
