"""Content is found by its id; a wrong id is answered by the list of right ones."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verkostotyokalut.framework import (
    ContentError,
    UnknownContent,
    instrument,
    instrument_ids,
    shipped,
    workshop,
    workshop_ids,
)


@pytest.fixture
def own_workshops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A leader's own folder, with a copy of a shipped workshop that a test may spoil."""
    folder = tmp_path / "workshops"
    shutil.copytree(shipped("workshops") / "ydinelementit", folder / "oma")
    file = folder / "oma" / "workshop.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("id: ydinelementit", "id: oma", 1), encoding="utf-8")
    monkeypatch.setenv("VERKOSTO_CONTENT", str(tmp_path))
    workshop.cache_clear()
    yield folder
    workshop.cache_clear()


def test_what_is_shipped_loads() -> None:
    assert "ydinelementit" in instrument_ids()
    assert "ydinelementit" in workshop_ids()
    for name in instrument_ids():
        assert instrument(name).id == name
    for name in workshop_ids():
        assert workshop(name).id == name


def test_every_workshop_has_a_guide_for_its_leader() -> None:
    for name in workshop_ids():
        guide = shipped("workshops") / name / "opas.md"
        assert guide.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("find", [instrument, workshop])
@pytest.mark.parametrize("name", ["eiole", "", "../ydinelementit", "ydinelementit.yaml"])
def test_an_unknown_id_names_the_known_ones(find: Callable[[str], object], name: str) -> None:
    with pytest.raises(UnknownContent, match="ydinelementit") as error:
        find(name)
    assert repr(name) in str(error.value)


def test_a_leaders_own_workshop_is_found(own_workshops: Path) -> None:
    assert "oma" in workshop_ids()
    assert workshop("oma").id == "oma"


def test_what_is_shipped_cannot_be_replaced(own_workshops: Path) -> None:
    own = own_workshops / "ydinelementit"
    shutil.copytree(own_workshops / "oma", own)
    (own / "workshop.yaml").write_text("id: x", encoding="utf-8")
    assert workshop("ydinelementit").id == "ydinelementit"


def test_an_unknown_instrument_is_told_by_its_step(own_workshops: Path) -> None:
    file = own_workshops / "oma" / "workshop.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("instrument: ydinelementit", "instrument: ydinmehu"), "utf-8")
    with pytest.raises(ContentError) as error:
        workshop("oma")
    (mistake,) = error.value.mistakes
    assert (mistake.file, mistake.key) == (file, "steps[1].instrument")
    assert mistake.expected == f"one of: {', '.join(instrument_ids())} (now: 'ydinmehu')"
    assert text.splitlines()[mistake.line - 1].strip() == "instrument: ydinelementit"


def test_a_folder_and_its_id_agree(own_workshops: Path) -> None:
    (own_workshops / "oma").rename(own_workshops / "toinen")
    file = own_workshops / "toinen" / "workshop.yaml"
    with pytest.raises(ContentError) as error:
        workshop("toinen")
    (mistake,) = error.value.mistakes
    assert mistake.key == "id"
    assert "'toinen'" in mistake.expected
    assert file.read_text(encoding="utf-8").splitlines()[mistake.line - 1] == "id: oma"
    assert str(file) in str(error.value)
