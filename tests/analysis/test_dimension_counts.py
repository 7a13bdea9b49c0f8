"""Who answered in a dimension: sums of what is shown of its items, and nothing more."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import dimension_counts, group_results
from verkostotyokalut.framework import instrument

CORE = instrument("ydinelementit")
CODES = st.lists(st.integers(-1, 5), min_size=12, max_size=12)


def counted(rows: list[list[int]], minimum: int = 3) -> pd.DataFrame:
    """Count so many people's answers to the core items: 0 untouched, -1 don't know."""
    codes = np.array(rows, dtype=np.int8).reshape(-1, 12)
    table = pd.DataFrame(codes, columns=list(CORE.item_ids))
    return dimension_counts(group_results(table, CORE, minimum), table, CORE, minimum)


def test_answers_are_added_up_and_people_are_counted_once() -> None:
    rows = [[4, 5, 3, 2] + [0] * 8] * 6 + [[0, 4, -1, 4] + [0] * 8, [0, 4, 4, -1] + [0] * 8]
    found = counted(rows)
    assert found.loc["tunteminen"].tolist() == [4, 8, 28, 2, 2]
    assert found.loc["luottamus", "items"] == 0
    assert found.loc["luottamus"].drop("items").isna().all()


@pytest.mark.parametrize(("elsewhere", "n"), [(0, 8), (1, None), (2, None), (3, 8)])
def test_few_who_answered_something_else_are_not_told_by_the_rest(
    elsewhere: int, n: int | None
) -> None:
    rows = [[4] * 4 + [0] * 8] * 8 + [[0] * 11 + [5]] * elsewhere
    found = counted(rows).loc["tunteminen"]
    assert (found["n"] == n) if n else np.isnan(found["n"])
    assert found[["answers", "missing"]].tolist() == [32, 4 * elsewhere]


def test_an_item_whose_distribution_is_hidden_is_not_counted() -> None:
    """Of three the limit is five for a distribution: four answers have a median alone."""
    rows = [[4, 3, 0, 0] + [0] * 8] * 4 + [[4, 0, 0, 0] + [0] * 8] * 4
    assert counted(rows).loc["tunteminen"].tolist() == [1, 8, 8, 0, 0]


@given(rows=st.lists(CODES, max_size=14), minimum=st.integers(3, 10))
def test_every_sum_is_of_cells_that_are_shown(rows: list[list[int]], minimum: int) -> None:
    codes = np.array(rows, dtype=np.int8).reshape(-1, 12)
    table = pd.DataFrame(codes, columns=list(CORE.item_ids))
    results = group_results(table, CORE, minimum)
    found = dimension_counts(results, table, CORE, minimum)
    for dimension in CORE.dimensions:
        shown = results.distribution.loc[[item.id for item in dimension.items]].dropna()
        row = found.loc[dimension.id]
        assert row["items"] == len(shown)
        if shown.empty:
            assert row.drop("items").isna().all()
            continue
        assert row["answers"] == shown.iloc[:, :-2].to_numpy().sum()
        assert row[["dont_know", "missing"]].tolist() == shown.iloc[:, -2:].sum().tolist()
        assert np.isnan(row["n"]) or row["n"] >= minimum
