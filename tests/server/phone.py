"""A participant's page without a page: speaks ``docs/protocol.md`` over a real websocket."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

PATIENCE = 15.0


class Phone:
    """One connection; ``heard`` holds all that came, ``said`` all that was sent."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.heard: list[dict[str, Any]] = []
        self.said: list[dict[str, Any]] = []
        self.seq = 0
        self.state: dict[str, Any] = {}
        self.token = ""

    async def say(self, message: Any) -> None:
        if isinstance(message, dict):
            self.said.append(message)
        text = message if isinstance(message, str | bytes) else json.dumps(message)
        await self.line.send(text)

    async def hear(self, kind: str) -> dict[str, Any]:
        """Return the next message of a kind."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message: dict[str, Any] = json.loads(await self.line.recv())
                self.heard.append(message)
                self.state = message.get("state", self.state)
                if message["type"] == kind:
                    return message

    async def hello(self, token: str | None = None, version: int | None = None) -> dict[str, Any]:
        await self.say({"type": "hello", "protocol": 1, "participant": token, "version": version})
        welcome = await self.hear("welcome")
        self.token, self.seq = welcome["participant"], max(self.seq, welcome["seq"])
        return welcome

    async def answer(self, item: str, value: Any, wrong: dict[str, Any] | None = None) -> int:
        """Send the next change, with some of its fields wrong if so wished."""
        self.seq += 1
        about = {"round": 1, "instrument": "ydinelementit", "item": item, "value": value}
        await self.say({"type": "answer", "seq": self.seq, **about, **(wrong or {})})
        return self.seq

    async def choose(self, group: Any) -> int:
        """Choose a group, or None."""
        self.seq += 1
        await self.say({"type": "group", "seq": self.seq, "group": group})
        return self.seq

    async def closed(self) -> int:
        """Wait until the server has closed the line; return the close code."""
        async with asyncio.timeout(PATIENCE):
            try:
                while True:
                    self.heard.append(json.loads(await self.line.recv()))
            except ConnectionClosed:
                return int(self.line.close_code or 0)


@asynccontextmanager
async def calling(address: str, **options: Any) -> AsyncIterator[Phone]:
    """Open a line and say nothing yet."""
    async with connect(address, proxy=None, compression=None, **options) as line:
        yield Phone(line)


@asynccontextmanager
async def joined(address: str, token: str | None = None) -> AsyncIterator[Phone]:
    """Open a line and be welcomed."""
    async with calling(address) as phone:
        await phone.hello(token)
        yield phone
