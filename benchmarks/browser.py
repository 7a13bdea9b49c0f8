"""A real Chromium, and what travels between it and a server."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
PAGES = Path(__file__).resolve().parent / "pages"
PATIENCE = 60_000  # milliseconds


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run Chromium without a window; it draws in software, on the processors we measure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise RuntimeError("the benchmarks need Chromium (Debian's package chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found,
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
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def visitor(browser: Browser, device: dict[str, Any]) -> AsyncIterator[BrowserContext]:
    """Somebody's browser as it is the first time: nothing cached, nothing stored."""
    context = await browser.new_context(locale="fi-FI", **device)
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        await context.close()


async def watched(context: BrowserContext, script: str) -> Page:
    """Open an empty tab whose page, once it loads, is watched by one of ``pages/``."""
    page = await context.new_page()
    await page.add_init_script(path=PAGES / script)
    return page


class Traffic:
    """Counts what a page sends and receives, as it travels (compressed, with headers).

    Attributes
    ----------
    http
        Bytes received in answers to requests.
    sockets
        Bytes of websocket frames, both ways, and of the answers that opened the websockets.
    requests
        How many requests were made, websockets included.
    largest
        Received bytes by address.
    """

    def __init__(self) -> None:
        self.http = 0
        self.sockets = 0
        self.requests = 0
        self.largest: dict[str, int] = {}
        self._addresses: dict[str, str] = {}

    @classmethod
    async def of(cls, page: Page) -> Traffic:
        """Begin to count; call it before the page goes anywhere."""
        traffic = cls()
        line = await page.context.new_cdp_session(page)
        line.on("Network.requestWillBeSent", traffic._on_request)
        line.on("Network.loadingFinished", traffic._on_finished)
        line.on("Network.webSocketCreated", traffic._on_socket)
        line.on("Network.webSocketHandshakeResponseReceived", traffic._on_handshake)
        line.on("Network.webSocketFrameReceived", traffic._on_frame)
        line.on("Network.webSocketFrameSent", traffic._on_frame)
        await line.send("Network.enable")
        return traffic

    @property
    def bytes(self) -> int:
        """Everything together."""
        return self.http + self.sockets

    def _on_request(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:")):
            self.requests += 1
            self._addresses[event["requestId"]] = address

    def _on_finished(self, event: dict[str, Any]) -> None:
        address = self._addresses.get(event["requestId"])
        if address is not None:
            size = int(event["encodedDataLength"])
            self.http += size
            self.largest[address] = self.largest.get(address, 0) + size

    def _on_socket(self, _event: dict[str, Any]) -> None:
        self.requests += 1

    def _on_handshake(self, event: dict[str, Any]) -> None:
        self.sockets += len(event["response"].get("headersText", ""))

    def _on_frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        data = frame["payloadData"]
        # Text comes as text; a binary frame comes in base64.
        size = len(data.encode()) if frame["opcode"] == 1 else len(data) * 3 // 4
        self.sockets += size + (2 if size < 126 else 4 if size < 65_536 else 10)
