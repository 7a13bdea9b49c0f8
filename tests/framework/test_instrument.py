"""Instruments: unique ids, answers that fit, and what phones get of them."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from verkostotyokalut.framework import Instrument


def test_items_come_in_their_order(instrument_data: dict[str, Any]) -> None:
    found = Instrument.model_validate(instrument_data)
    assert found.item_ids == ("tunteminen.ihminen", "tunteminen.osaaminen")
    assert [item.id for item in found.items] == list(found.item_ids)


def test_answers_belong_to_an_item_and_fit_the_scale(instrument_data: dict[str, Any]) -> None:
    found = Instrument.model_validate(instrument_data)
    for value in (1, 5, "dont_know", None):
        assert found.accepts("tunteminen.ihminen", value)
        assert not found.accepts("tunteminen", value)
        assert not found.accepts("", value)
    for value in (0, 6, True, 2.0, "3", "", []):
        assert not found.accepts("tunteminen.ihminen", value)


def test_phones_get_no_advice_and_no_words_for_the_leader(
    instrument_data: dict[str, Any],
) -> None:
    advice = instrument_data["dimensions"][0]["advice"]
    advice["divided"]["en"] = "ADVICE"
    instrument_data["dimensions"][0]["items"][0]["talk"]["sv"] = "TALK"
    public = Instrument.model_validate(instrument_data).public()
    words = json.dumps(public)
    assert "ADVICE" not in words
    assert "TALK" not in words
    assert set(public) == {
        "id",
        "version",
        "title",
        "headline",
        "intro",
        "question",
        "dimensions",
    }
    assert set(public["dimensions"][0]) == {"id", "title", "lead", "shape", "items"}
    assert set(public["dimensions"][0]["items"][0]) == {
        "id",
        "label",
        "statement",
        "low",
        "high",
        "reversed",
    }
    assert public["question"]["dont_know"] is True


def test_ids_are_unique_among_items_and_dimensions(instrument_data: dict[str, Any]) -> None:
    items = instrument_data["dimensions"][0]["items"]
    items[1]["id"] = items[0]["id"]
    with pytest.raises(ValidationError, match="repeated: tunteminen.ihminen"):
        Instrument.model_validate(instrument_data)
    items[1]["id"] = "tunteminen"
    with pytest.raises(ValidationError, match="repeated: tunteminen"):
        Instrument.model_validate(instrument_data)


@pytest.mark.parametrize(
    "name", ["", "Isot", "ääkkönen", "väli lyönti", "1alku", "a..b", "a.", "x" * 61, "a\n", "../a"]
)
def test_ids_are_plain(instrument_data: dict[str, Any], name: str) -> None:
    instrument_data["dimensions"][0]["items"][0]["id"] = name
    with pytest.raises(ValidationError):
        Instrument.model_validate(instrument_data)


@pytest.mark.parametrize("key", ["sources", "dimensions"])
def test_lists_are_not_empty(instrument_data: dict[str, Any], key: str) -> None:
    instrument_data[key] = []
    with pytest.raises(ValidationError):
        Instrument.model_validate(instrument_data)
