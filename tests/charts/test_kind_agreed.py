"""The agreement board and its dimensions, drawn and in words."""

from typing import Any

import pytest

from verkostotyokalut.analysis.kinds import agreed
from verkostotyokalut.charts import Picture, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

from .conftest import imagined, large_and_inside


@pytest.fixture
def ways() -> Instrument:
    return instrument("toimintatavat")


def drawn(
    ways: Instrument, found: Any, language: Language = "fi", size: Any = "screen"
) -> list[Picture]:
    return [drawer.draw(found, 5) for drawer in pictures(ways, language, size)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_json_with_large_text_inside_the_box(
    ways: Instrument, language: Language
) -> None:
    shown = drawn(ways, imagined(ways), language)
    assert len(shown) == 2
    for picture in shown:
        assert "NaN" not in figure_json(picture.figure)
        large_and_inside(picture.figure)
    assert len(drawn(ways, imagined(ways), language, "console")) == 1


def test_the_twins_tell_what_is_least_agreed_and_most_disputed(ways: Instrument) -> None:
    answers = agreed.collect(ways)
    for item in ways.item_ids:
        answers.update((str(who), item, "agreed") for who in range(8))
    answers.update((str(who), "tieto.paatokset", "not_yet") for who in range(4))
    answers.update((str(who), "jasenet.roolit", "under_way") for who in range(6))
    dimensions, board = drawn(ways, agreed.results(answers, ways, 5), "en")
    assert board.twin["caption"] == (
        "Least agreed: Roles (25% say agreed). Most disputed: Decisions."
    )
    assert len(board.twin["rows"]) == 15
    assert board.twin["rows"][5] == ["Information, decisions", "Decisions", *"40408"]
    assert dimensions.twin["caption"] == "Most say agreed on 13 of 15 ways of working."
    assert dimensions.twin["rows"][2][:3] == ["Members and roles", "2/3", "18"]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "alle 8 vastausta"), ("sv", "8"), ("en", "under 8 answers")]
)
@pytest.mark.parametrize("people", [4, 7])
def test_a_small_group_sees_only_that_it_is_small(
    ways: Instrument, language: Language, words: str, people: int
) -> None:
    for picture in drawn(ways, imagined(ways, people), language):
        assert words in picture.twin["caption"]
        texts = picture.figure["data"][0]["text"]
        assert sum(words in text for text in texts) == len(picture.twin["rows"])
        assert not any("<b>" in text and text[3].isdigit() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_the_readers_language(ways: Instrument, language: Language) -> None:
    dimensions, board = drawn(ways, imagined(ways), language)
    expected = {
        "fi": ("Enemmistön mielestä", "Vähiten sovittu:"),
        "sv": ("Enligt de flesta", "Minst avtalat:"),
        "en": ("Most say agreed on", "Least agreed:"),
    }[language]
    assert dimensions.twin["caption"].startswith(expected[0])
    assert board.twin["caption"].startswith(expected[1])


def test_an_empty_own_board_can_be_drawn(ways: Instrument) -> None:
    for picture in drawn(ways, imagined(ways, 0, None)):
        assert "NaN" not in figure_json(picture.figure)
        assert picture.twin["caption"] == "Ei vielä vastauksia."


@pytest.mark.parametrize(
    ("language", "most", "least"),
    [
        ("fi", "Enemmistö vastaa ”Tehty” 7 kohtaan, kohtia on 8.", "Harvimmin ”Tehty”: Tavoite"),
        ("sv", "De flesta svarar ”Gjort” på 7 punkter av 8.", "Mest sällan ”Gjort”: Målet"),
        ("en", "“Done” is what most say of 7 of 8.", "“Done” the least often: The goal"),
    ],
)
def test_a_checklist_speaks_of_its_own_states(language: Language, most: str, least: str) -> None:
    checklist = instrument("verkostojen-etsiminen")
    answers = agreed.collect(checklist)
    for item in checklist.item_ids:
        answers.update((str(who), item, "agreed") for who in range(8))
    answers.update((str(who), "ennen.tavoite", "not_yet") for who in range(5))
    dimensions, board = drawn(checklist, agreed.results(answers, checklist, 5), language)
    assert dimensions.twin["caption"] == most
    assert board.twin["caption"].startswith(least)
    names = board.twin["columns"][2:5]
    assert names[0] in most
    for words in ("Sovittu", "Avtalat", "Agreed"):
        assert words not in figure_json(dimensions.figure) + figure_json(board.figure)
