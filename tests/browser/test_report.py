"""The report in a real browser: made by the console, read on paper, on a phone and by axe."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
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
    headings = page.locator("h1, h2, h3, h4").all_inner_texts()
    figures = page.locator("figure").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('h3, figcaption')].map(e => e.textContent))"
    )
    assert reader.requests == [file.as_uri()]
    assert leader.faults + reader.faults == []
    read_on_paper(page.pdf(prefer_css_page_size=True, tagged=True, outline=True), headings, figures)


def read_on_paper(file: bytes, headings: list[str], figures: list[list[str]]) -> None:
    """See that a printed report is A4, tagged, in order and whole, as its readers need it."""
    printed = PdfReader(io.BytesIO(file))
    pages = [one_line(one.extract_text()) for one in printed.pages]
    assert 4 <= len(pages) <= 12
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    root = printed.trailer["/Root"]
    assert root["/Lang"] == "fi"
    assert root["/MarkInfo"]["/Marked"]
    told = list(outline(printed, printed.outline))
    assert [title for title, _ in told] == [one_line(heading) for heading in headings]
    tags = Counter[str]()
    pictures: list[str] = []
    walk(root["/StructTreeRoot"], tags, pictures)
    assert {"/H1", "/H2", "/H3", "/Figure", "/Table", "/TH", "/TD", "/Caption"} <= tags.keys()
    assert pictures == [title for title, _caption in figures]
    for title, caption in figures:  # a picture is between them
        numbers = [number for words, number in told if words == title]
        assert [one_line(caption) in pages[number] for number in numbers] == [True]
    assert "Väittämä Vastauksia Mediaani" in " ".join(pages)


def one_line(words: str) -> str:
    return normalize("NFKC", " ".join(words.split()))  # fonts write "fi" as one letter


def outline(printed: PdfReader, entries: Any) -> Iterator[tuple[str, int]]:
    """Yield the headings and their pages; one that begins a page is told twice in one."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(printed, entry)
        else:
            words = one_line(entry.title)
            half = words[: len(words) // 2]
            number = printed.get_destination_page_number(entry)
            assert number is not None
            yield half if half * 2 == words else words, number


def walk(element: Any, tags: Counter[str], pictures: list[str]) -> None:
    """Count the tags of a document's structure, and collect what its pictures are called."""
    found = element.get_object()
    if isinstance(found, list):
        for part in found:
            walk(part, tags, pictures)
    elif isinstance(found, dict):
        tags[str(found.get("/S"))] += 1
        if "/Alt" in found:
            pictures.append(str(found["/Alt"]))
        if "/K" in found:
            walk(found["/K"], tags, pictures)
