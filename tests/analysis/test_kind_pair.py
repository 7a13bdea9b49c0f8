"""The numbers of the kind ``pair``."""

import json
from typing import Any

import numpy as np
import pytest

from verkostotyokalut.analysis import numbers, release
from verkostotyokalut.analysis.kinds.pair import Results, position
from verkostotyokalut.framework import Instrument, instrument

from .conftest import collected

NOW, WANTED = [1, 2, 2, 4, 5], [4, 4, 2, 5, 3]
BOTH = [{"now": now, "wanted": wanted} for now, wanted in zip(NOW, WANTED, strict=True)]


@pytest.fixture
def ways() -> Instrument:
    return instrument("yhdessa-tekeminen")


def of(ways: Instrument, *columns: list[Any], minimum: int | None = 5) -> Results:
    found = numbers(ways).results(collected(ways, *columns), ways, minimum)
    assert isinstance(found, Results)
    return found


def test_medians_and_middle_halves_are_numpys(ways: Instrument) -> None:
    row = of(ways, [*BOTH, "dont_know"], minimum=3).summary.iloc[0]
    assert row[["now", "now_q1", "now_q3"]].tolist() == np.percentile(NOW, [50, 25, 75]).tolist()
    wanted = np.percentile(WANTED, [50, 25, 75]).tolist()
    assert row[["wanted", "wanted_q1", "wanted_q3"]].tolist() == wanted
    assert row[["now_n", "wanted_n", "paired_n", "dont_know"]].tolist() == [5, 5, 5, 1]


def test_the_medians_have_exact_intervals(ways: Instrument) -> None:
    row = of(ways, BOTH * 2).summary.iloc[0]
    # Of ten ordered answers, the second and the last but one: 1 - 2 (1 + 10) / 1024.
    for view, given in (("now", NOW), ("wanted", WANTED)):
        ordered = sorted(given * 2)
        ends = row[[f"{view}_lower", f"{view}_upper"]].tolist()
        assert ends == [ordered[1], ordered[-2]]
        assert row[f"{view}_coverage"] == 1 - 22 / 1024
    assert np.isnan(of(ways, BOTH, minimum=3).summary["now_lower"].iloc[0]), "none under six"


def test_the_change_is_taken_person_by_person(ways: Instrument) -> None:
    row = of(ways, BOTH, minimum=3).summary.iloc[0]
    assert row["change"] == np.median(np.array(WANTED) - np.array(NOW)) == 1
    assert row[["up", "same", "down"]].tolist() == [0.6, 0.2, 0.2]


def test_each_part_is_hidden_by_its_own_number(ways: Instrument) -> None:
    row = of(ways, [*BOTH[:4], {"now": 3}]).summary.iloc[0]
    assert row[["now_n", "now", "dont_know"]].tolist() == [5, 2, 0]
    assert row[["wanted_n", "wanted", "wanted_q1", "paired_n", "change", "up"]].isna().all()


@pytest.mark.parametrize("people", [7, 8])
def test_more_than_the_medians_is_shown_only_of_more_people(ways: Instrument, people: int) -> None:
    row = of(ways, (BOTH * 2)[:people]).summary.iloc[0]
    medians = ["now_n", "now", "wanted_n", "wanted", "dont_know"]
    assert not row[medians].isna().any()
    assert row.drop(medians).isna().all() == (people < 8)
    assert row.drop(medians).isna().any() == (people < 8)


def test_a_group_that_is_too_small_is_hidden_whole(ways: Instrument) -> None:
    results = of(ways, BOTH[:4])
    assert results.n is None
    assert results.summary.isna().all(axis=None)


def test_ones_own_answer_has_no_limit(ways: Instrument) -> None:
    results = of(ways, [{"now": 2, "wanted": 4}], [{"now": 1}], minimum=None)
    assert results.n == 1
    assert results.summary["change"].iloc[0] == 2
    assert results.summary[["now", "paired_n"]].iloc[1].tolist() == [1, 0]
    assert np.isnan(results.summary["change"].iloc[1])


def test_the_room_is_at_the_median_of_what_its_items_show(ways: Instrument) -> None:
    turned = [{"now": p["wanted"], "wanted": p["now"]} for p in BOTH]
    found = position(of(ways, BOTH, turned, turned, BOTH[:2], minimum=3))
    assert (found.now, found.wanted) == (4, 2), "the last item is hidden and left out"
    assert [found.now_q1, found.now_q3] == np.percentile(WANTED, [25, 75]).tolist()
    assert np.isnan(position(of(ways, BOTH[:4]))).all()


def test_phones_get_json_and_nothing_hidden(ways: Instrument) -> None:
    few = [*BOTH[:2], {"now": 2}, {"now": 4}, {"now": 5}]
    body = release(collected(ways, BOTH, few, BOTH[:3], BOTH[:2]), ways, 1, 3)
    first, second, third, *others = ways.item_ids
    now = {"n": 5, "median": 2.0, "q1": 2.0, "q3": 4.0}
    assert json.loads(json.dumps(body["items"], allow_nan=False)) == {
        first: {"now": now, "wanted": {"n": 5, "median": 4.0, "q1": 3.0, "q3": 4.0}},
        second: {"now": now, "wanted": None},
        third: {
            "now": {"n": 3, "median": 2.0, "q1": None, "q3": None},
            "wanted": {"n": 3, "median": 4.0, "q1": None, "q3": None},
        },
        **dict.fromkeys(others),
    }
