"""The server starts, or it is said in Finnish why it can't."""

import errno
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.serving import free_port
from verkostotyokalut.cli import main, serve


def test_a_full_disk_in_jupyters_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(serve, "_server", full)
    done = CliRunner().invoke(main, ["--no-browser", "--port", str(free_port())])
    words = f"Jupyter ei voi kirjoittaa omia tiedostojaan kansioon {tmp_path}: No space left on"
    assert done.exit_code == 1
    assert done.output.startswith(words)
