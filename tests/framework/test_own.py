"""A leader's own content: started from templates that are in order as they are."""

from pathlib import Path

import pytest

from verkostotyokalut.framework import NameTaken, Sort, check, own, start, workshop_ids
from verkostotyokalut.framework.library import instrument, workshop


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERKOSTO_CONTENT", str(tmp_path))
    return tmp_path


def test_all_that_is_shipped_is_in_order(folder: Path) -> None:
    assert list(check()) == []


def test_the_templates_are_in_order_and_found(folder: Path) -> None:
    file = start(Sort.INSTRUMENT, "oma-kysely")
    assert file == folder / "instruments" / "oma-kysely.yaml"
    assert file.read_text(encoding="utf-8").startswith("#")
    plan = start(Sort.WORKSHOP, "oma-paja")
    assert plan == folder / "workshops" / "oma-paja" / "workshop.yaml"
    assert list(check()) == []
    assert instrument("oma-kysely").id == "oma-kysely"
    assert "oma-paja" in workshop_ids()
    assert workshop("oma-paja").steps[1].instrument == "ydinelementit"


def test_a_mistake_is_told_by_file_line_and_key(folder: Path) -> None:
    file = start(Sort.INSTRUMENT, "vikainen")
    lines = file.read_text(encoding="utf-8").splitlines()
    at = lines.index("  en: Title")
    lines[at] = "  eng: Title"
    file.write_text("\n".join(lines), encoding="utf-8")
    told = [(mistake.file, mistake.line, mistake.key) for mistake in check()]
    assert (file, at + 1, "title.eng") in told
    assert any(key == "title.en" for _, _, key in told)


@pytest.mark.parametrize("name", ["ydinelementit", "oma"])
def test_a_name_is_used_once(folder: Path, name: str) -> None:
    if name == "oma":
        start(Sort.INSTRUMENT, name)
    with pytest.raises(NameTaken):
        start(Sort.INSTRUMENT, name)


@pytest.mark.parametrize("name", ["", "Oma", "öljy", "a b", "../x", "9a", "a-", "a--b", "a/b"])
def test_a_name_is_an_id(folder: Path, name: str) -> None:
    with pytest.raises(ValueError) as error:
        start(Sort.WORKSHOP, name)
    assert not isinstance(error.value, NameTaken)
    assert list(folder.iterdir()) == []


def test_templates_have_no_leftovers() -> None:
    for file in (Path(own.__file__).parent / "templates").glob("*.yaml"):
        assert file.read_text(encoding="utf-8").count("TUNNUS") >= 1
