"""Counts, shares and moves of choices, and what is hidden of them."""

import json
from math import isnan
from typing import Any

import pytest

from verkostotyokalut.analysis import release
from verkostotyokalut.analysis.kinds import choice
from verkostotyokalut.framework import Instrument, instrument

from .conftest import collected

ITEM = "tyyppi.verkosto"
NOW = ["ylhaalta", "ylhaalta", "ylhaalta", "vapaa", "kaoottinen", "dont_know"]
WISH = ["yhdessa", "yhdessa", "ylhaalta", "yhdessa", "vapaa", "yhdessa"]


@pytest.fixture
def types() -> Instrument:
    return instrument("verkostotyypit")


def both(types: Instrument) -> Any:
    return collected(
        types, [{"now": now, "wanted": wish} for now, wish in zip(NOW, WISH, strict=True)]
    )


def test_counts_and_shares(types: Instrument) -> None:
    found = choice.results(both(types), types, 3)
    assert found.n == 6
    assert found.counts.loc[(ITEM, "now")].tolist() == [3, 0, 1, 1, 1, 0]
    assert found.counts.loc[(ITEM, "wanted")].tolist() == [1, 4, 1, 0, 0, 0]
    assert found.shares.loc[(ITEM, "now")].tolist() == pytest.approx([0.6, 0, 0.2, 0.2])
    assert found.shares.loc[(ITEM, "wanted")].sum() == pytest.approx(1)


def test_moves_are_of_those_who_gave_both(types: Instrument) -> None:
    answers = both(types)
    answers.update([("unsure", ITEM, {"now": "dont_know", "wanted": "dont_know"})])
    answers.update([("5", ITEM, None)])  # who chose only one
    row = choice.results(answers, types, 3).moves.loc[ITEM].to_dict()
    moves = {pair: count for pair, count in row.items() if count and isinstance(pair, tuple)}
    assert moves == {
        ("ylhaalta", "yhdessa"): 2,
        ("ylhaalta", "ylhaalta"): 1,
        ("vapaa", "yhdessa"): 1,
        ("kaoottinen", "vapaa"): 1,
    }
    assert (row["dont_know"], row["missing"]) == (1, 0)


def test_who_chose_only_one_is_not_told_by_the_moves(types: Instrument) -> None:
    """Beside the counts, the moves of nine would tell what the tenth chose."""
    answers = collected(types, [{"now": "ylhaalta", "wanted": "yhdessa"}] * 9)
    whole = choice.results(answers, types, 3)
    assert whole.moves.loc[ITEM].sum() == 9
    assert choice.of_a_part(whole).moves.isna().all(axis=None)
    answers.update([("late", ITEM, {"now": "vapaa"})])
    found = choice.results(answers, types, 3)
    assert found.counts.loc[(ITEM, "now"), "vapaa"] == 1
    row = found.moves.loc[ITEM]
    assert (row[("ylhaalta", "yhdessa")], row["missing"]) == (6, 4)
    own = choice.results(answers, types, None).moves.loc[ITEM]
    assert (own[("ylhaalta", "yhdessa")], own["missing"]) == (9, 1)


def test_each_view_and_the_moves_are_hidden_on_their_own(types: Instrument) -> None:
    answers = collected(types, [{"now": "vapaa"}] * 8 + [{"wanted": "yhdessa"}] * 7)
    found = choice.results(answers, types, 5)
    assert found.counts.loc[(ITEM, "now"), "vapaa"] == 8
    assert found.counts.loc[(ITEM, "wanted")].isna().all()
    assert found.shares.loc[(ITEM, "wanted")].isna().all()
    assert found.moves.isna().all(axis=None)
    assert choice.release(found)[ITEM] == {
        "now": {"n": 8, "counts": {"ylhaalta": 0, "yhdessa": 0, "vapaa": 8, "kaoottinen": 0}},
        "wanted": None,
    }


def test_dont_know_does_not_lift_an_item_over_the_limit(types: Instrument) -> None:
    answers = collected(types, [{"now": "vapaa"}] * 7 + [{"now": "dont_know"}] * 4)
    found = choice.results(answers, types, 5)
    assert found.counts.isna().all(axis=None)
    assert choice.release(found) == {ITEM: None}


def test_a_small_group_sees_nothing(types: Instrument) -> None:
    answers = collected(types, [{"now": "vapaa", "wanted": "yhdessa"}] * 4)
    assert choice.results(answers, types, 5).n is None
    released = release(answers, types, 1, 5)
    assert released["items"] == {ITEM: None}
    json.dumps(released, allow_nan=False)


def test_ones_own_answers_have_no_limit(types: Instrument) -> None:
    found = choice.results(collected(types, [{"wanted": "yhdessa"}]), types, None)
    assert found.n == 1
    assert found.counts.loc[(ITEM, "wanted"), "yhdessa"] == 1
    assert isnan(found.shares.loc[(ITEM, "now"), "vapaa"])


def test_without_the_wish_there_are_no_moves(types: Instrument) -> None:
    content = types.model_dump()
    content["question"]["wanted"] = False
    plain = Instrument.model_validate(content)
    found = choice.results(collected(plain, ["vapaa"] * 3 + ["yhdessa"] * 2), plain, 3)
    assert found.counts.index.tolist() == [(ITEM, "now")]
    assert found.moves.empty
    assert choice.release(found)[ITEM] == {
        "now": {"n": 5, "counts": {"ylhaalta": 0, "yhdessa": 2, "vapaa": 3, "kaoottinen": 0}}
    }
