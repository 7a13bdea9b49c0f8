"""``workshops``, and mistakes in the content."""

from pathlib import Path

from tests.cli.running import run
from tests.live.making import CORE
from verkostotyokalut.framework import shipped


def test_the_workshops_are_listed(tmp_path: Path) -> None:
    done = run(tmp_path, "workshops")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ydinelementit  Ydinelementit (120 min)\n    " in done.stdout


def test_mistakes_in_the_content_are_told_by_file_line_and_key(tmp_path: Path) -> None:
    file = tmp_path / "oma" / "workshops" / "meidan" / "workshop.yaml"
    file.parent.mkdir(parents=True)
    text = (shipped("workshops") / CORE / "workshop.yaml").read_text(encoding="utf-8")
    text = text.replace("id: ydinelementit", "id: meidan", 1)
    file.write_text(text.replace("minutes: 30", "minutes: paljon"), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "minutes: 30" in row)
    for arguments in (["workshops"], ["open", "meidan", "--no-browser"]):
        done = run(tmp_path, *arguments, VERKOSTO_CONTENT=str(tmp_path / "oma"))
        assert done.returncode == 1
        assert done.stderr.startswith("Sisällössä on virheitä:")
        assert f"{file}:{line}: steps[1].minutes: " in done.stderr
        assert "Traceback" not in done.stderr
