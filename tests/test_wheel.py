"""The wheel: everything is inside, and what is installed from it opens a workshop."""

import re
import site
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.running import run
from tests.opening import opens_a_workshop
from verkostotyokalut.framework import workshop_ids

ROOT = Path(__file__).resolve().parent.parent
NAME = "verkostotyokalut"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    (libraries,) = folder.glob("lib/python*/site-packages")
    # By its path alone: what is installed as editable there is not seen from here.
    (libraries / "borrowed.pth").write_text("\n".join(site.getsitepackages()))
    for part in ("etc/jupyter", "share/jupyter"):
        _borrow(Path(sys.prefix) / part, folder / part)
    python = str(folder / "bin" / "python")
    _pip("--python", python, "install", "--no-deps", "--no-index", "--ignore-installed", str(wheel))
    return folder / "bin" / NAME


def _pip(*words: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def _borrow(theirs: Path, mine: Path) -> None:
    """Link to what the libraries have installed for Jupyter, and to nothing of ours."""
    mine.mkdir(parents=True, exist_ok=True)
    for one in theirs.iterdir():
        if "verkosto" in one.name:
            continue
        if one.is_dir() and any(one.rglob("verkosto*")):
            _borrow(one, mine / one.name)
        else:
            (mine / one.name).symlink_to(one)


def test_everything_is_inside(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {
        *_files(ROOT, NAME, ""),
        *_files(ROOT, "notebooks", f"{NAME}/", but=".py"),
        *_files(ROOT, "workshops", f"{NAME}/", but=".py"),
    }
    data = re.sub(r"-py3-none-any$", "", wheel.stem) + ".data/data/"
    expected |= _files(ROOT / "jupyter-config", "jupyter_server_config.d", f"{data}etc/jupyter/")
    expected |= _files(ROOT / "share", "voila", f"{data}share/jupyter/")
    assert inside == expected
    for name in workshop_ids():
        for file in ("workshop.yaml", "opas.md", "tyopaja.ipynb"):
            assert f"{NAME}/workshops/{name}/{file}" in inside


def _files(root: Path, folder: str, into: str, but: str = "-") -> set[str]:
    return {
        into + file.relative_to(root).as_posix()
        for file in (root / folder).rglob("*")
        if file.is_file()
        and file.suffix != but
        and not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)
    }


async def test_what_is_installed_opens_a_workshop(command: Path, tmp_path: Path) -> None:
    where = f"import {NAME}; print({NAME}.__file__)"
    found = run(tmp_path, "-c", where, program=[str(command.with_name("python"))])
    assert found.returncode == 0, found.stderr
    assert Path(found.stdout.strip()).is_relative_to(command.parent.parent)
    await opens_a_workshop([str(command)], tmp_path)
