"""A phone that is gone before it was welcomed leaves nobody behind in its room."""

import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.auth import IdentityProvider
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from tests.live.making import collecting
from tests.server.phone import calling, joined
from tests.waiting import soon
from verkostotyokalut.live import Database, answers, sessions
from verkostotyokalut.server.limits import Limits
from verkostotyokalut.server.rooms import Rooms
from verkostotyokalut.server.socket import ParticipantSocket


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    made = Rooms(Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}"), Limits())
    made.start()
    yield made
    made.stop()


@pytest.fixture
async def base(rooms: Rooms) -> AsyncIterator[str]:
    """The websocket's own handler behind a real port, in this process."""
    routes = [(r"/l/([^/]+)/live", ParticipantSocket, {"rooms": rooms})]
    provider = IdentityProvider(token="")
    server = HTTPServer(
        Application(
            routes,
            base_url="/",
            identity_provider=provider,
            allow_remote_access=True,
            cookie_secret="for this test alone",
        )
    )
    port_socket, port = bind_unused_port()
    server.add_sockets([port_socket])
    yield f"ws://127.0.0.1:{port}/l"
    server.stop()
    await server.close_all_connections()


async def test_one_who_stays_is_there_until_leaving(base: str, rooms: Rooms) -> None:
    session = collecting(rooms.db)
    async with joined(f"{base}/{session.code}/live"):
        assert (rooms.connected, rooms.sockets) == (1, 1)
    await soon(lambda: (rooms.connected, rooms.sockets) == (0, 0))


async def test_one_who_leaves_before_the_welcome_is_forgotten(
    base: str, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = collecting(rooms.db)
    real, begun, go = answers.join, threading.Event(), threading.Event()

    def slow(*given: Any, **named: Any) -> Any:
        begun.set()
        go.wait(15)
        return real(*given, **named)

    monkeypatch.setattr(answers, "join", slow)
    async with calling(f"{base}/{session.code}/live") as phone:
        await phone.say({"type": "hello", "protocol": 1, "participant": None, "version": None})
        await soon(begun.is_set)
        phone.line.transport.abort()
        go.set()
    await soon(lambda: session.id in rooms._acted)  # the hello has been answered, to nobody
    await soon(lambda: (rooms.connected, rooms.sockets) == (0, 0))


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Keep the store from telling whose a code is until this is set."""
    real, go = sessions.find, threading.Event()

    def slow(*given: Any) -> Any:
        go.wait(15)
        return real(*given)

    monkeypatch.setattr(sessions, "find", slow)
    yield go
    go.set()


async def test_those_who_come_at_once_are_not_more_than_there_is_room_for(
    base: str, rooms: Rooms, answering: threading.Event
) -> None:
    session = collecting(rooms.db)
    rooms.limits.connections = 2
    async with contextlib.AsyncExitStack() as lines:
        address = f"{base}/{session.code}/live"
        first, second = [await lines.enter_async_context(calling(address)) for _ in range(2)]
        await soon(lambda: rooms.sockets == 2)
        third = await lines.enter_async_context(calling(address))
        assert (await third.hear("error"))["reason"] == "full"
        answering.set()
        for phone in (first, second):
            await phone.hello(None)
    await soon(lambda: (rooms.connected, rooms.sockets) == (0, 0))


async def test_one_who_leaves_before_the_code_is_known_is_not_counted(
    base: str, rooms: Rooms, answering: threading.Event
) -> None:
    session = collecting(rooms.db)
    async with calling(f"{base}/{session.code}/live") as phone:
        await soon(lambda: rooms.sockets == 1)
        phone.line.transport.abort()
        answering.set()
    await soon(lambda: rooms.sockets == 0)


async def test_one_with_a_wrong_code_is_not_counted(base: str, rooms: Rooms) -> None:
    async with calling(f"{base}/ZZZZZZ/live") as phone:
        assert (await phone.hear("error"))["reason"] == "unknown_code"
        assert rooms.sockets == 0
