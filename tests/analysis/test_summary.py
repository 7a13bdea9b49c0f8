"""Medians and quartiles from counts, beside NumPy's from the answers themselves."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import distribution, guard, summary

ANSWERS = st.lists(st.integers(1, 7), min_size=1, max_size=60)


def of_one_item(answers: list[int], points: int = 7) -> pd.Series:
    return summary(distribution(pd.DataFrame({"a": answers}, dtype=np.int8), points)).loc["a"]


@given(ANSWERS)
def test_median_and_quartiles_are_numpys(answers: list[int]) -> None:
    row = of_one_item(answers)
    expected = np.quantile(answers, [0.5, 0.25, 0.75], method="linear")
    np.testing.assert_allclose(row[["median", "q1", "q3"]].to_numpy(), expected)


def test_dont_know_and_untouched_are_no_numbers() -> None:
    codes = pd.DataFrame({"a": [5, 5, -1, 0], "b": [1, 1, 1, 1]}, dtype=np.int8)
    row = summary(distribution(codes, 5)).loc["a"]
    assert row[["n", "dont_know", "missing", "median"]].tolist() == [2, 1, 1, 5]


def test_one_answer_agrees_with_nobody() -> None:
    assert np.isnan(of_one_item([4])["agreement"])
    assert of_one_item([4, 4])["agreement"] == 1


def test_no_answers_have_no_median() -> None:
    codes = pd.DataFrame({"a": [-1, 0], "b": [1, 1]}, dtype=np.int8)
    row = summary(distribution(codes, 5)).loc["a"]
    assert row["n"] == 0
    assert row[["median", "q1", "q3", "agreement"]].isna().all()


def test_a_masked_item_stays_masked() -> None:
    codes = pd.DataFrame({"a": [1, 2, 0, 0, 0], "b": [1, 2, 3, 4, 5]}, dtype=np.int8)
    table = summary(guard(distribution(codes, 5), 3))
    assert table.loc["a"].isna().all()
    assert table.loc["b"].notna().all()
