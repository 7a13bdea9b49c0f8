"""How sure each median is, in the twins of a scale: intervals, too few for one, and lights."""

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import group_results, own_results
from verkostotyokalut.charts import items_twin, pictures, profile_twin
from verkostotyokalut.charts.sureness import sure_cells
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

EIGHT = [4, 5, 5, 4, 4, 4, 4, 5], [2, 2, 2, 2, 1, 1, 2, 1], [1, 3, 4, 4, 4, 5, 1, 5], [3] * 8


def cells(asked: Instrument, *columns: list[int], turned: bool = True) -> list[list[str]]:
    """Return the cells of the first items, which have these answers, in English."""
    codes = np.zeros((len(columns[0]), len(asked.items)), dtype=np.int8)
    codes[:, : len(columns)] = np.array(columns, dtype=np.int8).T
    found = group_results(pd.DataFrame(codes, columns=list(asked.item_ids)), asked, 5)
    told = sure_cells(found.distribution, found.summary, asked, "en", turned=turned)
    assert list(told) == list(asked.item_ids)
    return list(told.values())


def test_an_item_has_its_interval_with_its_coverage_and_its_light(core: Instrument) -> None:
    # of eight, from the lowest to the highest: 1 - 2 / 2 ** 8
    assert cells(core, *EIGHT)[:4] == [
        ["4–5 (99%)", "strength"],
        ["1–2 (99%)", "concern"],
        ["1–5 (99%)", "uncertain"],
        ["3–3 (99%)", "to discuss"],
    ]


def test_too_few_for_an_interval_say_so_and_the_hidden_say_nothing(core: Instrument) -> None:
    assert cells(core, [4] * 7)[0] == ["too few answers", "uncertain"]
    assert cells(core, [4] * 4)[0] == ["–", "–"]
    assert cells(core, [4] * 8)[1] == ["–", "–"]  # nobody has answered
    own = own_results({core.item_ids[0]: 4}, core)
    told = sure_cells(own.distribution, own.summary, core, "en")
    assert told[core.item_ids[0]] == ["too few answers", "uncertain"]


def test_an_interval_is_turned_as_the_median_beside_it_and_the_light_is_of_strength(
    core: Instrument,
) -> None:
    content = core.model_dump()
    content["dimensions"][0]["items"][1]["reversed"] = True
    turned = Instrument.model_validate(content)
    assert cells(turned, *EIGHT)[1] == ["4–5 (99%)", "strength"]
    assert cells(turned, *EIGHT, turned=False)[1] == ["1–2 (99%)", "strength"]


@pytest.mark.parametrize(
    ("language", "interval", "light"),
    [
        ("fi", "95 %:n väli (peitto)", "Valo"),
        ("sv", "95 % intervall (täckning)", "Ljus"),
        ("en", "95% interval (its coverage)", "Light"),
    ],
)
def test_the_twins_of_the_items_tell_it(
    core: Instrument, language: Language, interval: str, light: str
) -> None:
    codes = np.array([EIGHT[0]] * len(core.items), dtype=np.int8).T
    found = group_results(pd.DataFrame(codes, columns=list(core.item_ids)), core, 5)
    for twin_of in (profile_twin, items_twin):
        twin = twin_of(found.distribution, found.summary, core, language)
        row = dict(zip(twin["columns"], twin["rows"][0], strict=True))
        assert row[interval].startswith("4–5 (99")
        assert row[light] == {"fi": "vahvuus", "sv": "styrka", "en": "strength"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["ydinelementit", "innostaminen", "onnistumisen-edellytykset"])
def test_the_consoles_panels_tell_it_too(name: str, language: Language) -> None:
    asked = instrument(name)
    codes = np.full((9, len(asked.items)), 4, dtype=np.int8)
    found = group_results(pd.DataFrame(codes, columns=list(asked.item_ids)), asked, 5)
    twin = pictures(asked, language, "console")[0].draw(found, 5).twin
    assert all(len(row) == len(twin["columns"]) for row in twin["rows"])
    lit = {"fi": "vahvuus", "sv": "styrka", "en": "strength"}[language]
    assert sum(lit in row for row in twin["rows"]) == len(asked.items)
