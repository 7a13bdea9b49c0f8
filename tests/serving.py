"""A real server in a process of its own, started by the command as a leader starts it."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from verkostotyokalut.live import Action, Database, Session, sessions

COMMAND = [sys.executable, "-c", "from verkostotyokalut.cli import main; main()"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing of the user's own is read or written."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    kept.pop("VERKOSTO_DATABASE_URL", None)
    return {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "run"),
        "JUPYTER_DATA_DIR": str(folder / "jupyter"),
        "JUPYTER_PLATFORM_DIRS": "0",
        "VERKOSTO_DATABASE_URL": f"sqlite:///{folder / 'verkosto.sqlite'}",
        **more,
    }


@dataclass(frozen=True)
class Server:
    """What the command told of the server that it started, and the store beside it."""

    base: str
    token: str
    told: dict[str, str]
    db: Database
    log: Path

    @property
    def session(self) -> Session:
        return sessions.find(self.db, self.told["code"])

    def new(self, *actions: Action, minimum: int = 5) -> Session:
        """Open another session on the same server and take it somewhere."""
        session = sessions.create(self.db, "ydinelementit", minimum=minimum)
        for action in actions:
            session = sessions.move(self.db, session.id, action)
        return session

    def socket(self, code: str) -> str:
        return f"{self.base.replace('http', 'ws', 1)}verkosto/l/{code}/live"


@contextmanager
def serving(
    folder: Path,
    *options: str,
    command: tuple[str, ...] = ("open",),
    program: Sequence[str] = COMMAND,
    **more: str,
) -> Iterator[Server]:
    """Start ``verkostotyokalut open --json`` and stop it at the end."""
    port = free_port()
    log = folder / "server.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [*program, *command, "--json", "--no-browser", "--port", str(port), *options],
            env=environment(folder, **more),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, log.read_text()
        told = json.loads(line)
        token = parse_qs(urlsplit(told["leader_url"]).query)["token"][0]
        db = Database(more.get("VERKOSTO_DATABASE_URL", f"sqlite:///{told['database']}"))
        yield Server(f"http://localhost:{port}/", token, told, db, log)
        db.close()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    assert process.stdout.read() == ""
