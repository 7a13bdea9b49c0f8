"""Every page against axe-core's WCAG 2.2 AA rules, at each stage that people meet."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import LAPTOP, PHONE, PROJECTOR, ROOT, Server, Visitor, until
from .test_workshop import answer, drawn, others_answer, press, saved

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        "(rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", RULES
    )
    return [
        f"{violation['id']}: {violation['help']} – {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def test_pages_have_no_known_barriers(server: Server, visit: Callable[..., Visitor]) -> None:
    console = visit(**LAPTOP).open(server.leader_url)
    wall = visit(**PROJECTOR).open(server.screen_url)
    pages = [visit(**PHONE).open(server.join_url) for _ in range(3)]
    typing = visit(**PHONE).open(server.join_url.rsplit("/l/")[0] + "/")
    expect(console.locator(".vt-conductor h2")).to_be_visible()
    expect(wall.get_by_role("heading", name="Liity puhelimella")).to_be_visible()
    expect(pages[0].get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    found = {
        "console, joining": faults(console),
        "projector, joining": faults(wall),
        "phone, joining": faults(pages[0]),
        "typing the code": faults(typing),
    }
    press(console, "Aloita")
    for page in pages:
        answer(page, 0, 4)
        saved(page)
    others_answer(server, 2, 3)
    found["phone, asking"] = faults(pages[0])
    press(console, "Näytä tulokset")
    until(lambda: drawn(wall), "the chart on the wall")
    until(lambda: drawn(console), "the profile on the console")
    expect(pages[0].get_by_text("Puolet vastauksista: 3–4").first).to_be_visible()
    found["console, results"] = faults(console)
    found["projector, results"] = faults(wall)
    found["phone, results"] = faults(pages[0])
    assert {name: list_ for name, list_ in found.items() if list_} == {}
