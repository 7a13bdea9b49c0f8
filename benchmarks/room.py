"""A full room: the time from a slider to the projected chart, and what the room costs.

Nobody's change is shown alone: a picture moves on when as many people as the disclosure limit have
changed their answer. So as many move the watched slider, and the time is from the last one's move.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import psutil
from playwright.async_api import Browser, BrowserContext, Page

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action

from .browser import LAPTOP, PROJECTOR, chromium, visitor, watched
from .guests import Crowd, crowd_at, until_joined
from .probe import Probe
from .report import Figure, median, percentile
from .server import Server, serving
from .usage import Meter, Use, own_processes

PARTICIPANTS = 300
PROBES = 200
PACE = 1.0  # seconds between a participant's answers
FIRST = 20  # participants that join before the memory is read for the first time
WARM = 15  # seconds that the room moves before anything is measured
LOST = 10.0  # seconds after which a probe that isn't seen is given up
ITEMS, PROFILE = 1, 0  # the projector's charts, by their place on the page


@dataclass
class Period:
    """What was measured while the same pages were open; times in milliseconds."""

    seen: dict[int, list[float]] = field(default_factory=lambda: {ITEMS: [], PROFILE: []})
    saved: list[float] = field(default_factory=list)
    lost: int = 0
    seconds: float = 0
    crowd: dict[str, float] = field(default_factory=dict)
    use: Use = field(default_factory=lambda: Use({}, 0))


async def measure(participants: int = PARTICIPANTS, probes: int = PROBES) -> list[Figure]:
    """Measure a room whose results are shown, first with the console open and then without."""
    memory = await _memory(participants)
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving())
        browser = await stack.enter_async_context(chromium())
        screen = await open_watched(stack, browser, PROJECTOR, server.screen_url)
        console = await open_watched(stack, browser, LAPTOP, server.leader_url)
        movers = [
            await stack.enter_async_context(Probe.connected(server.join_url))
            for _ in range(server.session.minimum)
        ]
        for page in (screen, console):
            await page.wait_for_selector(".vt", state="attached")
        crowd = await stack.enter_async_context(crowd_at(server.join_url, participants, PACE))
        await until_joined(crowd, participants)
        server.move(Action.START)
        last = instrument(server.session.asked or "").item_ids[-1]
        server.answer([{last: value} for value in (1, 1, 5, 5)])
        for mover in movers:
            await mover.ready()
            await mover.answer(last, 1)
        server.move(Action.REVEAL)
        news: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        await screen.expose_binding("benchmarkTell", lambda _source, told: news.put_nowait(told))
        await screen.wait_for_selector(".vt-chart-plot .shapelayer path", state="attached")
        await asyncio.sleep(WARM)
        charts = await screen.evaluate("() => benchmarkWatch()")
        assert charts == 2, f"the projector shows {charts} charts, not two"

        both = await _period(server, crowd, movers, last, news, probes)
        await console.goto("about:blank")  # the page ends its kernel as it is left
        await _until_one(server)
        alone = await _period(server, crowd, movers, last, news, probes)
    return [
        *_chart_figures("with the console", both, goals=True),
        *_chart_figures("without the console", alone, goals=False),
        memory,
        *_cost_figures("with the console", both),
        *_cost_figures("without the console", alone),
    ]


async def _memory(participants: int) -> Figure:
    """Measure what the room takes of a server that has served only a few people before.

    No leader's page has been open: what such a page leaves free would be taken by the
    participants, and they would seem to need less than they do. Python returns little to the
    system, so a collection before each reading would change nothing.
    """
    async with serving() as server, crowd_at(server.join_url, FIRST, PACE) as few:
        await until_joined(few, FIRST)
        await server.settle()
        before = server.process.memory_info().rss
        async with crowd_at(server.join_url, participants, PACE) as crowd:
            await until_joined(crowd, participants)
            await server.settle()
            after = server.process.memory_info().rss
    return Figure(
        "room",
        "server memory per participant",
        (after - before) / participants / 1_000_000,
        "MB",
        0.05,
        f"{before / 1e6:.0f} MB before {participants} joined, {after / 1e6:.0f} MB after",
    )


async def open_watched(
    stack: contextlib.AsyncExitStack, browser: Browser, device: dict[str, Any], address: str
) -> Page:
    """Open one of the leader's pages as somebody's own."""
    context: BrowserContext = await stack.enter_async_context(visitor(browser, device))
    page = await watched(context, "projector.js")
    await page.goto(address)
    return page


async def _until_one(server: Server) -> None:
    end = time.monotonic() + 30
    while len(server.kernels()) > 1:
        if time.monotonic() > end:
            raise TimeoutError("the console's kernel did not end with its page")
        await asyncio.sleep(0.5)


async def _period(
    server: Server,
    crowd: Crowd,
    movers: Sequence[Probe],
    item: str,
    news: asyncio.Queue[dict[str, Any]],
    probes: int,
) -> Period:
    """Move the movers' sliders to and fro, and note when each chart shows the last one's move."""
    period = Period()
    groups = {"server": [server.process]}
    names = ("projector's kernel", "console's kernel")
    groups |= {name: [kernel] for name, kernel in zip(names, server.kernels(), strict=False)}
    groups["participants"] = [psutil.Process(crowd.process.pid)]
    groups["chromium"], groups["the benchmark itself"] = own_processes()
    chance = random.Random(1)
    value = 1
    await crowd.lately()
    began, meter = time.monotonic(), Meter(groups)
    for _ in range(probes):
        value = 6 - value
        for mover in movers[:-1]:
            await mover.answer(item, value)
        await asyncio.sleep(chance.uniform(0.1, 0.4))
        while not news.empty():
            news.get_nowait()
        sent = time.time()
        told = asyncio.get_running_loop().time()
        saved = movers[-1].answer(item, value)
        waiting = {ITEMS, PROFILE}
        try:
            async with asyncio.timeout(LOST):
                await saved
                period.saved.append((saved.result() - told) * 1000)
                while waiting:
                    seen = await news.get()
                    if seen["number"] in waiting:
                        waiting.remove(seen["number"])
                        period.seen[seen["number"]].append(seen["painted"] - sent * 1000)
        except TimeoutError:
            period.lost += 1
        # Never in step with anything that happens many times a second.
        await asyncio.sleep(chance.uniform(0.1, 0.4))
    period.use, period.seconds = meter.read(), time.monotonic() - began
    period.crowd = await crowd.lately()
    return period


def _chart_figures(when: str, period: Period, *, goals: bool) -> list[Figure]:
    items, profile = period.seen[ITEMS], period.seen[PROFILE]
    note = f"{len(items)} probes, {period.lost} lost"
    return [
        Figure(
            "room",
            f"slider → chart {when}, median",
            median(items),
            "ms",
            100 if goals else None,
            note,
        ),
        Figure(
            "room",
            f"slider → chart {when}, p95",
            percentile(items, 0.95),
            "ms",
            200 if goals else None,
        ),
        Figure("room", "· the same, the profile beside it, median", median(profile), "ms"),
        Figure("room", "· the same, the profile beside it, p95", percentile(profile, 0.95), "ms"),
        Figure("room", f"slider → saved {when}, median", period.crowd["median"] * 1000, "ms"),
        Figure("room", f"slider → saved {when}, p95", period.crowd["p95"] * 1000, "ms"),
        Figure("room", f"answers a second {when}", period.crowd["saved"] / period.seconds, ""),
    ]


def _cost_figures(when: str, period: Period) -> list[Figure]:
    ours = [name for name in period.use.cores if name == "server" or name.endswith("kernel")]
    return [
        Figure(
            "room",
            f"processor {when}, server and kernels",
            sum(period.use.cores[name] for name in ours),
            "cores",
            0.2,
            f"load average {period.use.load:.1f}",
        ),
        *(Figure("room", f"· {name}", cores, "cores") for name, cores in period.use.cores.items()),
    ]
