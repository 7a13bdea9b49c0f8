"""The network's cycle in a notebook: a press on a phase opens its items, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import LAPTOP, PHONE, Server, Visitor, until
from .test_accessibility import faults
from .test_pages import in_server
from .test_workshop import drawn


@pytest.fixture
def person(visit: Callable[..., Visitor]) -> Visitor:
    return visit(**LAPTOP)


def cycle(server: Server, visitor: Visitor) -> Page:
    page = visitor.open(in_server(server, "voila/render/notebooks/sykli.ipynb"))
    until(lambda: drawn(page), "the ring", 40)
    return page


def test_a_phase_opens_and_closes_by_mouse_and_by_keyboard(server: Server, person: Visitor) -> None:
    page = cycle(server, person)
    assert faults(page) == []
    place = page.get_by_role("button", name="2. Sovitaan suunnasta")
    heading = page.get_by_role("heading", name="2. Sovitaan suunnasta")
    expect(place).to_have_attribute("aria-expanded", "false")

    place.click()
    expect(heading).to_be_focused()
    expect(place).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("Olemme sopineet tavoitteistamme yhdessä.")).to_be_visible()
    expect(page.get_by_role("heading", name="Mitä voitte kokeilla")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Sulje").click()
    expect(heading).to_be_hidden()
    expect(place).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="3. Edetään ja opitaan")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="3. Edetään ja opitaan")).to_be_focused()
    expect(page.get_by_role("heading", name="3. Edetään ja opitaan")).to_be_hidden()
    assert person.faults == []


def test_the_places_follow_the_picture_to_a_phone(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    page = cycle(server, visit(**PHONE))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    picture = page.get_by_role("img", name="Verkoston sykli").bounding_box()
    assert picture is not None
    places = page.locator(".vt-chart-place")
    expect(places).to_have_count(4)
    for place in places.all():
        box = place.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= picture["x"] - 1 and box["y"] >= picture["y"] - 1
        assert box["x"] + box["width"] <= picture["x"] + picture["width"] + 1
        assert box["y"] + box["height"] <= picture["y"] + picture["height"] + 1
    page.get_by_role("button", name="1. Verkosto kootaan").tap()
    expect(page.get_by_role("heading", name="1. Verkosto kootaan")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
