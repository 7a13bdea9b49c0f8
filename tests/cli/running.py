"""Runs the command in a process of its own, as a leader does."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.serving import COMMAND, environment


def run(
    folder: Path, *arguments: str, program: Sequence[str] = COMMAND, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that ends by itself."""
    return subprocess.run(
        [*program, *arguments],
        env=environment(folder, **more),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refusal(folder: Path, *arguments: str, status: int = 1, **more: str) -> str:
    """Run a command that has to refuse; return its one clear message."""
    done = run(folder, *arguments, **more)
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.strip()
