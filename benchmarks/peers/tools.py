"""The tools that are compared: how each one's app is started, and where its pages are."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil
from playwright.async_api import Browser, Page

from verkostotyokalut.live import Action

from ..browser import PROJECTOR, visitor, watched
from ..server import serving, stop
from .environments import binaries

APPS = Path(__file__).resolve().parent / "apps"
START = 120  # seconds that an app may take to answer
STEP = 3  # people whose changes are shown together in ours; others show each at once


@dataclass
class App:
    """An app that runs.

    Attributes
    ----------
    address
        What its visitors open.
    process
        Its server; kernels are children of it.
    screen
        The projector's page, in ours.
    """

    address: str
    process: psutil.Process
    screen: Page | None = None


@dataclass(frozen=True)
class Tool:
    """A tool, and the app in it.

    Parameters
    ----------
    name
        What it is called in the table.
    number
        The words before the first median on its page.
    running
        Runs the app.
    """

    name: str
    number: str
    running: Callable[[Browser], AbstractAsyncContextManager[App]]


@contextlib.asynccontextmanager
async def _peer(name: str, command: list[str], path: str, _browser: Browser) -> AsyncIterator[App]:
    """Run a peer's app with folders of its own; nothing is left behind."""
    with socket.socket() as free, tempfile.TemporaryDirectory(prefix="verkosto-bench-") as home:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
        free.close()
        commands = await asyncio.to_thread(binaries, APPS / name)
        log = Path(home) / "server.log"
        with log.open("wb") as words:
            process = subprocess.Popen(
                [commands / command[0], *(part.format(port=port) for part in command[1:])],
                cwd=APPS / name,
                env=_environment(commands, home, port),
                stdout=words,
                stderr=words,
                start_new_session=True,
            )
        try:
            await _until_listens(port, process, log)
            yield App(f"http://127.0.0.1:{port}{path}", psutil.Process(process.pid))
        finally:
            await asyncio.to_thread(stop, process)


def _environment(commands: Path, home: str, port: str) -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "HOME": home,
        "PORT": port,
        "ANSWERS": str(Path(home) / "answers.sqlite"),
        # Solara, and Streamlit by its command, would tell their makers that they are used.
        "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    }


async def _until_listens(port: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server listens; a request would be a visit, with a kernel in Voilà."""
    end = time.monotonic() + START
    while True:
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace"))
        with contextlib.suppress(OSError):
            _, line = await asyncio.open_connection("127.0.0.1", int(port))
            line.close()
            return
        await asyncio.sleep(0.2)


@contextlib.asynccontextmanager
async def _ours(browser: Browser) -> AsyncIterator[App]:
    """Run a session whose results are shown on a projector's page, as they are in a room."""
    async with serving("--minimum", str(STEP)) as server, visitor(browser, PROJECTOR) as context:
        server.move(Action.START, Action.REVEAL)
        page = await watched(context, "peer.js")
        await page.goto(server.screen_url)
        await page.wait_for_selector(".vt", state="attached")
        await server.settle()
        yield App(server.join_url, server.process, page)


def _tool(title: str, name: str, path: str, *command: str) -> Tool:
    return Tool(title, "Median 1:", partial(_peer, name, list(command), path))


OURS = Tool("Verkostotyökalut", "Huoneen mediaani", _ours)
PEERS = (
    _tool(
        *("Voilà", "voila", "/", "voila", "app.ipynb", "--no-browser"),
        *("--port={port}", "--Voila.ip=127.0.0.1"),
    ),
    _tool(
        *("Solara", "solara", "/", "solara", "run", "app.py", "--production"),
        *("--host=127.0.0.1", "--port={port}"),
    ),
    _tool(
        *("Panel", "panel", "/app", "panel", "serve", "app.py"),
        *("--port={port}", "--allow-websocket-origin=*"),
    ),
    _tool(
        *("Streamlit", "streamlit", "/", "streamlit", "run", "app.py", "--server.headless=true"),
        *("--server.address=127.0.0.1", "--server.port={port}", "--browser.gatherUsageStats=false"),
    ),
    _tool("Dash", "dash_polling", "/", "python", "app.py"),
)
# Told beside them and not compared: what isn't stock, or is less than the app.
ASIDE = (
    _tool("Dash, websocket", "dash_websocket", "/", "python", "app.py"),
    _tool("Dash, no radar", "dash_websocket", "/", "python", "app.py", "numbers"),
    _tool("bare websocket", "bare", "/", "python", "app.py"),
)
