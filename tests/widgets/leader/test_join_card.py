"""The join card: the address as the leader's browser knows it, and never the leader's token."""

import asyncio

import pytest
import segno

from tests.waiting import soon
from verkostotyokalut.live import Database, Session, answers
from verkostotyokalut.widgets import JoinCard, LiveSession


@pytest.fixture
def card(db: Database, session: Session) -> JoinCard:
    return JoinCard(LiveSession(db, session), "large")


def test_nothing_is_shown_before_the_page_has_told_its_address(card: JoinCard) -> None:
    assert (card.join_url, card.short_url, card.qr, card.notice) == ("", "", "", "")
    assert len(card.code) == 6


@pytest.mark.parametrize(
    ("page", "join", "short"),
    [
        (
            "https://hub.example.fi/user/maija/",
            "https://hub.example.fi/user/maija/verkosto/l/",
            "hub.example.fi/user/maija/verkosto",
        ),
        (
            "https://binder.example.org/user/x-y-123",
            "https://binder.example.org/user/x-y-123/verkosto/l/",
            "binder.example.org/user/x-y-123/verkosto",
        ),
        (
            "http://192.168.1.20:8888/",
            "http://192.168.1.20:8888/verkosto/l/",
            "192.168.1.20:8888/verkosto",
        ),
        ("http://[fe80::1]:8888/", "http://[fe80::1]:8888/verkosto/l/", "[fe80::1]:8888/verkosto"),
    ],
)
def test_the_address_is_made_of_the_pages_own(
    card: JoinCard, page: str, join: str, short: str
) -> None:
    card.page = page
    assert card.join_url == join + card.code
    assert card.short_url == short
    assert card.notice == ""
    same = segno.make(card.join_url, error="m", micro=False)
    assert card.qr == same.svg_data_uri(border=2, dark="#17252b", light="#ffffff")


@pytest.mark.parametrize(
    "page",
    [
        "https://hub.example.fi/user/maija/?token=SALAISUUS",
        "https://hub.example.fi/user/maija/?code=X&token=SALAISUUS#SALAISUUS",
        "https://maija:SALAISUUS@hub.example.fi/user/maija/",
    ],
)
def test_an_address_never_carries_a_secret(card: JoinCard, page: str) -> None:
    card.page = page
    assert card.join_url == f"https://hub.example.fi/user/maija/verkosto/l/{card.code}"
    assert "SALAISUUS" not in card.join_url + card.short_url


@pytest.mark.parametrize("page", ["", "eiole", "javascript:alert(1)", "file:///x", "https://"])
def test_what_is_no_address_makes_none(card: JoinCard, page: str) -> None:
    card.page = page
    assert (card.join_url, card.qr) == ("", "")


@pytest.mark.parametrize(
    ("page", "only_here"),
    [
        ("http://localhost:8888/", True),
        ("http://127.0.0.1:8888/", True),
        ("http://[::1]:8888/", True),
        ("http://kone.localhost:8888/", True),
        ("http://192.168.1.20:8888/", False),
        ("https://localhost.example.fi/", False),
    ],
)
def test_an_address_that_works_only_here_is_told(
    card: JoinCard, page: str, only_here: bool
) -> None:
    card.page = page
    assert ("vain tällä tietokoneella" in card.notice) is only_here
    assert any("--lan" in words for words in card.advice) is only_here


async def test_those_who_join_are_counted(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    card = JoinCard(live)
    try:
        for _ in range(3):
            await asyncio.to_thread(answers.join, db, session.id)
        await soon(lambda: card.joined == 3)
    finally:
        live.close()
