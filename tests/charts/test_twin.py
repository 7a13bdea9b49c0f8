"""The pictures in words."""

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import Results, group_results, own_results
from verkostotyokalut.charts import Twin, items_twin, profile_twin
from verkostotyokalut.framework import LANGUAGES, Instrument, Language

from .conftest import Room


def of(core: Instrument, *columns: list[int]) -> Results:
    """Return results where the first items have these answers and the others are all 3."""
    people = len(columns[0])
    codes = np.full((people, len(core.items)), 3, dtype=np.int8)
    codes[:, : len(columns)] = np.array(columns, dtype=np.int8).T
    return group_results(pd.DataFrame(codes, columns=list(core.item_ids)), core, 5)


def test_the_strongest_and_the_weakest_are_named(core: Instrument) -> None:
    results = of(core, [4] * 4 + [5] * 4, [1] * 5 + [5] * 3)
    caption = profile_twin(*results[1:3], core, "fi")["caption"]
    strong, weak = (item.label.fi for item in core.items[:2])
    assert caption == f"Vahvin: {strong} (4,5). Heikoin: {weak} (1, kahtia jakautunut)."


def test_ties_are_all_named_or_counted(core: Instrument) -> None:
    caption = profile_twin(*of(core, [5] * 8, [5] * 8)[1:3], core, "fi")["caption"]
    assert caption.startswith(f"Vahvimmat: {core.items[0].label.fi}, {core.items[1].label.fi} (5).")
    assert caption.endswith(" ja 7 muuta (3).")


def test_a_label_that_others_share_is_named_with_its_dimension(core: Instrument) -> None:
    content = core.model_dump()
    content["dimensions"][1]["items"][0]["label"] = content["dimensions"][0]["items"][0]["label"]
    same = Instrument.model_validate(content)
    caption = profile_twin(*of(same, [5] * 6)[1:3], same, "fi")["caption"]
    assert caption.startswith(f"Vahvin: Tunteminen: {core.items[0].label.fi} (5).")


def test_all_the_same(core: Instrument) -> None:
    results = of(core, [3] * 8)
    assert profile_twin(*results[1:3], core, "fi")["caption"] == (
        "Kaikkien väittämien mediaani on 3."
    )
    assert items_twin(*results[1:3], core, "fi")["caption"] == (
        "Näkemykset ovat yksimielisiä kaikissa väittämissä."
    )


def test_too_few_for_each_answer_are_told_so(core: Instrument) -> None:
    twin = items_twin(*of(core, [3] * 7)[1:3], core, "fi")
    why = "Alle 8 vastauksesta kerrotaan vain mediaani."
    assert twin["caption"] == why
    assert profile_twin(*of(core, [5] * 7)[1:3], core, "fi")["caption"].endswith(f"(3). {why}")
    assert twin["rows"][0][2:10] == ["–"] * 7 + ["3"]
    assert twin["rows"][0][11:] == ["liian vähän vastauksia", "epävarma", "–", "7"]


def test_divided_views_come_before_scattered_ones(core: Instrument) -> None:
    scattered = [1, 2, 3, 4, 5, 3] * 2
    only = items_twin(*of(core, scattered)[1:3], core, "en")["caption"]
    both = items_twin(*of(core, scattered, [1, 1, 1, 5, 5, 5] * 2)[1:3], core, "en")["caption"]
    assert only == f"Views are scattered on: {core.items[0].label.en}."
    assert both == f"Views are divided on: {core.items[1].label.en}."


def test_hidden_items_say_why_and_show_no_number(core: Instrument, room: Room) -> None:
    results = room(hidden=1)
    for twin in (
        profile_twin(*results[1:3], core, "fi"),
        items_twin(*results[1:3], core, "fi"),
    ):
        assert "alle 5 vastausta" in twin["rows"][0]
        assert set(twin["rows"][0][2:]) == {"–", "alle 5 vastausta"}


def test_a_group_that_is_too_small_is_told_so(core: Instrument, room: Room) -> None:
    results = room(3)
    told = "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert profile_twin(*results[1:3], core, "fi")["caption"] == told
    assert items_twin(*results[1:3], core, "fi")["caption"] == told


def test_one_person_has_nobody_to_agree_with(core: Instrument) -> None:
    own = own_results({core.item_ids[0]: 4, core.item_ids[1]: 2}, core)
    assert items_twin(*own[1:3], core, "en")["caption"].startswith("One person's answers")
    caption = profile_twin(*own[1:3], core, "en")["caption"]
    assert caption.endswith(f"Weakest: {core.items[1].label.en} (2).")
    assert items_twin(*own_results({}, core)[1:3], core, "en")["caption"] == "No answers yet."


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_whole_and_of_words(core: Instrument, room: Room, language: Language) -> None:
    results = room()
    twins: list[Twin] = [
        profile_twin(*results[1:3], core, language),
        items_twin(*results[1:3], core, language),
    ]
    for twin in twins:
        assert len(twin["rows"]) == 12
        assert all(len(row) == len(twin["columns"]) for row in twin["rows"])
        assert all(isinstance(cell, str) and cell for row in twin["rows"] for cell in row)
        assert len(set(twin["columns"])) == len(twin["columns"])


def test_decimals_are_the_languages(core: Instrument) -> None:
    results = of(core, [4, 4, 4, 5, 5, 5])
    written = {
        language: profile_twin(*results[1:3], core, language)["rows"][0][2]
        for language in LANGUAGES
    }
    assert written == {"fi": "4,5", "sv": "4,5", "en": "4.5"}
