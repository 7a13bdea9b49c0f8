"""The numbers of the kind ``axes``."""

import json
from typing import Any

import numpy as np
import pytest

from verkostotyokalut.analysis import numbers, release
from verkostotyokalut.analysis.kinds.axes import Results
from verkostotyokalut.framework import Instrument, instrument

from .conftest import collected

PLACES = [[1, 5], [2, 5], [2, 4], [2, 4], [5, 1], "dont_know"]


@pytest.fixture
def risks() -> Instrument:
    return instrument("riskit")


def of(risks: Instrument, *columns: list[Any], minimum: int | None = 5) -> Results:
    found = numbers(risks).results(collected(risks, *columns), risks, minimum)
    assert isinstance(found, Results)
    return found


def test_medians_and_middle_halves_are_numpys(risks: Instrument) -> None:
    row = of(risks, PLACES, minimum=3).summary.iloc[0]
    x, y = np.array(PLACES[:5]).T
    expected = [*np.percentile(x, [50, 25, 75]), *np.percentile(y, [50, 25, 75])]
    assert row[["x", "x_q1", "x_q3", "y", "y_q1", "y_q3"]].tolist() == expected
    assert (row["n"], row["dont_know"]) == (5, 1)


def test_cells_are_counted(risks: Instrument) -> None:
    results = of(risks, PLACES, minimum=3)
    counts = results.cells.loc[risks.item_ids[0]]
    assert counts[counts > 0].to_dict() == {(1, 5): 1, (2, 4): 2, (2, 5): 1, (5, 1): 1}
    assert results.n == 6


def test_a_third_axis_has_its_own_numbers() -> None:
    asked = instrument("lahimuodot")
    depths = [1, 4, 4, 5, 2]
    places = [[*place, z] for place, z in zip(PLACES[:5], depths, strict=True)]
    results = of(asked, [*places, "dont_know"], places[:2], minimum=3)
    assert results.summary.iloc[0][["x", "y"]].tolist() == [2, 4]
    expected = np.percentile(depths, [50, 25, 75]).tolist()
    assert results.summary.iloc[0][["z", "z_q1", "z_q3"]].tolist() == expected
    assert results.summary.iloc[1].isna().all()
    assert results.cells.iloc[0].sum() == 5
    body = release(collected(asked, places), asked, 1, 3)
    assert body["items"][asked.item_ids[0]]["z"] == dict(
        zip(("median", "q1", "q3"), expected, strict=True)
    )


def test_an_item_that_too_few_have_placed_is_hidden_whole(risks: Instrument) -> None:
    results = of(risks, PLACES * 2, [*PLACES[:4], "dont_know", "dont_know"])
    assert results.summary.iloc[1].isna().all()
    assert results.cells.iloc[1].isna().all()
    assert not results.cells.iloc[0].isna().any()


@pytest.mark.parametrize("people", [7, 8])
def test_more_than_the_median_is_shown_only_of_more_people(risks: Instrument, people: int) -> None:
    results = of(risks, (PLACES[:5] * 2)[:people])
    row = results.summary.iloc[0]
    halves = ["x_q1", "x_q3", "y_q1", "y_q3"]
    assert not row.drop(halves).isna().any()
    assert row[halves].isna().all() == results.cells.iloc[0].isna().all() == (people < 8)


def test_a_group_that_is_too_small_is_hidden_with_its_size(risks: Instrument) -> None:
    results = of(risks, PLACES[:4])
    assert results.n is None
    assert results.summary.isna().all(axis=None)


def test_ones_own_place_has_no_limit(risks: Instrument) -> None:
    results = of(risks, [[4, 2]], minimum=None)
    assert results.n == 1
    assert results.summary.iloc[0][["x", "y"]].tolist() == [4, 2]
    assert results.summary["n"].iloc[1:].eq(0).all()


def test_phones_get_json_and_nothing_hidden(risks: Instrument) -> None:
    body = release(collected(risks, PLACES, PLACES[:4], PLACES[:2]), risks, 1, 3)
    first, second, *others = risks.item_ids
    assert json.loads(json.dumps(body["items"], allow_nan=False)) == {
        first: {
            "n": 5,
            "x": {"median": 2.0, "q1": 2.0, "q3": 2.0},
            "y": {"median": 4.0, "q1": 4.0, "q3": 5.0},
        },
        second: {
            "n": 4,
            "x": {"median": 2.0, "q1": None, "q3": None},
            "y": {"median": 4.5, "q1": None, "q3": None},
        },
        **dict.fromkeys(others),
    }
