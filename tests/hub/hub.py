"""A real JupyterHub and its real proxy, in processes of their own, as an institution runs them."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from tests.serving import environment, free_port
from tests.waiting import until
from verkostotyokalut.live import Database

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).with_name("jupyterhub")
PASSWORD = "avaa-ohjaamo"
PATIENCE = 60.0  # seconds; several servers start at once on a small machine


def ask(method: str, address: str, token: str, body: Any = None) -> Any:
    """Ask an API, the hub's or a server's."""
    request = Request(
        address,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"token {token}"},
    )
    with urlopen(request, timeout=PATIENCE) as answer:
        words = answer.read()
    return json.loads(words) if words else None


@dataclass(frozen=True)
class Leader:
    """Somebody who has a server on the hub.

    Attributes
    ----------
    token
        With it the server lets anybody in who has it.
    home
        The leader's own folder.
    """

    hub: Hub
    name: str
    token: str
    home: Path

    @property
    def path(self) -> str:
        """The server's base URL."""
        return f"/user/{quote(self.name, safe='@~')}/"

    @property
    def base(self) -> str:
        """The server's address outside."""
        return self.hub.origin + self.path

    @cached_property
    def db(self) -> Database:
        """The store that the server keeps in the leader's home."""
        (file,) = self.home.rglob("verkosto.sqlite")
        return Database(f"sqlite:///{file}")

    def kernels(self) -> list[str]:
        """Return the ids of the server's kernels."""
        address = f"{self.base}api/kernels?no_track_activity=1"
        return [kernel["id"] for kernel in ask("GET", address, self.token)]

    def active(self) -> datetime:
        """Return when the server was last active, as the hub knows it."""
        return datetime.fromisoformat(self.hub.server(self.name)["last_activity"])


class Hub:
    """JupyterHub with one of the configurations beside this file, and its people."""

    def __init__(self, configuration: str, folder: Path) -> None:
        self.origin = f"http://localhost:{free_port()}"
        self.leaders: list[Leader] = []
        self.token = secrets.token_hex(16)
        self._folder = folder
        here = Path(__file__).parent
        shutil.copy(here / "common_config.py", folder)
        self._log = folder / "hub.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [COMMAND, "-f", here / configuration],
                cwd=folder,
                env=environment(
                    folder,
                    HUB_ROOT=str(ROOT),
                    HUB_ORIGIN=self.origin,
                    HUB_PORT=str(free_port()),
                    HUB_PROXY_PORT=str(free_port()),
                    HUB_TOKEN=self.token,
                    HUB_PASSWORD=PASSWORD,
                ),
                stdout=log,
                stderr=log,
            )

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the hub's API with the right to do so."""
        return ask(method, f"{self.origin}/hub/api/{path}", self.token, body)

    def wait(self) -> None:
        """Wait until the hub answers through its proxy."""

        def answers() -> bool:
            assert self._process.poll() is None, self._log.read_text()
            try:
                return "version" in self.ask("GET", "")
            except URLError:
                return False

        until(answers, PATIENCE)

    def launch(self, name: str, *, token: str | None = None, **environment: str) -> None:
        """Ask for somebody's server, as BinderHub does; without a token it trusts the hub's."""
        leader = Leader(self, name, token or self.token, self._folder / name)
        shutil.copytree(ROOT / "notebooks", leader.home / "notebooks")
        self.ask("POST", f"users/{quote(name)}")
        options = {"token": token, "environment": environment}
        self.ask("POST", f"users/{quote(name)}/server", options)
        self.leaders.append(leader)

    def server(self, name: str) -> dict[str, Any]:
        """Return what the hub knows of somebody's server; nothing when there is none."""
        found: dict[str, Any] = self.ask("GET", f"users/{quote(name)}")
        return dict(found["servers"].get("", {}))

    def wait_for_servers(self) -> None:
        """Wait until everybody's server runs."""

        def all_ready() -> bool:
            servers = [self.server(leader.name) for leader in self.leaders]
            assert all(server for server in servers), self._log.read_text()
            return all(server["ready"] for server in servers)

        until(all_ready, PATIENCE)

    @property
    def proxy(self) -> int:
        """The process id of the proxy."""
        return int((self._folder / "jupyterhub-proxy.pid").read_text())

    def stop(self) -> None:
        """Ask the hub to stop, and everybody's server with it."""
        self._process.send_signal(signal.SIGTERM)

    def wait_stopped(self) -> None:
        """Wait until all has stopped; the proxy goes last."""
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            os.kill(self.proxy, signal.SIGTERM)
        for leader in self.leaders:
            if "db" in vars(leader):
                leader.db.close()
