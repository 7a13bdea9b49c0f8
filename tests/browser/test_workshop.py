"""The main job, from end to end: a leader, the projector and three phones."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Change, Database, Outcome, answers, sessions

from .conftest import LAPTOP, PHONE, PROJECTOR, Server, Visit, until


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def answer(page: Page, index: int, value: int) -> None:
    """Touch the point of a slider's track, as a finger does."""
    slider = page.get_by_role("slider").nth(index)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    inset = 12
    x = box["x"] + inset + (box["width"] - 2 * inset) * (value - 1) / 4
    page.touchscreen.tap(x, box["y"] + box["height"] / 2)
    expect(slider).to_have_attribute("aria-valuenow", str(value))


def others_answer(server: Server, *values: int, items: int = 1) -> None:
    """Let somebody more say each value to the first items, all at once, into the store."""
    db = Database(f"sqlite:///{server.database}")
    now = sessions.find(db, server.code)
    assert now.asked
    people = [(answers.join(db, now.id).participant, value) for value in values]
    first = instrument(now.asked).item_ids[:items]
    said = [
        Change(now.id, now.round, now.asked, who, item, value, seq)
        for who, value in people
        for seq, item in enumerate(first, start=1)
    ]
    assert set(answers.save(db, said)) == {Outcome.SAVED}
    db.close()


def saved(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="Tallennettu")).to_have_count(1)


def address_in_picture(page: Page) -> str:
    """Read the QR code that the page shows, from its picture."""
    picture = page.get_by_role("img", name="QR-koodi").screenshot()
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert len(found) == 1
    return str(found[0].text)


def drawn(page: Page) -> list[str]:
    """Return all shapes that the page's charts draw now; none until every chart has some."""
    charts: list[list[str]] = page.evaluate(
        "() => [...document.querySelectorAll('.vt-chart-plot')].map((plot) =>"
        " [...plot.querySelectorAll('.shapelayer path')].map((path) => path.getAttribute('d')))"
    )
    return [path for chart in charts for path in chart] if all(charts) else []


def test_a_workshop_from_joining_to_the_moving_chart(server: Server, visit: Visit) -> None:
    leader = visit(**LAPTOP)
    console = leader.open(server.leader_url)
    expect(console.get_by_role("heading", name="Tervetuloa ja liittyminen")).to_be_visible()
    expect(console).to_have_title("Ohjaamo")
    assert console.locator("html").get_attribute("lang") == "fi"

    wall = leader.context.new_page()
    wall.set_viewport_size(PROJECTOR["viewport"])  # type: ignore[arg-type]
    wall.goto(server.screen_url)
    expect(wall.get_by_role("heading", name="Liity puhelimella")).to_be_visible()
    address = until(lambda: address_in_picture(wall), "a QR code on the wall")
    assert address == server.join_url
    assert "token" not in address

    phones = [visit(**PHONE) for _ in range(3)]
    pages = [phone.open(address) for phone in phones]
    for page in pages:
        expect(page.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
        assert page.locator("html").get_attribute("lang") == "fi"
    expect(wall.get_by_text("Liittyneitä: 3")).to_be_visible()

    press(console, "Aloita")
    for page in pages:
        expect(page.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()
        expect(page.get_by_role("slider")).to_have_count(4)
        expect(page.get_by_text("Liikuta säädintä tai napauta.")).to_be_visible()
        # Untouched is no value at all.
        expect(page.get_by_text("Et ole vielä vastannut").first).to_be_visible()
        expect(page.get_by_role("slider").first).to_have_attribute(
            "aria-valuetext", "Et ole vielä vastannut"
        )
    assert server.answers() == {}

    for number, page in enumerate(pages):
        for item in range(3):
            answer(page, item, number + 2)
        page.get_by_role("button", name="En osaa sanoa").nth(3).tap()
        saved(page)
    values = sorted(str(value) for value in server.answers().values())
    assert values == sorted(["2"] * 3 + ["3"] * 3 + ["4"] * 3 + ["dont_know"] * 3)
    expect(console.locator(".vt-conductor-counts")).to_contain_text("3 vastannut")
    others_answer(server, 2, 4, items=3)
    expect(console.locator(".vt-conductor-counts")).to_contain_text("5 vastannut")

    # Nothing is shown before the leader shows it.
    assert drawn(wall) == []
    assert drawn(console) == []
    expect(pages[0].get_by_text("Huoneen mediaani")).to_have_count(0)

    press(console, "Lukitse vastaukset")
    for page in pages:
        expect(page.get_by_role("slider").first).to_have_attribute("aria-disabled", "true")
    press(console, "Näytä tulokset")
    expect(wall.get_by_role("heading", level=1)).to_have_text(
        "Missä verkostonne on vahva, missä näkemykset eroavat?"
    )
    before = until(lambda: drawn(wall), "the chart on the wall")
    until(lambda: drawn(console), "the profile on the console")
    expect(pages[0].get_by_text("Huoneen mediaani 3").first).to_be_visible()
    expect(pages[0].get_by_text("(n = 5)").first).to_be_visible()
    expect(pages[0].get_by_text("Puolet vastauksista: 2–4").first).to_be_visible()
    expect(pages[0].locator(".vt-band").first).to_be_visible()

    # A single phone is not read off the chart; as many as the limit move it.
    answer(pages[0], 0, 5)
    saved(pages[0])
    expect(console.get_by_text("1 muutos odottaa muita")).to_be_visible()
    assert drawn(wall) == before
    for page in pages[1:]:
        answer(page, 0, 5)
    until(lambda: drawn(wall) != before, "the chart follows the sliders")
    expect(pages[1].get_by_text("Huoneen mediaani 5").first).to_be_visible()

    press(console, "Seuraavaksi: Mistä puhumme")
    for page in pages:
        expect(page.get_by_role("slider")).to_have_count(0)
    assert drawn(wall), "the picture stays while the room talks"

    outside = [
        url
        for visitor in (leader, *phones)
        for url in visitor.requests
        if not url.startswith((f"http://localhost:{server.port}/", "data:", "blob:"))
    ]
    assert outside == []
    assert [fault for visitor in (leader, *phones) for fault in visitor.faults] == []
    for phone in phones:
        assert not any("token=" in url for url in phone.requests)


def test_a_reload_and_a_lost_network_lose_and_double_nothing(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    phone = visit(**PHONE)
    page = phone.open(server.join_url)
    press(console, "Aloita")
    answer(page, 0, 4)
    saved(page)

    page.reload()
    expect(page.get_by_role("slider").first).to_have_attribute("aria-valuenow", "4")
    phone.context.set_offline(True)
    expect(page.get_by_text("Yhdistetään…").first).to_be_visible()
    answer(page, 1, 2)
    expect(page.get_by_text("Ei yhteyttä").first).to_be_visible()
    answer(page, 1, 5)
    answer(page, 0, 1)
    assert list(server.answers().values()) == [4]
    phone.context.set_offline(False)
    saved(page)
    assert sorted(server.answers().values()) == [1, 5]
    assert server.rows("SELECT count(*) FROM participant") == [(1,)]

    phone.context.set_offline(True)
    answer(page, 2, 3)
    page.close()  # the phone is put away with an answer still on it
    phone.context.set_offline(False)
    page = phone.open(server.join_url)
    saved(page)
    assert sorted(server.answers().values()) == [1, 3, 5]
    assert server.rows("SELECT count(*) FROM participant") == [(1,)]


def test_a_killed_server_comes_back_where_it_stood(server: Server, visit: Visit) -> None:
    leader = visit(**LAPTOP)
    console = leader.open(server.leader_url)
    wall = leader.open(server.screen_url)
    phones = [visit(**PHONE) for _ in range(3)]
    pages = [phone.open(server.join_url) for phone in phones]
    press(console, "Aloita")
    for number, page in enumerate(pages):
        answer(page, 0, number + 3)
        saved(page)
    press(console, "Näytä tulokset")
    before = until(lambda: drawn(wall), "the chart on the wall")
    code, acknowledged = server.code, server.answers()
    assert sorted(acknowledged.values()) == [3, 4, 5]

    server.kill()
    expect(console.get_by_text("Yhteys palvelimeen katkesi")).to_be_visible()
    expect(pages[0].get_by_text("Yhdistetään…").first).to_be_visible()
    answer(pages[1], 1, 2)
    expect(pages[1].get_by_text("Ei yhteyttä").first).to_be_visible()

    server.start()
    assert server.code == code
    saved(pages[1])
    for page in pages:
        saved(page)
    stored = server.answers()
    assert acknowledged.items() <= stored.items()
    assert sorted(stored.values()) == [2, 3, 4, 5]
    assert server.rows("SELECT count(*) FROM participant") == [(3,)]

    # The leader's pages come back by themselves, at the same step.
    expect(console.locator(".vt-conductor-counts")).to_contain_text("3 vastannut")
    expect(console.get_by_text("Tulokset näkyvissä")).to_be_visible()
    until(lambda: drawn(wall) == before, "the same chart on the wall after the restart")
    for page in pages:
        answer(page, 0, 1)
    until(lambda: drawn(wall) != before, "the chart moves after the restart")


def test_a_second_tab_takes_over_and_gives_back(server: Server, visit: Visit) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    phone = visit(**PHONE)
    first = phone.open(server.join_url)
    press(console, "Aloita")
    answer(first, 0, 2)
    saved(first)
    second = phone.open(server.join_url)
    expect(second.get_by_role("slider").first).to_have_attribute("aria-valuenow", "2")
    expect(first.get_by_role("heading", name="Auki toisessa välilehdessä")).to_be_visible()
    answer(second, 1, 4)
    saved(second)
    press(first, "Jatka tässä")
    expect(first.get_by_role("slider").nth(1)).to_have_attribute("aria-valuenow", "4")
    expect(second.get_by_role("heading", name="Auki toisessa välilehdessä")).to_be_visible()
    assert server.rows("SELECT count(*) FROM participant") == [(1,)]


def test_few_answers_are_not_shown_and_of_some_more_only_the_median(
    make_server: Callable[..., Server], visit: Visit
) -> None:
    server = make_server()  # the limit is five people
    console = visit(**LAPTOP).open(server.leader_url)
    pages = [visit(**PHONE).open(server.join_url) for _ in range(4)]
    press(console, "Aloita")
    for page in pages:
        answer(page, 0, 5)
        saved(page)
    press(console, "Näytä tulokset")
    expect(pages[0].get_by_text("Alle 5 vastausta").first).to_be_visible()
    expect(pages[0].get_by_text("Huoneen mediaani")).to_have_count(0)
    released = server.rows("SELECT body FROM release")
    body: dict[str, Any] = json.loads(released[0][0])
    assert body["n"] is None
    assert set(body["items"].values()) == {None}
    expect(console.locator(".vt-chart")).to_contain_text("")
    console.get_by_text("Sama sanoin ja luvuin").first.click()
    expect(console.locator(".vt-twin table").first).to_contain_text("alle 5 vastausta")

    others_answer(server, 2, 1)
    first = pages[0].locator(".vt-card").first
    expect(first.locator(".vt-room")).to_have_text(re.compile(r"^Huoneen mediaani 5 \(n = 6\)\s*$"))
    expect(first.locator(".vt-median")).to_be_visible()
    expect(first.locator(".vt-band")).to_be_hidden()
    others_answer(server, *[4] * 5)
    expect(first.locator(".vt-room")).to_contain_text("(n = 11) Puolet vastauksista: 4–5")
    expect(first.locator(".vt-band")).to_be_visible()


def test_two_leaders_stay_in_step_and_a_closed_workshop_says_so(
    server: Server, visit: Visit
) -> None:
    one = visit(**LAPTOP).open(server.leader_url)
    other = visit(**LAPTOP).open(server.leader_url)
    page = visit(**PHONE).open(server.join_url)
    press(one, "Aloita")
    expect(other.get_by_role("heading", name="Vastataan ja katsotaan yhdessä")).to_be_visible()
    press(other, "Lukitse vastaukset")
    expect(one.get_by_role("button", name="Avaa vastaaminen uudelleen")).to_be_visible()
    press(one, "Lopeta…")
    one.get_by_role("dialog").get_by_role("button", name="Lopeta").click()
    expect(other.get_by_text("Työpaja on päättynyt")).to_be_visible()
    expect(page.get_by_role("heading", name="Työpaja on päättynyt")).to_be_visible()
    late = visit(**PHONE).open(server.join_url)
    expect(late.get_by_role("alert")).to_contain_text("Tämä työpaja on päättynyt")
