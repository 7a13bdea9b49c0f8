"""Where phones join when they come by the network that this computer is in."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.live.test_lan import machine
from tests.waiting import soon
from verkostotyokalut.live import Database, Session, answers, lan, sessions
from verkostotyokalut.widgets import JoinCard, LiveSession
from verkostotyokalut.widgets.leader import join_card
from verkostotyokalut.widgets.leader.join_address import VARIABLE, join_address

WIFI, HOTSPOT, TUNNEL = "192.168.1.20", "10.42.0.1", "10.8.0.2"
NETWORKS = [("lo", "127.0.0.1"), ("wlan0", WIFI), ("wlan1", HOTSPOT), ("wg0", TUNNEL)]
PAGE = "http://localhost:8899/"


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer in the venue's Wi-Fi and with a hotspot of its own, started with ``--lan``."""
    monkeypatch.setenv(lan.VARIABLE, lan.AUTO)
    machine(monkeypatch, NETWORKS, WIFI)


@pytest.fixture
def live(db: Database, session: Session) -> Iterator[LiveSession]:
    followed = LiveSession(db, session)
    yield followed
    followed.close()


@pytest.mark.parametrize(
    ("page", "named", "chosen", "place"),
    [
        (PAGE, lan.AUTO, None, f"{WIFI}:8899"),
        ("http://127.0.0.1:8899/x/", lan.AUTO, None, f"{WIFI}:8899/x"),
        (f"http://{HOTSPOT}:8899/", lan.AUTO, None, f"{WIFI}:8899"),
        (PAGE, lan.AUTO, HOTSPOT, f"{HOTSPOT}:8899"),
        (PAGE, HOTSPOT, None, f"{HOTSPOT}:8899"),
        (PAGE, HOTSPOT, WIFI, f"{WIFI}:8899"),
        (PAGE, TUNNEL, None, f"{TUNNEL}:8899"),
        # What is not there (any more) is not told to anybody.
        (PAGE, lan.AUTO, "192.168.77.7", f"{WIFI}:8899"),
        (PAGE, "192.168.77.7", None, f"{WIFI}:8899"),
        # A hub's or a tunnel's outside name is known to the browser alone.
        ("https://hub.example.fi/user/maija/", lan.AUTO, HOTSPOT, "hub.example.fi/user/maija"),
        # Without --lan phones do not come at all.
        (PAGE, "", HOTSPOT, "localhost:8899"),
    ],
)
def test_the_address_that_phones_are_told(
    monkeypatch: pytest.MonkeyPatch, page: str, named: str, chosen: str | None, place: str
) -> None:
    monkeypatch.setenv(lan.VARIABLE, named)
    found = join_address(page, chosen)
    assert found is not None
    assert found.place == place
    assert found.only_here is (named == "")


@pytest.mark.parametrize("page", [PAGE, "https://hub.example.fi/user/maija/"])
def test_servers_of_the_participants_own_are_told_wherever_the_leader_is(
    monkeypatch: pytest.MonkeyPatch, live: LiveSession, page: str
) -> None:
    monkeypatch.setenv(VARIABLE, "https://hub.example.fi/services/verkosto/")
    card = JoinCard(live)
    card.page = page
    assert card.join_url == f"https://hub.example.fi/services/verkosto/verkosto/l/{card.code}"
    assert card.short_url == "hub.example.fi/services/verkosto/verkosto"
    assert (card.hosts, card.advice, card.notice) == ([], [], "")


def test_without_a_network_the_leader_is_told(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine(monkeypatch, [("lo", "127.0.0.1")])
    card = JoinCard(live)
    card.page = PAGE
    assert "ei ole verkossa" in card.notice
    assert card.join_url == f"http://localhost:8899/verkosto/l/{card.code}"
    assert card.hosts == []


async def test_the_choice_changes_every_card(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    console, projector = LiveSession(db, session), LiveSession(db, session)
    small, large = JoinCard(console), JoinCard(projector, "large")
    try:
        for card in (small, large):
            card.page = PAGE
        assert [one["address"] for one in small.hosts] == [WIFI, HOTSPOT]
        assert small.join_url == large.join_url == f"http://{WIFI}:8899/verkosto/l/{small.code}"
        before = large.qr
        small._on_message(small, {"host": HOTSPOT}, None)
        expected = f"http://{HOTSPOT}:8899/verkosto/l/{small.code}"
        assert (small.host, small.join_url) == (HOTSPOT, expected)
        await soon(lambda: large.join_url == expected)
        assert large.short_url == f"{HOTSPOT}:8899/verkosto"
        assert large.qr == small.qr != before
        for wrong in ("", "192.168.77.7", TUNNEL, 7, None):
            small._on_message(small, {"host": wrong}, None)
        assert sessions.get(db, session.id).address == HOTSPOT
    finally:
        for card in (small, large):
            card.close()
        console.close()
        projector.close()


async def test_a_new_network_is_noticed(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(join_card, "LOOK", 0.02)
    card = JoinCard(live)
    try:
        card.page = PAGE
        machine(monkeypatch, [("lo", "127.0.0.1"), ("wlan0", "192.168.43.21")])
        await soon(lambda: card.short_url == "192.168.43.21:8899/verkosto")
        assert len(card.hosts) == 1
    finally:
        card.close()


async def test_it_is_told_when_nobody_has_come(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join_card, "LOOK", 0.02)
    live = LiveSession(db, session)
    card = JoinCard(live)
    try:
        card.page = PAGE
        assert card.notice == ""
        assert len(card.advice) == 3
        assert "8899/tcp" in card.advice[1]
        monkeypatch.setattr(join_card, "ALONE", 0.0)
        await soon(lambda: "Kukaan ei ole vielä liittynyt" in card.notice)
        await asyncio.to_thread(answers.join, db, session.id)
        await soon(lambda: card.notice == "" and card.joined == 1)
    finally:
        card.close()
        live.close()


def test_there_is_no_such_advice_elsewhere(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join_card, "ALONE", 0.0)
    card = JoinCard(live)
    card.page = "https://hub.example.fi/user/maija/"
    assert (card.notice, card.advice, card.hosts) == ("", [], [])
