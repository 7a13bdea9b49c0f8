"""A workshop on a server that Binder would give: behind a hub's proxy, with a token of its own.

One leader and one session for all the tests here, in the order of a workshop that goes wrong: the
last test takes the server away.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, Visit, Visitor
from tests.browser.test_lobby import code_of
from tests.browser.test_workshop import address_in_picture, answer, drawn, press, saved
from tests.waiting import until

from .asking import asking, kept
from .doors import opened
from .hub import PATIENCE, Hub, Leader

SIMULATE = (Path(sys.executable).with_name("verkostotyokalut"), "simulate")


@dataclass(frozen=True)
class Workshop:
    """A leader's pages, opened from the badge."""

    here: Leader
    leader: Visitor
    console: Page
    wall: Page

    @property
    def code(self) -> str:
        return code_of(self.console)

    @property
    def address(self) -> str:
        return f"{self.here.base}verkosto/l/{self.code}"


@pytest.fixture(scope="module")
def workshop(binder: Hub, browser: Browser) -> Iterator[Workshop]:
    """Go where BinderHub's page takes the one who opened the badge, and open a session."""
    here = binder.leaders[0]
    context = browser.new_context(locale="en-US", **LAPTOP)  # type: ignore[arg-type]
    leader = Visitor(context)
    console = leader.open(f"{here.base}voila/render/notebooks/ohjaamo.ipynb?token={here.token}")
    press(console, "Aloita: Ydinelementit")
    with context.expect_page() as shown:
        console.get_by_role("link", name="Valkokangas").click()
    wall = shown.value
    wall.set_viewport_size(PROJECTOR["viewport"])  # type: ignore[arg-type]
    yield Workshop(here, leader, console, wall)
    context.close()


def test_a_workshop_behind_the_proxy(workshop: Workshop, visit: Visit) -> None:
    here, console, wall = workshop.here, workshop.console, workshop.wall
    address = until(lambda: address_in_picture(wall))
    assert address == workshop.address
    by_hand = wall.locator(".vt-joincard-address").inner_text()
    assert f"http://{by_hand}" == f"{here.base}verkosto"

    phone, other = visit(**PHONE), visit(**PHONE)
    page = phone.open(address)
    expect(page.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    typed = other.open(f"http://{by_hand}?kieli=fi")
    typed.get_by_label("Valkokankaalla näkyvä koodi").fill(workshop.code.lower())
    press(typed, "Liity")
    expect(typed.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    assert typed.url == f"{address}?kieli=fi"
    expect(wall.get_by_text("Liittyneitä: 2")).to_be_visible()

    press(console, "Aloita")
    for one in (page, typed):
        answer(one, 0, 4)
        saved(one)
    crowd = ("--participants", "6", "--seconds", "2", "--pace", "0.1", "--seed", "7")
    subprocess.run([*SIMULATE, address, *crowd], check=True, capture_output=True)
    press(console, "Näytä tulokset")
    until(lambda: drawn(wall))
    expect(page.get_by_text("Huoneen mediaani").first).to_be_visible()

    assert kept(phone, page) == (set(), {f"verkosto:{here.path}"})
    assert kept(workshop.leader, console)[0] == {here.path}
    inside = (here.base, f"ws{here.base[4:]}", "data:", "blob:")
    for visitor in (workshop.leader, phone, other):
        assert [url for url in visitor.requests if not url.startswith(inside)] == []
        assert visitor.faults == []
    for visitor in (phone, other):
        assert not any(here.token in url for url in visitor.requests)
        assert here.token not in visitor.pages[0].content()

    assert len(here.kernels()) == 2
    wall.close(run_before_unload=True)
    until(lambda: len(here.kernels()) == 1)


def test_the_participants_address_gives_nothing_else(workshop: Workshop, visit: Visit) -> None:
    here = workshop.here
    phone = visit(**PHONE)
    phone.open(f"{here.base}lab")  # the login page, whose cookie lets forms be sent
    page = phone.open(asking(here).url)
    expect(page.get_by_role("slider").first).to_be_visible()
    assert opened(page, here) == []
    assert kept(phone, page)[0] == {here.path}
    assert len(opened(workshop.console, here, writing=False)) > 20, "the leader's are there"


def test_a_proxy_that_dies_loses_no_answer(binder: Hub, workshop: Workshop, visit: Visit) -> None:
    here = workshop.here
    session = asking(here)
    page = visit(**PHONE).open(session.url)
    answer(page, 0, 3)
    saved(page)
    before = binder.proxy
    os.kill(before, signal.SIGKILL)
    answer(page, 0, 4)
    until(lambda: session.values() == [4], PATIENCE)
    assert binder.proxy != before
    expect(workshop.console.locator("#lost")).to_be_hidden()
    # Seen by the proxy, told by the hub: its culler lets a running workshop be.
    active = here.active()
    answer(page, 1, 4)
    until(lambda: here.active() > active)


def test_a_console_tells_that_its_server_is_gone(
    binder: Hub, workshop: Workshop, visit: Visit
) -> None:
    here, lost = workshop.here, workshop.console.locator("#lost")
    page = visit(**PHONE).open(asking(here).url)
    expect(page.get_by_role("slider").first).to_be_visible()
    expect(lost).to_be_hidden()
    binder.ask("DELETE", f"users/{here.name}/server")
    expect(lost).to_contain_text("Palvelin on suljettu. Se oli tilapäinen")
    answer(page, 0, 3)
    expect(page.get_by_role("status").filter(has_text="Ei yhteyttä")).to_have_count(1)
