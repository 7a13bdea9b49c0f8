"""Front-end modules as notebooks take them: whole, and good for a real JavaScript engine."""

import json
import re
import subprocess
from collections.abc import Iterator

import anywidget
import pytest

from verkostotyokalut import widgets
from verkostotyokalut.widgets.base.module import FRONTEND, address, script, style
from verkostotyokalut.widgets.base.panel import Panel
from verkostotyokalut.widgets.base.worded import Worded
from verkostotyokalut.widgets.leader.session_widget import SessionWidget

RELATIVE = re.compile(r"""^\s*(?:import|export)\b[^;]*?["']\.{1,2}/""", re.MULTILINE)


def classes(base: type = anywidget.AnyWidget) -> Iterator[type]:
    for one in base.__subclasses__():
        yield one
        yield from classes(one)


BASES: set[type] = {Panel, SessionWidget, Worded}  # others stand on them; no front end of their own
OURS = sorted(
    {one for one in classes() if one.__module__.startswith(widgets.__name__)} - BASES,
    key=lambda one: one.__name__,
)


def test_every_widget_is_found() -> None:
    assert {"Assessment", "Conductor", "JoinCard", "LiveChart", "JoinByCode"} <= {
        one.__name__ for one in OURS
    }


@pytest.mark.parametrize("widget", OURS)
def test_no_relative_import_is_left(widget: type) -> None:
    words = str(widget._esm)  # type: ignore[attr-defined]
    assert len(words) > 100
    assert not RELATIVE.search(words)
    assert "import.meta" not in words


def test_the_pattern_would_find_one() -> None:
    for words in ('import { a } from "./a.js";', 'import "./a.js";', "export * from '../a.js';"):
        assert RELATIVE.search(words)


def test_every_module_loads_in_a_real_engine_and_renders() -> None:
    """Each is imported as a host does it: as text, from a ``data:`` address."""
    modules = [str(widget._esm) for widget in OURS]  # type: ignore[attr-defined]
    run = subprocess.run(
        ["node", "--input-type=module"],
        input=f"""
            for (const words of {json.dumps(modules)}) {{
              const module = await import("data:text/javascript," + encodeURIComponent(words));
              console.log(typeof module.default.render);
            }}
        """,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["function"] * len(OURS)


def test_a_kind_of_question_loads_from_its_address() -> None:
    kinds = [file.name for file in (FRONTEND / "kinds").glob("*.js")]
    assert "scale.js" in kinds
    for kind in kinds:
        words = f"const m = await import({json.dumps(address(f'kinds/{kind}'))});"
        run = subprocess.run(
            ["node", "--input-type=module"],
            input=words + "console.log(typeof m.render);",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert run.stdout.strip() == "function", run.stderr


def test_style_sheets_come_after_the_tokens_and_fetch_nothing() -> None:
    words = style("leader/conductor.css", "leader/layout.css")
    tokens = (FRONTEND / "tokens.css").read_text(encoding="utf-8")
    assert words.startswith(tokens)
    assert (FRONTEND / "leader" / "layout.css").read_text(encoding="utf-8") in words
    assert "@import" not in words
    assert not re.search(r"url\((?!\s*[\"']?data:)", words)


def test_an_unknown_module_is_no_module() -> None:
    with pytest.raises(FileNotFoundError):
        script("eiole.js")
    with pytest.raises(FileNotFoundError):
        style("eiole.css")
