"""The participant's page: bytes, requests, and the time to the first usable slider."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Browser, expect

from verkostotyokalut.live import Action

from .browser import PHONE, Traffic, chromium, visitor, watched
from .report import Figure, median
from .server import serving

RUNS = 11
SLOWER = 4  # times slower than this computer: about what an older phone's processor is


@dataclass(frozen=True)
class Visit:
    """What one visit came to; times in milliseconds from the start of the navigation."""

    bytes: int
    requests: int
    usable: float
    painted: float


async def measure(runs: int = RUNS) -> list[Figure]:
    """Measure the page of a session that is collecting answers.

    Each visit is a new browser context: nothing is cached and no connection is open. There is no
    network between the browser and the server. The first visit is not counted.
    """
    async with serving() as server, chromium() as browser:
        server.move(Action.START)
        await _visit(browser, server.join_url)
        visits = [await _visit(browser, server.join_url) for _ in range(runs)]
        slow = [await _visit(browser, server.join_url, SLOWER) for _ in range(max(3, runs // 3))]
    times = [visit.usable for visit in visits]
    return [
        Figure("phone", "bytes in all", median([v.bytes for v in visits]) / 1000, "KB", 60),
        Figure(
            "phone", "requests", median([v.requests for v in visits]), "", None, "with websocket"
        ),
        Figure("phone", "usable slider, median", median(times), "ms", 300, f"{runs} visits"),
        Figure("phone", "usable slider, worst", max(times), "ms"),
        Figure("phone", "slider on the screen", median([v.painted for v in visits]), "ms"),
        Figure(
            "phone",
            "usable slider, median",
            median([visit.usable for visit in slow]),
            "ms",
            None,
            f"processor {SLOWER} times slower",
        ),
    ]


async def _visit(browser: Browser, address: str, slower: float = 1) -> Visit:
    async with visitor(browser, PHONE) as context:
        page = await watched(context, "phone.js")
        traffic = await Traffic.of(page)
        if slower != 1:
            line = await context.new_cdp_session(page)
            await line.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        await page.goto(address, wait_until="commit")
        await page.wait_for_function("() => globalThis.benchmark.painted !== null")
        seen = await page.evaluate("() => globalThis.benchmark")
        # The key that was pressed has reached the server, and a real one works as well.
        await expect(page.get_by_role("status").filter(has_text="Tallennettu")).to_have_count(1)
        slider = page.get_by_role("slider").first
        await slider.press("ArrowRight")
        await expect(slider).to_have_attribute("aria-valuenow", "5")
        await page.wait_for_load_state("networkidle")
        return Visit(traffic.bytes, traffic.requests, seen["usable"], seen["painted"])
