"""Mean shares by hand, whole numbers that sum to 100, and moments hidden each by itself."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import Answers
from verkostotyokalut.analysis.kinds.shares import (
    collect,
    in_whole_numbers,
    intervals,
    release,
    results,
)
from verkostotyokalut.analysis.mean_interval import mean_interval
from verkostotyokalut.framework import Instrument, instrument

ITEM = "oppiminen.ajankaytto"
PARTS = ["opettaminen", "fasilitointi", "emannointi"]
NOW = [[100, 0, 0], [50, 50, 0], [60, 30, 10], [40, 40, 20], [50, 20, 30]]
WANTED = [[0, 50, 50], [20, 40, 40], [10, 30, 60], [30, 30, 40]]


@pytest.fixture
def asked() -> Instrument:
    return instrument("oppimisen-tavat")


def answers_of(asked: Instrument, now: int = 5, wanted: int = 4) -> Answers:
    collected = collect(asked)
    for moment, given_ones in (("now", NOW[:now]), ("wanted", WANTED[:wanted])):
        for n, shares in enumerate(given_ones):
            earlier = next(iter(collected.of(ITEM)[n : n + 1]), {})
            value = {**earlier, moment: dict(zip(PARTS, shares, strict=True))}
            collected.update([(f"p{n}", ITEM, value)])
    return collected


def test_means_by_part_and_moment(asked: Instrument) -> None:
    found = results(answers_of(asked), asked, 4)
    now, wanted = (found.shares[ITEM][moment] for moment in ("now", "wanted"))
    assert found.n == 5
    assert now is not None and wanted is not None
    assert (now.n, wanted.n) == (5, 4)
    assert now.means.to_dict() == {"opettaminen": 60, "fasilitointi": 28, "emannointi": 12}
    assert wanted.means.to_dict() == {"opettaminen": 15, "fasilitointi": 37.5, "emannointi": 47.5}


def test_means_of_enough_people_have_intervals(asked: Instrument) -> None:
    shared = results(answers_of(asked), asked, 3).shares[ITEM]
    assert shared["now"] is not None
    assert intervals(shared["now"]).tolist() == mean_interval(NOW).tolist()
    assert shared["wanted"] is not None and np.isnan(intervals(shared["wanted"])).all()  # of four
    coarse = results(answers_of(asked), asked, 3, {ITEM}).shares[ITEM]["now"]
    assert coarse is not None and np.isnan(intervals(coarse)).all()


def test_each_moment_has_its_own_limit(asked: Instrument) -> None:
    found = results(answers_of(asked), asked, 5)
    assert found.shares[ITEM]["now"] is not None
    assert found.shares[ITEM]["wanted"] is None
    released = release(found)
    assert released[ITEM]["now"]["n"] == 5
    assert released[ITEM]["wanted"] is None
    assert json.loads(json.dumps(released)) == released


def test_fewer_than_the_limit_hide_everything(asked: Instrument) -> None:
    found = results(answers_of(asked, 4, 3), asked, 5)
    assert found.n is None
    assert found.shares[ITEM] == {"now": None, "wanted": None}
    assert release(found) == {ITEM: None}


def test_ones_own_sharing_has_no_limit(asked: Instrument) -> None:
    found = results(answers_of(asked, 1, 0), asked, None)
    now, wanted = (found.shares[ITEM][moment] for moment in ("now", "wanted"))
    assert now is not None and wanted is not None
    assert now.means.tolist() == [100, 0, 0]
    assert wanted.n == 0
    assert release(found)[ITEM]["wanted"] is None


@pytest.mark.parametrize("minimum", [0, 2, 11])
def test_the_limit_has_limits(asked: Instrument, minimum: int) -> None:
    with pytest.raises(ValueError, match="disclosure limit"):
        results(answers_of(asked), asked, minimum)


def test_without_what_is_wanted_there_is_one_moment(asked: Instrument) -> None:
    plain = asked.model_copy(
        update={"question": asked.question.model_copy(update={"wanted": False})}
    )
    collected = collect(plain)
    collected.update((f"p{n}", ITEM, dict(zip(PARTS, s, strict=True))) for n, s in enumerate(NOW))
    released = release(results(collected, plain, 5))
    shares = {"opettaminen": 60, "fasilitointi": 28, "emannointi": 12}
    assert released == {ITEM: {"now": {"n": 5, "shares": shares}}}


def test_thirds_are_rounded_to_a_whole() -> None:
    thirds = pd.Series([100 / 3] * 3, index=["a", "b", "c"])
    assert in_whole_numbers(thirds) == {"a": 34, "b": 33, "c": 33}


SHARINGS = st.lists(st.integers(0, 20), min_size=2, max_size=2).map(
    lambda cuts: [5 * n for n in (min(cuts), max(cuts) - min(cuts), 20 - max(cuts))]
)


@given(st.lists(SHARINGS, min_size=1, max_size=40))
def test_means_sum_to_a_whole_as_they_are_and_rounded(sharings: list[list[int]]) -> None:
    means = pd.DataFrame(sharings, columns=["a", "b", "c"], dtype="float64").mean()
    rounded = in_whole_numbers(means)
    assert abs(means.sum() - 100) < 1e-9
    assert sum(rounded.values()) == 100
    assert all(abs(rounded[part] - means[part]) < 1 + 1e-9 for part in "abc")
