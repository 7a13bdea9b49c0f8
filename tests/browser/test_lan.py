"""A room with no internet at all: the laptop's own networks, a phone, and the leader's choice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visitor, until
from .islands import LAPTOP_AT, Computer, can_be_made, room
from .test_workshop import address_in_picture

WIFI, HOTSPOT = LAPTOP_AT.values()


@pytest.fixture
def island(tmp_path: Path, browser: Browser) -> Iterator[tuple[Server, Visitor, Visitor]]:
    """A server with ``--lan``, and the browsers of the leader and of somebody else."""
    with ExitStack() as stack:
        laptop, phone = stack.enter_context(room())
        server = Server(tmp_path, "--lan", within=laptop.within)
        stack.callback(server.stop)

        def browse(computer: Computer, **device: object) -> Visitor:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            assert chromium
            started = browser.browser_type.launch(
                executable_path=computer.program(tmp_path, chromium), args=["--no-sandbox"]
            )
            stack.callback(started.close)
            context = started.new_context(locale="en-US", **device)  # type: ignore[arg-type]
            context.set_default_timeout(20_000)
            return Visitor(context)

        yield server, browse(laptop, **LAPTOP), browse(phone, **PHONE)


@pytest.mark.skipif(not can_be_made(), reason="needs to make network namespaces")
def test_a_phone_joins_where_nothing_leads_out(
    island: tuple[Server, Visitor, Visitor],
) -> None:
    server, leader, guest = island
    console = leader.open(server.leader_url)
    address = console.locator(".vt-joincard-small .vt-joincard-address")
    expect(address).to_have_text(f"{WIFI}:{server.port}/verkosto")
    assert server.join_url == f"http://{WIFI}:{server.port}/verkosto/l/{server.code}"
    wall = leader.open(server.screen_url)
    wall.set_viewport_size(PROJECTOR["viewport"])  # type: ignore[arg-type]
    assert until(lambda: address_in_picture(wall), "a QR code on the wall") == server.join_url

    # The leader chooses the laptop's own hotspot; the projector and its picture follow.
    networks = console.get_by_label("Verkko, jossa puhelimet ovat")
    expect(networks).to_have_value(WIFI)
    networks.select_option(f"{HOTSPOT} (wlan1)")
    chosen = f"http://{HOTSPOT}:{server.port}/verkosto/l/{server.code}"
    until(lambda: address_in_picture(wall) == chosen, "the chosen address on the wall")
    expect(address).to_have_text(f"{HOTSPOT}:{server.port}/verkosto")
    console.get_by_text("Eikö sivu aukea puhelimessa?").click()
    expect(console.get_by_text(f"{server.port}/tcp")).to_be_visible()

    page = guest.open(chosen)
    expect(page.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    expect(wall.get_by_text("Liittyneitä: 1")).to_be_visible()
    assert leader.faults + guest.faults == []
    ours = (
        f"http://localhost:{server.port}/",
        f"http://{HOTSPOT}:{server.port}/",
        "data:",
        "blob:",
    )
    assert [url for url in leader.requests + guest.requests if not url.startswith(ours)] == []
