"""A whole is shared by keyboard alone and by touch alone; it counts when all is shared."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import LAPTOP, PHONE, Ask, Visit, until


def whole(teaching: int, facilitating: int, hosting: int) -> dict[str, int]:
    return {"opettaminen": teaching, "fasilitointi": facilitating, "emannointi": hosting}


def test_shares_by_keyboard_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("oppimisen-tavat")
    visitor = visit(**LAPTOP)
    page = visitor.open(server.join_url)
    expect(page.get_by_role("heading", name="Opimme yhdessä")).to_be_visible()
    focused = page.locator(":focus")

    def go_to(name: str, key: str = "Tab") -> None:
        for _ in range(30):
            page.keyboard.press(key)
            if focused.count() and name in (
                focused.get_attribute("aria-label"),
                focused.text_content(),
            ):
                return
        raise AssertionError(f"no way to {name} with {key}")

    go_to("Enemmän: Opettaminen")
    for _ in range(7):
        page.keyboard.press("Enter")
    go_to("Enemmän: Emännöinti")
    for _ in range(2):
        page.keyboard.press("Space")
    expect(page.get_by_text("Jakamatta 10\u00a0%")).to_be_visible()
    assert server.answers() == {}, "what is not finished is no answer"
    for _ in range(2):  # the second one does not fit
        page.keyboard.press("Enter")
    now = whole(70, 0, 30)
    until(lambda: [*server.answers().values()] == [{"now": now}], "how it is now")

    go_to("Aloita nykyisestä")
    page.keyboard.press("Enter")
    until(lambda: [*server.answers().values()] == [{"now": now, "wanted": now}], "the same wanted")
    page.keyboard.press("Enter")  # the focus is on "less teaching"
    expect(page.get_by_text("Aiempi vastauksesi on voimassa")).to_be_visible()
    go_to("Enemmän: Fasilitointi")
    page.keyboard.press("Enter")
    wanted = whole(60, 10, 30)
    until(lambda: [*server.answers().values()] == [{"now": now, "wanted": wanted}], "more wanted")
    assert visitor.faults == []


def test_shares_by_touch_alone(asking_of: Ask, visit: Visit) -> None:
    server = asking_of("oppimisen-tavat")
    visitor = visit(**PHONE)
    page = visitor.open(server.join_url)
    now, wanted = (page.get_by_role("group", name=name, exact=True) for name in ("Nyt", "Toive"))

    def tap(group: object, name: str, times: int) -> None:
        for _ in range(times):
            group.get_by_role("button", name=name).tap()  # type: ignore[attr-defined]

    tap(now, "Enemmän: Opettaminen", 6)
    page.get_by_role("button", name="SV").tap()  # what is not finished stays on the page
    page.get_by_role("button", name="FI").tap()
    expect(now.get_by_text("Jakamatta 40\u00a0%")).to_be_visible()
    tap(now, "Enemmän: Fasilitointi", 4)
    tap(wanted, "Enemmän: Emännöinti", 10)
    answer = {"now": whole(60, 40, 0), "wanted": whole(0, 0, 100)}
    until(lambda: [*server.answers().values()] == [answer], "both sharings")
    tap(wanted, "Tyhjennä", 1)
    until(lambda: [*server.answers().values()] == [{"now": answer["now"]}], "the wish taken back")
    tap(now, "Tyhjennä", 1)
    until(lambda: [*server.answers().values()] == [None], "all taken back")
    assert visitor.faults == []
