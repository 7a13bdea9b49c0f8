"""Dots counted by hand, ranked with their ties, and hidden where too few have voted."""

import json

import pytest

from verkostotyokalut.analysis import Answers, numbers
from verkostotyokalut.analysis.kinds.dots import collect, ranking, release, results
from verkostotyokalut.framework import Instrument, instrument

ITEM = "hyoty.toivottu"
VOTES = [
    {"laatu": 3, "ideat": 2},
    {"laatu": 1, "ideat": 1, "asiakkaat": 3},
    {"laatu": 2},
    {"tilat": 1, "asiakkaat": 1},
    {"laatu": 1, "tilat": 3},
]


@pytest.fixture
def asked() -> Instrument:
    return instrument("hyodyt")


def votes_of(asked: Instrument, count: int) -> Answers:
    collected = collect(asked)
    collected.update((f"p{n}", ITEM, vote) for n, vote in enumerate(VOTES[:count]))
    return collected


def test_dots_and_people_by_option(asked: Instrument) -> None:
    found = results(votes_of(asked, 5), asked, 3)
    assert found.n == 5
    votes = found.votes[ITEM]
    assert votes is not None
    assert votes.n == 5
    assert votes.options.loc[["laatu", "ideat", "asiakkaat", "tilat", "osaaminen"]].to_dict(
        "list"
    ) == {"dots": [7, 3, 4, 4, 0], "people": [4, 2, 2, 2, 0]}
    assert votes.options["dots"].sum() == sum(sum(vote.values()) for vote in VOTES)


def test_ties_share_their_places(asked: Instrument) -> None:
    votes = results(votes_of(asked, 5), asked, 3).votes[ITEM]
    assert votes is not None
    ranked = ranking(votes.options)
    assert list(ranked.index[:4]) == ["laatu", "tilat", "asiakkaat", "ideat"]
    assert ranked["first"].tolist() == [1, 2, 2, 4, 5, 5, 5, 5, 5]
    assert ranked["last"].tolist() == [1, 3, 3, 4, 9, 9, 9, 9, 9]


def test_fewer_voters_than_the_limit_hide_everything(asked: Instrument) -> None:
    found = results(votes_of(asked, 4), asked, 5)
    assert found.n is None
    assert found.votes == {ITEM: None}
    assert release(found) == {ITEM: None}


def test_a_vote_taken_back_is_no_vote(asked: Instrument) -> None:
    collected = votes_of(asked, 5)
    collected.update([("p0", ITEM, None)])
    assert results(collected, asked, 3).votes[ITEM] is None


def test_ones_own_votes_have_no_limit(asked: Instrument) -> None:
    votes = results(votes_of(asked, 1), asked, None).votes[ITEM]
    assert votes is not None
    assert votes.options.loc["laatu"].to_dict() == {"dots": 3, "people": 1}


@pytest.mark.parametrize("minimum", [0, 2, 11])
def test_the_limit_has_limits(asked: Instrument, minimum: int) -> None:
    with pytest.raises(ValueError, match="disclosure limit"):
        results(votes_of(asked, 5), asked, minimum)


def test_phones_get_plain_json(asked: Instrument) -> None:
    released = numbers(asked).release(results(votes_of(asked, 5), asked, 3))
    assert json.loads(json.dumps(released)) == released
    assert released[ITEM]["n"] == 5
    assert released[ITEM]["dots"]["laatu"] == 7
    assert released[ITEM]["people"]["laatu"] == 4
    assert set(released[ITEM]["dots"]) == {option.id for option in asked.question.options}
