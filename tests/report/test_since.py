"""What was asked in other words then stays comparable, and is told wherever it is compared."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.report.conftest import Room, earlier, notes
from tests.report.test_baseline_kinds import EVERY, held
from tests.report.test_round_file import sealed
from verkostotyokalut.analysis import Of
from verkostotyokalut.charts import comparison_pictures, figure_json
from verkostotyokalut.framework import LANGUAGES, Language, instrument
from verkostotyokalut.live import Database
from verkostotyokalut.report.baseline import bring, left_out, reworded
from verkostotyokalut.report.html import html
from verkostotyokalut.report.round_content import RoundFile
from verkostotyokalut.report.round_file import read

SCALE, CHOICE = "jasenen-lahtokohdat", "yhteistyon-syvyys"
DAY = "21. marraskuuta 2026"
Change = Callable[[dict[str, Any]], None]


def changed(name: str, change: Change) -> bytes:
    """Hold a workshop that asked an instrument otherwise than it is asked now."""
    content = held(name).content
    change(content["instruments"][0]["asked"])
    return sealed(content)


def items(asked: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for part in asked["dimensions"] for item in part["items"]]


def reword(asked: dict[str, Any], count: int = 1, *languages: Language) -> None:
    for item in items(asked)[:count]:
        item["statement"].update(dict.fromkeys(languages or LANGUAGES, "Toisin sanoin."))


def told(file: bytes, name: str, language: Language = "fi") -> tuple[str, ...]:
    return notes([read(file)], instrument(name), language)


@EVERY
def test_what_is_asked_as_it_was_has_nothing_to_tell(name: str) -> None:
    assert told(held(name).file, name) == ()
    assert reworded(read(held(name).file)) == []


@EVERY
def test_a_new_wording_is_compared_and_told(db: Database, name: str) -> None:
    room = Room(db, f"vain-{name}")
    bring(db, room.id, changed(name, reword))
    room.answer(10, seed=2)
    room.show()
    asked = instrument(name)
    words = f"Sanamuoto on muuttunut, se oli toinen {DAY}: {asked.items[0].label.fi}."
    comparison = room.live.compared[Of.EARLIER]
    assert comparison.notes == (words,)
    assert [part.n for part in comparison.parts] == [12, 10]
    for drawer in comparison_pictures(asked, Of.EARLIER, "fi", "screen"):
        figure, twin = drawer.draw(comparison, 5)
        assert twin["caption"].endswith(words)
        written = figure["data"][0]["text"][-1].replace("<br>", " ")
        assert written == words
        plain, _ = drawer.draw(comparison._replace(notes=()), 5)
        box, before = figure["layout"]["meta"], plain["layout"]["meta"]
        assert figure["layout"]["yaxis"]["range"] == [box["height"], 0]
        assert before["height"] < figure["data"][0]["y"][-1] < box["height"]
        assert words not in figure_json(plain)
    for drawer in comparison_pictures(asked, Of.EARLIER, "fi", "console"):
        figure, twin = drawer.draw(comparison, 5)
        assert words not in figure_json(figure) and twin["caption"].endswith(words)
    page = html(db, room.id)
    drawers = comparison_pictures(asked, Of.EARLIER, "fi", "screen")
    assert page.count("Sanamuoto on muuttunut") == page.count(words) == len(drawers)


def test_all_that_has_changed_is_told_in_one_line() -> None:
    def change(asked: dict[str, Any]) -> None:
        asked["version"] = 3
        reword(asked)
        asked["question"]["points"][0] = {"fi": "ei", "sv": "nej", "en": "no"}
        items(asked)[1]["reversed"] = True
        items(asked)[2]["low"]["fi"] = "toinen pää"

    one, two, three, _ = (item.label for item in instrument(SCALE).items)
    assert told(changed(SCALE, change), SCALE) == (
        f"Kysely on nyt versio 1; {DAY} se oli versio 3."
        f" Sanamuoto on muuttunut, se oli toinen {DAY}: {one.fi}, {three.fi}."
        f" Vastausvaihtoehtojen sanat ovat muuttuneet, ne olivat toiset {DAY}."
        f" Ei kysytty näin {DAY}, joten ei verrata: {two.fi}.",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", f"Kysely on nyt versio 1; {DAY} se oli versio 2."),
        ("sv", "Enkäten är nu version 1; den 21 november 2026 var den version 2."),
        ("en", "The survey is now version 1; on 21 November 2026 it was version 2."),
    ],
)
def test_another_version_is_told_in_the_rooms_language(language: Language, words: str) -> None:
    file = changed(SCALE, lambda asked: asked.update(version=2))
    assert told(file, SCALE, language) == (words,)


def test_a_wording_counts_in_the_languages_of_both_rooms() -> None:
    """The file is of a Finnish room: a better Swedish translation is told to a Swedish room."""
    file = changed(SCALE, lambda asked: reword(asked, 1, "sv"))
    assert told(file, SCALE, "fi") == told(file, SCALE, "en") == ()
    assert "Ordalydelsen har ändrats" in told(file, SCALE, "sv")[0]
    assert "The wording has changed" in told(changed(SCALE, reword), SCALE, "en")[0]


def test_options_may_be_in_another_order_but_not_called_otherwise() -> None:
    def turn(asked: dict[str, Any]) -> None:
        asked["question"]["options"].reverse()

    def rename(asked: dict[str, Any]) -> None:
        asked["question"]["options"][1]["description"]["fi"] = "Jotain muuta."

    assert told(changed(CHOICE, turn), CHOICE) == ()
    (words,) = told(changed(CHOICE, rename), CHOICE)
    assert words.startswith("Vastausvaihtoehtojen sanat ovat muuttuneet")


def test_many_items_are_counted() -> None:
    file = changed("riskit", lambda asked: reword(asked, 8))
    (words,) = told(file, "riskit")
    assert words.endswith(" ja 2 muuta.")
    assert instrument("riskit").items[5].label.fi in words


def test_what_is_left_out_has_nothing_told_beside_it() -> None:
    def change(asked: dict[str, Any]) -> None:
        reword(asked)
        asked["question"]["points"].pop()

    file = read(changed(SCALE, change))
    assert left_out(file) == [instrument(SCALE).title]
    assert notes([file], instrument(SCALE), "fi") == () and reworded(file) == []
    assert earlier([file], instrument(SCALE), "fi") == []


def test_each_workshop_has_its_own_note(db: Database) -> None:
    files = [held(SCALE).file, changed(SCALE, reword)]
    content = json.loads(changed(SCALE, lambda asked: asked.update(version=2)))
    content["workshop"]["day"] = "2025-03-01"
    found: list[RoundFile] = [read(sealed(content)), *map(read, files)]
    first, second = notes(found, instrument(SCALE), "fi")
    assert "1. maaliskuuta 2025 se oli versio 2" in first and DAY in second


@pytest.mark.parametrize("hostile", [None, [], {}, 5, "points", {"fi": 1, "sv": [], "en": {}}])
def test_a_question_that_is_none_breaks_nothing(hostile: Any) -> None:
    def change(asked: dict[str, Any]) -> None:
        asked["question"]["points"] = [hostile] * 5

    assert len(told(changed(SCALE, change), SCALE)) <= 1
