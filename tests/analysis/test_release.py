"""What phones get: plain numbers, and nothing that the rule hides."""

import json

import pytest

from verkostotyokalut.analysis import Responses, numbers, release
from verkostotyokalut.framework import Instrument


def collected(core: Instrument, *people: list[int | str | None]) -> Responses:
    """Return answers to the first items: a list for each person."""
    answers = Responses(core)
    for who, values in enumerate(people):
        answers.update((str(who), core.item_ids[i], value) for i, value in enumerate(values))
    return answers


def test_hidden_items_are_null(core: Instrument) -> None:
    people = [[4, 1, 2], [4, 2, 2], [5, None, 4], [5, None], [3, "dont_know"], [4, "dont_know"]]
    body = release(collected(core, *people), core, 2, 3)
    first, second, third, *others = core.item_ids
    assert json.loads(json.dumps(body, allow_nan=False)) == {
        "instrument": core.id,
        "round": 2,
        "n": 6,
        "items": {
            first: {"n": 6, "median": 4.0, "q1": 4.0, "q3": 4.75},
            second: None,
            third: {"n": 3, "median": 2.0, "q1": None, "q3": None},
            **dict.fromkeys(others),
        },
    }
    assert type(body["items"][first]["n"]) is int


def test_a_group_that_is_too_small_is_hidden_with_its_size(core: Instrument) -> None:
    body = release(collected(core, [4, 1], [4, 1], [4, 1], [4, 1]), core, 1, 5)
    assert body["n"] is None
    assert set(body["items"].values()) == {None}


def test_nobody_has_answered(core: Instrument) -> None:
    body = release(collected(core), core, 1, 5)
    assert body["n"] is None
    assert set(body["items"].values()) == {None}


def test_a_limit_out_of_range_is_refused(core: Instrument) -> None:
    with pytest.raises(ValueError, match="3 to 10"):
        release(collected(core), core, 1, 2)


def test_what_has_been_worked_out_is_not_worked_out_again(core: Instrument) -> None:
    answers = collected(core, [4], [4], [4])
    results = numbers(core).results(answers, core, 3)
    answers.update([("0", core.item_ids[0], 1), ("1", core.item_ids[0], 1)])
    body = release(answers, core, 1, 3, results)
    assert body["items"][core.item_ids[0]]["median"] == 4
