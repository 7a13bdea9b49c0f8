"""Thousands of phones in one process: ``python -m benchmarks.load.crowd NUMBER JOIN_URL...``.

Each phone moves a slider once a second, at a moment of its own in the second, whether or not the
last move has been acknowledged. The first ones, the probes, move the last item, and nobody else
does. Each line on the standard input asks for what has happened since the last one, and is
answered by a line of JSON; the end of the input ends the crowd.

The phones share the computer with the servers, so they are as light as can be: one loop that
sends what is due, and a websocket client in C.
"""

from __future__ import annotations

import asyncio
import gc
import hashlib
import json
import random
import secrets
import sys
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

from verkostotyokalut.simulate import _state

from ..report import percentile

JOINING = 20  # how many are joining at the same time
PROBES = 20
PERIOD = 1.0  # seconds between a phone's moves
TICK = 0.002  # seconds between two looks at what is due
SAVED = '{"type":"saved","seq":'


class Counts:
    """What has happened since it was last told; times in seconds."""

    def __init__(self) -> None:
        self.sent = self.unsaved = self.results = 0
        self.acknowledged: list[float] = []
        self.late: list[float] = []
        self.probes: list[tuple[str, int, float]] = []

    def told(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "sent": self.sent,
            "saved": len(self.acknowledged),
            "unsaved": self.unsaved,
            "results": self.results,
            **{f"p{n}": percentile(self.acknowledged, n / 100) for n in (50, 95, 99)},
            "late": percentile(self.late, 0.99),
            "probes": self.probes,
        }


class Phone(WSListener):  # type: ignore[misc]
    """One participant."""

    def __init__(self, crowd: Crowd, number: int) -> None:
        self._crowd = crowd
        self._token = secrets.token_urlsafe(16)
        self._who = hashlib.sha256(self._token.encode()).hexdigest()[:32]
        self._probes = number < PROBES
        self._chance = random.Random(number)
        self._seq = 0
        self._sent: dict[int, float] = {}
        self.welcomed = asyncio.get_running_loop().create_future()

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport
        known = {"participant": self._token, "version": self._crowd.version}
        hello = {"type": "hello", "protocol": 1, **known}
        transport.send(WSMsgType.TEXT, json.dumps(hello).encode())

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self._crowd.lost += 1
        if not self.welcomed.done():
            self.welcomed.set_exception(ConnectionError("a phone was turned away"))

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type != WSMsgType.TEXT:
            return
        text = frame.get_payload_as_utf8_text()
        counts = self._crowd.counts
        if text.startswith(SAVED):
            sent = self._sent.pop(int(text[len(SAVED) : -1]))
            counts.acknowledged.append(self._crowd.now() - sent)
        elif text.startswith('{"type": "results"'):
            counts.results += 1
        else:
            words = json.loads(text)
            if words["type"] == "welcome":
                self.welcomed.set_result(None)
            elif words["type"] == "unsaved":
                counts.unsaved += 1
            if "state" in words:
                self._crowd.take(words["state"])

    def move(self) -> None:
        """Move a slider."""
        crowd, now = self._crowd, self._crowd.now()
        self._seq += 1
        if self._probes:
            item, value = crowd.items[-1], self._seq % 5 + 1
            crowd.counts.probes.append((self._who, value, now))
        else:
            item, value = self._chance.choice(crowd.items[:-1]), self._chance.randint(1, 5)
        self._sent[self._seq] = now
        crowd.counts.sent += 1
        self._transport.send(
            WSMsgType.TEXT,
            b'{"type":"answer","seq":%d,"round":%d,"instrument":"%s","item":"%s","value":%d}'
            % (self._seq, *crowd.asked, item, value),
        )


class Crowd:
    """All the phones."""

    def __init__(self, state: dict[str, Any]) -> None:
        self.now = asyncio.get_running_loop().time
        self.counts = Counts()
        self.lost = 0
        self.phones: list[Phone] = []
        self.take(state)

    def take(self, state: dict[str, Any]) -> None:
        """Keep what is asked, as the phones send it."""
        self.version = state["version"]
        parts = state["instrument"]["dimensions"]
        self.items = [item["id"].encode() for part in parts for item in part["items"]]
        self.asked = (state["round"], state["instrument"]["id"].encode())

    async def join(self, addresses: list[str], number: int) -> None:
        """Let everybody in, some at a time."""
        gate = asyncio.Semaphore(JOINING)

        async def one(place: int) -> None:
            async with gate:
                phone = Phone(self, place)
                address = addresses[place % len(addresses)]
                await ws_connect(lambda: phone, address, websocket_handshake_timeout=60)
                await phone.welcomed
                self.phones.append(phone)

        await asyncio.gather(*(one(place) for place in range(number)))

    async def move(self) -> None:
        """Let each move once in a period, for ever, evenly spread."""
        start, step, turn = self.now(), PERIOD / len(self.phones), 0
        while True:
            now = self.now()
            while start + turn * step <= now:
                self.phones[turn % len(self.phones)].move()
                self.counts.late.append(now - start - turn * step)
                turn += 1
            await asyncio.sleep(TICK)


async def run(number: int, join_urls: list[str]) -> None:
    """Take part until the input ends."""
    loop = asyncio.get_running_loop()
    crowd = Crowd(await _state(join_urls[0]))
    addresses = [f"{address.replace('http', 'ws', 1)}/live" for address in join_urls]
    began = loop.time()
    await crowd.join(addresses, number)
    print(json.dumps({"joined": len(crowd.phones), "seconds": loop.time() - began}), flush=True)
    gc.freeze()
    moving = asyncio.create_task(crowd.move())
    while await loop.run_in_executor(None, sys.stdin.readline):
        if moving.done():
            moving.result()
        counts, crowd.counts = crowd.counts, Counts()
        print(json.dumps({**counts.told(), "lost": crowd.lost}), flush=True)
    moving.cancel()


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1]), sys.argv[2:]))
