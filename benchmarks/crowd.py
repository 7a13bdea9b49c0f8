"""A room of simulated participants, in a process of its own: ``python -m benchmarks.crowd``.

They are those of ``verkostotyokalut simulate``, but leave the last item to the benchmark. Each
line on the standard input asks for what has happened since the last one, and is answered by a
line of JSON; the end of the input ends the room.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from typing import Any

from verkostotyokalut.framework.opinions import Opinions
from verkostotyokalut.simulate import Participant, Told, _state, _tokens

from .report import median, percentile

JOINING = 40
SEED = 7


class Guest(Participant):
    """Answers all items but the last one."""

    def _hear(self, words: dict[str, Any]) -> None:
        if (words.get("state") or {}).get("instrument"):
            words["state"]["instrument"]["dimensions"][-1]["items"].pop()
        super()._hear(words)


async def run(join_url: str, participants: int, pace: float, seconds: float) -> None:
    """Take part until ``seconds`` have passed or the input ends."""
    state = await _state(join_url)
    told = Told()
    chance = random.Random(SEED)
    opinions = Opinions(chance)
    gate = asyncio.Semaphore(JOINING)
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    people = [
        asyncio.create_task(
            Guest(join_url, state, opinions, random.Random(chance.random()), told, token).take_part(
                gate, end, pace
            )
        )
        for token in _tokens(None, participants)
    ]
    counts, heard = told.counts(), 0
    while await loop.run_in_executor(None, sys.stdin.readline):
        before, counts = counts, told.counts()
        lately, heard = told.seconds[heard:], len(told.seconds)
        new = {name: counts[name] - before[name] for name in counts}
        times = {"median": median(lately), "p95": percentile(lately, 0.95)}
        print(json.dumps({**new, "joined": counts["joined"], **times}), flush=True)
    for person in people:
        person.cancel()
    await asyncio.gather(*people, return_exceptions=True)


if __name__ == "__main__":
    address, number, pause, most = sys.argv[1:]
    asyncio.run(run(address, int(number), float(pause), float(most)))
