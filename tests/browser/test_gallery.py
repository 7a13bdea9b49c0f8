"""The gallery: every question kind beside its picture, in each language."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from verkostotyokalut.framework import LANGUAGES, instrument, kinds

from .conftest import LAPTOP, ROOT, Server, Visitor
from .test_pages import in_server

GALLERY = "notebooks/galleria.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_asked_beside_its_picture(
    server: Server, visit: Callable[..., Visitor], language: str, tmp_path: Path
) -> None:
    visitor = visit(**LAPTOP)
    if language == "sv":
        visitor.slowed(4)
    page = visitor.open(
        in_server(server, f"voila/render/notebooks/galleria.ipynb?language={language}")
    )
    samples = page.locator(".vt-sample")
    expect(samples).to_have_count(22, timeout=60_000)
    for sample in samples.all():
        if "vt-sample-beside" not in (sample.get_attribute("class") or ""):
            expect(sample.locator(".vt-card").first).to_be_visible()
        sample.scroll_into_view_if_needed()
        expect(sample.locator(".vt-chart-plot svg.main-svg").first).to_be_visible()
    headings = [heading.inner_text() for heading in page.locator(".vt-sample h1").all()]
    assert instrument("riskit").headline.into(language) in headings  # type: ignore[arg-type]
    assert {one.get_attribute("lang") for one in page.locator(".vt-assessment").all()} == {language}
    if language == "fi":
        pictures_are_saved(page, tmp_path)


def pictures_are_saved(page: Page, folder: Path) -> None:
    """Take a picture of groups along, as PNG and as SVG."""
    chart = page.locator(".vt-sample-beside .vt-chart").first
    for format_ in ("PNG", "SVG"):
        name = f"{format_}: tallenna kuva Ryhmät · Osa-alueiden tasot"
        button = chart.get_by_role("button", name=name)
        box = button.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
        with page.expect_download() as downloading:
            button.press("Enter")
        assert downloading.value.suggested_filename == (
            f"ryhmat-osa-alueiden-tasot.{format_.lower()}"
        )
        downloading.value.save_as(folder / format_)
    png = (folder / "PNG").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG") and width == 2 * (1300 + 48) and height > 800
    svg = ElementTree.parse(folder / "SVG").getroot()
    assert svg.findtext("{*}title") == "Ryhmät · Osa-alueiden tasot"
    assert "Tasot ovat kauimpana" in (svg.findtext("{*}desc") or "")
    assert "Oppilaitokset" in "".join(svg.itertext())


def test_no_kind_is_missing() -> None:
    shown = [
        line.split('"')[1]
        for line in (ROOT / GALLERY).read_text(encoding="utf-8").splitlines()
        if line.startswith("vt.Sample(")
    ]
    assert {instrument(name).question.kind for name in shown} == set(kinds())
