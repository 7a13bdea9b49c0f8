"""The agreement board and its dimensions, drawn and in words."""

import random
from typing import Any

import pytest

from verkostotyokalut.analysis.kinds import agreed
from verkostotyokalut.charts import Picture, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument


@pytest.fixture
def ways() -> Instrument:
    return instrument("toimintatavat")


def results(ways: Instrument, people: int = 24, minimum: int | None = 5) -> Any:
    answers, chance = agreed.collect(ways), random.Random(3)
    for who in range(people):
        answers.update(
            (str(who), item, ways.question.imagine(chance, chance.random()))
            for item in ways.item_ids
        )
    return agreed.results(answers, ways, minimum)


def drawn(
    ways: Instrument, found: Any, language: Language = "fi", size: Any = "screen"
) -> list[Picture]:
    return [drawer.draw(found, 5) for drawer in pictures(ways, language, size)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_json_with_large_text_inside_the_box(
    ways: Instrument, language: Language
) -> None:
    shown = drawn(ways, results(ways), language)
    assert len(shown) == 2
    for picture in shown:
        assert "NaN" not in figure_json(picture.figure)
        trace, box = picture.figure["data"][0], picture.figure["layout"]["meta"]
        assert min(trace["textfont"]["size"]) >= 18
        for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True):
            half = (text.count("<br>") + 1) * 1.3 * em / 2
            assert half <= y + 6
            assert y + half <= box["height"] + 1
    assert len(drawn(ways, results(ways), language, "console")) == 1


def test_the_twins_tell_what_is_least_agreed_and_most_disputed(ways: Instrument) -> None:
    answers = agreed.collect(ways)
    for item in ways.item_ids:
        answers.update((str(who), item, "agreed") for who in range(6))
    answers.update((str(who), "tieto.paatokset", "not_yet") for who in range(3))
    answers.update((str(who), "jasenet.roolit", "under_way") for who in range(4))
    dimensions, board = drawn(ways, agreed.results(answers, ways, 5), "en")
    assert board.twin["caption"] == (
        "Least agreed: Roles (33% say agreed). Most disputed: Decisions."
    )
    assert len(board.twin["rows"]) == 15
    assert board.twin["rows"][5] == ["Information, decisions", "Decisions", *"30306"]
    assert dimensions.twin["caption"] == "Most say agreed on 13 of 15 ways of working."
    assert dimensions.twin["rows"][2][:3] == ["Members and roles", "2/3", "14"]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "alle 5 vastausta"), ("sv", "5"), ("en", "under 5 answers")]
)
def test_a_small_group_sees_only_that_it_is_small(
    ways: Instrument, language: Language, words: str
) -> None:
    for picture in drawn(ways, results(ways, 4), language):
        assert words in picture.twin["caption"]
        texts = picture.figure["data"][0]["text"]
        assert sum(words in text for text in texts) == len(picture.twin["rows"])
        assert not any("<b>" in text and text[3].isdigit() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_the_readers_language(ways: Instrument, language: Language) -> None:
    dimensions, board = drawn(ways, results(ways), language)
    expected = {
        "fi": ("Enemmistön mielestä", "Vähiten sovittu:"),
        "sv": ("Enligt de flesta", "Minst avtalat:"),
        "en": ("Most say agreed on", "Least agreed:"),
    }[language]
    assert dimensions.twin["caption"].startswith(expected[0])
    assert board.twin["caption"].startswith(expected[1])


def test_an_empty_own_board_can_be_drawn(ways: Instrument) -> None:
    for picture in drawn(ways, results(ways, 0, None)):
        assert "NaN" not in figure_json(picture.figure)
        assert picture.twin["caption"] == "Ei vielä vastauksia."
