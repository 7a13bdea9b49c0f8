"""Counts what really travels between a browser and a server, by standing between them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit, urlunsplit

_BLOCK = 65_536


class Relay:
    """Hands on everything, both ways, and counts what the server sends.

    Attributes
    ----------
    bytes
        What the server has sent: bodies as they are packed, websocket frames, headers.
    """

    def __init__(self, port: int) -> None:
        self.bytes = 0
        self._port = port
        self._ends: list[asyncio.StreamWriter] = []

    @classmethod
    @contextlib.asynccontextmanager
    async def before(cls, address: str) -> AsyncIterator[tuple[Relay, str]]:
        """Stand before the server of ``address``; gives the relay, and the address to use."""
        parts = urlsplit(address)
        assert parts.port is not None
        relay = cls(parts.port)
        server = await asyncio.start_server(relay._take, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            yield relay, urlunsplit(parts._replace(netloc=f"127.0.0.1:{port}"))
        finally:
            server.close()
            for end in relay._ends:
                end.close()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        self._ends += [writer, back]
        await asyncio.gather(self._hand_on(reader, back), self._hand_on(there, writer, True))

    async def _hand_on(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, counted: bool = False
    ) -> None:
        with contextlib.suppress(ConnectionError):
            while block := await source.read(_BLOCK):
                if counted:
                    self.bytes += len(block)
                target.write(block)
                await target.drain()
            target.close()
