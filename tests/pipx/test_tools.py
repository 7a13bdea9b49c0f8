"""The wheel as pipx installs it and uvx runs it: with what it asks for, and nothing else."""

import os
import subprocess
import venv
from pathlib import Path

import pytest

from tests.opening import opens_a_workshop
from tests.test_wheel import NAME, wheel

__all__ = ["wheel"]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of pipx and uv, in an environment of their own."""
    folder = tmp_path_factory.mktemp("tools")
    venv.create(folder, with_pip=True)
    _run(str(folder / "bin" / "pip"), "install", "--quiet", "pipx", "uv")
    return folder / "bin"


def _run(*words: str, **more: str) -> None:
    done = subprocess.run(
        words, env={**os.environ, **more}, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr


async def test_pipx_installs_it(wheel: Path, tools: Path, tmp_path: Path) -> None:
    folders = {
        name: str(tmp_path / name.lower()) for name in ("PIPX_HOME", "PIPX_BIN_DIR", "PIPX_MAN_DIR")
    }
    _run(str(tools / "pipx"), "install", str(wheel), **folders)
    await opens_a_workshop([str(Path(folders["PIPX_BIN_DIR"]) / NAME)], tmp_path)


async def test_uvx_runs_it(wheel: Path, tools: Path, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept")
    program = [str(tools / "uvx"), "--from", str(wheel), NAME]
    _run(*program, "workshops", UV_CACHE_DIR=kept)  # what it asks for is fetched
    await opens_a_workshop(program, tmp_path, UV_CACHE_DIR=kept)
