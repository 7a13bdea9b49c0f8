"""Dots said in numbers: the browser's outlines are those of Python."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from verkostotyokalut.charts.drawing import Dots, outlined, path
from verkostotyokalut.framework import Shape

FRONTEND = Path(__file__).resolve().parents[2] / "verkostotyokalut" / "widgets" / "frontend"
CELLS = ((100.0, 50.0, 1), (200.3, 50.0, 7), (300.7, 80.2, 23))


@pytest.mark.parametrize("shape", ["circle", "square", "triangle", "diamond", "plain"])
def test_python_and_javascript_outline_the_same(shape: Shape) -> None:
    dots = Dots(shape, 5, 9.37, 7.5, CELLS)
    code = (
        f"import {{ outline }} from {json.dumps((FRONTEND / 'leader/dots.js').as_uri())};"
        f"console.log(outline({json.dumps(list(dots))}))"
    )
    told = subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    letters, others = (re.sub(r"[-\d.,]+", " ", words).split() for words in (told, dots.outline))
    assert letters == others
    ours, theirs = (
        [float(number) for number in re.findall(r"-?[\d.]+", words)]
        for words in (dots.outline, told)
    )
    assert theirs == pytest.approx(ours, abs=0.11)  # a tie may be rounded either way


def test_plotly_gets_paths_alone() -> None:
    spec = {"layout": {"shapes": [path(Dots("square", 5, 9.0, 7.0, CELLS)), path("M0,0H1Z")]}}
    first, second = outlined(spec)["layout"]["shapes"]
    assert first["path"].count("M") == 31
    assert first["path"].endswith("Z")
    assert "dots" not in first
    assert second["path"] == "M0,0H1Z"


def test_no_answers_are_no_outline() -> None:
    assert Dots("circle", 5, 9.0, 7.0, ()).outline == ""
