"""The ranked dots, and the same in three languages."""

import json
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verkostotyokalut.analysis.kinds.dots import DotsResults, collect, results
from verkostotyokalut.charts import Picture, Size, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

MINIMUM = 3  # of five people it tells each dot
VOTES = [
    {"asiakas": 2, "visio": 1},
    {"asiakas": 2},
    {"asiakas": 1, "sujuvuus": 2},
    {"visio": 2},
    {"sujuvuus": 1},
]


@pytest.fixture
def asked() -> Instrument:
    return instrument("tavoitteet")


def counted(asked: Instrument, votes: list[dict[str, int]], minimum: int = MINIMUM) -> DotsResults:
    collected = collect(asked)
    item = asked.item_ids[0]
    collected.update((f"p{n}", item, vote) for n, vote in enumerate(votes))
    return results(collected, asked, minimum)


def draw(
    asked: Instrument,
    votes: list[dict[str, int]],
    language: Language = "fi",
    size: Size = "screen",
) -> Picture:
    [drawer] = pictures(asked, language, size)
    return drawer.draw(counted(asked, votes), MINIMUM)


def dots(picture: Picture) -> int:
    return sum(
        len(re.findall("M", shape["path"]))
        for shape in picture.figure["layout"]["shapes"]
        if shape["opacity"] == 0.85
    )


@pytest.mark.parametrize("size", ["screen", "console"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_json_and_shows_every_dot(
    asked: Instrument, language: Language, size: Size
) -> None:
    picture = draw(asked, VOTES, language, size)
    assert json.loads(figure_json(picture.figure)) == picture.figure
    assert dots(picture) == 11
    texts = picture.figure["data"][0]["text"]
    assert {"<b>5</b>", "<b>3</b>", "<b>0</b>", "1.", "2.–3."} <= set(texts)


@pytest.mark.parametrize(
    ("language", "caption", "columns"),
    [
        (
            "fi",
            "Eniten pisteitä: Asiakkaan hyvä palvelu (5). "
            "Tasatilanteessa myös: Sujuva työ, Päämäärä tai visio (3). "
            "Ilman pisteitä: Yhteinen ilmiö.",
            ["Sija", "Vaihtoehto", "Pisteitä", "Vastaajia"],
        ),
        (
            "sv",
            "Flest poäng: God service för kunden (5). "
            "På delad plats också: Smidigt arbete, Ett mål eller en vision (3). "
            "Utan poäng: En gemensam företeelse.",
            ["Placering", "Alternativ", "Poäng", "Personer"],
        ),
        (
            "en",
            "Most dots: Good service for clients (5). "
            "Also tied: Smooth work, An aim or a vision (3). "
            "Without dots: A shared phenomenon.",
            ["Place", "Option", "Dots", "People"],
        ),
    ],
)
def test_the_same_in_words(
    asked: Instrument, language: Language, caption: str, columns: list[str]
) -> None:
    twin = draw(asked, VOTES, language).twin
    assert twin["caption"] == caption
    assert twin["columns"] == columns
    numbers = [[place, dots, people] for place, _, dots, people in twin["rows"]]
    assert numbers == [["1.", "5", "3"], ["2.–3.", "3", "2"], ["2.–3.", "3", "2"], ["–", "0", "0"]]


def test_a_tie_for_the_most_is_told(asked: Instrument) -> None:
    twin = draw(asked, [{"asiakas": 1, "ilmio": 1}] * 5).twin
    assert twin["caption"].startswith(
        "Eniten pisteitä, tasatilanteessa: Asiakkaan hyvä palvelu, Yhteinen ilmiö (kullakin 5)."
    )


def test_hidden_votes_show_nothing_but_that(asked: Instrument) -> None:
    picture = draw(asked, VOTES[:4])
    assert dots(picture) == 0
    texts = picture.figure["data"][0]["text"]
    assert texts.count("alle 5 vastausta") == 1
    labels = [option.label.fi for option in asked.question.options]
    assert [text for text in texts if text in labels] == labels
    assert picture.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert [row[1:] for row in picture.twin["rows"]] == [[label, "–", "–"] for label in labels]


def test_nobody_has_answered_alone_yet(asked: Instrument) -> None:
    [drawer] = pictures(asked, "en", "console")
    empty = results(collect(asked), asked, None)
    assert drawer.draw(empty, 1).twin["caption"] == "No answers yet."


@settings(max_examples=8, deadline=None)
@given(st.integers(5, 300), st.sampled_from(["tavoitteet", "hyodyt"]), st.booleans())
def test_dots_stay_in_their_rows(people: int, name: str, gathered: bool) -> None:
    asked = instrument(name)
    chance = random.Random(people)
    votes = [asked.question.imagine(chance, float(gathered), "a") for _ in range(people)]
    picture = draw(asked, votes)
    assert dots(picture) == sum(sum(vote.values()) for vote in votes)
    drawn = [s for s in picture.figure["layout"]["shapes"] if s["opacity"] == 0.85][0]["path"]
    xs = [float(x) for x in re.findall(r"[ ,CS](\d[\d.]*),\d", drawn)]
    assert min(xs) > 412
    assert max(xs) < 1270
