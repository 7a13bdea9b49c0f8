"""What may be shown of rows: counts, sums, places, and names that many mention."""

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import release
from verkostotyokalut.analysis.kinds import rows
from verkostotyokalut.analysis.kinds.rows import OTHERS, Portfolio, Results
from verkostotyokalut.framework import Instrument, instrument

ITEM = "salkku.verkostot"
ROLES = ("lukija", "osallistuja", "tekija", "rakentaja")
Row = dict[str, Any]


@pytest.fixture
def asked() -> Instrument:
    return instrument("verkostosalkku")


def collected(asked: Instrument, people: Iterable[list[Row]]) -> Any:
    answers = rows.collect(asked)
    for who, mine in enumerate(people):
        full = [{"id": f"row{n:03}", "name": "Kuntaliike", **row} for n, row in enumerate(mine)]
        answers.update([(str(who), ITEM, {"rows": full})])
    return answers


def of(asked: Instrument, people: Iterable[list[Row]], minimum: int | None = 3) -> Results:
    return rows.results(collected(asked, people), asked, minimum)


def portfolio(asked: Instrument, people: Iterable[list[Row]], minimum: int | None = 3) -> Portfolio:
    found = of(asked, people, minimum).portfolios[ITEM]
    assert found is not None
    return found


def role(which: str, hours: int | None = None, **more: Any) -> Row:
    return {"rooli": which, **({} if hours is None else {"tunnit": hours}), **more}


def test_rows_hours_and_medians_are_counted(asked: Instrument) -> None:
    found = portfolio(
        asked,
        [
            [role("lukija", 2), role("lukija", 3), role("tekija", 10)],
            [role("lukija", 1), role("tekija", 20)],
            [role("lukija", 0), role("tekija", 30)],
        ],
    )
    assert (found.n, found.rows, found.sum, found.median) == (3, 7, 66, 21)
    assert found.options.loc["lukija"].tolist() == [4, 6, 1]
    assert found.options.loc["tekija"].tolist() == [3, 60, 20]
    assert found.options.loc["osallistuja"].tolist()[:2] == [0, 0]
    assert found.options.loc[OTHERS].tolist()[:2] == [0, 0]


def test_places_are_counted_by_option_and_rows_that_ask_for_more_than_they_give(
    asked: Instrument,
) -> None:
    mine = [role("lukija", annan=5, saan=1), role("tekija", annan=2, saan=2), role("tekija")]
    found = portfolio(asked, [mine] * 5)
    assert found.cells is not None
    assert found.cells.loc["lukija", (5, 1)] == 5
    assert found.cells.loc["tekija", (2, 2)] == 5
    assert np.nansum(found.cells.to_numpy()) == 10
    assert found.flagged == 5
    assert portfolio(asked, [mine] * 4).cells is None


def test_nothing_is_shown_of_too_few(asked: Instrument) -> None:
    found = of(asked, [[role("lukija", 2)]] * 2)
    assert found.n is None
    assert found.portfolios[ITEM] is None


def test_hours_that_too_few_have_given_are_not_shown(asked: Instrument) -> None:
    found = portfolio(asked, [[role("lukija", 5)], [role("lukija", 5)], [role("lukija")]])
    assert np.isnan(found.sum)
    assert np.isnan(found.median)
    assert found.options.loc["lukija", "rows"] == 3
    assert np.isnan(found.options.loc["lukija", "sum"])


def test_a_lone_persons_option_cannot_be_told_by_subtraction(asked: Instrument) -> None:
    people = [[role("lukija", 1), role("osallistuja", 2)]] * 3 + [[role("lukija", 1)]]
    found = portfolio(asked, [*people, [role("rakentaja", 77)]])
    assert found.sum == 4 + 6 + 77
    hidden = found.options["rows"].isna()
    assert hidden.to_dict() == {
        "lukija": False,
        "osallistuja": True,  # the next smallest
        "tekija": False,
        "rakentaja": True,
        OTHERS: False,
    }
    assert found.options.loc["lukija"].tolist() == [4, 4, 1]


def test_two_small_options_are_not_enough_to_hide_one_another(asked: Instrument) -> None:
    people = [[role("lukija", 1), role("osallistuja", 2)]] * 5
    found = portfolio(asked, [*people, [role("tekija", 9)], [role("rakentaja", 8)]], 5)
    assert found.options["rows"].isna().sum() == 3


def test_on_the_map_the_rows_of_hidden_options_are_among_the_others(asked: Instrument) -> None:
    place = {"annan": 1, "saan": 1}
    people: list[list[Row]] = [[role("lukija", **place), role("osallistuja", **place)]] * 4
    found = portfolio(
        asked, [*people, [role("lukija", **place)], [role("rakentaja", annan=5, saan=5)]]
    )
    assert found.options["rows"].notna().tolist() == [True, False, True, False, True]
    assert found.cells is not None
    assert found.cells.loc["rakentaja"].isna().all()
    assert found.cells.loc[OTHERS, (5, 5)] == 1
    assert found.cells.loc[OTHERS, (1, 1)] == 4
    assert found.cells.loc["lukija", (1, 1)] == 5


def test_the_map_hides_an_option_of_which_the_numbers_are_shown(asked: Instrument) -> None:
    place = {"annan": 1, "saan": 1}
    people: list[list[Row]] = [[role("lukija", **place)]] * 6 + [[role("tekija", **place)]] * 4
    found = portfolio(asked, people)
    assert found.options.loc[["lukija", "tekija"], "rows"].tolist() == [6, 4]
    assert found.cells is not None
    assert found.cells.loc[["lukija", "tekija"]].isna().all(axis=None)
    assert found.cells.loc[OTHERS, (1, 1)] == 10


def test_only_names_that_enough_people_mention_are_shown(asked: Instrument) -> None:
    spellings = ["Kylät  yhdessä", "kylät yhdessä", "Kylät yhdessä", "KYLÄT YHDESSÄ", "Oma piiri"]
    people = [[{"name": name}, {"name": name}] for name in spellings]
    found = portfolio(asked, people, 4)
    assert found.names.to_dict() == {"Kylät yhdessä": 4}
    assert portfolio(asked, people, 5).names.empty
    assert found.own is None


def test_ones_own_rows_are_shown_whole(asked: Instrument) -> None:
    mine = [role("lukija", 4, name="Salainen", annan=3, saan=2), {"name": "Toinen"}]
    found = portfolio(asked, [mine], None)
    assert found.own is not None
    assert [row["name"] for row in found.own] == ["Salainen", "Toinen"]
    assert found.names.to_dict() == {"Salainen": 1, "Toinen": 1}
    assert (found.sum, found.flagged) == (4, 1)
    assert found.options.loc["lukija", "rows"] == 1
    assert found.cells is not None
    assert found.cells.loc["lukija", (3, 2)] == 1


PEOPLE = st.lists(
    st.lists(
        st.builds(
            role,
            st.sampled_from(ROLES[:3]),
            st.none() | st.integers(0, 80),
            annan=st.integers(1, 5),
            saan=st.integers(1, 5),
        ),
        min_size=1,
        max_size=3,
    ),
    min_size=3,
    max_size=14,
)


@given(PEOPLE, st.integers(3, 5))
def test_what_is_hidden_is_of_enough_people_all_together(
    people: list[list[Row]], minimum: int
) -> None:
    asked = instrument("verkostosalkku")
    found = of(asked, people, minimum).portfolios[ITEM]
    if found is None:
        assert len(people) < minimum
        return
    for column, told in (("rows", True), ("sum", not np.isnan(found.sum))):
        hidden = set(found.options.index[found.options[column].isna()])
        who = {
            (person, row["rooli"])
            for person, mine in enumerate(people)
            for row in mine
            if column == "rows" or "tunnit" in row
        }
        if told:
            unseen = {person for person, part in who if part in hidden}
            assert not unseen or len(unseen) >= minimum
        for part in set(ROLES) - hidden:
            known = {person for person, mine in who if mine == part}
            assert not known or len(known) >= minimum


def test_phones_get_json_and_nothing_hidden(asked: Instrument) -> None:
    place = {"annan": 4, "saan": 1}
    people: list[list[Row]] = [[role("lukija", 2, **place), role("tekija", 1)]] * 3
    people += [[role("rakentaja", 77, name="Oma salaisuus")]]
    body = release(collected(asked, people), asked, 1, 3)
    assert json.loads(json.dumps(body["items"], allow_nan=False)) == {
        ITEM: {
            "n": 4,
            "rows": 7,
            "sum": 86,
            "flagged": 3,
            "options": {
                "lukija": None,
                "osallistuja": {"rows": 0, "sum": 0},
                "tekija": {"rows": 3, "sum": 3},
                "rakentaja": None,
            },
            "names": [{"name": "Kuntaliike", "n": 3}],
        }
    }
    assert release(collected(asked, people[:2]), asked, 1, 3)["items"] == {ITEM: None}
