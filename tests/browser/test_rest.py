"""A forgotten page and a forgotten phone rest, and one press brings each back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Server, Visit

FORGOTTEN = 8  # seconds


def test_what_is_forgotten_rests_until_somebody_wants_to_go_on(
    tmp_path: Path,
    make_server: Callable[..., Server],
    visit: Visit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BINDER_REPO_URL", "https://github.com/maija/verkko")
    settings = tmp_path / "config" / "jupyter_server_config.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"Awake": {"forgotten_after": FORGOTTEN, "look_every": 0.5}}))
    server = make_server()
    leader, participant = visit(**LAPTOP), visit(**PHONE)
    console = leader.open(server.leader_url)
    start = console.get_by_role("button", name="Aloita", exact=True)
    expect(start).to_be_visible()
    phone = participant.open(server.join_url)
    expect(phone.get_by_text("Olet mukana")).to_be_visible()
    warning = console.get_by_role("alert").filter(has_text="Jos työpaja jatkuu, paina")
    expect(warning).to_be_visible()
    # Somebody reads the console; nobody looks at the phone.
    phone_rests = phone.get_by_role("heading", name="Sivu lepää")
    while not phone_rests.is_visible():
        console.mouse.wheel(0, 1)
        console.wait_for_timeout(500)
        expect(start).to_be_visible()
    # Then nobody does.
    expect(console.get_by_role("heading", name="Sivu lepää")).to_be_visible()
    assert "/verkosto/rest" in console.url
    expect(console.get_by_text("Palvelin on tilapäinen")).to_be_visible()
    console.get_by_role("button", name="Jatka").click()
    expect(start).to_be_visible()
    phone.get_by_role("button", name="Jatka").click()
    expect(phone.get_by_text("Olet mukana")).to_be_visible()
    start.click()
    expect(phone.get_by_role("slider").first).to_be_visible()
    assert leader.faults == participant.faults == []
