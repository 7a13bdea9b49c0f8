"""Answers to the kind ``rows``: named rows with fields of the right types, and nothing else."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import ContentError, Instrument, instrument
from verkostotyokalut.framework.kinds.rows import Rows
from verkostotyokalut.framework.read import read

WORDS = {"fi": "a", "sv": "b", "en": "c"}
OPTIONS = [{"id": "reader", "label": WORDS}, {"id": "builder", "label": WORDS}]
DATA: dict[str, Any] = {
    "kind": "rows",
    "most": 3,
    "name_characters": 20,
    "naming": WORDS,
    "adding": WORDS,
    "called": WORDS,
    "fields": [
        {"type": "choice", "id": "role", "label": WORDS, "options": OPTIONS},
        {"type": "level", "id": "give", "label": WORDS, "low": WORDS, "high": WORDS},
        {"type": "level", "id": "get", "label": WORDS, "low": WORDS, "high": WORDS},
        {"type": "amount", "id": "hours", "label": WORDS, "unit": WORDS, "most": 40},
    ],
    "map": {"x": "give", "y": "get"},
    "colour": "role",
    "sum": "hours",
    "flag": {"more": "give", "than": "get", "label": WORDS, "advice": WORDS},
}
ASKED = Rows.model_validate(DATA)
ROW = {"id": "k3f9x2", "name": "Kylät", "role": "reader", "give": 3, "get": 5, "hours": 0}


def inside(value: Any) -> Any:
    return st.lists(value, max_size=3) | st.dictionaries(
        st.sampled_from(["rows", "id", "name", "role", "give", "hours", "x"]), value
    )


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 50)
    | st.floats()
    | st.sampled_from(["k3f9x2", "reader", "Kylät", "", " "])
    | st.text(max_size=3),
    inside,
    max_leaves=12,
)


def is_row(row: object) -> bool:
    ids = {"k3f9x2"}
    return (
        isinstance(row, dict)
        and row.get("id") in ids
        and type(row.get("name")) is str
        and row["name"].strip() == row["name"] != ""
        and row["name"].isprintable()
        and set(row) <= {"id", "name", "role", "give", "hours"}
        and row.get("role", "reader") == "reader"
        and (type(row.get("give", 1)) is int and 1 <= row.get("give", 1) <= 5)
        and (type(row.get("hours", 1)) is int and 0 <= row.get("hours", 1) <= 40)
    )


@given(JSON)
@example({"rows": [{"id": "k3f9x2", "name": "Kylät", "give": True}]})
@example({"rows": [{"id": "k3f9x2", "name": "Kylät", "hours": 0}]})
def test_only_rows_are_answers(value: object) -> None:
    rows = value.get("rows") if isinstance(value, dict) and len(value) == 1 else None
    expected = isinstance(rows, list) and len(rows) == 1 and is_row(rows[0])
    assert ASKED.accepts(value) is expected


def answer(*changes: dict[str, Any]) -> dict[str, Any]:
    rows = [{**ROW, "id": f"abcde{n}", **change} for n, change in enumerate(changes)]
    return {"rows": [{k: v for k, v in row.items() if v is not ...} for row in rows]}


@pytest.mark.parametrize(
    "value",
    [
        answer({}),
        answer({}, {}, {}),
        answer({"role": ..., "give": ..., "get": ..., "hours": ...}),
        answer({"name": "<b>$x$</b> & 100 %"}),
        answer({"name": "x" * 20, "hours": 40}),
    ],
)
def test_rows_are_answers(value: object) -> None:
    assert ASKED.accepts(value)


@pytest.mark.parametrize(
    "value",
    [
        {"rows": []},
        answer({}, {}, {}, {}),
        answer({}, {"id": "abcde0"}),
        answer({"id": "abc"}),
        answer({"id": "ABCDEF"}),
        answer({"id": "abcde\n"}),
        answer({"name": ""}),
        answer({"name": " a"}),
        answer({"name": "a\tb"}),
        answer({"name": "a\u202eb"}),
        answer({"name": "a\ud800"}),
        answer({"name": "x" * 21}),
        answer({"name": ...}),
        answer({"give": True}),
        answer({"give": 3.0}),
        answer({"give": 6}),
        answer({"give": None}),
        answer({"hours": -1}),
        answer({"hours": 41}),
        answer({"hours": False}),
        answer({"role": "give"}),
        answer({"role": ["reader"]}),
        answer({"other": 1}),
        {**answer({}), "more": 1},
    ],
)
def test_what_looks_like_rows_is_no_answer(value: object) -> None:
    assert not ASKED.accepts(value)


@given(st.integers(), st.floats(0, 1))
def test_imagined_rows_are_answers(seed: int, leaning: float) -> None:
    for asked in (ASKED, instrument("verkostosalkku").question):
        assert asked.accepts(asked.imagine(random.Random(seed), leaning, "item"))


@pytest.mark.parametrize(
    ("key", "given_", "told"),
    [
        ("colour", "give", "colour: the id of a field of the type choice (role; now: give)"),
        ("colour", "nothing", "(role; now: nothing)"),
        ("sum", "role", "sum: the id of a field of the type amount (hours; now: role)"),
        ("map", {"x": "give", "y": "hours"}, "map.y: the id of a field of the type level"),
        ("map", {"x": "give", "y": "give"}, "map: two different fields"),
        (
            "flag",
            {"more": "role", "than": "get", "label": WORDS, "advice": WORDS},
            "flag.more: the id of a field of the type level (give, get; now: role)",
        ),
        ("fields", [{**DATA["fields"][1], "id": "name"}], "ids that differ; repeated: name"),
        ("fields", [DATA["fields"][1], DATA["fields"][1]], "ids that differ; repeated: give"),
        ("fields", [{**DATA["fields"][3], "most": 201}], "a number of at most 200 (now: 201)"),
        ("fields", [{**DATA["fields"][0], "options": OPTIONS[:1]}], "at least 2 of them"),
        ("fields", [{**DATA["fields"][0], "type": "colour"}], "one of: 'choice', 'level'"),
        ("fields", [{"id": "a", "label": WORDS}], "the key 'type', which says how it is asked"),
        ("most", 13, "a number of at most 12"),
        ("name_characters", 19, "a number of at least 20"),
    ],
)
def test_content_that_does_not_fit_is_told(
    key: str, given_: Any, told: str, tmp_path: Path, instrument_data: dict[str, Any]
) -> None:
    question = {**deepcopy(DATA), key: given_}
    if key == "fields":
        for name in ("map", "colour", "sum", "flag"):
            del question[name]
    instrument_data["question"] = question
    file = tmp_path / "koe.yaml"
    file.write_text(json.dumps(instrument_data), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read(file, Instrument)
    assert told in str(error.value)


def test_a_mistake_in_a_field_is_told_at_its_place(
    tmp_path: Path, instrument_data: dict[str, Any]
) -> None:
    instrument_data["question"] = json.loads(json.dumps(DATA))
    del instrument_data["question"]["fields"][1]["low"]["sv"]
    file = tmp_path / "koe.yaml"
    file.write_text(json.dumps(instrument_data), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read(file, Instrument)
    assert [mistake.key for mistake in error.value.mistakes] == ["question.fields[1].low.sv"]


def test_answers_must_fit_in_a_message() -> None:
    with pytest.raises(ValidationError, match="shorter answers"):
        Rows.model_validate({**DATA, "most": 12, "name_characters": 80})


def test_a_row_is_flagged_when_it_asks_for_more() -> None:
    assert ASKED.flagged({"give": 4, "get": 3}) is True
    assert ASKED.flagged({"give": 3, "get": 3}) is False
    assert ASKED.flagged({"give": 5}) is None
