"""``sheet``: what a leader prints for those without a phone."""

from pathlib import Path

from click.testing import CliRunner

from tests.cli.running import run
from tests.live.making import CORE
from verkostotyokalut.cli import main


def test_an_answer_sheet_is_written(tmp_path: Path) -> None:
    file = tmp_path / "lomake åäö.html"
    done = run(tmp_path, "sheet", CORE, str(file), "--language", "sv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"Tiedosto on valmis: {file}"
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Blankettens nummer" in page


def test_an_answer_sheet_that_cannot_be_written() -> None:
    for arguments, words in (
        (["eiole", "lomake.html"], "Kyselyä eiole ei ole. Valittavana: "),
        ([CORE, "lomake.pdf"], "Tiedoston lomake.pdf päätteen pitää olla jokin näistä: .html"),
        ([CORE, "eiole/lomake.html"], "Tiedostoa eiole/lomake.html ei voi kirjoittaa."),
    ):
        done = CliRunner().invoke(main, ["sheet", *arguments])
        assert done.exit_code == 1
        assert done.output.startswith(words)
