"""A workshop's hour on a small server such as Binder's: its memory, and its processor time.

Binder promises 1 GB and takes the server away at 2 GB, and it counts processor hours. The hour is
made of parts that are measured for a while each, and added up by how long they last in
:data:`HOUR`, which is a busy hour: four times the room answers twelve statements, and four times
it changes its mind while all watch the pictures move.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Callable

import psutil

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action

from .browser import LAPTOP, PROJECTOR, chromium
from .guests import crowd_at, until_joined
from .report import Figure
from .room import PARTICIPANTS, open_watched
from .server import Server, serving

TURNS = 4  # how many times an hour the room answers and looks at what it answered
ANSWERING = 240.0  # seconds that an answering takes
CHANGES = 3  # how often a participant moves the slider of a statement before it is right
WATCHING = 180.0  # seconds that the pictures move, at the same pace as answers came
HOUR = {
    "answering, results hidden": TURNS * ANSWERING,
    "results shown and moving": TURNS * WATCHING,
    "talking, all connected": 3600 - TURNS * (ANSWERING + WATCHING),
}
MEASURED = 40.0  # seconds of each part that are measured
SETTLED = 5.0  # seconds that a part goes on before it is measured
MEMORY, PROCESSOR = 600, 0.25  # megabytes, and processor hours in an hour


async def measure(participants: int = PARTICIPANTS) -> list[Figure]:
    """Measure a server with the console and the projector open, as ``binder/start`` starts it."""
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    memory: dict[str, float] = {}
    seconds: dict[str, float] = {}  # of the processor, in the hour
    rates: dict[str, float] = {}  # of the processor, in each second
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving())
        browser = await stack.enter_async_context(chromium())
        for device, address in ((PROJECTOR, server.screen_url), (LAPTOP, server.leader_url)):
            page = await open_watched(stack, browser, device, address)
            await page.wait_for_selector(".vt", state="attached")
        await server.settle()
        memory["before anybody joins"] = _megabytes(server)
        seconds["starting, with both pages opened"] = _used(server)
        pace = ANSWERING / (CHANGES * len(instrument(server.session.workshop).item_ids))
        crowd = await stack.enter_async_context(crowd_at(server.join_url, participants, pace))
        await until_joined(crowd, participants)
        seconds[f"{participants} people joining"] = (
            _used(server) - seconds["starting, with both pages opened"]
        )
        answers = {}
        for name, begin in _parts(server).items():
            begin()
            await asyncio.sleep(SETTLED)
            await crowd.lately()
            began, before = time.monotonic(), _used(server)
            await asyncio.sleep(MEASURED)
            passed = time.monotonic() - began
            rates[name] = (_used(server) - before) / passed
            seconds[name] = rates[name] * HOUR[name]
            answers[name] = (await crowd.lately())["saved"] / passed
            memory[name] = _megabytes(server)
    return _figures(participants, memory, seconds, rates, answers)


def _parts(server: Server) -> dict[str, Callable[[], None]]:
    """Return how each part of the hour begins, in their order."""
    answering, watching, talking = HOUR
    return {
        answering: lambda: server.move(Action.START),
        watching: lambda: server.move(Action.REVEAL),
        talking: lambda: _until_nothing_is_asked(server),
    }


def _until_nothing_is_asked(server: Server) -> None:
    while server.session.asked is not None:
        server.move(Action.NEXT)


def _family(server: Server) -> list[psutil.Process]:
    """Return the server and its kernels."""
    return [server.process, *server.process.children(recursive=True)]


def _megabytes(server: Server) -> float:
    """Return what the server and its kernels hold; what they share is counted once."""
    return sum(process.memory_full_info().pss for process in _family(server)) / 1e6


def _used(server: Server) -> float:
    """Return the processor seconds that the server and its kernels have used."""
    times = [process.cpu_times() for process in _family(server)]
    return sum(one.user + one.system for one in times)


def _figures(
    participants: int,
    memory: dict[str, float],
    seconds: dict[str, float],
    rates: dict[str, float],
    answers: dict[str, float],
) -> list[Figure]:
    items = f"{CHANGES} moves of each of 12 sliders in {ANSWERING / 60:.0f} min"
    notes = {
        name: f"{HOUR[name] / 60:.0f} min of the hour, {answers[name]:.0f} answers a second"
        for name in HOUR
    }
    return [
        Figure(
            "hour",
            "memory at most, server and kernels",
            max(memory.values()),
            "MB",
            MEMORY,
            f"{participants} people, console and projector",
        ),
        *(Figure("hour", f"· {name}", size, "MB") for name, size in memory.items()),
        Figure(
            "hour",
            "processor in the hour",
            sum(seconds.values()) / 3600,
            "hours",
            PROCESSOR,
            f"{TURNS} times: {items}, then {WATCHING / 60:.0f} min of moving pictures",
        ),
        *(
            Figure(
                "hour",
                f"· {name}",
                used / 3600,
                "hours",
                None,
                f"{notes[name]}, {rates[name]:.2f} cores" if name in rates else "",
            )
            for name, used in seconds.items()
        ),
    ]
