"""Each page by itself: the phone's small screen and keyboard, the self-assessment, JupyterLab."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Database, sessions

from .conftest import LAPTOP, PHONE, Server, Visit, until
from .test_workshop import answer, drawn, press, saved


@pytest.fixture
def asking(server: Server) -> Server:
    """A server whose session has begun to ask."""
    db = Database(f"sqlite:///{server.database}")
    sessions.move(db, sessions.find(db, server.code).id, Action.START)
    db.close()
    return server


def in_server(server: Server, path: str) -> str:
    """Return the address of a leader's page, with the token."""
    start, token = server.leader_url.split("/voila")[0], server.leader_url.split("token=")[1]
    return f"{start}/{path}{'&' if '?' in path else '?'}token={token}"


def test_everything_is_answered_by_keyboard_alone(asking: Server, visit: Visit) -> None:
    page = visit(**LAPTOP).open(asking.join_url)
    slider = page.get_by_role("slider").first
    expect(slider).to_be_visible()

    def tab_to(role: str, name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.get_by_role(role, name=name).first.evaluate(  # type: ignore[arg-type]
                "(element) => element === document.activeElement"
            ):
                return
        raise AssertionError(f"Tab doesn't reach the {role} {name}")

    tab_to("slider", "Ihminen tittelin takana")
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "siltä väliltä")
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", "täysin samaa mieltä")
    page.keyboard.press("2")
    saved(page)
    assert list(asking.answers().values()) == [2]
    page.keyboard.press("Delete")
    expect(slider).to_have_attribute("aria-valuetext", "Et ole vielä vastannut")
    until(lambda: list(asking.answers().values()) == [None], "the answer is taken back")
    tab_to("button", "En osaa sanoa")
    page.keyboard.press("Enter")
    until(lambda: list(asking.answers().values()) == ["dont_know"], "don't know is kept")
    tab_to("button", "Seuraava: Luottamus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Luottamus", exact=True)).to_be_focused()


def test_the_first_slider_comes_with_the_page(asking: Server, visit: Visit) -> None:
    visitor = visit(**PHONE)
    visitor.context.add_init_script(
        """addEventListener("DOMContentLoaded", () => {  // after the document's own listeners
             window.there = document.querySelectorAll("[role=slider]").length;
           })"""
    )
    page = visitor.open(asking.join_url)
    page.wait_for_function("window.there !== undefined")
    assert page.evaluate("window.there") == 4
    assert visitor.faults == []


def test_a_kind_that_did_not_come_is_fetched_again(asking: Server, visit: Visit) -> None:
    """By itself once; then it is told, for a page that can't have it would load for ever."""
    visitor = visit(**PHONE)
    visitor.context.route("**/kinds/scale.js", lambda route: route.abort())
    page = visitor.open(asking.join_url)
    expect(page.get_by_text("Kysymyksiä ei saatu ladattua. Lataa sivu uudelleen.")).to_be_visible()
    expect(page.get_by_role("heading", name="Tunteminen", exact=True)).to_be_visible()
    assert sum(address == asking.join_url for address in visitor.requests) == 2
    visitor.context.unroute("**/kinds/scale.js")
    page.reload()
    answer(page, 0, 4)
    saved(page)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (640, 400)])
def test_a_small_screen_needs_no_sideways_scrolling(
    asking: Server, visit: Visit, width: int, height: int
) -> None:
    page = visit(viewport={"width": width, "height": height}, has_touch=True).open(asking.join_url)
    expect(page.get_by_role("slider").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, a, [role=slider], input')]
             .filter((element) => element.checkVisibility())
             .map((element) => [element.textContent, element.getBoundingClientRect()])
             .filter(([, box]) => box.width < 44 || box.height < 44)
             .map(([text, box]) => `${text} ${box.width}×${box.height}`)"""
    )
    assert small == []


def test_the_language_is_chosen_and_remembered(asking: Server, visit: Visit) -> None:
    phone = visit(**PHONE)
    page = phone.open(asking.join_url)
    page.get_by_role("button", name="SV, svenska").tap()
    expect(page.get_by_role("button", name="Kan inte säga").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "sv"
    page.reload()
    expect(page.get_by_role("button", name="Kan inte säga").first).to_be_visible()
    page.get_by_role("button", name="EN, English").tap()
    expect(page.get_by_role("button", name="Don't know").first).to_be_visible()
    assert phone.faults == []


def test_the_code_can_be_typed(asking: Server, visit: Visit) -> None:
    phone = visit(**PHONE)
    page = phone.open(asking.join_url.rsplit("/l/")[0] + "/?kieli=fi")
    expect(page.get_by_role("heading", name="Liity työpajaan")).to_be_visible()
    page.get_by_label("Valkokankaalla näkyvä koodi").fill("qqq qqq")
    press(page, "Liity")
    expect(page.get_by_role("alert")).to_contain_text("Tällä koodilla ei ole työpajaa")
    code = asking.code
    page.get_by_label("Valkokankaalla näkyvä koodi").fill(f"{code[:3]} {code[3:]}".lower())
    press(page, "Liity")
    expect(page.get_by_role("slider").first).to_be_visible()
    assert page.url.split("?")[0] == asking.join_url


def test_the_self_assessment_alone_and_in_a_session(asking: Server, visit: Visit) -> None:
    person = visit(**LAPTOP)
    address = in_server(asking, "voila/render/notebooks/itsearviointi.ipynb")
    page = person.open(address)
    expect(page.get_by_text("Profiili piirtyy tähän, kun vastaat.")).to_be_visible()
    page.get_by_role("slider").first.press("4")
    until(lambda: drawn(page), "one's own profile")
    assert asking.answers() == {}, "alone, nobody else gets the answers"
    page.reload()
    expect(page.get_by_role("slider").first).to_have_attribute("aria-valuenow", "4")
    until(lambda: drawn(page), "one's own profile after a reload")

    page.get_by_label("Liity työpajaan koodilla").fill("ABC")
    press(page, "Liity")
    expect(page.get_by_role("alert").filter(has_text="kuusi kirjainta")).to_be_visible()
    page.get_by_label("Liity työpajaan koodilla").fill(asking.code)
    press(page, "Liity")
    expect(page.get_by_text("Olet mukana työpajassa")).to_be_visible()
    expect(page.get_by_role("slider").first).to_have_attribute(
        "aria-valuetext", "Et ole vielä vastannut"
    )
    page.get_by_role("slider").first.press("2")
    until(lambda: list(asking.answers().values()) == [2], "the session has the answer")

    # The same browser is the same participant on the phone's page, and after a reload here.
    phone = person.open(asking.join_url)
    expect(phone.get_by_role("slider").first).to_have_attribute("aria-valuenow", "2")
    answer_here = page.get_by_role("slider").first
    page.goto(f"{address}&code={asking.code}")
    expect(answer_here).to_have_attribute("aria-valuenow", "2")
    assert asking.rows("SELECT count(*) FROM participant") == [(1,)]
    press(page, "Poistu")
    expect(answer_here).to_have_attribute("aria-valuenow", "4")


@pytest.mark.parametrize(
    ("notebook", "something"),
    [
        ("ohjaamo", "Verkoston työpajat"),
        ("valkokangas", instrument("ydinelementit").headline.fi),
        ("itsearviointi", "Tunteminen"),
    ],
)
def test_notebooks_open_in_jupyterlab_with_the_same_widgets(
    asking: Server, visit: Visit, notebook: str, something: str
) -> None:
    page = visit(**LAPTOP).open(in_server(asking, f"lab/tree/notebooks/{notebook}.ipynb?reset"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    idle = page.get_by_text("Python 3 (ipykernel) | Idle")
    choose = page.locator(".jp-Dialog .jp-mod-accept")
    heading = page.locator(".jp-OutputArea").get_by_role("heading", name=something, exact=True)
    asked_at = float("-inf")

    def shown() -> bool:
        """Do what a person does: answer JupyterLab's question if it comes, run, and look."""
        nonlocal asked_at
        if choose.is_visible():  # it asks for a kernel when its list of kernels comes late
            choose.click()
            asked_at = float("-inf")
        elif time.monotonic() - asked_at > 15 and idle.is_visible():  # an early wish is lost
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_text("Run All Cells", exact=True).click()
            asked_at = time.monotonic()
        return heading.is_visible()

    until(shown, f"{something} in {notebook}.ipynb", 90)


def test_a_page_of_an_unknown_code_tells_the_leader(server: Server, visit: Visit) -> None:
    page = visit(**LAPTOP).open(
        in_server(server, "voila/render/notebooks/valkokangas.ipynb?code=QQQQQQ")
    )
    words = "Koodilla QQQQQQ ei ole työpajaa. Avaa ohjaamo uudelleen."
    expect(page.get_by_role("heading", name=words)).to_be_visible()


def test_a_left_page_ends_its_kernel(server: Server, visit: Visit) -> None:
    def kernels(page: Page) -> int:
        return int(page.evaluate("async () => (await (await fetch('/api/kernels')).json()).length"))

    leader = visit(**LAPTOP)
    page = leader.open(server.leader_url)
    expect(page.locator(".vt-conductor h2")).to_be_visible()
    until(lambda: page.evaluate("document.cookie.includes('_xsrf')"), "the page may end its kernel")
    assert kernels(page) == 1
    other = leader.open(in_server(server, "voila/render/notebooks/itsearviointi.ipynb"))
    expect(other.get_by_role("slider").first).to_be_visible()
    assert kernels(page) == 2
    other.close(run_before_unload=True)
    until(lambda: kernels(page) == 1, "the kernel of the page that was left has ended")


def test_slow_sliders_still_arrive_one_by_one(asking: Server, visit: Visit) -> None:
    """A slider dragged across its track keeps its last value, with few messages."""
    page = visit(**PHONE).open(asking.join_url)
    slider = page.get_by_role("slider").first
    expect(slider).to_be_visible()
    for value in (1, 3, 5, 2):
        answer(page, 0, value)
    saved(page)
    until(lambda: list(asking.answers().values()) == [2], "the last value is kept")
