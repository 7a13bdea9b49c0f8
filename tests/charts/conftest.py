"""Results to draw: of a room, of a small group, of one person; and how a picture must be."""

import json
import random
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import Results, group_results, numbers
from verkostotyokalut.framework import Instrument, instrument

Room = Callable[..., Results]


@pytest.fixture
def core() -> Instrument:
    return instrument("ydinelementit")


@pytest.fixture
def room(core: Instrument) -> Room:
    """Return a function that gives the results of a room of some size, the same each time."""

    def make(people: int = 24, hidden: int = 0, seed: int = 1) -> Results:
        codes = np.random.default_rng(seed).integers(1, 6, (people, len(core.items)), dtype=np.int8)
        codes[1:, :hidden] = 0  # one answer is left, and must not be seen
        return group_results(pd.DataFrame(codes, columns=list(core.item_ids)), core, 5)

    return make


def imagined(asked: Instrument, people: int = 24, minimum: int | None = 5) -> Any:
    """Return results of a room that answers as a rehearsal does, the same each time."""
    kind, chance = numbers(asked), random.Random(3)
    answers = kind.collect(asked)
    for who in range(people):
        answers.update(
            (str(who), item, asked.question.imagine(chance, chance.random(), item))
            for item in asked.item_ids
        )
    return kind.results(answers, asked, minimum)


def answered(
    asked: Instrument, answer: Callable[[int, int], Any], people: int = 7, hidden: int = 0
) -> Any:
    """Return results of a room; the last ``hidden`` items have one answer only.

    ``answer(who, index)`` is what somebody answers to an item.
    """
    kind = numbers(asked)
    answers = kind.collect(asked)
    few = asked.item_ids[len(asked.items) - hidden :]
    for who in range(people):
        answers.update(
            (str(who), item, answer(who, index))
            for index, item in enumerate(asked.item_ids)
            if item not in few or who == 0
        )
    return kind.results(answers, asked, 5)


def of_numbers(figure: dict[str, Any]) -> None:
    """See that nothing in a picture is drawn at, or told as, a number that isn't there."""
    json.dumps(figure, allow_nan=False)
    assert not [shape["path"] for shape in figure["layout"]["shapes"] if "nan" in shape["path"]]
    assert not [text for text in figure["data"][0]["text"] if re.search(r"\bnan\b", text)]


def large_and_inside(figure: dict[str, Any]) -> None:
    """See that the texts of a projector's picture are large and inside its box."""
    trace, box = figure["data"][0], figure["layout"]["meta"]
    assert min(trace["textfont"]["size"]) >= 18
    for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True):
        half = (text.count("<br>") + 1) * 1.3 * em / 2
        assert half <= y + 6
        assert y + half <= box["height"] + 1
