"""Counts and shares of what is agreed, and what is hidden of them."""

import json
from math import isnan

import pytest

from verkostotyokalut.analysis import release
from verkostotyokalut.analysis.kinds import agreed
from verkostotyokalut.framework import Instrument, instrument

from .conftest import collected

ITEM = "tekeminen.koordinointi"


@pytest.fixture
def ways() -> Instrument:
    return instrument("toimintatavat")


def test_counts_and_shares(ways: Instrument) -> None:
    answers = collected(ways, ["agreed"] * 3 + ["under_way", "not_yet", "dont_know"])
    answers.update([("other", "tekeminen.ydin", "agreed")])
    found = agreed.results(answers, ways, 3)
    assert found.n == 7
    assert found.counts.loc[ITEM].tolist() == [3, 1, 1, 1, 1]
    assert found.shares.loc[ITEM].tolist() == pytest.approx([0.6, 0.2, 0.2])
    assert agreed.release(found)[ITEM] == {
        "n": 5,
        "counts": {"agreed": 3, "under_way": 1, "not_yet": 1},
    }
    assert found.counts.loc["tekeminen.ydin"].isna().all()


@pytest.mark.parametrize(
    "values",
    [["agreed"] * 4, ["agreed"] * 4 + ["dont_know"] * 4, ["agreed", "not_yet"] * 3 + ["agreed"]],
)
def test_under_the_limit_nothing_is_shown(ways: Instrument, values: list[str]) -> None:
    answers = collected(ways, values)
    found = agreed.results(answers, ways, 5)
    assert found.counts.isna().all(axis=None)
    assert found.shares.isna().all(axis=None)
    released = release(answers, ways, 1, 5)
    assert released["n"] == (len(values) if len(values) >= 5 else None)
    assert set(released["items"].values()) == {None}
    json.dumps(released, allow_nan=False)


def test_ones_own_answers_have_no_limit(ways: Instrument) -> None:
    found = agreed.results(collected(ways, ["not_yet"]), ways, None)
    assert found.counts.loc[ITEM, "not_yet"] == 1
    assert isnan(found.shares.loc["tekeminen.ydin", "agreed"])
    assert agreed.release(found)["tekeminen.ydin"] is None
