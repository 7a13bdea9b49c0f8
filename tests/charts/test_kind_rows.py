"""The map and the portfolio of rows, drawn and in words."""

import random
from typing import Any

import pytest

from verkostotyokalut.analysis.kinds import rows
from verkostotyokalut.charts import Picture, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument
from verkostotyokalut.framework.kinds.rows import Rows

ITEM = "salkku.verkostot"
HOSTILE = ("<b>lihava</b>", "$x$ ja $y$", "&lt;a href=x&gt;")


@pytest.fixture
def asked() -> Instrument:
    return instrument("verkostosalkku")


def results(asked: Instrument, people: int = 24, minimum: int | None = 5) -> Any:
    answers, chance = rows.collect(asked), random.Random(3)
    for who in range(people):
        value = asked.question.imagine(chance, chance.random(), ITEM)
        answers.update([(str(who), ITEM, value)])
    return rows.results(answers, asked, minimum)


def of(asked: Instrument, people: list[list[dict[str, Any]]], minimum: int | None = 3) -> Any:
    answers = rows.collect(asked)
    for who, mine in enumerate(people):
        full = [{"id": f"row{n:03}", "name": "Kylät", **row} for n, row in enumerate(mine)]
        answers.update([(str(who), ITEM, {"rows": full})])
    return rows.results(answers, asked, minimum)


def drawn(
    asked: Instrument, found: Any, language: Language = "fi", size: Any = "screen", minimum: int = 5
) -> list[Picture]:
    return [drawer.draw(found, minimum) for drawer in pictures(asked, language, size)]


def shown(picture: Picture) -> str:
    return " ".join(picture.figure["data"][0]["text"])


@pytest.mark.parametrize("people", [0, 4, 5, 24, 300])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_json_with_large_text_inside_the_box(
    asked: Instrument, language: Language, people: int
) -> None:
    both = drawn(asked, results(asked, people), language)
    assert len(both) == 2
    for picture in both:
        assert "NaN" not in figure_json(picture.figure)
        trace, box = picture.figure["data"][0], picture.figure["layout"]["meta"]
        assert min(trace["textfont"]["size"]) >= 18
        for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True):
            half = (text.count("<br>") + 1) * 1.3 * em / 2
            assert half <= y + 6
            assert y + half <= box["height"] + 1
    assert len(drawn(asked, results(asked), language, "console")) == 1


def test_a_crowd_is_a_small_figure(asked: Instrument) -> None:
    on_map, portfolio = drawn(asked, results(asked, 300))
    assert len(figure_json(on_map.figure)) < 20_000
    assert len(figure_json(portfolio.figure)) < 20_000


def test_every_placed_row_is_a_dot(asked: Instrument) -> None:
    found = results(asked, 60)
    on_map = drawn(asked, found)[0]
    dots = [shape["dots"] for shape in on_map.figure["layout"]["shapes"] if shape.get("dots")]
    placed = found.portfolios[ITEM].cells.sum().sum()
    in_key = 4  # a mark of each role; three people haven't told theirs
    in_key += found.portfolios[ITEM].cells.loc[""].sum() > 0
    assert sum(run[2] for *_, runs in dots for run in runs) == placed + in_key


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        (
            "fi",
            "Verkostoja: 10 (n = 5). Yhteensä 50 h kuukaudessa. Vaatii enemmän kuin antaa: 5.",
            "Vähintään 3 mainitsee: Kylät (5).",
        ),
        (
            "sv",
            "Nätverk: 10 (n = 5). Sammanlagt 50 h i månaden. Kräver mer än det ger: 5.",
            "Minst 3 nämner: Kylät (5).",
        ),
        (
            "en",
            "Networks: 10 (n = 5). 50 h a month in all. Asks for more than it gives: 5.",
            "Mentioned by at least 3: Kylät (5).",
        ),
    ],
)
def test_the_twins_say_the_same(
    asked: Instrument, language: Language, words: str, names: str
) -> None:
    mine = [
        {"rooli": "lukija", "annan": 5, "saan": 1, "tunnit": 4},
        {"rooli": "tekija", "annan": 2, "saan": 2, "tunnit": 6},
    ]
    on_map, portfolio = drawn(asked, of(asked, [mine] * 5), language, minimum=3)
    assert on_map.twin["caption"] == words
    assert portfolio.twin["caption"] == f"{words} {names}"
    assert [row[:2] for row in on_map.twin["rows"]] == [["2", "2"], ["5", "1"]]
    assert on_map.twin["rows"][1][2:] == ["5", "0", "0", "0", "0"]
    assert [row[1:] for row in portfolio.twin["rows"]] == [
        ["5", "20", "4"],
        ["0", "0", "–"],
        ["5", "30", "6"],
        ["0", "0", "–"],
        ["10", "50", "10"],
    ]


def test_of_a_few_the_sums_are_told_and_no_places(asked: Instrument) -> None:
    mine = [{"rooli": "lukija", "annan": 5, "saan": 1, "tunnit": 4}]
    on_map, portfolio = drawn(asked, of(asked, [mine] * 4), minimum=3)
    assert portfolio.twin["rows"][-1][1:] == ["4", "16", "4"]
    assert on_map.twin["rows"] == []
    assert on_map.twin["caption"].startswith("Verkostoja: 4 (n = 4).")
    assert on_map.twin["caption"].endswith("Yksittäiset vastaukset näytetään, kun niitä on 5.")
    assert shown(on_map).count("alle 5 vastausta") == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "alle {n} vastausta"), ("sv", "färre än {n} svar"), ("en", "under {n} answers")],
)
def test_a_small_group_sees_only_that_it_is_small(
    asked: Instrument, language: Language, words: str
) -> None:
    for picture, least in zip(drawn(asked, results(asked, 4), language), (8, 5), strict=True):
        assert words.format(n=least) in picture.twin["caption"]
        assert words.format(n=least) in shown(picture)
        assert "Digitukiverkosto" not in figure_json(picture.figure)


def test_hidden_options_have_no_numbers(asked: Instrument) -> None:
    people = [[{"rooli": "lukija", "tunnit": 1}, {"rooli": "tekija", "tunnit": 2}]] * 3
    people += [[{"rooli": "lukija", "tunnit": 1}], [{"rooli": "rakentaja", "tunnit": 77}]]
    _, portfolio = drawn(asked, of(asked, people), "fi", minimum=3)
    cells = {row[0]: row[1:] for row in portfolio.twin["rows"]}
    assert cells["Aktiivinen rakentaja"] == cells["Tekijä"] == ["–", "–", "–"]
    assert cells["Lukija"] == ["4", "4", "1"]
    assert shown(portfolio).count("liian harva") == 2


@pytest.mark.parametrize("size", ["screen", "console"])
def test_ones_own_rows_have_their_names(asked: Instrument, size: str) -> None:
    own = [{"name": "Kylät", "annan": 2, "saan": 4, "rooli": "lukija"}, {"name": "Ei kartalla"}]
    found = of(asked, [own], None)
    on_map = drawn(asked, found, "fi", size, 1)[0]
    assert "Kylät<br><i>Lukija</i>" in shown(on_map)
    assert "Ei kartalla<br><i>ei kartalla</i>" in shown(on_map)
    assert on_map.twin["rows"][0] == ["Kylät", "–", "Lukija", "2", "4", "–", "–"]


def test_names_are_text_whatever_they_hold(asked: Instrument) -> None:
    everyone = [[{"name": name} for name in HOSTILE]] * 3
    for found, minimum in ((of(asked, everyone), 3), (of(asked, everyone[:1], None), 1)):
        for picture in drawn(asked, found, minimum=minimum):
            for text in picture.figure["data"][0]["text"]:
                assert "$" not in text
                assert "<b>lihava" not in text
                assert "<a" not in text
    portfolio = drawn(asked, of(asked, everyone), minimum=3)[1]
    assert "&lt;b&gt;lihava&lt;/b&gt; (3)" in shown(portfolio)
    assert "&#36;x&#36; ja &#36;y&#36; (3)" in shown(portfolio)
    assert "<b>lihava</b> (3)" in portfolio.twin["caption"]


def test_long_names_of_ones_own_stay_in_the_key(asked: Instrument) -> None:
    own = [{"name": "W" * 40, "annan": n % 5 + 1, "saan": 1} for n in range(8)]
    for size in ("screen", "console"):
        on_map = drawn(asked, of(asked, [own], None), "fi", size, 1)[0]
        assert "W" * 20 not in shown(on_map)
        assert "WW…" in shown(on_map)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_map_or_sums_the_portfolio_is_drawn_alone(
    asked: Instrument, language: Language
) -> None:
    question = Rows.model_validate(
        {
            **asked.question.model_dump(),
            "map": None,
            "sum": None,
            "colour": None,
            "flag": None,
        }
    )
    plain = asked.model_copy(update={"question": question})
    for size in ("screen", "console"):
        (only,) = drawn(plain, of(plain, [[{}]] * 5), language, size)
        assert "NaN" not in figure_json(only.figure)
        assert [row[1:] for row in only.twin["rows"]] == [["5"], ["5"]]


def test_an_empty_own_portfolio_can_be_drawn(asked: Instrument) -> None:
    for picture in drawn(asked, results(asked, 0, None)):
        assert "NaN" not in figure_json(picture.figure)
        assert picture.twin["caption"] == "Ei vielä vastauksia."
