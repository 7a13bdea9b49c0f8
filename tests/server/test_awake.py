"""A real server where idle ones are ended: a workshop keeps it, a forgotten workshop does not."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from jupyter_server.serverapp import ServerApp

from tests.live.making import ITEMS, collecting
from tests.server.phone import joined
from tests.serving import environment, free_port
from tests.waiting import soon, until
from verkostotyokalut.live import Database
from verkostotyokalut.server.awake import Awake
from verkostotyokalut.server.rooms import Rooms

CULLED, FORGOTTEN, CLOSED = 2, 8, 3  # seconds; Binder's are 600, 5400 and 600
AN_HOUR_AND_A_HALF = 5400
TOKEN = "tunnus"


class Idle:
    """A server as on Binder, but in a hurry."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        port = free_port()
        self.base = f"http://localhost:{port}/user/x/"
        self.db = Database(f"sqlite:///{folder / 'verkosto.sqlite'}")
        settings = {
            "IdentityProvider.token": TOKEN,
            "ServerApp.allow_root": True,
            "ServerApp.base_url": "/user/x/",
            "ServerApp.open_browser": False,
            "ServerApp.port": port,
            "MappingKernelManager.cull_idle_timeout": CULLED,
            "MappingKernelManager.cull_interval": 1,
            "MappingKernelManager.cull_connected": True,
            "Awake.forgotten_after": FORGOTTEN,
            "Awake.look_every": 0.2,
        }
        with (folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyter", "server"),
                    *(f"--{name}={value}" for name, value in settings.items()),
                ],
                cwd=folder,
                env=environment(folder),
                stdout=log,
                stderr=log,
            )

    def ask(self, path: str, data: Any = None) -> Any:
        """Ask as a leader's page does; ``None``: there is no such thing."""
        body = None if data is None else json.dumps(data).encode()
        headers = {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"}
        try:
            with urlopen(Request(f"{self.base}{path}", body, headers), timeout=20) as answer:
                return json.load(answer)
        except HTTPError as error:
            assert error.code == 404, error
            return None

    def up(self) -> bool:
        assert self.process.poll() is None, (self.folder / "log").read_text()
        try:
            return bool(self.ask("api/status?no_track_activity=1"))
        except URLError:
            return False

    @property
    def kernels(self) -> set[str]:
        return {kernel["id"] for kernel in self.ask("api/kernels?no_track_activity=1")}

    @property
    def unused(self) -> float:
        """For how many seconds nothing has happened, as those see it who end idle servers."""
        status = self.ask("api/status?no_track_activity=1")
        if status["kernels"]:
            return 0
        last = datetime.fromisoformat(status["last_activity"])
        return (datetime.now(UTC) - last).total_seconds()

    def page(self, kernel: str, untouched: float = 3600) -> Any:
        """Ask as a page does that is only open."""
        return self.ask(f"verkosto/page/{kernel}?untouched={untouched}")


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Idle]:
    server = Idle(tmp_path_factory.mktemp("idle"))
    try:
        until(server.up, 30)
        yield server
    finally:
        server.process.terminate()
        server.process.wait(20)
        server.db.close()


async def test_a_workshop_keeps_the_server_until_it_is_forgotten(idle: Idle) -> None:
    def page() -> Any:
        return idle.page(kernel)

    session = collecting(idle.db)
    abandoned = (await asyncio.to_thread(idle.ask, "api/kernels", {}))["id"]
    kernel = (await asyncio.to_thread(idle.ask, "api/kernels", {}))["id"]
    line = f"{idle.base.replace('http', 'ws', 1)}verkosto/l/{session.code}/live"
    async with joined(line) as phone:
        # The room talks for longer than idle kernels live.
        talked = time.monotonic() + 2 * CULLED
        while time.monotonic() < talked or abandoned in idle.kernels:
            assert (await asyncio.to_thread(page))["left"] > 0
            await asyncio.sleep(0.2)
        assert idle.kernels == {kernel}
        assert idle.unused == 0
        # An answer: the phones are with it again, and so is whoever touches the page.
        await phone.answer(ITEMS[0], 3)
        assert (await phone.hear("saved"))["seq"] == 1
        assert idle.page(kernel, 0)["left"] > FORGOTTEN - 1
        # Now everybody goes home and leaves phone and page open.
        gone = time.monotonic()
        await soon(lambda: page()["left"] <= 0)
        assert await phone.closed() == 4007
        assert time.monotonic() - gone > FORGOTTEN - 1
    # Nothing is left that looks like use: the kernel ends, and a hub or Jupyter ends the server.
    await soon(lambda: idle.unused > CLOSED)


def test_the_page_must_be_let_in(idle: Idle) -> None:
    for path in ("page/eiole", "page/eiole?untouched=0"):
        with pytest.raises(HTTPError, match="403"):
            urlopen(f"{idle.base}verkosto/{path}", timeout=20)
    assert idle.page("eiole") is None
    with pytest.raises(AssertionError, match="400"):
        idle.ask("verkosto/page/eiole?untouched=kauan")
    with urlopen(f"{idle.base}verkosto/rest?kieli=sv", timeout=20) as rest:
        assert "Sidan vilar" in rest.read().decode()


def test_pages_rest_only_where_idle_servers_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTERHUB_SERVICE_PREFIX", raising=False)
    server, rooms = ServerApp(), cast(Rooms, None)
    assert Awake(rooms, server).forgotten_after == 0
    server.shutdown_no_activity_timeout = 600
    assert Awake(rooms, server).forgotten_after == AN_HOUR_AND_A_HALF
    server.shutdown_no_activity_timeout = 0
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/x/")
    assert Awake(rooms, server).forgotten_after == AN_HOUR_AND_A_HALF
