"""The pictures of the kind ``scale`` that the content chooses, and the same in words."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from verkostotyokalut.analysis import Results, numbers, own_results
from verkostotyokalut.charts import Drawer, Size, figure_json, pictures, views
from verkostotyokalut.charts.kinds.scale.outlines import filled, outline
from verkostotyokalut.framework import LANGUAGES, LEADER, Instrument, Language, Shape, instrument

CORE, BALANCE = "ydinelementit", "koordinointi-ja-fasilitointi"
INSPIRING, TASKS = "innostaminen", "vetajan-tehtavat"
SHOWN = [(CORE, "chain"), (BALANCE, "sides"), (INSPIRING, "mirror"), (TASKS, "mirror")]


def room(
    asked: Instrument, values: list[int], leader: Mapping[int, Any] | None = None, hidden: int = 0
) -> Results:
    """Return results where six people give each item one value; the last have one answer only."""
    kind = numbers(asked)
    answers = kind.collect(asked)
    few = asked.item_ids[len(asked.items) - hidden :]
    for who in range(6):
        answers.update(
            (str(who), item, values[index % len(values)])
            for index, item in enumerate(asked.item_ids)
            if item not in few or who == 0
        )
    answers.update((LEADER, asked.item_ids[index], v) for index, v in (leader or {}).items())
    results: Results = kind.results(answers, asked, 5)
    return results


def only(name: str, picture: str, language: Language = "fi", size: Size = "screen") -> Drawer:
    asked = instrument(name)
    question = asked.question.model_copy(update={"pictures": (picture,)})
    (drawer,) = pictures(asked.model_copy(update={"question": question}), language, size)
    return drawer


def texts(figure: dict[str, Any]) -> list[str]:
    return [re.sub(r"</?[bi]>", "", text) for text in figure["data"][0]["text"]]


def dashes(figure: dict[str, Any]) -> list[str]:
    return [shape["line"]["dash"] for shape in figure["layout"]["shapes"]]


@pytest.mark.parametrize(
    ("name", "together"),
    [(CORE, [2, 1]), (BALANCE, [1, 1, 1]), (TASKS, [1, 1]), ("onnistumisen-avaimet", [2])],
)
def test_the_content_chooses_the_pictures(name: str, together: list[int]) -> None:
    asked = instrument(name)
    drawers = pictures(asked, "fi", "screen")
    assert [len(view) for view in views(drawers)] == together
    assert len({drawer.label for drawer in drawers}) == len(drawers)
    small = [drawer.label for drawer in pictures(asked, "fi", "console")]
    assert small[0] == drawers[0].label
    assert set(small) <= {drawer.label for drawer in drawers}


@pytest.mark.parametrize(("name", "picture"), SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
@pytest.mark.parametrize("hidden", [0, 1, 99])
def test_they_are_whole_in_every_language(
    name: str, picture: str, language: Language, size: Size, hidden: int
) -> None:
    asked = instrument(name)
    drawer = only(name, picture, language, size)
    hidden = min(hidden, len(asked.items))
    figure, twin = drawer.draw(room(asked, [4, 2, 5], {0: 2}, hidden), 5)
    assert "NaN" not in figure_json(figure)
    assert twin["caption"]
    assert {len(row) for row in twin["rows"]} == {len(twin["columns"])}
    trace, box = figure["data"][0], figure["layout"]["meta"]
    assert min(trace["textfont"]["size"]) >= (18 if size == "screen" else 10)
    for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True):
        half = (text.count("<br>") + 1) * 1.3 * em / 2
        assert half <= y + 6
        assert y + half <= box["height"] + 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_the_chain_stay_inside_when_everything_is_tied(language: Language) -> None:
    asked = instrument("syklin-vaiheet")
    figure = only("syklin-vaiheet", "chain", language).draw(room(asked, [5, 5, 1, 1]), 5).figure
    trace, box = figure["data"][0], figure["layout"]["meta"]
    lowest = max(
        y + (text.count("<br>") + 1) * 0.65 * em
        for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True)
    )
    assert lowest <= box["height"]


class TestChain:
    def test_a_strong_dimension_carries_the_next_one(self) -> None:
        asked = instrument(CORE)
        values = [4, 4, 4, 4, 3, 3, 3, 3, 5, 5, 5, 2]
        figure, twin = only(CORE, "chain").draw(room(asked, values), 5)
        assert texts(figure).count("kantaa") == 1
        assert texts(figure).count("vahvistettava") == 1
        assert dashes(figure).count("dash") == 1
        assert twin["caption"] == (
            "Heikoin lenkki: Luottamus (3). Tunteminen → Luottamus: kantaa. "
            "Luottamus → Sitoutuminen: vahvistettava."
        )
        assert [row[1] for row in twin["rows"]] == ["4", "3", "5"]
        assert twin["rows"][2][3:] == [
            "Halu luvata, Riittävä osaaminen, Esteet ja edellytykset (5)",
            "Lupausten pitäminen (2)",
            "4/4",
        ]

    def test_levels_that_are_equal(self) -> None:
        figure, twin = only(CORE, "chain", "en").draw(room(instrument(CORE), [4]), 5)
        assert twin["caption"].startswith("The level of every dimension is 4.")
        assert texts(figure).count("every item 4") == 3

    def test_a_hidden_dimension_has_no_level_and_carries_nothing(self) -> None:
        figure, twin = only(CORE, "chain").draw(room(instrument(CORE), [4], hidden=6), 5)
        assert texts(figure).count("alle 5 vastausta") == 1
        assert "ei näytetä: 2" in texts(figure)
        assert dashes(figure).count("dot") == 1
        assert twin["rows"][2][1:] == ["alle 5 vastausta", "–", "–", "–", "0/4"]
        assert twin["rows"][1][-1] == "2/4"

    def test_a_small_group_sees_nothing(self) -> None:
        figure, twin = only(CORE, "chain").draw(room(instrument(CORE), [4], hidden=12), 5)
        assert twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
        assert not {"kantaa", "vahvistettava", "4"} & set(texts(figure))

    @pytest.mark.parametrize("shape", ["circle", "square", "triangle", "diamond", "plain"])
    @pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
    def test_a_shape_is_filled_from_below(self, shape: Shape, share: float) -> None:
        drawn = filled(outline(shape, 100, 100, 50), share)
        ys = [float(y) for y in re.findall(r",([\d.]+)", drawn)]
        assert max(ys) == 150
        assert min(ys) == pytest.approx(150 - 100 * share, abs=0.1)
        assert filled(outline(shape, 100, 100, 50), 0) == ""


class TestSides:
    def test_the_mark_is_at_the_levels(self) -> None:
        asked = instrument(BALANCE)
        figure, twin = only(BALANCE, "sides").draw(room(asked, [4, 4, 4, 5, 2, 2, 3, 2]), 5)
        assert twin["caption"] == (
            "Vahvuus: Koordinointi (Koordinointi 4, Fasilitointi 2). "
            "Vahvempi: Koordinointi (ero 2)."
        )
        assert twin["rows"][0] == ["Koordinointi", "kaikki yhdessä", "4", "4–5", "–", "–"]
        trace = figure["data"][0]
        along = trace["x"][trace["text"].index("4")]  # the axis to the right is numbered first
        up = trace["y"][[i for i, text in enumerate(trace["text"]) if text == "2"][1]]
        mark = re.findall(r"([\d.]+),([\d.]+)", figure["layout"]["shapes"][-1]["path"])
        assert sum(float(x) for x, _ in mark) / len(mark) == pytest.approx(along, abs=2)
        assert sum(float(y) for _, y in mark) / len(mark) == pytest.approx(up, abs=2)
        assert {"Molemmat ovat vahvoja", "Molempia on rakennettava"} <= set(texts(figure))

    @pytest.mark.parametrize(
        ("values", "caption"),
        [
            ([4], "Both need building"),
            ([5], "Both are strong"),
            ([3], "On the line between the quarters"),
        ],
    )
    def test_the_caption_names_the_quarter(self, values: list[int], caption: str) -> None:
        values = [2] if "building" in caption else values
        asked = instrument(BALANCE)
        told = only(BALANCE, "sides", "en").draw(room(asked, values), 5).twin["caption"]
        assert told.startswith(caption)
        assert told.endswith("The two are in balance.")

    def test_there_is_no_mark_when_one_side_is_hidden(self) -> None:
        asked, drawer = instrument(BALANCE), only(BALANCE, "sides")
        whole, half = (drawer.draw(room(asked, [4], hidden=few), 5) for few in (0, 4))
        assert len(whole.figure["layout"]["shapes"]) == len(half.figure["layout"]["shapes"]) + 7
        assert texts(half.figure).count("alle 5 vastausta") == 1
        assert half.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
        assert half.twin["rows"][5][2] == "alle 5 vastausta"


class TestMirror:
    VALUES = (5, 4, 4, 3, 3, 3, 3, 2, 1, 1)

    def draw(self, leader: dict[int, Any], hidden: int = 0, language: Language = "fi") -> Any:
        asked = instrument(INSPIRING)
        return only(INSPIRING, "mirror", language).draw(
            room(asked, [*self.VALUES], leader, hidden), 5
        )

    def test_the_gap_is_drawn_and_told(self) -> None:
        figure, twin = self.draw({0: 2, 1: 5, 2: 4, 3: "dont_know"})
        assert twin["caption"].startswith(
            "Suurimmat erot: Motivaation lähteet (vetäjä 2, jäsenet 5), "
            "Vertaisuus (vetäjä 5, jäsenet 4). "
        )
        assert [row[6:8] for row in twin["rows"][:4]] == [
            ["2", "−3"],
            ["5", "+1"],
            ["4", "0"],
            ["–", "–"],
        ]
        assert {"−3", "+1", "0"} <= set(texts(figure))
        assert figure["layout"]["shapes"][-1]["path"].count("M") == 3  # the leader's rings

    def test_three_strongest_and_three_to_practise(self) -> None:
        figure, twin = self.draw({})
        assert (
            "Vahvinta jäsenten mielestä: Motivaation lähteet (5), Vertaisuus (4), "
            in (twin["caption"])
        )
        assert (
            "Harjoiteltavaa: Yhteinen palkitseminen (1), Hyöty omaan arkeen (1), "
            in (twin["caption"])
        )
        assert texts(figure).count("▲ vahvimpia") == 3
        assert texts(figure).count("▽ harjoiteltavia") == 3

    def test_ties_are_told(self) -> None:
        asked = instrument(INSPIRING)
        results = room(asked, [5, 4, 4, 4, 3, 3, 3, 3, 3, 3])
        figure, twin = only(INSPIRING, "mirror", "en").draw(results, 5)
        tie = "Tied (4): Equal footing, A place for everyone, Sense of belonging."
        assert tie in twin["caption"]
        assert texts(figure).count("▲ among the strongest") == 4
        assert texts(figure).count("▽ to practise") == 0

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("fi", "Vetäjä ei ole vastannut"),
            ("sv", "Ledaren har inte svarat"),
            ("en", "The leader hasn't answered"),
        ],
    )
    def test_a_leader_who_has_not_answered(self, language: Language, words: str) -> None:
        figure, twin = self.draw({}, language=language)
        assert twin["caption"].startswith(words)
        assert any(text.startswith(words) for text in texts(figure))
        assert {(row[6], row[7]) for row in twin["rows"]} == {("–", "–")}

    def test_the_leader_is_not_shown_where_the_members_are_hidden(self) -> None:
        leader = dict.fromkeys(range(10), 5)
        figure, twin = self.draw(leader, hidden=4)
        assert figure["layout"]["shapes"][-1]["path"].count("M") == 6
        assert twin["rows"][-1][2:] == [*["–"] * 6, "alle 5 vastausta"]
        other, _ = self.draw(leader | {9: 1, 8: 2}, hidden=4)
        assert other == figure

    def test_a_small_group_and_its_leader_see_nothing(self) -> None:
        figure, twin = self.draw({0: 5}, hidden=10)
        assert twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
        assert "Tulosta ei näytetä vielä: alle 5 vastausta." in texts(figure)

    def test_views_that_are_alike(self) -> None:
        _, twin = self.draw({0: 5, 1: 4}, language="en")
        assert twin["caption"].startswith("The leader and the members see every item much alike.")

    def test_ones_own_answers_are_a_profile(self) -> None:
        asked = instrument(TASKS)
        own = own_results(dict.fromkeys(asked.item_ids, 4), asked)
        profile, mirror = (only(TASKS, name, "fi", "console") for name in ("profile", "mirror"))
        assert mirror.draw(own, 1).figure == profile.draw(own, 1).figure
        assert "Vetäjä" not in mirror.draw(own, 1).twin["caption"]
