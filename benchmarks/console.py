"""The leader's pages: bytes, and the time to the first live chart with its steps."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from playwright.async_api import Browser

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action

from .browser import LAPTOP, PROJECTOR, Traffic, chromium, visitor, watched
from .relay import Relay
from .report import Figure, median
from .server import Server, serving

RUNS = 7
PEOPLE = 12
REST = 8.0  # seconds between two visits, in which the server makes the next kernel wait
# In the order in which they happen; each is a time of its own, not an interval.
STEPS = {
    "first_byte": "the head of the page arrives",
    "kernel_started": "the kernel has started",
    "cells_run": "the notebook has run",
    "page_received": "the whole page is there",
    "voila_loaded": "Voilà's script has run",
    "socket_asked": "the page asks for the kernel's websocket",
    "socket_open": "the websocket is open",
    "socket_first_message": "the kernel's first word",
    "plotly_loaded": "plotly.js has run",
    "widgets_shown": "the widgets are there",
    "chart_drawn": "the first chart is drawn",
    "chart_painted": "and on the screen",
}


@dataclass
class Visit:
    """What one visit came to; times in milliseconds from the start of the navigation."""

    http: int
    sockets: int
    requests: int
    steps: dict[str, float]
    busy: float
    largest: dict[str, int] = field(default_factory=dict)


async def measure(runs: int = RUNS) -> list[Figure]:
    """Measure the console and the projector of a session whose results are shown.

    Each visit is a new browser context and a new kernel. The first visit is the server's first as
    well: its bytes are counted, its times are not.
    """
    figures = []
    async with serving() as server, chromium() as browser:
        prepare(server)
        for part, address, device in (
            ("console", server.leader_url, LAPTOP),
            ("projector", server.screen_url, PROJECTOR),
        ):
            async with Relay.before(address) as (relay, through):
                await visit(browser, through, device)
                received = relay.bytes
            visits = []
            for _ in range(runs):
                await asyncio.sleep(REST)
                visits.append(await visit(browser, address, device))
            figures += _figures(part, received, visits)
    return figures


def prepare(server: Server) -> None:
    """Let some people answer, and show the results."""
    server.move(Action.START)
    items = instrument(server.session.asked or "").item_ids
    server.answer(
        [
            {item: 1 + (person + place) % 5 for place, item in enumerate(items)}
            for person in range(PEOPLE)
        ]
    )
    server.move(Action.REVEAL)


async def visit(browser: Browser, address: str, device: dict[str, object]) -> Visit:
    """Open a leader's page for the first time and wait for its first chart."""
    async with visitor(browser, device) as context:
        page = await watched(context, "leader.js")
        traffic = await Traffic.of(page)
        await page.goto(address, wait_until="commit")
        await page.wait_for_function("() => 'chart_painted' in globalThis.benchmark")
        seen = await page.evaluate("() => globalThis.benchmark")
        seen["first_byte"] = await page.evaluate(
            "() => performance.getEntriesByType('navigation')[0].responseStart"
        )
        await page.wait_for_timeout(1000)  # what the page still loads after its first chart
        await page.goto("about:blank")  # the page ends its kernel as it is left
        await page.wait_for_timeout(500)
    tasks = seen.pop("long_tasks")
    busy = sum(length for start, length in tasks if start < seen["chart_drawn"])
    return Visit(traffic.http, traffic.sockets, traffic.requests, seen, busy, dict(traffic.largest))


def _figures(part: str, received: int, visits: list[Visit]) -> list[Figure]:
    drawn = [one.steps["chart_drawn"] / 1000 for one in visits]
    size, wait = (2.5, 3.0) if part == "console" else (None, None)
    return [
        Figure(part, "bytes in all", received / 1_000_000, "MB", size, "as they travel"),
        Figure(part, "· over HTTP", _of(visits, "http"), "MB"),
        Figure(part, "· over websockets, before compression", _of(visits, "sockets"), "MB"),
        Figure(part, "requests", median([one.requests for one in visits]), ""),
        Figure(part, "first live chart, median", median(drawn), "s", wait, f"{len(visits)} visits"),
        Figure(part, "first live chart, worst", max(drawn), "s"),
        *(
            Figure(part, f"· {words}", median([v.steps[name] for v in visits]), "ms")
            for name, words in STEPS.items()
            if all(name in one.steps for one in visits)
        ),
        Figure(
            part, "· of it, the browser's long tasks", median([one.busy for one in visits]), "ms"
        ),
    ]


def _of(visits: list[Visit], name: str) -> float:
    return median([getattr(one, name) for one in visits]) / 1_000_000
