"""A PostgreSQL server of a test's own, which can be stopped, killed and started again."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import free_port

USER = "postgres"  # PostgreSQL refuses to run as root; Debian's package makes this user


class Cluster:
    """A server in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self.url = f"postgresql+psycopg://{USER}@127.0.0.1:{self._port}/postgres"
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        self._run("initdb", "--username", USER, "--locale", "C.UTF-8", "--encoding", "UTF8")

    @property
    def pid(self) -> int:
        """The process that all others of the server are children of."""
        return int((self._folder / "data" / "postmaster.pid").read_text().splitlines()[0])

    def start(self) -> None:
        """Start the server, and wait until it takes connections."""
        place = f"-p {self._port} -c listen_addresses=127.0.0.1 -k {self._folder}"
        self._run("pg_ctl", "--log", str(self._folder / "log"), "--options", place, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server; ``immediate`` is as if it had crashed."""
        self._run("pg_ctl", "--mode", mode, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
        command = [found[-1] if found else program, "--pgdata", self._folder / "data", *arguments]
        done = subprocess.run(
            command,
            user=USER if os.geteuid() == 0 else None,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,  # not a pipe, which the started server would hold open
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
        log = self._folder / "log"
        assert done.returncode == 0, log.read_text() if log.exists() else command


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Run a server with an empty database; nothing of it is left at the end."""
    with tempfile.TemporaryDirectory(prefix="verkosto-postgresql-") as folder:
        made = Cluster(Path(folder))
        made.start()
        try:
            yield made
        finally:
            made.stop("immediate")
