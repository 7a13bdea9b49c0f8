"""What to try next, by how a dimension stands."""

from typing import Any

import pytest

from tests.charts.conftest import answered
from verkostotyokalut.framework import instrument
from verkostotyokalut.report.advice import advised

CORE = instrument("ydinelementit")


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ([2, 2, 2, 3, 3, 2, 2, 2], "low"),
        ([4, 4, 4, 5, 4, 4, 4, 4], "shared"),
        ([1, 1, 1, 5, 5, 5, 5, 5], "divided"),
        ([2, 3, 4, 5, 4, 5, 3, 4], "divided"),  # strong, but scattered
        ([2, 2, 2, 3, 3, 2, 2], "low"),
        ([4, 4, 4, 5, 4, 4, 4], "strong"),  # of so few the agreement isn't told
        ([1, 1, 1, 5, 5, 5, 5], "strong"),
    ],
)
def test_advice_follows_the_level_and_the_agreement(answers: list[int], word: str) -> None:
    found = advised(_of(answers), CORE)
    assert [one.word for one in found] == [word] * 3
    for one in found:
        advice = one.dimension.advice
        expected = {"low": advice.low, "divided": (advice.divided,), "shared": (advice.shared,)}
        assert one.texts == expected.get(word, ())


def _of(answers: list[int]) -> Any:
    return answered(CORE, lambda who, _item: answers[who], len(answers))


def test_one_divided_item_is_enough_to_talk_about() -> None:
    split = [1, 1, 1, 5, 5, 5, 5, 5]
    found = advised(answered(CORE, lambda who, item: split[who] if item == 0 else 4, 8), CORE)
    assert [one.word for one in found] == ["divided", "shared", "shared"]


def test_a_hidden_dimension_has_no_advice() -> None:
    found = advised(answered(CORE, lambda _who, _item: 4, hidden=4), CORE)
    assert [one.dimension.id for one in found] == ["tunteminen", "luottamus"]
