"""A server of its own for each measurement, started as a leader would start it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil

from verkostotyokalut.live import Action, Change, Database, Session, answers, sessions

ROOT = Path(__file__).resolve().parents[1]
START = 60  # seconds that a server may take to start, on a loaded machine
STOP = 15


class Server:
    """A running server, its store and its processes."""

    def __init__(
        self, process: subprocess.Popen[bytes], addresses: dict[str, str], database: str
    ) -> None:
        self.process = psutil.Process(process.pid)
        self.join_url = addresses["join_url"]
        self.leader_url = addresses["leader_url"]
        self.screen_url = addresses["screen_url"]
        self.db = Database(database)
        self.code = addresses["code"]

    @property
    def session(self) -> Session:
        """The session, as it is now."""
        return sessions.find(self.db, self.code)

    def move(self, *actions: Action) -> None:
        """Do what the leader's buttons do."""
        for action in actions:
            sessions.move(self.db, self.session.id, action)

    def answer(self, people: list[dict[str, int]]) -> None:
        """Let somebody join for each of ``people``, and give their answers, by item."""
        now = self.session
        for given in people:
            me = answers.join(self.db, now.id)
            answers.save(
                self.db,
                [
                    Change(now.id, now.round, now.asked or "", me.participant, item, value, seq)
                    for seq, (item, value) in enumerate(given.items(), start=1)
                ],
            )

    def kernels(self) -> list[psutil.Process]:
        """Return the pages' kernels, in the order in which the pages were opened."""
        found = []
        for child in self.process.children():
            with contextlib.suppress(psutil.Error):
                # The one that waits listens to nobody yet.
                if any(line.status == psutil.CONN_LISTEN for line in child.net_connections("tcp")):
                    found.append(child)
        return sorted(found, key=psutil.Process.create_time)

    async def settle(self, seconds: float = 30) -> None:
        """Wait until the server has done what it does after its start, such as compressing."""
        end = time.monotonic() + seconds
        quiet = 0
        while quiet < 3 and time.monotonic() < end:
            before = _cpu(self.process)
            await asyncio.sleep(0.5)
            quiet = quiet + 1 if _cpu(self.process) - before < 0.06 else 0


@contextlib.asynccontextmanager
async def serving(*options: str, database: str | None = None) -> AsyncIterator[Server]:
    """Run ``verkostotyokalut open`` with folders of its own; nothing is left behind.

    ``database`` is the store's address, if it is not a file of this server's own.
    """
    with tempfile.TemporaryDirectory(prefix="verkosto-bench-") as name:
        folder = Path(name)
        store = database or f"sqlite:///{folder / 'verkosto.sqlite'}"
        process, log = _start(folder, options, store)
        server = None
        try:
            line = await asyncio.wait_for(asyncio.to_thread(_first_line, process), START)
            if not line:
                raise RuntimeError(log.read_text(encoding="utf-8", errors="replace"))
            server = Server(process, json.loads(line), store)
            await server.settle()
            yield server
        finally:
            if server is not None:
                server.db.close()
            await asyncio.to_thread(stop, process)


def _start(
    folder: Path, options: tuple[str, ...], database: str
) -> tuple[subprocess.Popen[bytes], Path]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "server.log"
    environment = {
        **os.environ,
        "VERKOSTO_DATABASE_URL": database,
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    command = Path(sys.executable).with_name("verkostotyokalut")
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [command, "open", "--no-browser", "--json", "--port", str(port), *options],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
    return process, log


def _first_line(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    return process.stdout.readline()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and its kernels; those that don't go by themselves are killed."""
    try:
        family = [psutil.Process(process.pid)]
        family += family[0].children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    if process.poll() is None:
        process.terminate()
    _, left = psutil.wait_procs(family, timeout=STOP)
    for one in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    process.wait(STOP)
    if process.stdout is not None:
        process.stdout.close()


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
