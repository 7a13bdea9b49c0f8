"""A hub that asks for a login: the leader's pages ask for it, the participants' never do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Visit, Visitor
from tests.browser.test_lobby import code_of
from tests.browser.test_workshop import address_in_picture, answer, press, saved
from tests.waiting import until

from .asking import asking, kept
from .doors import opened
from .hub import PASSWORD, Hub


def log_in(visitor: Visitor, name: str, address: str) -> Page:
    """Go somewhere by the hub's login form."""
    page = visitor.open(address)
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


# The extension is how a hub runs a server now, the application how it did before. The first also
# refuses whatever does not say of itself that it is open to all.
@pytest.mark.parametrize("number", [0, 1], ids=["extension", "application"])
def test_a_workshop_behind_a_login(login: Hub, visit: Visit, number: int) -> None:
    here, other = login.leaders[number], login.leaders[1 - number]
    leader = visit(**LAPTOP)
    console = log_in(leader, here.name, here.base)
    press(console, "Aloita: Ydinelementit")
    code = code_of(console)
    address = until(lambda: address_in_picture(console))
    assert address == f"{here.base}verkosto/l/{code}"
    with console.expect_response(lambda response: "/verkosto/page/" in response.url) as look:
        pass
    assert look.value.ok
    expect(console.locator("#lost")).to_be_hidden()

    phone = visit(**PHONE)
    page = phone.open(address)
    expect(page.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    press(console, "Aloita")
    answer(page, 0, 4)
    saved(page)
    assert kept(phone, page) == (set(), {f"verkosto:{here.path}"})
    assert phone.faults == []
    assert leader.faults == []
    assert opened(page, here, other) == []

    console.close(run_before_unload=True)
    until(lambda: here.kernels() == [])
    # From now on nothing but the participant tells that the server is needed.
    alone = datetime.now(UTC)
    answer(page, 1, 3)
    saved(page)
    until(lambda: here.active() >= alone)


def test_two_servers_of_one_hub_do_not_mix(login: Hub, visit: Visit) -> None:
    """Same browser, same origin, and even the same code."""
    anna, bertta = login.leaders
    first = asking(anna)
    second = asking(bertta, first.session.code)
    phone = visit(**PHONE)
    here = phone.open(first.url)
    answer(here, 0, 5)
    saved(here)
    there = phone.open(second.url)
    expect(there.get_by_role("slider").first).to_have_attribute(
        "aria-valuetext", "Et ole vielä vastannut"
    )
    answer(there, 0, 2)
    saved(there)
    here.bring_to_front()
    here.reload()
    expect(here.get_by_role("slider").first).to_have_attribute("aria-valuenow", "5")
    assert (first.values(), second.values()) == ([5], [2])
    assert kept(phone, here) == (set(), {f"verkosto:{anna.path}", f"verkosto:{bertta.path}"})
    assert phone.faults == []


def test_one_whom_a_server_does_not_let_in_may_take_part(login: Hub, visit: Visit) -> None:
    anna, bertta = login.leaders
    page = log_in(visit(**PHONE), bertta.name, f"{anna.base}lab")
    expect(page.get_by_text("403")).to_be_visible()
    page.goto(f"{anna.base}verkosto/?kieli=fi")
    page.get_by_label("Valkokankaalla näkyvä koodi").fill(asking(anna).session.code.lower())
    press(page, "Liity")
    expect(page.get_by_role("slider").first).to_be_visible()
