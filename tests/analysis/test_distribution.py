"""Counting answers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from verkostotyokalut.analysis import distribution

TABLES = st.integers(2, 10).flatmap(
    lambda points: st.tuples(
        st.just(points),
        arrays(
            np.int8,
            st.tuples(st.integers(0, 30), st.integers(1, 6)),
            elements=st.integers(-1, points),
        ),
    )
)


@given(TABLES)
def test_counts_what_is_there(drawn: tuple[int, np.ndarray]) -> None:
    points, codes = drawn
    counts = distribution(pd.DataFrame(codes), points)
    answered = codes[(codes != 0).any(axis=1)]
    assert list(counts.columns) == [*range(1, points + 1), "dont_know", "missing"]
    for item in range(codes.shape[1]):
        expected = [
            int((answered[:, item] == code).sum()) for code in [*range(1, points + 1), -1, 0]
        ]
        assert counts.iloc[item].tolist() == expected
    assert (counts.sum(axis=1) == len(answered)).all()


@pytest.mark.parametrize("wrong", [-2, 6, 100])
def test_a_code_outside_the_scale_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="from -1 to 5"):
        distribution(pd.DataFrame([[3, wrong]], dtype=np.int8), 5)


def test_other_whole_numbers_do_and_fractions_do_not() -> None:
    assert distribution(pd.DataFrame([[3.0, 4.0]]), 5).loc[0, 3] == 1
    with pytest.raises(ValueError, match="whole numbers"):
        distribution(pd.DataFrame([[3.5, 4.0]]), 5)
