"""Workshops: steps that have something to show, and the instrument that each works on."""

from typing import Any

import pytest
from pydantic import ValidationError

from verkostotyokalut.framework import Workshop


def test_a_step_works_on_the_nearest_instrument_before_it(workshop_data: dict[str, Any]) -> None:
    start, ask = workshop_data["steps"]
    talk = {**start, "id": "puhe", "screen": "results"}
    other = {**ask, "id": "toinen", "instrument": "muu"}
    workshop_data["steps"] = [start, ask, talk, other, {**talk, "id": "loppu"}]
    found = Workshop.model_validate(workshop_data)
    assert [found.instrument_at(step) for step in range(5)] == [
        None,
        "ydinelementit",
        "ydinelementit",
        "muu",
        "muu",
    ]


def test_phones_always_have_something_to_show(workshop_data: dict[str, Any]) -> None:
    del workshop_data["steps"][0]["message"]
    with pytest.raises(ValidationError, match="a message for the phones"):
        Workshop.model_validate(workshop_data)


def test_step_ids_are_unique(workshop_data: dict[str, Any]) -> None:
    workshop_data["steps"][1]["id"] = "alku"
    with pytest.raises(ValidationError, match="repeated: alku"):
        Workshop.model_validate(workshop_data)


@pytest.mark.parametrize("minutes", [0, -5, 481, 2.5, "kymmenen"])
def test_minutes_are_whole_and_within_a_day(workshop_data: dict[str, Any], minutes: Any) -> None:
    workshop_data["steps"][0]["minutes"] = minutes
    with pytest.raises(ValidationError):
        Workshop.model_validate(workshop_data)


def test_there_is_at_least_one_step(workshop_data: dict[str, Any]) -> None:
    workshop_data["steps"] = []
    with pytest.raises(ValidationError):
        Workshop.model_validate(workshop_data)
