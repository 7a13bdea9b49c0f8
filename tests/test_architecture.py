"""Holds the arrows between the packages, and keeps what must start fast free of heavy libraries."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_imports_follow_the_arrows() -> None:
    assert lint_imports(config_filename=str(PYPROJECT), no_cache=True) == 0


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("verkostotyokalut", {"numpy", "pandas", "plotly", "ipywidgets"}),
        ("verkostotyokalut.framework", {"numpy", "pandas", "plotly", "ipywidgets"}),
        ("verkostotyokalut.live", {"numpy", "pandas", "plotly", "ipywidgets"}),
        ("verkostotyokalut.server", {"pandas", "plotly", "ipywidgets"}),
        ("verkostotyokalut.cli", {"pandas", "plotly", "ipywidgets"}),
        ("verkostotyokalut.analysis", {"plotly", "ipywidgets", "anywidget"}),
    ],
)
def test_importing_stays_light(module: str, heavy: set[str]) -> None:
    # In a process of its own: here other tests have imported everything already.
    command = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", command],
        cwd=PYPROJECT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert not heavy & set(run.stdout.split())
