"""A new question kind is four new files, and a new instrument one: nothing else is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import verkostotyokalut

PACKAGE = Path(verkostotyokalut.__file__).parent
NEW = Path(__file__).parent / "new_kind"
PLACES = {
    "framework.py": "framework/kinds/yesno.py",
    "analysis.py": "analysis/kinds/yesno.py",
    "charts.py": "charts/kinds/yesno.py",
    "frontend.js": "widgets/frontend/kinds/yesno.js",
}

ALL_THE_WAY = """
from verkostotyokalut.analysis import numbers, release
from verkostotyokalut.charts import figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, instrument, workshop
from verkostotyokalut.live import Action, Change, Database, Outcome, answers, sessions
from verkostotyokalut.server.assets import Assets
from verkostotyokalut.widgets import Assessment, LiveSession
from verkostotyokalut.widgets.sample import Sample

asked = instrument("kylla-ei")
db = Database("sqlite:///kanta.sqlite")
session = sessions.create(db, "vain-kylla-ei", minimum=3)
now = sessions.move(db, session.id, Action.START)
for value in (True, True, False, True, False):
    me = answers.join(db, session.id).participant
    change = Change(session.id, 1, asked.id, me, "aihe.kokous", value, 1)
    assert answers.save(db, [change]) == [Outcome.SAVED]
wrong = Change(session.id, 1, asked.id, me, "aihe.kokous", "ehkä", 2)
assert answers.save(db, [wrong]) == [Outcome.INVALID]
live = LiveSession(db, now)
live.move(Action.REVEAL)
assert live.results == {"aihe.kokous": (3, 5)}
for language in LANGUAGES:
    for drawer in pictures(asked, language, "screen"):
        figure, twin = drawer.draw(live.results, 3)
        assert "3/5" in figure_json(figure) and "3/5" in str(twin)
assert b"yesno" in Assets().packed("kinds/yesno.js", "identity")
assert "yesno" in str(Assessment("kylla-ei").kind_modules)
assert Sample("kylla-ei").children[1].children[1].children[0].figure
print("all the way")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The package with one more kind, and a leader's folder with an instrument that asks it."""
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "verkostotyokalut", ignore=leave_out)
    for name, place in PLACES.items():
        target = tmp_path / "verkostotyokalut" / place
        assert not target.exists()
        shutil.copy(NEW / name, target)
    own = tmp_path / "oma" / "instruments"
    own.mkdir(parents=True)
    shutil.copy(NEW / "instrument.yaml", own / "kylla-ei.yaml")
    return tmp_path


def test_a_new_kind_goes_all_the_way(project: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ALL_THE_WAY],
        cwd=project,
        env={**os.environ, "VERKOSTO_CONTENT": str(project / "oma"), "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip().endswith("all the way"), run.stderr
