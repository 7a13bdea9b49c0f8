"""Scales beside each other: medians, distributions, levels, and what has changed."""

import re

import pytest

from tests.charts.comparisons import groups, rounds, said
from verkostotyokalut.analysis import Comparison, Of, Part, group_change, numbers
from verkostotyokalut.charts import Drawer, Picture, comparison_pictures
from verkostotyokalut.charts.beside.plan import plans
from verkostotyokalut.charts.kinds.scale.comparison.changes import (
    Change,
    chance_text,
    interval_text,
)
from verkostotyokalut.charts.theme import diverging
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

CORE = instrument("ydinelementit")
LOW, MIDDLE, HIGH = [1, 2, 2, 2, 1, 2, 2, 1], [3] * 8, [5, 4, 5, 5, 4, 5, 4, 5]
WIDE = [1, 5, 2, 4, 1, 5, 3, 3]


def drawn(comparison: Comparison, label: str, asked: Instrument = CORE) -> Picture:
    found = comparison_pictures(asked, comparison.of, "en", "screen")
    return next(drawer for drawer in found if label in drawer.label).draw(comparison, 5)


def texts(picture: Picture) -> list[str]:
    found = picture.figure["data"][0]["text"]
    return [re.sub(r"</?[bi]>", "", text).replace("<br>", " ") for text in found]


def cells(picture: Picture, item: int, part: str, asked: Instrument = CORE) -> dict[str, str]:
    """Return the twin's row of an item and a part, by column."""
    label = asked.items[item].label.en
    row = next(row for row in picture.twin["rows"] if row[0] == label and part in row)
    return dict(zip(picture.twin["columns"], row, strict=True))


def test_each_median_is_told_with_its_interval_and_how_many() -> None:
    picture = drawn(said(CORE, [LOW], [HIGH]), "Medians")
    row = cells(picture, 0, "Kunnat")
    assert row == {
        "Item": CORE.items[0].label.en,
        "Group": "Kunnat",
        "Respondents": "8",
        "Answers": "8",
        "Median": "2",
        "95% interval": "1–2",
        "Agreement": "shared",
    }
    assert cells(picture, 0, "Järjestöt")["95% interval"] == "4–5"
    assert {"2", "5", "n 8", "Kunnat", "Järjestöt"} <= set(texts(picture))


def test_a_gap_is_called_a_difference_only_when_the_intervals_are_apart() -> None:
    picture = drawn(said(CORE, [LOW, WIDE, MIDDLE], [HIGH, HIGH, MIDDLE]), "Medians")
    first = CORE.items[0].label.en
    assert picture.twin["caption"] == f"The groups see differently: {first}."
    assert "gap 3: a difference" in texts(picture)
    assert "gap 2: may be chance" in texts(picture)
    assert sum(text.startswith("gap ") for text in texts(picture)) == 2  # nothing is said of no gap
    close = drawn(said(CORE, [WIDE], [HIGH]), "Medians")
    assert close.twin["caption"] == "No gap between the groups is surely more than chance."


def test_a_guess_is_told_as_a_guess() -> None:
    off = drawn(said(CORE, [LOW], [HIGH], of=Of.GUESS), "Medians")
    assert off.twin["caption"] == (
        f"The guess surely differs from the answers: {CORE.items[0].label.en}."
    )
    near = drawn(said(CORE, [HIGH], [HIGH], of=Of.GUESS), "Medians")
    assert near.twin["caption"] == "Nowhere does the guess surely differ from the answers."


def test_too_few_answers_for_an_interval_are_told() -> None:
    few = drawn(said(CORE, [LOW[:5]], [HIGH]), "Medians")
    assert cells(few, 0, "Kunnat")["95% interval"] == "–"
    assert "No line: too few answers for an interval." in " ".join(texts(few))
    many = drawn(said(CORE, [LOW], [HIGH]), "Medians")
    assert "No line" not in " ".join(texts(many))


def test_the_widest_gaps_are_on_a_page_of_their_own() -> None:
    first = [MIDDLE] * 6 + [LOW] + [MIDDLE] * 5
    second = [MIDDLE] * 6 + [HIGH] + [MIDDLE] * 5
    picture = drawn(said(CORE, first, second), "Medians: Widest gaps")
    order = [row[0] for row in picture.twin["rows"][::2]]
    assert order == [CORE.items[place].label.en for place in (6, 0, 1, 2)]
    labels = [one.label for one in comparison_pictures(CORE, Of.ROUNDS, "en", "screen")]
    assert not any("Widest" in label for label in labels)
    small = instrument("verkostotyo")  # its items are all on one page
    labels = [one.label for one in comparison_pictures(small, Of.GROUPS, "en", "screen")]
    assert not any("Widest" in label for label in labels)


def test_distributions_straddle_the_middle_and_tell_per_cent() -> None:
    picture = drawn(said(CORE, [LOW], [[1, 3, 3, 5, 5, 5, 5, 5]]), "Distributions")
    row = cells(picture, 0, "Järjestöt")
    assert [row[f"{point}, %"] for point in range(1, 6)] == ["12", "0", "25", "0", "62"]
    assert (row["Median"], row["95% interval"]) == ("5", "1–5")
    colours = [shape["fillcolor"] for shape in picture.figure["layout"]["shapes"]]
    assert [colour for colour in diverging(5) if colour in colours] == [*diverging(5)]
    assert "median 5 (1–5)" in texts(picture)


def test_a_distribution_of_too_few_is_not_drawn_though_its_median_is_told() -> None:
    few = said(CORE, [LOW[:5]], [HIGH])
    assert cells(drawn(few, "Medians"), 0, "Kunnat")["Median"] == "2"
    row = cells(drawn(few, "Distributions"), 0, "Kunnat")
    assert row["Answers"] == "not shown"
    assert row["1, %"] == "–"


def test_divided_views_inside_a_group_are_named() -> None:
    picture = drawn(said(CORE, [[1] * 5 + [5] * 5], [HIGH]), "Distributions")
    assert picture.twin["caption"] == f"Views are divided inside: Kunnat: {CORE.items[0].label.en}."


def test_reversed_items_are_turned_and_it_is_said() -> None:
    content = CORE.model_dump()
    content["dimensions"][0]["items"][0]["reversed"] = True
    turned = Instrument.model_validate(content)
    comparison = said(turned, [LOW], [HIGH])
    picture = drawn(comparison, "Medians", turned)
    assert cells(picture, 0, "Kunnat", turned)["Median"] == "4"
    assert f"Turned, so that high is a strength: {turned.items[0].label.en}." in " ".join(
        texts(picture)
    )
    row = cells(drawn(comparison, "Distributions", turned), 0, "Kunnat", turned)
    assert (row["4, %"], row["5, %"]) == ("62", "38")


def test_levels_are_told_by_dimension_and_where_they_are_furthest_apart() -> None:
    comparison = said(CORE, [LOW] * 4 + [MIDDLE] * 8, [HIGH] * 4 + [MIDDLE] * 8)
    picture = drawn(comparison, "Levels")
    title = CORE.dimensions[0].title.en
    assert picture.twin["caption"] == (
        f"The levels are furthest apart in {title}: Järjestöt 5, Kunnat 2."
    )
    assert picture.twin["rows"][0] == [title, "Kunnat", "8", "2", "2–2", "4"]
    one_dimension = comparison_pictures(instrument("verkostotyo"), Of.GROUPS, "en", "screen")
    assert not any("Levels" in drawer.label for drawer in one_dimension)


def test_many_groups_are_in_the_order_of_their_levels_and_the_hidden_last() -> None:
    kind = numbers(CORE)
    parts = []
    for place, point in enumerate([3, 5, 1, 4, 2, 3, 5]):
        collected = kind.collect(CORE)
        people = 8 if place else 2
        collected.update(
            (f"p{who}", item, point) for who in range(people) for item in CORE.item_ids
        )
        results = kind.results(collected, CORE, 5)
        parts.append(Part(f"g{place}", f"Ryhmä {place}", results.n, results if place else None))
    picture = drawn(Comparison(Of.GROUPS, tuple(parts)), "Levels")
    assert [row[1][-1] for row in picture.twin["rows"][:7]] == [*"163542", "0"]


def change_of(before: list[int], after: list[int]) -> tuple[Picture, dict[str, str]]:
    picture = drawn(said(CORE, [before], [after], of=Of.ROUNDS), "Change")
    return picture, cells(picture, 0, CORE.items[0].label.en)


def test_a_change_of_the_same_people_is_told_with_its_shares() -> None:
    picture, row = change_of([2] * 10, [3] * 9 + [2])
    assert (row["Change"], row["Up"], row["The same"], row["Down"]) == ("risen", "90%", "10%", "0%")
    assert (row["Median change"], row["Answered in both"]) == ("+1", "10")
    assert picture.twin["caption"] == f"Risen: {CORE.items[0].label.en}."
    assert {"risen", "▲ 90", "n 10"} <= set(texts(picture))
    assert "at most 0% answered in only one" in " ".join(texts(picture))
    assert row["Kunnat: median (95% interval; n)"] == "2 (2–2; n 10)"


INTERVAL, CHANCE = "Median change: 95% interval (its coverage)", "Chance (sign test)"


@pytest.mark.parametrize(
    ("after", "interval", "chance"),
    [
        ([4] * 9 + [3], "+1 … +1 (98%)", "hardly chance (p = 0.004)"),  # 2 / 2 ** 9
        ([4] * 6 + [2] * 4, "−1 … +1 (98%)", "may be chance (p = 0.75)"),
        ([3] * 10, "±0 … ±0 (98%)", "nobody has moved (p = 1)"),
        ([5] * 20, "+2 … +2 (96%)", "hardly chance (p < 0.001)"),
    ],
)
def test_how_sure_a_change_is_is_told(after: list[int], interval: str, chance: str) -> None:
    _picture, row = change_of([3] * len(after), after)
    assert (row[INTERVAL], row[CHANCE]) == (interval, chance)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("tuskin sattumaa (p = 0,008)", "+2 … +2 (99 %)")),
        ("sv", ("knappast slump (p = 0,008)", "+2 … +2 (99 %)")),
    ],
)
def test_how_sure_a_change_is_is_told_in_the_languages(
    language: Language, words: tuple[str, str]
) -> None:
    comparison = said(CORE, [[3] * 8], [[5] * 8], of=Of.ROUNDS)
    drawer = next(
        one
        for one in comparison_pictures(CORE, Of.ROUNDS, language, "screen")
        if {"fi": "Muutos", "sv": "Förändring"}[language] in one.label
    )
    assert set(words) <= set(drawer.draw(comparison, 5).twin["rows"][0])


def test_five_have_a_change_but_no_interval_and_it_says_so() -> None:
    few = Change("uncertain", by=1, n=5, unmatched=0, p=0.0625)
    told = [interval_text(few, language) for language in LANGUAGES]
    assert told == ["liian vähän vastauksia", "för få svar", "too few answers"]
    assert chance_text(few, "fi") == "voi olla sattumaa (p = 0,062)"


def test_those_who_answered_in_one_round_are_told_of_each_item() -> None:
    comparison = said(CORE, [[3] * 9, [3] * 13], [[4] * 14, [4] * 14], of=Of.ROUNDS)
    picture = drawn(comparison, "Change")
    label = CORE.items[0].label.en
    first, second = (cells(picture, item, CORE.items[item].label.en) for item in (0, 1))
    assert (first["Answered in both"], first["Answered in only one"]) == ("9", "36%")
    assert second["Answered in both"] == "8; 5 more not counted"  # who hide the one newcomer
    assert second["Answered in only one"] == "7%"
    told = "Some who answered in both rounds are not counted"
    assert told in picture.twin["caption"] and told in " ".join(texts(picture))
    everybody, _row = change_of([3] * 10, [4] * 10)
    assert told not in everybody.twin["caption"] + " ".join(texts(everybody))
    assert label in picture.twin["caption"]


@pytest.mark.parametrize(
    ("after", "word"),
    [
        ([4] * 10, "risen"),
        ([2] * 10, "fallen"),
        ([3] * 10, "no change"),
        ([4] * 4 + [3] * 6, "change uncertain"),
        ([4] * 6 + [2] * 4, "change uncertain"),
    ],
)
def test_a_change_that_the_sign_test_cannot_tell_is_uncertain(after: list[int], word: str) -> None:
    picture, row = change_of([3] * 10, after)
    assert row["Change"] == word
    assert word in texts(picture)


def test_uncertain_changes_are_dashed_and_counted() -> None:
    picture, _row = change_of([3] * 10, [4] * 4 + [3] * 6)
    assert picture.twin["caption"] == "Of 1 item the change is uncertain."
    dashes = [shape["line"]["dash"] for shape in picture.figure["layout"]["shapes"]]
    assert "dash" in dashes
    sure, _row = change_of([3] * 10, [4] * 10)
    assert "dash" not in [shape["line"]["dash"] for shape in sure.figure["layout"]["shapes"]]


@pytest.mark.parametrize(
    ("after", "word"), [(HIGH, "risen"), (LOW, "fallen"), (WIDE, "change uncertain")]
)
def test_between_sessions_a_change_is_of_rooms(after: list[int], word: str) -> None:
    before = said(CORE, [MIDDLE], [after], of=Of.EARLIER)
    first, last = (part.results for part in before.parts)
    comparison = before._replace(change=group_change(first, last, CORE))
    picture = drawn(comparison, "Change")
    row = cells(picture, 0, CORE.items[0].label.en)
    assert (row["Change"], row["Up"], row["Answered in both"]) == (word, "–", "–")
    assert {row[INTERVAL], row[CHANCE], row["Answered in only one"]} == {"–"}
    assert "it is the room's change, not people's" in " ".join(texts(picture))
    assert word in texts(picture)


def test_without_a_change_only_the_medians_are_told() -> None:
    comparison = rounds(CORE, 12, 12)._replace(change=None)
    picture = drawn(comparison, "Change")
    assert picture.twin["caption"] == "No change can be told yet."
    assert set(cells(picture, 0, CORE.items[0].label.en).values()) >= {"–"}


def test_an_item_that_is_hidden_in_every_round_says_so() -> None:
    comparison = said(CORE, [LOW, LOW[:2]], [HIGH, HIGH[:2]], of=Of.ROUNDS)
    assert "not shown" in texts(drawn(comparison, "Change"))


def names(asked: Instrument, of: Of) -> list[str]:
    return [plan.name for plan in plans(asked, of, "en")]


def test_pages_follow_the_dimensions() -> None:
    titles = [dimension.title.en for dimension in CORE.dimensions]
    assert names(CORE, Of.GROUPS) == titles
    assert names(CORE, Of.ROUNDS) == [f"{titles[0]}, {titles[1]}", titles[2]]
    assert names(instrument("verkostotyo"), Of.GROUPS) == [""]
    five = instrument("vetajan-tehtavat")
    title = five.dimensions[0].title.en
    assert names(five, Of.GROUPS) == [f"{title} 1/2", f"{title} 2/2"]
    assert names(five, Of.ROUNDS) == [""]
    cuts = [len(plan.choose(groups(five, 5))[0].items) for plan in plans(five, Of.GROUPS, "en")]
    assert cuts == [3, 2]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7, 10])
def test_points_have_colours_that_differ(count: int) -> None:
    colours = diverging(count)
    assert len(set(colours)) == len(colours) == count
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_other_rounds_than_two_are_all_there() -> None:
    comparison = rounds(CORE, 12, 12, 12)
    for drawer in comparison_pictures(CORE, Of.ROUNDS, "en", "screen"):
        assert isinstance(drawer, Drawer)
        twin = drawer.draw(comparison, 5).twin
        every = [*twin["columns"], *(cell for row in twin["rows"] for cell in row)]
        assert all(any(f"Kierros {n}" in cell for cell in every) for n in (1, 2, 3))
