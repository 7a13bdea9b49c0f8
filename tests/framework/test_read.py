"""Mistakes in content files are told by file, line and key, and nothing ever crashes on them."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verkostotyokalut.framework import ContentError, Instrument, Mistake, Text, Workshop, read


@pytest.fixture
def good(instrument_data: dict[str, Any]) -> str:
    return yaml.safe_dump(instrument_data, allow_unicode=True, sort_keys=False)


def mistakes(file: Path, text: str | bytes) -> list[Mistake]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentError) as error:
        read(file, Instrument)
    assert str(error.value).count("\n") == len(error.value.mistakes) - 1
    assert all(str(mistake).startswith(f"{file}:") for mistake in error.value.mistakes)
    return error.value.mistakes


def line_of(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


def test_a_good_file_is_read(tmp_path: Path, good: str) -> None:
    file = tmp_path / "koe.yaml"
    file.write_text(good, encoding="utf-8")
    assert read(file, Instrument).id == "koe"


# What was there, what somebody wrote instead, where the mistake is, and what the answer says.
SPOILED = {
    "a misspelled key": ("headline:", "hedline:", "hedline", "misspelled"),
    "a missing key": ("  shape: circle\n", "", "dimensions[0].shape", "missing"),
    "a missing language": ("  sv: Vastaa. på svenska\n", "", "intro.sv", "missing"),
    "an empty text": ("  fi: Mitä näemme?", "  fi: ''", "headline.fi", "it is empty"),
    "nothing after a key": ("  fi: Mitä näemme?", "  fi:", "headline.fi", "words (now: None)"),
    "only spaces": ("  fi: Mitä näemme?", "  fi: '  '", "headline.fi", "it is empty"),
    "words for a number": (
        "version: 1",
        "version: yksi",
        "version",
        "a whole number (now: 'yksi')",
    ),
    "a number for words": ("  fi: Mitä näemme?", "  fi: 2019", "headline.fi", "words (now: 2019)"),
    "a bare yes": ("  fi: Mitä näemme?", "  fi: yes", "headline.fi", "words (now: True)"),
    "a number below its range": ("version: 1", "version: 0", "version", "(now: 0)"),
    "an id with a capital": ("id: koe", "id: Koe", "id", "(now: 'Koe')"),
    "an id with a dot on a": ("id: koe", "id: pöytä", "id", "(now: 'pöytä')"),
    "an unknown shape": ("shape: circle", "shape: star", "dimensions[0].shape", "'star'"),
    "an unknown picture": (
        "kind: scale",
        "kind: scale\n  pictures: [profile, piirakka]",
        "question.pictures[1]",
        "'piirakka'",
    ),
    "a picture twice": (
        "kind: scale",
        "kind: scale\n  pictures: [items, items]",
        "question.pictures",
        "repeated: items",
    ),
    "no picture": ("kind: scale", "kind: scale\n  pictures: []", "question.pictures", "at least 1"),
    "a map of one side": (
        "kind: scale",
        "kind: scale\n  pictures: [sides]",
        "dimensions",
        "two of them for the picture sides (now: 1)",
    ),
    "a chain of one link": (
        "kind: scale",
        "kind: scale\n  pictures: [profile, chain]",
        "dimensions",
        "at least two of them for the picture chain (now: 1)",
    ),
    "an unknown kind": ("kind: scale", "kind: skaala", "question.kind", "'skaala'"),
    "an unknown year": ("year: 2019", "year: 19", "sources[0].year", "1900"),
    "a repeated key": ("version: 1", "version: 1\nversion: 2", "version", "twice"),
    "a date that isn't one": ("year: 2019", "year: 2019-13-45", "sources[0].year", "plain words"),
    "a tag": ("version: 1", "version: !luku 1", "version", "plain words"),
    "a tag on a list": ("sources:", "sources: !!set", "sources", None),
    "a key that is a list": ("version: 1", "version: 1\n? [a]\n: 1", "", "a key of plain words"),
    "a merge": ("version: 1", "version: 1\n<<: {a: 1}", "", "a key of plain words"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_typical_mistake_is_found(tmp_path: Path, good: str, name: str) -> None:
    before, after, key, words = SPOILED[name]
    assert before in good
    spoiled = good.replace(before, after, 1)
    found = mistakes(tmp_path / "koe.yaml", spoiled)
    if words is not None:
        assert [mistake.key for mistake in found if words in str(mistake)] == [key]
    else:
        assert any(mistake.key.startswith(key) for mistake in found)


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("version: 1", "version: 0", "version: 0"),
        ("shape: circle", "shape: star", "shape: star"),
        ("version: 1", "version: 1\nversion: 2", "version: 2"),
        ("  sv: Vastaa. på svenska\n", "", "intro:"),
        ("  fi: Mitä näemme?", "  fi: ''", "  fi: ''"),
        ("year: 2019", "year: 2019-13-45", "2019-13-45"),
        ("headline:", "hedline:", "hedline:"),
    ],
)
def test_the_line_is_where_the_mistake_is(
    tmp_path: Path, good: str, before: str, after: str, part: str
) -> None:
    spoiled = good.replace(before, after, 1)
    lines = {mistake.line for mistake in mistakes(tmp_path / "koe.yaml", spoiled)}
    assert line_of(spoiled, part) in lines


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: koe\ntitle: {fi: a, sv: b", 3, "YAML"),
        ("id: koe\n\ttitle: x", 2, "YAML"),
        ("id: koe\ntitle: Kysy: miksi?\n", 2, "YAML"),
        ("id: koe\n---\nid: toinen\n", 2, "YAML"),
        ("id: 'koe\n", 2, "YAML"),
        ("id: koe\nversion: \x07\n", 2, "control characters"),
        ("", 1, "keys and values"),
        ("# pelkkä huomautus\n", 1, "keys and values"),
        ("- id: koe\n", 1, "keys and values"),
        ("koe\n", 1, "keys and values"),
        ("id: &koe koe\ntitle: *koe\n", 2, "the words themselves"),
        ("id: koe\ntitle: &a [*a]\n", 2, "the words themselves"),
        ("id: koe\ntitle: *tärkeä* asia\n", 2, ""),
        ("id: koe\ntitle: " + "[" * 100_000 + "]" * 100_000, 2, "fewer levels"),
    ],
)
def test_what_is_not_plain_yaml_is_told(tmp_path: Path, text: str, line: int, words: str) -> None:
    (found,) = mistakes(tmp_path / "koe.yaml", text)
    assert found.line == line
    assert found.key == ""
    assert words in found.expected


def test_a_file_in_another_encoding_is_told(tmp_path: Path, good: str) -> None:
    (found,) = mistakes(tmp_path / "koe.yaml", good.encode("latin-1"))
    assert found.expected == "text in UTF-8"


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for file in (tmp_path / "puuttuu.yaml", tmp_path):
        with pytest.raises(ContentError, match="a readable file") as error:
            read(file, Instrument)
        assert error.value.mistakes[0].file == file


def test_all_mistakes_are_told_at_once(tmp_path: Path, good: str) -> None:
    spoiled = good.replace("version: 1", "version: 0").replace("shape: circle", "shape: star")
    keys = [mistake.key for mistake in mistakes(tmp_path / "koe.yaml", spoiled)]
    assert keys == ["version", "dimensions[0].shape"]


def test_an_unknown_instrument_in_a_workshop(tmp_path: Path, workshop_data: dict[str, Any]) -> None:
    file = tmp_path / "workshop.yaml"
    text = yaml.safe_dump(workshop_data, allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8")
    assert read(file, Workshop).steps[1].instrument == "ydinelementit"
    with pytest.raises(ContentError) as error:
        read(file, Workshop, {"instruments": ["tunteminen", "luottamus"]})
    (found,) = error.value.mistakes
    assert found.key == "steps[1].instrument"
    assert found.line == line_of(text, "instrument: ydinelementit")
    assert found.expected == "one of: tunteminen, luottamus (now: 'ydinelementit')"


PLAIN = [
    "fi: ",
    "sv: ",
    "en: ",
    "fi",
    ": ",
    "\n",
    "\n  ",
    "- ",
    "ä",
    "\t",
    "\x00",
    "1",
    "0o17",
    "1e9",
]
MARKS = [
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "? ",
    "<<: ",
    "'",
    '"',
    "#",
    "---\n",
    "...\n",
    "%",
    "=",
]
TYPES = [
    "null",
    "~",
    "yes",
    ".nan",
    "2020-01-01",
    "12:30:45",
    "!!int ",
    "!!binary ",
    "!!set ",
    "!x ",
]
YAML_PIECES = st.sampled_from(PLAIN + MARKS + TYPES)
TEXTS = st.text() | st.lists(YAML_PIECES, max_size=25).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary())
def test_no_file_crashes_the_reader(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "koe.yaml"
        file.write_bytes(content)
        try:
            found = read(file, Text)
        except ContentError as error:
            assert error.mistakes
            assert str(error).count(str(file)) >= len(error.mistakes)
        else:
            assert all(found.into(language) for language in ("fi", "sv", "en"))
