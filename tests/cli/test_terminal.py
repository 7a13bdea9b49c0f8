"""Terminals of all sorts: what is said can be read, whatever letters they have."""

import subprocess
from pathlib import Path

import pytest

from tests.serving import COMMAND, environment


@pytest.mark.parametrize(
    ("encoding", "finnish", "mark"),
    [
        ("utf-8", "Työkalut", "✓ oma"),
        ("cp1252", "Työkalut", "? oma"),
        ("cp437", "Työkalut", "? oma"),
    ],
)
def test_no_terminal_is_too_poor(tmp_path: Path, encoding: str, finnish: str, mark: str) -> None:
    """Windows gives a program whose output is redirected its old code page: letters may lack."""
    env = environment(
        tmp_path,
        PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
        VERKOSTO_CONTENT=str(tmp_path / "✓ oma"),
    )

    def said(*words: str) -> str:
        done = subprocess.run(
            [*COMMAND, *words], env=env, capture_output=True, timeout=60, check=False
        )
        told = (done.stdout + done.stderr).decode(encoding)
        assert "Traceback" not in told
        return told

    assert finnish in said("--help")
    assert mark in said("new", "workshop", "oma")
    assert "jälkeen" in said("--port", "8900", "workshops")
