"""The shares and the moves of choices, drawn and in words."""

from typing import Any

import pytest

from verkostotyokalut.analysis.kinds import choice
from verkostotyokalut.charts import Picture, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

from .conftest import imagined, large_and_inside

NAMES = ["verkostotyypit", "riittava-tulos", "yhteistyon-syvyys"]


def drawn(
    asked: Instrument, found: Any, language: Language = "fi", size: Any = "screen"
) -> list[Picture]:
    return [drawer.draw(found, 5) for drawer in pictures(asked, language, size)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_json_with_large_text_inside_the_box(name: str, language: Language) -> None:
    asked = instrument(name)
    shown = drawn(asked, imagined(asked), language)
    assert len(shown) == 2
    for picture in shown:
        assert "NaN" not in figure_json(picture.figure)
        large_and_inside(picture.figure)
    assert len(drawn(asked, imagined(asked), language, "console")) == 1


def test_the_twin_tells_shares_and_moves() -> None:
    asked = instrument("riittava-tulos")
    answers = choice.collect(asked)
    wish = {"now": "tutustuminen", "wanted": "yhteinen"}
    same = {"now": "tiedonvaihto", "wanted": "tiedonvaihto"}
    rows = [wish] * 8 + [same] * 2 + [{"now": "dont_know"}]
    answers.update((str(who), "tulos.verkosto", value) for who, value in enumerate(rows))
    shares, moves = drawn(asked, choice.results(answers, asked, 5), "en")
    assert shares.twin["caption"] == (
        "Most have chosen now: Getting to know others (80%). "
        "Most wish for: Something done together (80%)."
    )
    assert shares.twin["rows"][0] == ["Getting to know others", "8", "80%", "0", "0%"]
    assert shares.twin["rows"][-2:] == [["Don't know", "1", "", "0", ""], ["n", "10", "", "10", ""]]
    assert moves.twin["caption"] == (
        "Of 10, 8 wish for a higher step, 0 for a lower one and 2 for the same as now."
    )
    assert moves.twin["rows"] == [
        ["Getting to know others", "Something done together", "8"],
        ["Exchanging information", "Exchanging information", "2"],
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "alle 8 vastausta"), ("sv", "8"), ("en", "under 8 answers")]
)
@pytest.mark.parametrize("people", [4, 7])
def test_a_small_group_sees_only_that_it_is_small(
    language: Language, words: str, people: int
) -> None:
    asked = instrument("verkostotyypit")
    shares, moves = drawn(asked, imagined(asked, people), language)
    for picture in (shares, moves):
        assert words in picture.twin["caption"]
        assert any(words in text for text in picture.figure["data"][0]["text"])
    assert all(cell == "–" for row in shares.twin["rows"][:4] for cell in row[1:])
    assert moves.twin["rows"] == []
    assert not any("%" in text for text in shares.figure["data"][0]["text"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_the_readers_language(language: Language) -> None:
    asked = instrument("verkostotyypit")
    shares, moves = drawn(asked, imagined(asked), language)
    expected = {
        "fi": ("Nyt eniten:", "toivoo muuta kuin nyt."),
        "sv": ("Flest nu:", "önskar något annat än nu."),
        "en": ("Most have chosen now:", "wish for something else than now."),
    }[language]
    assert shares.twin["caption"].startswith(expected[0])
    assert moves.twin["caption"].endswith(expected[1])


def test_an_empty_own_answer_can_be_drawn() -> None:
    asked = instrument("yhteistyon-syvyys")
    for picture in drawn(asked, imagined(asked, 0, None)):
        assert "NaN" not in figure_json(picture.figure)
        assert picture.twin["caption"] == "Ei vielä vastauksia."


def test_every_item_has_its_pictures_and_long_lists_fit() -> None:
    content = instrument("riittava-tulos").model_dump()
    content["question"]["options"] = [
        {**content["question"]["options"][0], "id": f"vaihtoehto{n}"} for n in range(10)
    ]
    items = content["dimensions"][0]["items"]
    content["dimensions"][0]["items"] = (*items, {**items[0], "id": "tulos.toinen"})
    asked = Instrument.model_validate(content)
    shown = drawn(asked, imagined(asked))
    assert len(shown) == 4
    for picture in shown:
        texts = picture.figure["data"][0]["text"]
        assert sum("Verkostomme tulos" in text for text in texts) == 1
