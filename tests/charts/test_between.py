"""Who works with whom: the ties between groups, as a table and as a network."""

from typing import Any

import pytest

from tests.charts.conftest import large_and_inside
from verkostotyokalut.analysis import Comparison, Of, by_group
from verkostotyokalut.charts import comparison_pictures
from verkostotyokalut.charts.drawing import figure_json
from verkostotyokalut.charts.kinds.choice.between import ties
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

NAMES = ["Kunnat", "Järjestöt", "Yritykset", "Pöytä 7"]


@pytest.fixture
def asked() -> Instrument:
    return instrument("suhteet")


def compared(asked: Instrument, **sizes: int) -> Comparison:
    """Let each group trust the first half of the actors and not know the others."""
    groups = [(name.casefold(), name) for name in NAMES]
    rows: list[tuple[str, str, Any]] = []
    members = {}
    for name, _ in groups:
        for n in range(sizes.get(name, 0) if " " not in name else 8):
            members[f"{name}{n}"] = name
            for place, item in enumerate(asked.item_ids):
                rows.append((f"{name}{n}", item, "luotan" if place < 3 else "en-tunne"))
    return by_group(rows, asked, 5, groups, members)


def test_a_tie_has_the_share_of_each_end(asked: Instrument) -> None:
    found = compared(asked, kunnat=8, järjestöt=10, yritykset=12)
    shares = {(tie.one, tie.other): (tie.there, tie.back) for tie in ties(found, asked)}
    assert shares == {
        ("toimijat.kunta", "toimijat.jarjesto"): (1.0, 1.0),
        ("toimijat.kunta", "toimijat.yritys"): (0.0, 1.0),
        ("toimijat.jarjesto", "toimijat.yritys"): (0.0, 1.0),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_table_and_the_network_are_drawn(
    asked: Instrument, language: Language, size: Any
) -> None:
    found = compared(asked, kunnat=8, järjestöt=10, yritykset=12)
    drawers = comparison_pictures(asked, Of.GROUPS, language, size)
    assert len(drawers) == 2
    for drawer in drawers:
        picture = drawer.draw(found, 5)
        assert "NaN" not in figure_json(picture.figure)
        if size == "screen":
            large_and_inside(picture.figure)
    twin = drawers[1].draw(found, 5).twin
    assert len(twin["rows"]) == 3
    assert "100" in twin["caption"]


def test_a_hidden_group_has_no_tie_of_its_own(asked: Instrument) -> None:
    found = compared(asked, kunnat=8, järjestöt=10, yritykset=3)
    known = {(tie.one, tie.other): tie.known for tie in ties(found, asked)}
    assert all(len(shares) < 2 for pair, shares in known.items() if "toimijat.yritys" in pair)
    twin = comparison_pictures(asked, Of.GROUPS, "fi", "screen")[1].draw(found, 5).twin
    assert any("ei näytetä" in row for row in twin["rows"])
    assert {row[at + 1] for row in twin["rows"] for at in (2, 4) if row[at] == "ei näytetä"} == {
        "–"
    }


@pytest.mark.parametrize("sizes", [(8, 10, 12), (6, 8, 10), (6, 8, 3), (12, 5, 9)])
@pytest.mark.parametrize(
    ("language", "first"),
    [("fi", "Ensimmäisestä: n"), ("sv", "Från den första: n"), ("en", "From the first: n")],
)
def test_the_network_tells_of_how_many_a_share_is_as_the_table_does(
    asked: Instrument, sizes: tuple[int, ...], language: Language, first: str
) -> None:
    kunnat, jarjestot, yritykset = sizes
    found = compared(asked, kunnat=kunnat, järjestöt=jarjestot, yritykset=yritykset)
    table, network = (
        drawer.draw(found, 5).twin
        for drawer in comparison_pictures(asked, Of.GROUPS, language, "screen")
    )
    assert network["columns"][3] == first
    assert len(network["rows"]) == 3
    names = {item.label.into(language): item for item in asked.items}
    # whom, group, respondents, people, n, share
    of_table = {(row[1].casefold(), row[0]): (row[5], row[4]) for row in table["rows"]}
    for one, other, there, n_there, back, n_back in network["rows"]:
        for by, whom, share, n in ((one, other, there, n_there), (other, one, back, n_back)):
            told, of = of_table[names[by].label.fi.casefold(), whom]
            assert n == of
            assert share == told or (told == of == "–" and "%" not in share)


def test_groups_of_other_names_are_told_so(asked: Instrument) -> None:
    found = by_group([], asked, 5, [("a", "Pöytä 1"), ("b", "Pöytä 2")], {})
    picture = comparison_pictures(asked, Of.GROUPS, "fi", "screen")[1].draw(found, 5)
    assert picture.twin["caption"] == (
        "Kahdella ryhmällä ei ole samaa nimeä kuin niillä, joista kysyttiin."
    )
    assert picture.twin["rows"] == []


def test_rounds_are_compared_as_of_any_choice(asked: Instrument) -> None:
    assert len(comparison_pictures(asked, Of.ROUNDS, "fi", "screen")) > 2
