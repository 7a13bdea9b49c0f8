"""A virtual environment for each of the other tools, made once and kept in the user's cache."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import platformdirs


def cache() -> Path:
    """Return the folder that the environments are kept in."""
    return platformdirs.user_cache_path("verkostotyokalut", appauthor=False) / "benchmarks"


def binaries(app: Path) -> Path:
    """Return the folder of an environment's commands; it is made when it isn't there.

    Parameters
    ----------
    app
        The app's folder, whose ``requirements.txt`` says what is installed. Other requirements,
        or another Python, make another environment.

    Raises
    ------
    RuntimeError
        If the requirements can't be installed.
    """
    requirements = app / "requirements.txt"
    state = hashlib.sha256(sys.version.encode() + requirements.read_bytes()).hexdigest()[:12]
    folder = cache() / f"{app.name}-{state}"
    found = folder / ("Scripts" if sys.platform == "win32" else "bin")
    whole = folder / "installed"
    if whole.exists():
        return found
    print(f"installing {app.name} in {folder}", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    done = subprocess.run(
        [found / "python", "-m", "pip", "install", "--quiet", "--requirement", requirements],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{app.name} can't be installed:\n{done.stderr}")
    whole.touch()
    return found
