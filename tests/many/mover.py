"""A participant whose sliders move all the time, and who keeps what is not saved, as phones do."""

import asyncio
import json
import random
import secrets
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.live.making import ITEMS
from tests.server.phone import Phone, calling

PACE = 0.05  # seconds between two moves
LOST = (OSError, ConnectionClosed, InvalidHandshake, TimeoutError)


class Mover:
    """Takes part until told to stop, and comes back whenever the connection breaks.

    Attributes
    ----------
    saved
        By item, the number and the value of what the server said it has saved.
    waiting
        The same of what it has not said so of.
    lines
        How many times a server has welcomed it.
    """

    def __init__(self, address: str, seed: int) -> None:
        self._address = address
        self._chance = random.Random(seed)
        self.token = secrets.token_urlsafe(16)
        self.saved: dict[str, tuple[int, int]] = {}
        self.waiting: dict[str, tuple[int, int]] = {}
        self.acknowledged = 0
        self.lines = 0
        self.moving = True
        self._seq = 0

    async def take_part(self) -> None:
        """Move; after ``moving`` is off, stay until all is saved."""
        while self.moving or self.waiting:
            try:
                async with calling(self._address, open_timeout=5) as phone:
                    await phone.hello(self.token)
                    self._seq = max(self._seq, phone.seq)
                    self.lines += 1
                    for item, (_, value) in list(self.waiting.items()):
                        await self._send(phone, item, value)
                    await self._talk(phone)
            except LOST:
                await asyncio.sleep(0.1 + self._chance.random() / 5)

    async def _talk(self, phone: Phone) -> None:
        while self.moving or self.waiting:
            if self.moving:
                await self._send(phone, self._chance.choice(ITEMS), self._chance.randint(1, 5))
            try:
                async with asyncio.timeout(PACE):
                    while True:
                        self._hear(json.loads(await phone.line.recv()))
            except TimeoutError:
                continue

    async def _send(self, phone: Phone, item: str, value: int) -> None:
        self._seq += 1
        self.waiting[item] = (self._seq, value)
        phone.seq = self._seq - 1
        await phone.answer(item, value)

    def _hear(self, words: dict[str, Any]) -> None:
        item = next((i for i, (seq, _) in self.waiting.items() if seq == words.get("seq")), None)
        if words["type"] == "saved":
            self.acknowledged += 1
            if item is not None:
                self.saved[item] = self.waiting.pop(item)
        elif words["type"] == "unsaved" and item is not None:
            raise ConnectionError("the server could not save it: it is sent again")
        assert words["type"] != "rejected", words
