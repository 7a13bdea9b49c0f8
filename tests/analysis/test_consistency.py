"""Cronbach's alpha and its interval, beside published values."""

from statistics import variance

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from verkostotyokalut.analysis import alpha_interval, consistency, cronbach
from verkostotyokalut.framework import Instrument

SCORES = arrays(
    np.int8, st.tuples(st.integers(2, 20), st.integers(2, 6)), elements=st.integers(1, 5)
)


def with_covariances(covariances: list[list[float]], people: int = 50) -> np.ndarray:
    """Return scores that have exactly these covariances."""
    raw = np.random.default_rng(1).normal(size=(people, len(covariances)))
    raw -= raw.mean(axis=0)
    whitened = raw @ np.linalg.inv(np.linalg.cholesky(np.cov(raw.T)).T)
    return np.asarray(whitened @ np.linalg.cholesky(np.array(covariances)).T)


def table(core: Instrument, rows: list[list[int]]) -> pd.DataFrame:
    """Return answers to the first dimension; the others are untouched."""
    first = len(core.dimensions[0].items)
    filled = [[*row, *[0] * (len(core.item_ids) - first)] for row in rows]
    return pd.DataFrame(np.array(filled, dtype=np.int8), columns=list(core.item_ids))


def varied(people: int, seed: int = 3) -> list[list[int]]:
    """Return rows that go together, though not quite."""
    chance = np.random.default_rng(seed)
    level = chance.integers(2, 5, size=(people, 1))
    return (level + chance.integers(-1, 2, size=(people, 4))).clip(1, 5).tolist()


def test_the_documented_example_of_statsbase() -> None:
    """The covariances and alphas in the documentation of Julia's StatsBase, ``cronbachalpha``."""
    scores = with_covariances([[10, 6, 6, 6], [6, 11, 6, 6], [6, 6, 12, 6], [6, 6, 6, 13]])
    assert cronbach(scores) == pytest.approx(0.8136, abs=5e-5)
    without = [cronbach(np.delete(scores, item, axis=1)) for item in range(4)]
    assert without == pytest.approx([0.7500, 0.7606, 0.7714, 0.7826], abs=5e-5)


@pytest.mark.parametrize(
    ("alpha", "people", "lower", "upper"),
    [
        (0.91, 583, 0.8985763, 0.9204108),
        (0.89, 470, 0.8743616, 0.9041013),
        (0.90, 546, 0.8868623, 0.9119356),
        (0.89, 680, 0.8771189, 0.9018203),
    ],
)
def test_the_documented_intervals_of_vcmeta(
    alpha: float, people: int, lower: float, upper: float
) -> None:
    """Studies 1 to 4 in the documentation of R's vcmeta, ``meta.ave.cronbach``: ten items."""
    assert alpha_interval(alpha, people, 10) == pytest.approx((lower, upper), abs=5e-8)


def test_it_is_near_feldts_interval() -> None:
    """Feldt's (1965), as the documentation of R's statpsych gives it for ``ci.cronbach``."""
    assert alpha_interval(0.85, 89, 7) == pytest.approx((0.7971254, 0.8931436), abs=0.002)


@given(SCORES)
def test_agrees_with_the_formula_by_hand(scores: np.ndarray) -> None:
    people, items = scores.shape
    columns = scores.T.tolist()
    sums = [sum(row) for row in scores.tolist()]
    found = cronbach(scores)
    if variance(sums) == 0:
        assert np.isnan(found)
    else:
        parts = sum(variance(column) for column in columns)
        assert found == pytest.approx(items / (items - 1) * (1 - parts / variance(sums)))
        assert found <= 1 + 1e-12


@given(st.floats(-3, 1), st.integers(10, 300), st.integers(2, 12))
def test_the_interval_has_the_alpha_inside(alpha: float, people: int, items: int) -> None:
    lower, upper = alpha_interval(alpha, people, items)
    assert lower <= alpha <= upper <= 1
    wider = alpha_interval(alpha, people, items, level=0.99)
    assert wider[0] <= lower
    assert upper <= wider[1]


def test_a_dimension_is_told_from_those_who_answered_it_all(core: Instrument) -> None:
    whole = varied(15)
    found = consistency(table(core, [*whole, [5, 0, 1, 5], [-1, 1, 5, 1]]), core, 5)
    row = found.loc[core.dimensions[0].id]
    alpha = cronbach(whole)
    assert 0 < alpha < 1
    assert row.tolist() == [4, 15, alpha, *alpha_interval(alpha, 15, 4)]
    assert found.iloc[1:]["items"].tolist() == [4, 4]
    assert found.iloc[1:].drop(columns="items").isna().all(axis=None)


def test_reversed_items_are_turned(core: Instrument, turned: Instrument) -> None:
    rows = varied(15)
    flipped = [[6 - first, *rest] for first, *rest in rows]
    pd.testing.assert_frame_equal(
        consistency(table(turned, flipped), turned, 5), consistency(table(core, rows), core, 5)
    )


@pytest.mark.parametrize("rows", [varied(9), [[3, 4, 3, 4]] * 12])
def test_few_people_and_equal_answers_have_none(core: Instrument, rows: list[list[int]]) -> None:
    found = consistency(table(core, rows), core, 3)
    assert found.drop(columns="items").isna().all(axis=None)


def test_one_item_has_none(core: Instrument) -> None:
    first = core.dimensions[0]
    alone = first.model_copy(update={"items": first.items[:1]})
    asked = core.model_copy(update={"dimensions": (alone,)})
    found = consistency(table(core, varied(12)), asked, 5)
    assert found["items"].tolist() == [1]
    assert found.drop(columns="items").isna().all(axis=None)


@pytest.mark.parametrize("minimum", [2, 11, None])
def test_limits_that_do_not(core: Instrument, minimum: int) -> None:
    with pytest.raises(ValueError, match="whole number from 3 to 10"):
        consistency(table(core, varied(12)), core, minimum)


@pytest.mark.parametrize("arguments", [(1.1, 20, 4), (0.5, 2, 4), (0.5, 20, 1), (0.5, 20, 4, 1.0)])
def test_intervals_that_can_not_be(arguments: tuple[float, int, int]) -> None:
    with pytest.raises(ValueError, match="needs an alpha"):
        alpha_interval(*arguments)
