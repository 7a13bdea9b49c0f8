"""Each workshop from start to end: a leader, the projector and thirty made-up participants."""

from __future__ import annotations

import asyncio
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from verkostotyokalut.framework import Screen, instrument, workshop
from verkostotyokalut.framework.library import shipped
from verkostotyokalut.simulate import rehearse

from .conftest import COMMAND, LAPTOP, PROJECTOR, ROOT, Server, Visit
from .test_workshop import press

PEOPLE = 30
WORKSHOPS = sorted(file.parent.name for file in shipped("workshops").glob("*/workshop.yaml"))


@contextmanager
def people(join_url: str) -> Iterator[None]:
    """Let people take part in a thread of their own until the workshop is over."""
    loop = asyncio.new_event_loop()
    room = rehearse(join_url, participants=PEOPLE, seconds=600, pace=0.05, seed=3)
    task = loop.create_task(room)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(task.cancel)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


def counted(console: Page, word: str, number: int) -> None:
    cell = console.locator(".vt-conductor-counts li", has_text=word)
    expect(cell.locator("b")).to_have_text(str(number), timeout=40_000)


def shown(screen: Page) -> None:
    """See that a picture is there; thirty people keep a small machine busy."""
    expect(screen.locator(".vt-chart-plot svg.main-svg").first).to_be_visible(timeout=20_000)


@pytest.fixture(params=WORKSHOPS)
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Server]]:
    server = Server(tmp_path, "--minimum", "5", workshop=request.param)
    yield request.param, server
    server.stop()


def test_a_workshop_runs_from_start_to_end(
    running: tuple[str, Server], visit: Visit, tmp_path: Path
) -> None:
    name, server = running
    plan = workshop(name)
    console = visit(**LAPTOP).open(server.leader_url)
    screen = visit(**PROJECTOR).open(server.screen_url)
    with people(server.join_url):
        expect(console.get_by_role("heading", name=plan.steps[0].title.fi)).to_be_visible()
        counted(console, "liittynyt", PEOPLE)
        press(console, "Aloita")
        for number, step in enumerate(plan.steps[1:], start=2):
            expect(console.locator(".vt-conductor h2").first).to_have_text(step.title.fi)
            if step.instrument is not None:
                counted(console, "valmis", PEOPLE)
                press(console, "Näytä tulokset")
                shown(screen)
                views = console.locator(".vt-conductor-pictures button")
                for view in views.all():
                    view.click()
                    expect(view).to_have_attribute("aria-pressed", "true")
                    shown(screen)
                press(console, "Lukitse vastaukset")
            elif step.screen is Screen.AGREEMENT:
                agree(console, screen)
            if number < len(plan.steps):
                console.get_by_role("button", name="Seuraavaksi: ").click()
        console.get_by_role("button", name="Lopeta…").click()
        console.get_by_role("dialog").get_by_role("button", name="Lopeta").click()
        expect(screen.get_by_role("heading", name="Kiitos!")).to_be_visible()
    report_tells(server, name, tmp_path / "raportti.html")


def agree(console: Page, screen: Page) -> None:
    words = "Kutsutaan nuoret mukaan suunnitteluun"
    console.get_by_role("tab", name="Toimenpiteet").click()
    form = console.locator(".vt-agree-new:visible")
    form.get_by_label("Mitä").fill(words)
    form.get_by_role("button", name="Lisää").click()
    expect(screen.get_by_text(words)).to_be_visible()


def report_tells(server: Server, name: str, file: Path) -> None:
    run = subprocess.run(
        [COMMAND, "export", server.code, str(file)],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "VERKOSTO_DATABASE_URL": f"sqlite:///{server.database}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = file.read_text(encoding="utf-8")
    for step in workshop(name).steps:
        if step.instrument is not None:
            assert instrument(step.instrument).headline.fi in report
    assert "Kutsutaan nuoret mukaan suunnitteluun" in report
    assert "<script" not in report
