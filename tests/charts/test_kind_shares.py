"""The stacked bars, and the same in three languages."""

import json

import pytest

from verkostotyokalut.analysis.kinds.shares import collect, results
from verkostotyokalut.charts import Picture, Size, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

PARTS = ["opettaminen", "fasilitointi", "emannointi"]


@pytest.fixture
def asked() -> Instrument:
    return instrument("oppimisen-tavat")


def whole(*shares: int) -> dict[str, int]:
    return dict(zip(PARTS, shares, strict=True))


BOTH = {"now": whole(60, 40, 0), "wanted": whole(20, 40, 40)}


def draw(
    asked: Instrument,
    answers: list[dict[str, dict[str, int]]],
    language: Language = "fi",
    size: Size = "screen",
    minimum: int | None = 5,
) -> Picture:
    collected = collect(asked)
    collected.update((f"p{n}", asked.item_ids[0], value) for n, value in enumerate(answers))
    [drawer] = pictures(asked, language, size)
    return drawer.draw(results(collected, asked, minimum), minimum or 1)


@pytest.mark.parametrize("size", ["screen", "console"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_json_and_its_labels_stay_in_it(
    asked: Instrument, language: Language, size: Size
) -> None:
    figure = draw(asked, [BOTH] * 5, language, size).figure
    assert json.loads(figure_json(figure)) == figure
    assert len([s for s in figure["layout"]["shapes"] if s["opacity"] == 1]) == 6
    assert len([s for s in figure["layout"]["shapes"] if s["opacity"] == 0.18]) == 3
    [trace] = figure["data"]
    meta = figure["layout"]["meta"]
    assert all(0 <= y <= meta["height"] for y in trace["y"])
    assert all(trace["text"])
    if size == "screen":
        assert min(trace["textfont"]["size"]) >= 18


def test_labels_of_small_parts_stand_beside_the_bar(asked: Instrument) -> None:
    small = {"now": whole(0, 0, 100), "wanted": whole(0, 0, 100)}
    [trace] = draw(asked, [small] * 5).figure["data"]
    white = [colour for colour in trace["textfont"]["color"] if colour == "#ffffff"]
    assert len(white) == 2
    beside = [y for x, y in zip(trace["x"], trace["y"], strict=True) if x > 1000]
    assert len(beside) == 3
    assert all(below - above > 50 for above, below in zip(beside, beside[1:], strict=False))


@pytest.mark.parametrize(
    ("language", "caption", "columns"),
    [
        (
            "fi",
            "Nyt eniten: Opettaminen (60\u00a0%). Toivotaan eniten: Fasilitointi (40\u00a0%). "
            "Suurin muutos: Opettaminen −40 prosenttiyksikköä.",
            ["Osa", "Nyt", "Toive", "Muutos, prosenttiyksikköä"],
        ),
        (
            "sv",
            "Mest nu: Undervisning (60\u00a0%). Önskas mest: Facilitering (40\u00a0%). "
            "Största förändringen: Undervisning −40 procentenheter.",
            ["Del", "Nu", "Önskat", "Förändring, procentenheter"],
        ),
        (
            "en",
            "Most now: Teaching (60%). Most wanted: Facilitating (40%). "
            "Largest change: Teaching −40 percentage points.",
            ["Part", "Now", "Wanted", "Change, percentage points"],
        ),
    ],
)
def test_the_same_in_words(
    asked: Instrument, language: Language, caption: str, columns: list[str]
) -> None:
    twin = draw(asked, [BOTH] * 5, language).twin
    assert twin["caption"] == caption
    assert twin["columns"] == columns
    assert [row[-1] for row in twin["rows"]] == ["−40", "±0", "+40", "–"]
    assert twin["rows"][-1] == ["n", "5", "5", "–"]


def test_hidden_moments_show_nothing_but_that(asked: Instrument) -> None:
    picture = draw(asked, [BOTH] * 4)
    assert picture.figure["data"][0]["text"].count("alle 5 vastausta") == 2
    assert picture.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert all(row[1:] == ["–", "–", "–"] for row in picture.twin["rows"])


def test_a_hidden_wish_hides_the_change(asked: Instrument) -> None:
    answers = [BOTH] * 4 + [{"now": BOTH["now"]}]
    picture = draw(asked, answers, "en")
    assert picture.figure["data"][0]["text"].count("under 5 answers") == 1
    assert picture.twin["caption"] == "Most now: Teaching (60%)."
    assert picture.twin["rows"][0] == ["Teaching", "60%", "–", "–"]


def test_ones_own_wish_may_be_missing(asked: Instrument) -> None:
    picture = draw(asked, [{"now": BOTH["now"]}], "en", "console", minimum=None)
    assert picture.figure["data"][0]["text"].count("no answers") == 1


def test_one_moment_alone_has_no_change(asked: Instrument) -> None:
    question = asked.question.model_copy(update={"wanted": False})
    plain = asked.model_copy(update={"question": question})
    picture = draw(plain, [whole(50, 30, 20)] * 5, "en")  # type: ignore[list-item]
    assert picture.twin["columns"] == ["Part", "Now"]
    assert picture.twin["caption"] == "Most now: Teaching (50%)."
