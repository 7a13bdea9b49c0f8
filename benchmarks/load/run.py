"""One measurement: so many servers on one store, so many phones, each moving once a second."""

from __future__ import annotations

import asyncio
import bisect
import contextlib
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Any

import psutil

from tests.postgresql import cluster
from verkostotyokalut.live import Action

from ..report import percentile
from ..server import ROOT, Server, serving
from ..usage import Meter

WARM = 5.0  # seconds of moving before anything is measured
JOIN = 300  # seconds that everybody may take to join
PATIENCE = 60


@dataclass(frozen=True)
class Row:
    """What was measured; times in milliseconds, memory in megabytes, processors in cores.

    ``late`` is by how much the phones themselves sent late (p99): above some tens of milliseconds
    the computer could not even make the load. ``unseen`` is the share of the probes' moves that
    the kernel never saw by themselves, as a newer one had come. ``others`` of ``cores`` is what
    the rest of the computer used meanwhile, and ``load`` its load average just before.
    """

    servers: int
    store: str
    phones: int
    seconds: float
    joined_in: float
    sent: float
    saved: float
    unsaved: int
    lost: int
    acknowledged: tuple[float, float, float]
    read: tuple[float, float, float]
    unseen: float
    late: float
    memory: float
    each: float
    cores: dict[str, float]
    load: float


class Helper:
    """A process of the benchmark's own that answers a line by a line of JSON."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.usage = psutil.Process(process.pid)

    async def hear(self, patience: float = PATIENCE) -> dict[str, Any]:
        """Return the next line."""
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), patience)
        return dict(json.loads(line))

    async def ask(self) -> dict[str, Any]:
        """Ask what has happened since the last time."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        return await self.hear()


@contextlib.asynccontextmanager
async def helper(module: str, *arguments: str, **environment: str) -> AsyncIterator[Helper]:
    """Run a helper; it ends with its input."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", f"benchmarks.load.{module}", *arguments),
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**26,
    )
    try:
        yield Helper(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE)


async def measure(servers: int, phones: int, seconds: float, store: str) -> Row:
    """Run so many servers on one store (``SQLite`` or ``PostgreSQL``), and load them."""
    load = os.getloadavg()[0]
    async with contextlib.AsyncExitStack() as stack:
        database = None
        postgres: list[psutil.Process] = []
        if store == "PostgreSQL":
            place = stack.enter_context(cluster())
            database, postgres = place.url, [psutil.Process(place.pid)]
        running = [await stack.enter_async_context(serving(database=database))]
        running[0].move(Action.START)
        running += [
            await stack.enter_async_context(serving(database=database)) for _ in range(servers - 1)
        ]
        before = _memory(running)
        reader = await stack.enter_async_context(
            helper(
                "reader",
                running[0].code,
                VERKOSTO_DATABASE_URL=running[0].db.url.render_as_string(hide_password=False),
            )
        )
        addresses = [server.join_url for server in running]
        crowd = await stack.enter_async_context(helper("crowd", str(phones), *addresses))
        joined = await crowd.hear(JOIN)
        memory = _memory(running)
        await asyncio.sleep(WARM)
        running[0].move(Action.REVEAL)
        await asyncio.sleep(WARM)
        for one in postgres[:]:
            postgres += one.children()
        groups = {
            "servers": [server.process for server in running],
            "PostgreSQL": postgres,
            "kernel": [reader.usage],
            "phones": [crowd.usage],
        }
        await asyncio.gather(crowd.ask(), reader.ask())
        began, meter = time.monotonic(), Meter(groups)
        await asyncio.sleep(seconds)
        use, passed = meter.read(), time.monotonic() - began
        told, read = await asyncio.gather(crowd.ask(), reader.ask())
        memory = max(memory, _memory(running))
    delays, unseen = _matched(told["probes"], read["seen"])
    return Row(
        servers=servers,
        store=store,
        phones=phones,
        seconds=passed,
        joined_in=joined["seconds"],
        sent=told["sent"] / passed,
        saved=told["saved"] / passed,
        unsaved=told["unsaved"],
        lost=told["lost"],
        acknowledged=(told["p50"] * 1000, told["p95"] * 1000, told["p99"] * 1000),
        read=_percentiles(delays),
        unseen=unseen,
        late=told["late"] * 1000,
        memory=memory / servers / 1e6,
        each=(memory - before) / phones / 1e6,
        cores=use.cores,
        load=load,
    )


def _memory(servers: Iterable[Server]) -> int:
    return sum(server.process.memory_info().rss for server in servers)


def _percentiles(seconds: list[float]) -> tuple[float, float, float]:
    p50, p95, p99 = (percentile(seconds, share) * 1000 for share in (0.5, 0.95, 0.99))
    return p50, p95, p99


def _matched(
    moved: list[tuple[str, int, float]], seen: list[tuple[str, int, float]]
) -> tuple[list[float], float]:
    """Return the seconds from a probe's move to the reader, and the share that it did not see."""
    sights: dict[tuple[str, int], list[float]] = defaultdict(list)
    for who, value, at in seen:
        sights[who, value].append(at)
    delays, missed, last = [], 0, max((at for _, _, at in seen), default=0.0)
    for who, value, at in moved:
        times = sights[who, value]
        place = bisect.bisect(times, at)
        # A value comes again after five moves.
        if place < len(times) and times[place] - at < 4:
            delays.append(times[place] - at)
        elif at < last - 1:
            missed += 1
    return delays, missed / len(moved) if moved else 0.0
