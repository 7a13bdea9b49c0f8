"""Every text of the code is in every catalogue, translated, with the same placeholders."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po

from verkostotyokalut.framework import LANGUAGES
from verkostotyokalut.locales import texts, translator
from verkostotyokalut.widgets.base.panel import Panel
from verkostotyokalut.widgets.base.worded import Worded
from verkostotyokalut.widgets.leader.session_widget import SessionWidget

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "verkostotyokalut"
FRONTEND = PACKAGE / "widgets" / "frontend"
DOMAINS = ("verkosto", "leader", "participant")
KEYWORDS = {**DEFAULT_KEYWORDS, "t": None}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@cache
def leader_files() -> frozenset[Path]:
    """Ask the Makefile, which knows which of the front end's files are the leader's."""
    run = subprocess.run(
        ["make", "--silent", "-f", "Makefile", "-f", "-", "leader-js"],
        input="leader-js: ; @echo $(LEADER_JS)\n",
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = frozenset(ROOT / name for name in run.stdout.split())
    assert files
    assert all(file.is_file() for file in files)
    return files


@cache
def written_in(file: Path) -> frozenset[str | tuple[str, ...]]:
    """Return the msgids in a source file; a plural has two."""
    method = {".py": "python", ".js": "javascript", ".html": "jinja2"}[file.suffix]
    found = extract_from_file(method, file, keywords=KEYWORDS)
    return frozenset(message[1] for message in found)


def sources(domain: str) -> list[Path]:
    if domain == "verkosto":
        return [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")]
    leader = leader_files()
    return [file for file in FRONTEND.rglob("*.js") if (file in leader) == (domain == "leader")]


@cache
def written(domain: str) -> frozenset[str | tuple[str, ...]]:
    return frozenset().union(*map(written_in, sources(domain)))


@cache
def catalogue(language: str, domain: str) -> Catalog:
    file = PACKAGE / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
    with file.open("rb") as po:
        return read_po(po, locale=language, domain=domain, abort_invalid=True)


BOTH = pytest.mark.parametrize(
    ("language", "domain"), [(one, domain) for one in LANGUAGES for domain in DOMAINS]
)


@BOTH
def test_every_text_of_the_code_is_in_the_catalogue(language: str, domain: str) -> None:
    known = {message.id for message in catalogue(language, domain) if message.id}
    assert written(domain)
    assert written(domain) - known == set()


@BOTH
def test_no_text_is_left_in_the_catalogue_alone(language: str, domain: str) -> None:
    known = {message.id for message in catalogue(language, domain) if message.id}
    assert known - written(domain) == set()
    assert not catalogue(language, domain).obsolete


@BOTH
def test_every_text_is_translated(language: str, domain: str) -> None:
    for message in catalogue(language, domain):
        if message.id:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(form and form.strip() for form in forms), message.id
            assert not message.fuzzy, message.id


@BOTH
def test_placeholders_agree(language: str, domain: str) -> None:
    for message in catalogue(language, domain):
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            expected = {name for text in ids for name in PLACEHOLDER.findall(text)}
            for form in forms:
                assert set(PLACEHOLDER.findall(form)) == expected, message.id


WORDED = {Panel.__name__, SessionWidget.__name__, Worded.__name__}  # these send the leader's texts


def modules_of_widgets() -> Iterator[tuple[str, str]]:
    """Yield the front-end module and the domain of its texts, as each widget's class has them."""
    yield "phone.js", "participant"
    for file in (PACKAGE / "widgets").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                calls = [
                    call
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                ]
                names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
                module = next((c.args[0] for c in calls if c.func.id == "script"), None)  # type: ignore[attr-defined]
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                names |= {"leader_texts"} if bases & WORDED else set()
                for domain in ("leader", "participant"):
                    if isinstance(module, ast.Constant) and f"{domain}_texts" in names:
                        yield str(module.value), domain


def loaded_with(file: Path) -> set[Path]:
    """Return a module and all that it imports, kinds that are imported by name included."""
    found, ahead = set(), [file]
    while ahead:
        file = ahead.pop()
        if file not in found:
            found.add(file)
            words = file.read_text(encoding="utf-8")
            named = re.findall(r'from "(\.{1,2}/[^"]+\.js)"', words)
            ahead += [(file.parent / name).resolve() for name in named]
            if "kinds/${" in words:
                ahead += (file.parent / "kinds").glob("*.js")
    return found


MODULES = sorted(modules_of_widgets())


def test_the_widgets_with_texts_are_found() -> None:
    assert {"phone.js", "self_assessment.js", "leader/conductor.js", "leader/join_card.js"} <= {
        module for module, _ in MODULES
    }


@pytest.mark.parametrize(("module", "domain"), MODULES)
def test_a_widget_gets_the_texts_of_all_that_it_loads(module: str, domain: str) -> None:
    files = loaded_with(FRONTEND / module)
    wanted = frozenset().union(*map(written_in, files))
    assert wanted - set(texts("fi", domain)) == set()


def test_texts_are_plain_strings_for_the_front_end() -> None:
    for language in LANGUAGES:
        for domain in ("leader", "participant"):
            for msgid, words in texts(language, domain).items():
                assert type(msgid) is str
                assert type(words) is str


def test_the_reader_translates_and_counts() -> None:
    tr = translator("fi")
    assert tr.gettext("Start") == "Aloita"
    assert tr.gettext("not in any catalogue") == "not in any catalogue"
    one, many = (tr.ngettext("{n} respondent", "{n} respondents", n) for n in (1, 2))
    assert (one, many) == ("{n} vastaaja", "{n} vastaajaa")
    assert translator("sv").gettext("Start") != "Aloita"
