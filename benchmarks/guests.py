"""The simulated participants, as a benchmark sees their process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import AsyncIterator

from .server import ROOT


class Crowd:
    """The simulated participants' process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def lately(self) -> dict[str, float]:
        """Ask what has happened since the last time."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(b"\n")
        line = await asyncio.wait_for(self.process.stdout.readline(), 30)
        return dict(json.loads(line))


@contextlib.asynccontextmanager
async def crowd_at(join_url: str, participants: int, pace: float) -> AsyncIterator[Crowd]:
    """Let participants join and answer, each about every ``pace`` seconds, until the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.crowd"),
        *(join_url, str(participants), str(pace), "3600"),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Crowd(process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()
            await process.wait()


async def until_joined(crowd: Crowd, participants: int) -> None:
    """Wait until so many have joined.

    Raises
    ------
    TimeoutError
        If they can't in two minutes.
    """
    end = time.monotonic() + 120
    while (await crowd.lately())["joined"] < participants:
        if time.monotonic() > end:
            raise TimeoutError(f"{participants} participants could not join in two minutes")
        await asyncio.sleep(0.5)
