"""A kernel of a real server, asked over its websocket as a leader's page does."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.request import Request, urlopen

from websockets.asyncio.client import ClientConnection, connect

from tests.serving import Server

PATIENCE = 60.0


class Kernel:
    """Runs code over a line; what the code left running goes on between the runs."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line

    async def run(self, code: str) -> str:
        """Return what the code has printed."""
        name = uuid.uuid4().hex
        header = {"msg_id": name, "msg_type": "execute_request", "username": "", "version": "5.3"}
        message = {
            "header": {**header, "session": "test", "date": "2026-01-01T00:00:00Z"},
            "parent_header": {},
            "metadata": {},
            "content": {"code": code, "silent": False, "store_history": False},
            "channel": "shell",
            "buffers": [],
        }
        await self.line.send(json.dumps(message))
        printed = ""
        async with asyncio.timeout(PATIENCE):
            while True:
                told: dict[str, Any] = json.loads(await self.line.recv())
                if told["parent_header"].get("msg_id") != name:
                    continue
                kind, content = told["msg_type"], told["content"]
                if kind == "stream" and content["name"] == "stdout":
                    printed += content["text"]
                assert kind != "error", "\n".join(content["traceback"])
                if kind == "status" and content["execution_state"] == "idle":
                    return printed.strip()

    async def soon(self, expression: str, wanted: Any) -> None:
        """Wait until an expression has a value."""
        async with asyncio.timeout(PATIENCE):
            while (found := await self.run(f"print({expression})")) != str(wanted):
                print(f"{expression} is {found}, not yet {wanted}")


def start(server: Server) -> str:
    """Start a kernel, which ends with its server; return its name."""
    request = Request(f"{server.base}api/kernels", method="POST", data=b"{}", headers=_may(server))
    with urlopen(request, timeout=PATIENCE) as answer:
        return str(json.loads(answer.read())["id"])


@asynccontextmanager
async def connected(server: Server, name: str) -> AsyncIterator[Kernel]:
    """Connect to a kernel."""
    address = f"{server.base.replace('http', 'ws', 1)}api/kernels/{name}/channels"
    async with connect(
        address, additional_headers=_may(server), proxy=None, max_size=2**26
    ) as line:
        yield Kernel(line)


def _may(server: Server) -> dict[str, str]:
    return {"Authorization": f"token {server.token}"}
