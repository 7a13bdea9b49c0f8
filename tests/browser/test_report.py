"""The report in a real browser: made by the console, read on paper, on a phone and by axe."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from playwright.sync_api import expect
from pypdf import PdfReader

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Database, sessions
from verkostotyokalut.widgets.sample import rehearse

from .conftest import LAPTOP, PHONE, Server, Visitor
from .test_accessibility import faults

CORE = instrument("ydinelementit")


def test_the_report_is_downloaded_opened_read_and_printed(
    server: Server, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    db = Database(f"sqlite:///{server.database}")
    session = sessions.find(db, server.code)
    leader = visit(**LAPTOP)
    console = leader.open(server.leader_url)
    console.get_by_role("button", name="Aloita").click()
    save = console.get_by_role("button", name="Lataa raportti")
    expect(save).to_have_attribute("aria-disabled", "true")
    rehearse(db, sessions.get(db, session.id), CORE, 24)
    console.get_by_role("button", name="Näytä tulokset").click()
    expect(save).not_to_have_attribute("aria-disabled", "true")
    with console.expect_download() as downloading:
        save.click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    with console.expect_popup() as opening:
        console.get_by_role("button", name="Avaa uuteen ikkunaan").click()
    expect(opening.value.get_by_role("heading", level=1)).to_have_text("Ydinelementit")
    assert opening.value.url.startswith("blob:")
    db.close()

    reader = visit(**PHONE)
    page = reader.open(file.as_uri())
    expect(page.get_by_role("img", name="Verkoston profiili")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    headings = page.locator("h2, h3").all_inner_texts()
    assert reader.requests == [file.as_uri()]
    assert leader.faults + reader.faults == []

    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    text = " ".join(" ".join(one.extract_text() for one in printed.pages).split())
    text = normalize("NFKC", text)  # fonts write "fi" as one letter
    assert [heading for heading in headings if " ".join(heading.split()) not in text] == []
    assert printed.pages[0].mediabox.height > printed.pages[0].mediabox.width
    assert printed.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert 4 <= len(printed.pages) <= 12
