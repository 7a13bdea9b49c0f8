"""A room of real pages of one tool: how soon each can be used, what it costs, how fast it hears."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import psutil
from playwright.async_api import Browser, BrowserContext, Page

from ..browser import PHONE, visitor, watched
from ..relay import Relay
from ..report import median
from .tools import STEP, App, Tool

JOIN = 90_000  # milliseconds that a page may take until its slider can be used
AFTER = 2.0  # seconds that a first visit's bytes are counted after its slider can be used
LOST = 10.0  # seconds after which a change that isn't seen is given up
PROBES = 20
LOW, HIGH = 3, 4
SLIDER = '[role="slider"], input[type="range"]'


@dataclass
class Seen:
    """What was seen of a room; times in milliseconds, memory in megabytes.

    Attributes
    ----------
    pages
        How many pages came.
    usable
        From the start of the navigation to a slider that moves, for each page.
    bytes
        What a first visit receives, for each of those who came before.
    memory
        What the pages added to the server's memory, kernels included, for each page.
    heard
        From a key on one page's slider to the number that it changes on another page.
    drawn
        The same to the projector's chart, in ours.
    lost
        Changes that were not seen on the other page.
    trouble
        What went wrong, such as why not all pages came.
    """

    pages: int = 0
    usable: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    memory: float = float("nan")
    heard: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    lost: int = 0
    trouble: str = ""

    @property
    def words(self) -> str:
        """What was seen, in a line."""
        return (
            f"usable {median(self.usable):.0f} ms, memory {self.memory:.3f} MB each, "
            f"other page {median(self.heard):.0f} ms, {self.lost} lost {self.trouble}"
        ).strip()


async def measure(browser: Browser, tool: Tool, people: int, probes: int = PROBES) -> Seen:
    """Let ``people`` open the app one after another, each a browser of their own, and stay.

    Before them come a few who leave again: their visits are the first that the server has, and in
    ours they fill up the step in which a picture moves on.
    """
    seen = Seen()
    with _troubles(seen, "in the room"):
        await _measure(seen, browser, tool, people, probes)
    return seen


async def _measure(seen: Seen, browser: Browser, tool: Tool, people: int, probes: int) -> None:
    visitors = 2 * STEP - people % (2 * STEP)
    async with tool.running(browser) as app, contextlib.AsyncExitStack() as stack:
        seen.bytes = [await _visit(browser, app.address) for _ in range(visitors)]
        before = await _memory(app.process)
        pages: list[Page] = []
        with _troubles(seen, "while people came"):
            while len(pages) < people:
                context = await stack.enter_async_context(visitor(browser, PHONE))
                page, usable = await _open(context, app.address)
                seen.usable.append(usable)
                await _put(page, LOW)
                pages.append(page)
        seen.pages = len(pages)
        seen.memory = (await _memory(app.process) - before) / max(1, seen.pages)
        if len(pages) > STEP:
            with _troubles(seen, "while sliders moved"):
                # So many high ones that the median goes up by the last of those who move.
                everybody = len(pages) + visitors
                for page in pages[len(pages) - ((everybody + 1) // 2 - STEP) :]:
                    await _put(page, HIGH)
                await _probe(seen, tool, app, pages, probes)


@contextlib.contextmanager
def _troubles(seen: Seen, when: str) -> Iterator[None]:
    """Note what goes wrong: what the machine or the tool can't carry is a result as well."""
    try:
        yield
    except Exception as error:
        said = " ".join(str(error).splitlines()[:1])
        seen.trouble = seen.trouble or f"{type(error).__name__} {when}: {said}"


async def _open(context: BrowserContext, address: str) -> tuple[Page, float]:
    page = await watched(context, "peer.js")
    await page.goto(address, wait_until="commit", timeout=JOIN)
    await page.wait_for_function("() => globalThis.benchmark.usable !== null", timeout=JOIN)
    return page, float(await page.evaluate("() => globalThis.benchmark.usable"))


async def _visit(browser: Browser, address: str) -> int:
    """Count what somebody's first visit receives, with what the page loads a little later."""
    async with Relay.before(address) as (relay, through), visitor(browser, PHONE) as context:
        page, _ = await _open(context, through)
        await _put(page, LOW)
        await asyncio.sleep(AFTER)
        return relay.bytes


async def _memory(server: psutil.Process, patience: float = 30) -> float:
    """Return a server's memory in megabytes, its children's too, once it has come to rest."""
    end = time.monotonic() + patience
    last, now = float("inf"), _used(server)
    while abs(now - last) > 0.1 and time.monotonic() < end:
        await asyncio.sleep(2)
        last, now = now, _used(server)
    return now


def _used(server: psutil.Process) -> float:
    """Return the memory; what processes share is counted once."""
    used = 0
    for process in (server, *server.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            used += process.memory_full_info().pss
    return used / 1_000_000


async def _put(page: Page, wanted: int) -> None:
    """Move a page's first slider by real keys."""
    slider = page.locator(SLIDER).first
    await slider.focus()
    for _ in range(10):
        now = int(float(await _value(page)))
        if now == wanted:
            return
        await page.keyboard.press("ArrowRight" if now < wanted else "ArrowLeft")
        await page.wait_for_timeout(50)
    raise RuntimeError(f"the slider doesn't go to {wanted}")


async def _value(page: Page) -> str:
    return str(
        await page.locator(SLIDER).first.evaluate(
            "node => node instanceof HTMLInputElement ? node.value : node.ariaValueNow"
        )
    )


async def _probe(seen: Seen, tool: Tool, app: App, pages: list[Page], probes: int) -> None:
    """Move sliders up, and note when the last one's move is seen elsewhere; then down again."""
    news: asyncio.Queue[dict[str, float]] = asyncio.Queue()
    movers, other = pages[:STEP], pages[-1]
    watching = [movers[-1], other, *([app.screen] if app.screen else [])]
    for page in watching:
        await page.expose_binding("benchmarkTell", lambda _source, told: news.put_nowait(told))
    await other.get_by_text(tool.number).first.wait_for()
    await movers[-1].evaluate("() => benchmarkKeys()")
    await other.evaluate("words => benchmarkNumber(words)", tool.number)
    if app.screen:
        await app.screen.evaluate("() => benchmarkPicture()")
    chance = random.Random(1)
    for page in movers:
        await page.locator(SLIDER).first.focus()
    for _ in range(probes):
        for page in movers[:-1]:
            await page.keyboard.press("ArrowRight")
        await _while(chance)
        while not news.empty():
            news.get_nowait()
        await movers[-1].keyboard.press("ArrowRight")
        told: dict[str, float] = {}
        try:
            async with asyncio.timeout(LOST):
                while len(told) < len(watching):
                    told = {**await news.get(), **told}  # the first of each
        except TimeoutError:
            seen.lost += 1
        for kind, times in (("changed", seen.heard), ("drawn", seen.drawn)):
            if kind in told:
                times.append(told[kind] - told["pressed"])
        await _while(chance)
        for page in movers:
            await page.keyboard.press("ArrowLeft")
        await _while(chance)


async def _while(chance: random.Random) -> None:
    """Let some time pass: never in step with anything that happens many times a second."""
    await asyncio.sleep(chance.uniform(0.6, 1.4))
