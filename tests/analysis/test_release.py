"""What phones get: plain numbers, and nothing that the rule hides."""

import json

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import distribution, guard, release


def counts(codes: dict[str, list[int]]) -> pd.DataFrame:
    return distribution(pd.DataFrame(codes, dtype=np.int8), 5)


MIXED = {"a": [4, 4, 5, 5, 3, 4], "b": [1, 2, 0, 0, -1, -1]}


@pytest.mark.parametrize("guarded", [False, True])
def test_hidden_items_are_null(guarded: bool) -> None:
    table = guard(counts(MIXED), 5) if guarded else counts(MIXED)
    body = release(table, 5, 2, "ydinelementit")
    assert json.loads(json.dumps(body, allow_nan=False)) == {
        "instrument": "ydinelementit",
        "round": 2,
        "n": 6,
        "items": {"a": {"n": 6, "median": 4.0, "q1": 4.0, "q3": 4.75}, "b": None},
    }
    assert type(body["items"]["a"]["n"]) is int  # type: ignore[index]


def test_a_group_that_is_too_small_is_hidden_with_its_size() -> None:
    body = release(counts({"a": [4, 4, 4, 4], "b": [1, 1, 1, 1]}), 5, 1, "x")
    assert body["n"] is None
    assert body["items"] == {"a": None, "b": None}


def test_nobody_has_answered() -> None:
    body = release(counts({"a": [], "b": []}), 5, 1, "x")
    assert body["n"] is None
    assert set(body["items"].values()) == {None}
