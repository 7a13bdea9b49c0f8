"""A leader's session in a process of its own: ``python -m benchmarks.load.reader CODE``.

It is what a leader's kernel has (the session that is followed, its results computed at each
change, and what the phones are told of them), without a page to draw it. It notes when it has
taken in an answer to the last item, which only the probes move. Each line on the standard input
is answered by what was noted since the last one; the end of the input ends it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

from verkostotyokalut.live import Database, News, Value, sessions
from verkostotyokalut.widgets.session.live_session import LiveSession
from verkostotyokalut.widgets.session.reading import Reading


async def run(code: str) -> None:
    """Follow the session until the input ends."""
    loop = asyncio.get_running_loop()
    taken: list[tuple[str, Value]] = []
    seen: list[tuple[str, Value, float]] = []
    take = Reading.take

    def take_and_note(reading: Reading, news: News) -> None:
        take(reading, news)
        last = reading.instrument.item_ids[-1]
        taken.extend((who, value) for who, item, value in news.answers if item == last)

    Reading.take = take_and_note  # type: ignore[method-assign]
    db = Database()
    session = LiveSession(db, sessions.find(db, code))

    def compute() -> None:
        assert session.trouble is None, session.trouble
        _ = session.results
        now = time.monotonic()
        seen.extend((who, value, now) for who, value in taken)
        taken.clear()

    session.observe(compute)
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps({"seen": seen, "answered": session.answered}), flush=True)
        seen.clear()
    session.close()
    db.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1]))
