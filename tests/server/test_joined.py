"""Modules joined as phones get them: the same exports, each module once, and good for an engine."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from verkostotyokalut.server.assets import FRONTEND, Assets
from verkostotyokalut.server.joined import imported, joined

KINDS = sorted(file.relative_to(FRONTEND).as_posix() for file in FRONTEND.glob("kinds/*.js"))


def files(folder: Path, **modules: str) -> Path:
    for name, words in modules.items():
        (folder / f"{name}.js").write_text(words, encoding="utf-8")
    return folder


def loaded(words: str) -> str:
    """Return the expression that is a module of such words."""
    address = f"'data:text/javascript,' + encodeURIComponent({json.dumps(words)})"
    return f"(await import({address}))"


def run(words: str, value: str) -> Any:
    """Run a script in node, and return a value that it has then."""
    script = f"{words}\nconsole.log(JSON.stringify({value}));"
    command = ["node", "--input-type=module"]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    folder = files(
        tmp_path,
        page='import tool from "./tool.js";\nimport { base } from "./base.js";\n',
        tool='import { base } from "./base.js";\nexport default { of: base };\n',
        base="export const base = 1;\n",
    )
    assert imported(folder, "page.js") == ["base.js", "tool.js"]
    assert run("", f"Object.keys({loaded(joined(folder, 'page.js'))})") == []


def test_names_of_modules_do_not_meet(tmp_path: Path) -> None:
    folder = files(
        tmp_path,
        page="""import { PACE as theirs } from "./tool.js";
import tool from "./tool.js";
import { Counter } from "./counter.js";
const PACE = 1;
export async function later() {
  return [PACE, theirs, tool.name, new Counter().count()];
}
export const now = "now";
""",
        tool="""export const PACE = 2;
export default { name: "tool" };
""",
        counter="""import { PACE } from "./tool.js";
export class Counter {
  count() { return PACE + 1; }
}
""",
    )
    page = loaded(joined(folder, "page.js"))
    assert run(f"const page = {page};", "[await page.later(), page.now]") == [
        [1, 2, "tool", 3],
        "now",
    ]


def test_files_of_a_page_share_their_modules(tmp_path: Path) -> None:
    take = 'import { take } from "./ids.js";\n'
    folder = files(
        tmp_path,
        page=f"{take}export const first = take();\n",
        later=f"{take}export const second = take();\n",
        other=f"{take}export const third = take();\n",
        ids="let last = 0;\nexport function take() {\n  return ++last;\n}\n",
    )
    later = joined(folder, "later.js", without=["ids.js"])
    assert "let last" not in later
    parts = [joined(folder, "page.js"), later, joined(folder, "other.js")]
    found = run("", f"Object.assign({{}}, {', '.join(map(loaded, parts))})")
    assert found == {"first": 1, "second": 2, "third": 3}


def test_a_circle_is_told(tmp_path: Path) -> None:
    folder = files(
        tmp_path,
        one='import { two } from "./two.js";\nexport const one = 1;\n',
        two='import { one } from "./one.js";\nexport const two = 2;\n',
    )
    with pytest.raises(ValueError, match="one.js → two.js → one.js"):
        joined(folder, "one.js")


@pytest.mark.parametrize(
    "words",
    [
        'import * as all from "./other.js";',
        'import {\n  one,\n} from "./other.js";',
        'import "./other.js";',
        'export * from "./other.js";',
        "export { one };",
        "export let one = 1;",
    ],
)
def test_a_form_that_it_does_not_know_is_told(tmp_path: Path, words: str) -> None:
    folder = files(tmp_path, page=f"const one = 1;\n{words}\n", other="export const one = 1;\n")
    with pytest.raises(ValueError, match="page.js: a form"):
        joined(folder, "page.js")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_gives_what_its_module_does(kind: str) -> None:
    """It is loaded after the page's own modules, as a phone does it."""
    page = "".join(
        f"await {loaded(joined(FRONTEND, name))};" for name in imported(FRONTEND, "phone.js")
    )
    as_served = loaded(Assets().packed(kind, "identity").decode())
    as_written = f"(await import({json.dumps((FRONTEND / kind).as_uri())}))"
    keys = run(page, f"[{as_served}, {as_written}].map((one) => Object.keys(one).sort())")
    assert keys[0] == keys[1]
    assert "render" in keys[0]
