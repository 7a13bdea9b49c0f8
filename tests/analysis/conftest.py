"""The core instrument, and answers of a kind."""

from typing import Any

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.framework import Instrument, instrument


@pytest.fixture
def core() -> Instrument:
    return instrument("ydinelementit")


@pytest.fixture
def turned(core: Instrument) -> Instrument:
    """Return the instrument with its first item reversed."""
    content = core.model_dump()
    content["dimensions"][0]["items"][0]["reversed"] = True
    return Instrument.model_validate(content)


def collected(asked: Instrument, *columns: list[Any]) -> Any:
    """Return answers to the first items: a list for each item."""
    answers = numbers(asked).collect(asked)
    for item, values in zip(asked.item_ids, columns, strict=False):
        answers.update((str(who), item, value) for who, value in enumerate(values))
    return answers
