"""A real server and a real Chromium for the browser tests."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from verkostotyokalut.live import Action, Database, sessions

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).with_name("verkostotyokalut")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
# A small machine runs the server, kernels and several browsers at once.
expect.set_options(timeout=20_000)


class Server:
    """``verkostotyokalut open``, as a leader would start it; may be killed and started again."""

    def __init__(
        self,
        folder: Path,
        *options: str,
        workshop: str = "ydinelementit",
        within: Sequence[str] = (),
        waiting: bool = False,
    ) -> None:
        self._waiting = waiting
        self._within = within
        self.database = folder / "verkosto.sqlite"
        self._folder = folder
        self._options = options
        self._workshop = workshop
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    def start(self) -> None:
        # Several servers and their pages are tested at once: a kernel that waits in each would
        # take the processor from those that work.
        alone = {} if self._waiting else {"JUPYTER_DEFAULT_PROVISIONER_NAME": "local-provisioner"}
        environment = {
            **os.environ,
            **alone,
            "VERKOSTO_DATABASE_URL": f"sqlite:///{self.database}",
            "VERKOSTO_CONTENT": str(self._folder / "content"),
            "JUPYTER_RUNTIME_DIR": str(self._folder / "runtime"),
            "JUPYTER_CONFIG_DIR": str(self._folder / "config"),
            "JUPYTER_DATA_DIR": str(self._folder / "data"),
            "IPYTHONDIR": str(self._folder / "ipython"),
        }
        self._log = (self._folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            [
                *self._within,
                COMMAND,
                *(("open", self._workshop) if self._workshop else ()),
                *("--no-browser", "--json", "--port", str(self.port)),
                *self._options,
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, (self._folder / "server.log").read_text()
        self.addresses: dict[str, str] = json.loads(line)

    def __getattr__(self, name: str) -> str:
        return self.addresses[name]

    def kill(self) -> None:
        """End the server at once, without a chance to tidy up; its kernels notice by themselves."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self._log.close()

    def rows(self, query: str) -> list[Any]:
        """Ask the database file itself."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return connection.execute(query).fetchall()

    def answers(self) -> dict[tuple[str, str], Any]:
        """Return every stored answer, by participant and item."""
        rows = self.rows("SELECT participant, item, value FROM answer")
        return {(who, item): json.loads(value) for who, item, value in rows}


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    started: list[Server] = []

    def make(*options: str) -> Server:
        started.append(Server(tmp_path, *options))
        return started[-1]

    yield make
    for server in started:
        server.stop()


@pytest.fixture
def server(make_server: Callable[..., Server]) -> Server:
    return make_server("--minimum", "3")


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Server]:
    """A server whose first page is the lobby."""
    started = Server(tmp_path, workshop="")
    yield started
    started.stop()


@pytest.fixture
def asking_of(tmp_path: Path) -> Iterator[Callable[[str], Server]]:
    """Start servers whose session asks an instrument: ``asking_of("ydinelementit")``."""
    started: list[Server] = []

    def ask(instrument: str) -> Server:
        started.append(Server(tmp_path, "--minimum", "3", workshop=f"vain-{instrument}"))
        db = Database(f"sqlite:///{started[-1].database}")
        sessions.move(db, sessions.find(db, started[-1].code).id, Action.START)
        db.close()
        return started[-1]

    yield ask
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser tests need Chromium (Debian's package chromium)"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield started
        started.close()


class Visitor:
    """Somebody's own browser: nothing is shared with other visitors; faults are collected."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.pages: list[Page] = []
        self._slower = 1

    def slowed(self, times: int) -> None:
        """Let the pages opened from now on run as on a machine so many times slower."""
        self._slower = times

    def open(self, address: str) -> Page:
        page = self.context.new_page()
        self.pages.append(page)
        if self._slower > 1:
            throttle = {"rate": self._slower}
            self.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", throttle)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: (
                self.faults.append(f"console: {message.text}") if message.type == "error" else None
            ),
        )
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address, wait_until="domcontentloaded", timeout=60_000)
        return page


Ask = Callable[[str], Server]
Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Make visitors: ``visit(**PHONE)``."""
    visitors: list[Visitor] = []

    def make(**device: Any) -> Visitor:
        context = browser.new_context(locale="en-US", **device)
        context.set_default_timeout(20_000)
        visitors.append(Visitor(context))
        return visitors[-1]

    yield make
    for visitor in visitors:
        print(*visitor.faults, sep="\n")  # pytest shows it of a test that failed
        visitor.context.close()


def until(condition: Callable[[], Any], what: str, seconds: float = 40) -> Any:
    """Wait until ``condition`` gives something true, and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s: {what}")
