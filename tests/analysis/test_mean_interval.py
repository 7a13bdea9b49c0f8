"""The interval of a mean share beside all the samples that can be drawn, and beside the truth."""

from itertools import product

import numpy as np
import pytest

from verkostotyokalut.analysis.mean_interval import mean_interval

PEOPLE = np.array([[0, 100], [20, 80], [30, 70], [90, 10], [100, 0]], dtype=float)


def test_it_is_that_of_all_samples_that_can_be_drawn() -> None:
    every = np.array([PEOPLE[list(drawn)].mean(axis=0) for drawn in product(range(5), repeat=5)])
    exact = np.quantile(every, [0.025, 0.975], axis=0)
    assert mean_interval(PEOPLE) == pytest.approx(exact, abs=4)


def test_it_is_the_same_in_any_order_and_within_the_whole() -> None:
    found = mean_interval(PEOPLE)
    assert mean_interval(PEOPLE[::-1]).tolist() == found.tolist()
    assert (found >= 0).all() and (found <= 100).all() and (found[0] < found[1]).all()
    # What one part has more the other has less.
    assert found[0, 0] == pytest.approx(100 - found[1, 1])
    assert mean_interval([[40, 60]] * 9).tolist() == [[40, 60], [40, 60]]


def test_it_mostly_holds_the_mean_of_those_whom_the_room_stands_for() -> None:
    chance = np.random.default_rng(7)
    held = 0
    for _ in range(300):
        part = chance.beta(2, 3, size=20) * 100
        low, high = mean_interval(np.column_stack([part, 100 - part]))[:, 0]
        held += low <= 40 <= high
    assert 0.88 <= held / 300 <= 0.98


def test_nobody_has_no_interval() -> None:
    with pytest.raises(ValueError, match="somebody"):
        mean_interval(np.zeros((0, 3)))
