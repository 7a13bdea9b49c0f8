"""The gallery: every question kind beside its picture, in each language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from verkostotyokalut.framework import LANGUAGES, instrument, kinds

from .conftest import LAPTOP, ROOT, Server, Visitor
from .test_pages import in_server

GALLERY = "notebooks/galleria.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_asked_beside_its_picture(
    server: Server, visit: Callable[..., Visitor], language: str
) -> None:
    page = visit(**LAPTOP).open(
        in_server(server, f"voila/render/notebooks/galleria.ipynb?language={language}")
    )
    samples = page.locator(".vt-sample")
    expect(samples).to_have_count(12, timeout=30_000)
    for sample in samples.all():
        expect(sample.locator(".vt-card").first).to_be_visible()
        sample.scroll_into_view_if_needed()
        expect(sample.locator(".vt-chart-plot svg.main-svg").first).to_be_visible()
    headings = [heading.inner_text() for heading in page.locator(".vt-sample h1").all()]
    assert instrument("riskit").headline.into(language) in headings  # type: ignore[arg-type]
    assert {one.get_attribute("lang") for one in page.locator(".vt-assessment").all()} == {language}


def test_no_kind_is_missing() -> None:
    shown = [
        line.split('"')[1]
        for line in (ROOT / GALLERY).read_text(encoding="utf-8").splitlines()
        if line.startswith("vt.Sample(")
    ]
    assert {instrument(name).question.kind for name in shown} == set(kinds())
