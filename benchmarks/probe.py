"""One participant whose slider the benchmark moves itself."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 30


class Probe:
    """A participant's connection, as ``docs/protocol.md`` describes it."""

    def __init__(self, line: WebSocketClientConnection) -> None:
        self._line = line
        self._seq = 0
        self._asked = asyncio.Event()
        self._state: dict[str, Any] = {}
        self._saved: dict[int, asyncio.Future[float]] = {}

    @classmethod
    @contextlib.asynccontextmanager
    async def connected(cls, join_url: str) -> AsyncIterator[Probe]:
        """Join a session, and leave it at the end."""
        parts = urlsplit(join_url)
        address = urlunsplit(("ws", parts.netloc, f"{parts.path}/live", "", ""))
        line = await asyncio.wait_for(websocket_connect(address), PATIENCE)
        probe = cls(line)
        hello = {"type": "hello", "protocol": 1, "participant": None, "version": 0}
        await line.write_message(json.dumps(hello))
        listening = asyncio.create_task(probe._listen())
        try:
            yield probe
        finally:
            listening.cancel()
            line.close()

    async def ready(self) -> None:
        """Wait until something is asked."""
        await asyncio.wait_for(self._asked.wait(), PATIENCE)

    def answer(self, item: str, value: int) -> asyncio.Future[float]:
        """Send an answer; the result is the event loop's time when the server has kept it."""
        self._seq += 1
        loop = asyncio.get_running_loop()
        self._saved[self._seq] = loop.create_future()
        words = {
            "type": "answer",
            "seq": self._seq,
            "round": self._state["round"],
            "instrument": self._state["instrument"]["id"],
            "item": item,
            "value": value,
        }
        self._line.write_message(json.dumps(words))
        return self._saved[self._seq]

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        while (message := await self._line.read_message()) is not None:
            words = json.loads(message)
            if words["type"] == "saved":
                self._saved.pop(words["seq"]).set_result(loop.time())
            elif "state" in words:
                self._state = words["state"]
                if self._state["instrument"] is not None:
                    self._asked.set()
