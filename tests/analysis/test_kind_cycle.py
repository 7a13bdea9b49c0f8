"""The kind cycle: counted by phase and part, hidden under the limit."""

import json

import pytest

from verkostotyokalut.analysis import Answers, release
from verkostotyokalut.analysis.kinds import cycle
from verkostotyokalut.framework import instrument

SYKLI = instrument("verkoston-sykli")
ITEM = "sykli.paikka"


def answers(*values: object) -> Answers:
    collected = cycle.collect(SYKLI)
    collected.update((str(who), ITEM, value) for who, value in enumerate(values))
    return collected


def at(phase: str, part: int) -> dict[str, object]:
    return {"phase": phase, "part": part}


def test_places_are_counted() -> None:
    places = [("sopiminen", 1), ("sopiminen", 3), ("arviointi", 3), ("arviointi", 3)]
    given = answers(*(at(*one) for one in places), at("sopiminen", 3), "dont_know")
    results = cycle.results(given, SYKLI, 3)
    counts = results.places[ITEM]
    assert counts is not None
    assert counts.loc["sopiminen"].tolist() == [1, 0, 2]
    assert counts.loc["arviointi"].tolist() == [0, 0, 2]
    assert counts.to_numpy().sum() == 5
    assert results.dont_know == {ITEM: 1}
    assert results.n == 6
    body = release(given, SYKLI, 1, 3)
    assert json.loads(json.dumps(body))["items"][ITEM] == {
        "n": 5,
        "phases": {"kokoaminen": 0, "sopiminen": 3, "eteneminen": 0, "arviointi": 2},
    }


def test_too_few_places_are_hidden() -> None:
    given = answers(*[at("sopiminen", 1), at("sopiminen", 2)] * 2, "dont_know")
    results = cycle.results(given, SYKLI, 3)
    assert results.places == {ITEM: None}
    assert results.dont_know == {ITEM: None}
    assert release(given, SYKLI, 1, 3)["items"] == {ITEM: None}


def test_an_answer_taken_back_is_gone() -> None:
    given = answers(at("sopiminen", 1))
    given.update([("0", ITEM, None)])
    assert given.answered == given.done == 0


def test_ones_own_is_shown_to_oneself() -> None:
    counts = cycle.results(answers(at("eteneminen", 2)), SYKLI, None).places[ITEM]
    assert counts is not None
    assert counts.loc["eteneminen", 2] == 1


def test_a_limit_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="3 to 10"):
        cycle.results(answers(), SYKLI, 2)


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([], []),
        ([at("sopiminen", 1), at("sopiminen", 3), at("arviointi", 3)], [("sopiminen", 2.0)]),
        (
            [at("arviointi", 3), at("arviointi", 3), at("kokoaminen", 1), at("kokoaminen", 2)],
            [("kokoaminen", 1.5), ("arviointi", 3.0)],
        ),
    ],
)
def test_main_places_are_the_most_chosen_phases(
    places: list[object], found: list[tuple[str, float]]
) -> None:
    counts = cycle.results(answers(*places), SYKLI, None).places[ITEM]
    assert counts is not None
    assert cycle.main_places(counts) == found
