"""Servers for participants behind one address, as a cluster of computers runs them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from tests.serving import environment, free_port
from tests.waiting import until

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy" / "participants_config.py"


class Member:
    """One of the servers, with the configuration that ``deploy/`` gives."""

    def __init__(self, folder: Path, database: str) -> None:
        self.port = free_port()
        folder.mkdir()
        self._log = folder / "server.log"
        command = [sys.executable, "-m", "jupyter_server", f"--config={CONFIGURATION}"]
        options = [f"--ServerApp.port={self.port}", f"--ServerApp.root_dir={folder}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--allow-root")
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, *options],
                env=environment(folder, VERKOSTO_DATABASE_URL=database, JUPYTER_NO_CONFIG="1"),
                stdout=log,
                stderr=log,
            )

    @property
    def ready(self) -> bool:
        """Whether it answers, as a cluster's probe asks."""
        assert self.process.poll() is None, self._log.read_text()
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/verkosto/", timeout=10) as answer:
                return bool(answer.status == 200)
        except URLError:
            return False

    def socket(self, code: str) -> str:
        return f"ws://localhost:{self.port}/verkosto/l/{code}/live"

    def kill(self) -> None:
        """End it at once, with no time to say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=30)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


class Address:
    """One address for all of them: each connection goes to the next one that takes it."""

    def __init__(self, members: list[Member]) -> None:
        self._ports = [member.port for member in members]
        self._door = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port = self._door.getsockname()[1]

    def __enter__(self) -> Address:
        threading.Thread(target=self._take, daemon=True).start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._door.close()

    def socket(self, code: str) -> str:
        return f"ws://localhost:{self.port}/verkosto/l/{code}/live"

    def _take(self) -> None:
        while True:
            try:
                outside, _ = self._door.accept()
            except OSError:
                return
            inside = self._next()
            if inside is None:
                outside.close()
                continue
            for one, other in ((outside, inside), (inside, outside)):
                threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()

    def _next(self) -> socket.socket | None:
        for _ in self._ports:
            self._ports.append(self._ports.pop(0))
            try:
                return socket.create_connection(("127.0.0.1", self._ports[-1]), timeout=10)
            except OSError:
                continue
        return None


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    one.settimeout(None)
    with suppress(OSError):
        while words := one.recv(65536):
            other.sendall(words)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)  # ends the other direction's waiting as well
        end.close()


def lines(port: int) -> int:
    """Count the connections to a server."""
    here = [one for one in psutil.net_connections("tcp") if one.laddr and one.laddr.port == port]
    return sum(one.status == psutil.CONN_ESTABLISHED for one in here)


def wait_for(members: list[Member]) -> None:
    """Wait until all of them answer."""
    until(lambda: all(member.ready for member in members), 60)
