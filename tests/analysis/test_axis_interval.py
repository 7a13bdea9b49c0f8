"""The interval of a median on an axis: that of the same answers on a scale of one axis."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis.axis_interval import axis_interval
from verkostotyokalut.analysis.interval import order_interval
from verkostotyokalut.analysis.kinds import axes
from verkostotyokalut.framework import instrument

ASKED = instrument("lahimuodot")
POINTS = ASKED.question.points
ITEM = ASKED.item_ids[0]
PLACE = st.tuples(*[st.integers(1, POINTS)] * 3)


def placed(places: list[tuple[int, int, int]], minimum: int | None = 5) -> axes.Results:
    collected = axes.collect(ASKED)
    collected.update((f"p{who}", ITEM, list(place)) for who, place in enumerate(places))
    return axes.results(collected, ASKED, minimum)


@given(st.lists(PLACE, min_size=8, max_size=40))
def test_it_is_of_the_answers_on_the_axis(places: list[tuple[int, int, int]]) -> None:
    results = placed(places)
    for at, axis in enumerate("xy"):
        chosen = [place[at] for place in places]
        counts = np.bincount(chosen, minlength=POINTS + 1)[None, 1:]
        found = axis_interval(results, axis).loc[ITEM]
        assert found.tolist() == order_interval(counts)[0].tolist()
        assert found["lower"] <= results.summary.loc[ITEM, axis] <= found["upper"]


def test_hidden_places_few_answers_and_the_third_axis_have_none() -> None:
    many = placed([(1, 2, 3)] * 8)
    assert axis_interval(many, "x").loc[ITEM, "lower":"upper"].tolist() == [1, 1]
    assert axis_interval(many, "z").isna().all(axis=None)
    assert axis_interval(many, "x").drop(ITEM).isna().all(axis=None)  # nobody has placed them
    assert axis_interval(placed([(1, 2, 3)] * 7), "x").isna().all(axis=None)
    assert axis_interval(placed([(1, 2, 3)] * 5, 3), "x").isna().all(axis=None)
