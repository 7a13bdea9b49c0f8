"""Notes: what is an answer, what the examples must be, and an answer for every rehearsal."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import instrument, instrument_ids
from verkostotyokalut.framework.kinds.text import Texts
from verkostotyokalut.server.limits import MESSAGE_BYTES


def words(text: str) -> dict[str, str]:
    return {"fi": text, "sv": text, "en": text}


def asked(**fields: Any) -> Texts:
    examples = {"a": [words("Yksi"), words("Kaksi"), words("Kolme")]}
    data = {"kind": "text", "notes": 2, "characters": 40, "likes": 2, "examples": examples}
    return Texts.model_validate(data | fields)


def note(text: object = "Kahvit", key: object = "k3f9x2", **more: object) -> dict[str, object]:
    return {"id": key, "text": text, **more}


def answer(*notes: object, likes: object = ()) -> dict[str, object]:
    return {"notes": list(notes), "likes": list(likes) if isinstance(likes, tuple) else likes}


@pytest.mark.parametrize(
    "value",
    [
        answer(note()),
        answer(note(), note("<b>Toinen</b>", "aaaaaa")),
        answer(note("x" * 40)),
        answer(note("👩‍👩‍👧 ja muut")),
        answer(likes=("k3f9x2-0123abcd",)),
        answer(note(), likes=("a", "b")),
    ],
)
def test_notes_and_likes_are_an_answer(value: object) -> None:
    assert asked().accepts(value)


@pytest.mark.parametrize(
    "value",
    [
        answer(),
        answer(note(), note()),
        answer(note(), note(key="aaaaaa"), note(key="bbbbbb")),
        answer(note("")),
        answer(note(" Kahvit")),
        answer(note("Kahvit\n")),
        answer(note("Kah\nvit")),
        answer(note("Kah\u2028vit")),
        answer(note("Kah\x00vit")),
        answer(note("Kah\ud800vit")),
        answer(note("x" * 41)),
        answer(note(5)),
        answer(note(key="K3F9X2")),
        answer(note(key="k3f9x")),
        answer(note(key=123456)),
        answer(note(month=3)),
        answer(note(extra=1)),
        answer({"id": "k3f9x2"}),
        answer("Kahvit"),
        answer(likes=("a", "a")),
        answer(likes=("a", "b", "c")),
        answer(likes=("a" * 41,)),
        answer(likes=("",)),
        answer(likes=("<b>",)),
        answer(likes=(1,)),
        answer(note(), likes="a"),
        answer(note(), likes={}),
        {"notes": [note()]},
        {"likes": ["a"]},
        {**answer(note()), "more": 1},
        [note()],
        "Kahvit",
        None,
        1,
    ],
)
def test_nothing_else_is(value: object) -> None:
    assert not asked().accepts(value)


@pytest.mark.parametrize(
    ("month", "fits"),
    [(1, True), (12, True), (0, False), (13, False), (True, False), (3.0, False), ("3", False)],
)
def test_a_month_of_the_calendar(month: object, fits: bool) -> None:
    assert asked(calendar=True).accepts(answer(note(month=month))) is fits


def test_the_calendar_wants_a_month() -> None:
    assert not asked(calendar=True).accepts(answer(note()))


KEYS = st.sampled_from(["notes", "likes", "id", "text", "month"])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


@given(JSON_VALUES | st.fixed_dictionaries({"notes": JSON_VALUES, "likes": JSON_VALUES}))
def test_any_json_is_judged(value: Any) -> None:
    for calendar in (False, True):
        if asked(calendar=calendar).accepts(value):
            assert set(value) == {"notes", "likes"}
            assert value["notes"] or value["likes"]
            for one in value["notes"]:
                assert 1 <= len(one["text"]) <= 40
                assert ("month" in one) is calendar


@given(st.text(max_size=50))
def test_a_note_is_one_line_of_some_length(text: str) -> None:
    is_line = text == text.strip() and 0 < len(text) <= 40 and len(text.splitlines()) == 1
    if asked().accepts(answer(note(text))):
        assert is_line
    elif text.isprintable():
        assert not is_line


TEXT_INSTRUMENTS = [name for name in instrument_ids() if instrument(name).question.kind == "text"]


@given(st.integers(), st.floats(0, 1), st.sampled_from(TEXT_INSTRUMENTS))
def test_what_is_imagined_is_an_answer(seed: int, leaning: float, name: str) -> None:
    found = instrument(name)
    question = found.asked_as(Texts)
    for item in found.item_ids:
        value = question.imagine(random.Random(seed), leaning, item)
        assert question.accepts(value)
        assert {one["text"] for one in value["notes"]} <= {
            one.fi for one in question.examples[item]
        }


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"notes": 0}, "greater than or equal to 1"),
        ({"notes": 6}, "less than or equal to 5"),
        ({"characters": 39}, "greater than or equal to 40"),
        ({"characters": 281}, "less than or equal to 280"),
        ({"likes": 11}, "less than or equal to 10"),
        ({"notes": 3, "characters": 280}, "notes times characters of at most 700"),
        ({"examples": {"a": [words("Yksi"), words("Kaksi")]}}, "at least 3 items"),
        ({"examples": {"a": [words("Yksi"), words("Kaksi"), words("x" * 41)]}}, "at most 40"),
        ({"examples": {"a": [words("Yksi"), words("Kaksi"), words("x\ny")]}}, "of one line"),
    ],
)
def test_limits_that_make_no_sense_are_told(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        asked(**fields)


def test_every_item_has_examples_and_nothing_else_has(instrument_data: dict[str, Any]) -> None:
    instrument_data["question"] = asked().model_dump(mode="json")
    with pytest.raises(ValidationError, match=r"examples for each item; not so: a, tunteminen\."):
        type(instrument("vuosikello")).model_validate(instrument_data)


def test_a_message_holds_the_longest_answer() -> None:
    question = asked(notes=5, characters=140, likes=10, calendar=True)
    notes = [note("👋" * 140, f"aaaaa{n}", month=12) for n in range(5)]
    longest = answer(*notes, likes=tuple(f"{n}{'a' * 39}" for n in range(10)))
    assert question.accepts(longest)
    message = {
        "type": "answer",
        "seq": 2147483647,
        "round": 100,
        "instrument": "kumppanuussuunnitelma",
        "item": "suunnitelma.tulevaisuus",
        "value": longest,
    }
    assert len(json.dumps(message, ensure_ascii=False).encode()) < MESSAGE_BYTES


def test_people_who_see_the_wall_like_others_notes() -> None:
    asked = instrument("pelisaannot").asked_as(Texts)
    item = instrument("pelisaannot").item_ids[0]
    mine = asked.imagine(random.Random(1), 1.0, item)
    own = [{"id": f"{note['id']}-0f0f0f0f", "text": note["text"]} for note in mine["notes"]]
    others = [{"id": f"other{n}-0f0f0f0f", "text": "Kysytään"} for n in range(9)]
    result = {"n": 9, "more": 0, "groups": [{"title": "", "notes": [*own, *others]}]}
    liked = [asked.react(mine, result, random.Random(seed))["likes"] for seed in range(30)]
    assert {len(likes) for likes in liked} == set(range(asked.likes + 1))
    assert {like for likes in liked for like in likes} <= {note["id"] for note in others}
    assert all(asked.accepts({**mine, "likes": likes}) for likes in liked)
