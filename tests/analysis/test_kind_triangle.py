"""The numbers of the kind ``triangle``."""

import json
from typing import Any

import numpy as np
import pytest

from verkostotyokalut.analysis import numbers, release
from verkostotyokalut.analysis.kinds.triangle import Results, intervals
from verkostotyokalut.analysis.mean_interval import mean_interval
from verkostotyokalut.framework import Instrument, instrument

from .conftest import collected

NOW = [[100, 0, 0], [50, 50, 0], [40, 30, 30], [20, 20, 60], [0, 0, 100]]
WANTED = [[10, 10, 80], [0, 0, 100], [30, 30, 40], [0, 50, 50], [20, 20, 60]]
BOTH = [{"now": now, "wanted": wanted} for now, wanted in zip(NOW, WANTED, strict=True)]


@pytest.fixture
def ways() -> Instrument:
    return instrument("kolmio")


def of(ways: Instrument, values: list[Any], minimum: int | None = 5) -> Results:
    found = numbers(ways).results(collected(ways, values), ways, minimum)
    assert isinstance(found, Results)
    return found


def test_means_are_numpys_and_add_up(ways: Instrument) -> None:
    results = of(ways, [*BOTH, "dont_know"])
    assert results.means["now"].iloc[0].tolist() == np.mean(NOW, axis=0).tolist()
    assert results.means["wanted"].iloc[0].tolist() == np.mean(WANTED, axis=0).tolist()
    assert results.means["now"].iloc[0].sum() == pytest.approx(100)
    assert results.summary.iloc[0].tolist() == [5, 5, 1]
    assert results.n == 6


def test_means_of_enough_people_have_intervals(ways: Instrument) -> None:
    results = of(ways, [*BOTH, {"now": NOW[0]}], minimum=3)
    item = ways.item_ids[0]
    assert intervals(results, item, "now").tolist() == mean_interval([*NOW, NOW[0]]).tolist()
    few = of(ways, BOTH[:4], minimum=3)
    assert np.isnan([intervals(few, item, view) for view in ("now", "wanted")]).all()
    assert not few.means["now"].iloc[0].isna().any()


def test_answers_do_not_come_in_the_order_of_the_people(ways: Instrument) -> None:
    item = ways.item_ids[0]
    forwards, backwards = (
        of(ways, values, minimum=3).answers[item] for values in (BOTH, BOTH[::-1])
    )
    assert forwards.equals(backwards)
    assert len(forwards) == 5


def test_each_part_is_hidden_by_its_own_number(ways: Instrument) -> None:
    results = of(ways, [*BOTH[:4], *[{"now": [0, 0, 100]}] * 4])
    answers = results.answers[ways.item_ids[0]]
    assert results.summary["now_n"].iloc[0] == 8
    assert np.isnan(results.summary["wanted_n"].iloc[0])
    assert results.means["wanted"].isna().all(axis=None)
    assert answers["wanted"].isna().all(axis=None)
    assert not answers["now"].isna().any(axis=None)


def test_a_group_that_is_too_small_is_hidden_whole(ways: Instrument) -> None:
    results = of(ways, BOTH[:4])
    assert results.n is None
    assert results.summary.isna().all(axis=None)
    assert results.means.isna().all(axis=None)
    assert len(results.answers[ways.item_ids[0]]) == 0


def test_ones_own_answer_has_no_limit(ways: Instrument) -> None:
    results = of(ways, BOTH[:1], minimum=None)
    assert results.means["wanted"].iloc[0].tolist() == WANTED[0]


def test_nobody_has_answered(ways: Instrument) -> None:
    results = of(ways, [], minimum=None)
    assert results.summary.iloc[0].tolist() == [0, 0, 0]
    assert results.means.isna().all(axis=None)


def test_phones_get_json_and_nothing_hidden(ways: Instrument) -> None:
    item = ways.item_ids[0]
    body = release(collected(ways, [*BOTH[:4], {"now": NOW[4]}]), ways, 1, 5)
    assert json.loads(json.dumps(body["items"], allow_nan=False)) == {
        item: {"now": {"n": 5, "mean": [42.0, 20.0, 38.0]}, "wanted": None}
    }
    assert release(collected(ways, BOTH[:4]), ways, 1, 5)["items"] == {item: None}
