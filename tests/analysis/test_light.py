"""The traffic light: the limits of the Wilder inventory's guide, and what is too uncertain."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import group_results, level_word, lights
from verkostotyokalut.framework import Instrument, Scale, instrument

CORE = instrument("ydinelementit")


def of_item(asked: Instrument, answers: list[int], column: int = 0) -> pd.Series:
    """Return the light's row of one item that alone has been answered."""
    codes = np.zeros((len(answers), len(asked.item_ids)), dtype=np.int8)
    codes[:, column] = answers
    table = pd.DataFrame(codes, columns=list(asked.item_ids))
    return lights(group_results(table, asked, 3), asked).loc[asked.item_ids[column]]


@pytest.mark.parametrize(
    ("answers", "light"),
    [
        ([4] * 6, "strength"),
        ([5] * 4 + [4] * 8 + [1, 1], "strength"),  # 14 answers: the 3rd to the 12th
        ([5] * 4 + [4] * 7 + [3] * 3, "uncertain"),
        ([3] * 10, "discuss"),
        ([2] * 6 + [3] * 6, "uncertain"),
        ([1] * 5 + [2] * 7, "concern"),
        ([4] * 5, "uncertain"),  # five have no interval
        ([4] * 2, None),  # hidden
    ],
)
def test_the_words(core: Instrument, answers: list[int], light: str | None) -> None:
    assert of_item(core, answers)["light"] == light


@pytest.mark.parametrize(
    ("points", "word"),
    [(4.0, "strength"), (3.99, "discuss"), (3.0, "discuss"), (2.99, "concern")],
)
def test_the_limits_are_the_guides(points: float, word: str) -> None:
    assert level_word((points - 1) / 4) == word


def test_it_has_the_numbers_behind_the_word(core: Instrument) -> None:
    row = of_item(core, [1, 3, 4, 4, 4, 5])
    assert row.tolist() == [6, 4, 1, 5, 0.96875, "uncertain"]
    assert row.index.tolist() == ["n", "median", "lower", "upper", "coverage", "light"]


def test_reversed_items_are_turned(turned: Instrument) -> None:
    assert of_item(turned, [1] * 8)["light"] == "strength"
    assert of_item(turned, [1] * 8, column=1)["light"] == "concern"
    row = of_item(turned, [1, 1, 1, 1, 1, 1, 2, 2, 2])
    assert row[["median", "lower", "upper"]].tolist() == [5, 4, 5]


@pytest.mark.parametrize(("points", "strength", "discuss"), [(4, 4, 3), (7, 6, 4), (10, 8, 6)])
def test_other_scales_have_the_limits_at_the_same_share(
    core: Instrument, points: int, strength: int, discuss: int
) -> None:
    """Three quarters and a half of the way from the first point to the last, rounded up."""
    first = core.asked_as(Scale).points[0].model_dump()
    content = core.model_dump()
    content["question"]["points"] = [
        {language: f"{text} {number}" for language, text in first.items()}
        for number in range(points)
    ]
    asked = Instrument.model_validate(content)
    words = [of_item(asked, [point] * 6)["light"] for point in range(1, points + 1)]
    assert words.index("strength") + 1 == strength
    assert words.index("discuss") + 1 == discuss


@given(answers=st.lists(st.integers(1, 5), min_size=6, max_size=40))
def test_a_sure_word_is_the_medians(answers: list[int]) -> None:
    row = of_item(CORE, answers)
    words = {level_word((row[end] - 1) / 4) for end in ("lower", "median", "upper")}
    assert row["light"] == (words.pop() if len(words) == 1 else "uncertain")
