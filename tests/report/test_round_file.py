"""The round file: whole and readable, and nothing that isn't one gets in."""

import json
from copy import deepcopy
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.conftest import Room, run_through
from verkostotyokalut.analysis.detail import kept
from verkostotyokalut.framework import LANGUAGES, instrument, workshop
from verkostotyokalut.live import Action, Database, UnknownSession, agreements
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.round_file import (
    DEEPEST,
    LARGEST,
    VERSION,
    RoundFileError,
    Trouble,
    read,
)
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.report.shown import shown

CORE = "ydinelementit"
DUE = date(2027, 1, 31)
ITEM = instrument(CORE).items[0].id
MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@pytest.fixture
def room(db: Database) -> Room:
    room = Room(db, CORE)
    room.answer()
    room.show()
    action = Words(Sort.ACTION, "Kutsutaan nuoret", "järjestöt", DUE, CORE, ITEM)
    agreements.add(db, room.id, action)
    agreements.add(db, room.id, Words(Sort.RULE, "Yksi puhuu kerrallaan"))
    return room


@pytest.fixture
def file(room: Room) -> bytes:
    return write(room.db, room.id)


def told(room: Room) -> dict[tuple[str, int], dict[str, Any]]:
    """Return all that may be told of what the room has been shown, as JSON data."""
    found = {
        (one.instrument.id, one.round): {
            **one.released,
            "items": kept(one.results, one.instrument),
        }
        for one in shown(room.db, room.session)
    }
    return {which: json.loads(json.dumps(data)) for which, data in found.items()}


def sealed(content: dict[str, Any]) -> bytes:
    """Write content with the checksum that belongs to it, as a clever hand would."""
    rest = {name: part for name, part in content.items() if name != "checksum"}
    words = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    checksum = f"sha256:{sha256(words.encode()).hexdigest()}"
    return json.dumps({**rest, "checksum": checksum}).encode()


def trouble(data: bytes) -> Trouble:
    with pytest.raises(RoundFileError) as caught:
        read(data)
    return caught.value.trouble


def test_what_was_shown_and_agreed_comes_back(room: Room, file: bytes) -> None:
    found = read(file)
    assert found.workshop.id == CORE
    assert found.workshop.title == workshop(CORE).title
    assert (found.workshop.day, found.workshop.rehearsal) == (date(2026, 11, 21), False)
    assert (found.language, found.minimum, found.participants) == ("fi", 5, 12)
    (chapter,) = found.instruments
    assert (chapter.asked.id, chapter.asked.version) == (CORE, instrument(CORE).version)
    assert chapter.asked.question == instrument(CORE).public()["question"]
    (results,) = chapter.rounds
    assert results.model_dump() == told(room)[CORE, 1]
    counts = results.items[ITEM]["counts"]  # all that the room saw, so that it can be drawn anew
    assert sum(counts.values()) == results.items[ITEM]["n"]
    action, rule = found.agreements
    assert (action.what, action.who, action.due) == ("Kutsutaan nuoret", "järjestöt", DUE)
    assert (action.sort, action.instrument, action.item) == (Sort.ACTION, CORE, ITEM)
    assert (rule.sort, rule.due, rule.instrument) == (Sort.RULE, None, None)


@pytest.mark.parametrize("name", ["tavoitteet-ja-toimintatavat", "verkostosuunnitelma"])
def test_other_kinds_come_back_too(db: Database, name: str) -> None:
    room = Room(db, name, language="sv")
    asked = run_through(room)
    found = read(write(db, room.id))
    assert found.language == "sv"
    assert [chapter.asked.id for chapter in found.instruments] == asked
    for chapter in found.instruments:
        for results in chapter.rounds:
            assert results.model_dump() == told(room)[results.instrument, results.round]


def test_rounds_of_the_same_instrument_are_together(room: Room) -> None:
    room.live.move(Action.AGAIN)
    room.answer(seed=2)
    assert [one.round for one in read(write(room.db, room.id)).instruments[0].rounds] == [1]
    room.show()
    (chapter,) = read(write(room.db, room.id)).instruments
    assert [one.round for one in chapter.rounds] == [1, 2]
    assert chapter.rounds[0].items != chapter.rounds[1].items


def test_what_is_hidden_is_not_in_it(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(12, skips=lambda who, item: item == ITEM and who >= 4)
    room.show()
    items = read(write(db, room.id)).instruments[0].rounds[0].items
    assert items[ITEM] is None
    assert sum(item is not None for item in items.values()) == len(items) - 1
    few = Room(db, CORE)
    few.answer(4)
    few.show()
    (results,) = read(write(db, few.id)).instruments[0].rounds
    assert results.n is None
    assert set(results.items.values()) == {None}


def test_it_can_be_read_without_the_program(file: bytes) -> None:
    words = file.decode("utf-8")
    assert words.startswith('{\n  "format": "verkostotyokalut-kierros",\n  "version": 1,\n')
    assert "Kutsutaan nuoret" in words
    assert "järjestöt" in words
    assert read(sealed(json.loads(words))) == read(file)
    assert read(b"\xef\xbb\xbf" + file) == read(file)  # as some editors save it


def test_a_session_that_is_not_there(db: Database) -> None:
    with pytest.raises(UnknownSession):
        write(db, "eiole")


def test_a_changed_number_is_noticed(file: bytes) -> None:
    content = json.loads(file)
    content["minimum"] = 6
    assert trouble(json.dumps(content).encode()) is Trouble.DAMAGED
    assert trouble(file[: len(file) // 2]) is Trouble.DAMAGED
    assert trouble(file.replace("järjestöt".encode(), "järjestöt".encode("latin-1"))) is (
        Trouble.DAMAGED
    )


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"%PDF-1.7", b'{"format": "muu"}'])
def test_other_files_are_not_round_files(data: bytes) -> None:
    assert trouble(data) is Trouble.NOT_ONE


def test_a_newer_file_is_told_to_be_newer(file: bytes) -> None:
    content = {**json.loads(file), "version": VERSION + 1, "something": "new"}
    assert trouble(json.dumps(content).encode()) is Trouble.NEWER


@pytest.mark.parametrize("version", [0, -1, 1.5, True, "1", None, [1]])
def test_a_version_is_a_whole_number(file: bytes, version: object) -> None:
    assert trouble(sealed({**json.loads(file), "version": version})) is Trouble.DAMAGED


def test_too_large_and_too_deep(file: bytes) -> None:
    assert trouble(b" " * (LARGEST + 1)) is Trouble.TOO_LARGE
    assert trouble(b"[" * 200_000) is Trouble.TOO_DEEP
    assert trouble(b'{"a":' * 200_000) is Trouble.TOO_DEEP
    content = json.loads(file)
    deep: Any = 1
    for _ in range(DEEPEST):
        deep = [deep]
    assert trouble(sealed({**content, "agreements": deep})) is Trouble.TOO_DEEP


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 30, "9" * 9999])
def test_numbers_that_no_count_can_be(file: bytes, number: str) -> None:
    words = file.decode().replace('"minimum": 5', f'"minimum": {number}')
    assert trouble(words.encode()) is Trouble.DAMAGED


def test_a_key_is_there_once(file: bytes) -> None:
    words = file.decode().replace('"minimum": 5', '"minimum": 5, "minimum": 5')
    assert trouble(words.encode()) is Trouble.DAMAGED


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("participants",), True),
        (("participants",), -1),
        (("participants",), "12"),
        (("minimum",), 2),
        (("made",), 20261121),
        (("made",), "eilen"),
        (("language",), "de"),
        (("workshop", "title", "sv"), ""),
        (("workshop", "id"), "../../etc"),
        (("instruments", 0, "asked", "question"), []),
        (("instruments", 0, "asked", "dimensions"), []),
        (("instruments", 0, "rounds", 0, "n"), "monta"),
        (("instruments", 0, "rounds", 0, "items"), {"muu.kohta": None}),
        (("instruments", 0, "rounds", 0, "instrument"), "muu"),
        (("agreements", 0, "due"), 0),
        (("agreements", 0, "sort"), "muu"),
        (("extra",), 1),
    ],
)
def test_the_right_checksum_does_not_make_it_right(
    file: bytes, where: tuple[Any, ...], value: object
) -> None:
    content = part = json.loads(file)
    for name in where[:-1]:
        part = part[name]
    part[where[-1]] = value
    assert trouble(sealed(content)) is Trouble.DAMAGED


def test_the_first_mistakes_are_enough(file: bytes) -> None:
    content = {**json.loads(file), "agreements": [{}] * 10_000}
    with pytest.raises(RoundFileError, match=r"DAMAGED: \d mistakes"):
        read(sealed(content))


def test_texts_come_without_characters_that_nobody_sees(file: bytes) -> None:
    content = json.loads(file)
    content["agreements"][0]["what"] = "Kut\x00su\u202eta\x1bn\ud800 <b>nuoret</b>"
    assert read(sealed(content)).agreements[0].what == "Kutsutan <b>nuoret</b>"


def test_people_are_told_in_their_language() -> None:
    said = {RoundFileError(one).told(language) for one in Trouble for language in LANGUAGES}
    assert len(said) == len(Trouble) * len(LANGUAGES)
    assert RoundFileError(Trouble.DAMAGED).told("fi").startswith("Kierrostiedosto on vioittunut.")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(RoundFileError):
        read(data)


@MANY
@given(data=st.data())
def test_damaged_bytes_are_refused(file: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(file) - 1))
    cut = data.draw(st.integers(0, 20))
    put = data.draw(st.binary(max_size=20))
    changed = file[:at] + put + file[at + cut :]
    try:
        assert read(changed) == read(file)  # such as another space between two values
    except RoundFileError as error:
        assert error.told("fi")


@MANY
@given(data=st.data())
def test_anything_in_place_of_a_part_is_refused_or_read(file: bytes, data: st.DataObject) -> None:
    content = part = deepcopy(json.loads(file))
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        key = data.draw(st.sampled_from(keys))
        deeper = part[key]
        if not isinstance(deeper, dict | list) or not deeper or data.draw(st.booleans()):
            break
        part = deeper
    part[key] = data.draw(JSON)
    try:
        found = read(sealed(content))
    except RoundFileError as error:
        assert error.told("fi")
    else:
        assert found.model_dump_json()
