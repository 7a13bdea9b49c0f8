"""The cycle in one picture: what it draws of what is shown, and the same in words."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.charts.cycle_view import BOX, Asked, Shown, cycle_spec, standings
from verkostotyokalut.charts.cycle_words import cycle_twin
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

ASKED = Asked(
    instrument("verkoston-sykli"), instrument("syklin-vaiheet"), instrument("ydinelementit")
)
MINIMUM = 3
PHASES = [phase.id for phase in ASKED.cycle.phases]


def results(asked: Instrument, people: Iterable[Mapping[str, Any]]) -> Any:
    """Return what a room may see of people's answers, each by item."""
    kind = numbers(asked)
    collected = kind.collect(asked)
    rows = [(str(i), item, value) for i, one in enumerate(people) for item, value in one.items()]
    collected.update(rows)
    return kind.results(collected, asked, MINIMUM)


def placed(*places: tuple[str, int]) -> Any:
    return results(
        ASKED.places, [{"sykli.paikka": {"phase": phase, "part": part}} for phase, part in places]
    )


def answered(asked: Instrument, value: Callable[[str], int], people: int = 4) -> Any:
    return results(asked, [{item: value(item) for item in asked.item_ids}] * people)


def level_of(item: str) -> int:
    return 1 + PHASES.index(item.split(".")[0])


@pytest.fixture
def full() -> Shown:
    """Three rounds: in the third, levels 1 to 4; the others mostly at the start."""
    return Shown(
        places=placed(*[("sopiminen", 2)] * 5, *[("arviointi", 3)] * 2),
        phases=answered(ASKED.phases, level_of),
        core=answered(ASKED.core, lambda item: 4 if item.startswith("luottamus") else 3),
        earlier=(
            (1, placed(*[("kokoaminen", 1)] * 5)),
            (2, placed(*[("kokoaminen", 1)] * 3, *[("sopiminen", 1)] * 3)),
        ),
    )


def words(spec: Any) -> list[str]:
    return list(spec["data"][0]["text"])


def reach(path: str) -> float:
    """Return how far from the ring's middle an outline begins, in pixels."""
    x, y = path[1:].split("C")[0].split(",")
    return float(((float(x) - 340) ** 2 + (float(y) - 350) ** 2) ** 0.5)


def marks(spec: Any) -> list[tuple[str, float, float]]:
    """Return the earlier rounds' marks: the number and where it is."""
    text = spec["data"][0]
    found = zip(text["text"], text["x"], text["y"], text["textfont"]["size"], strict=True)
    return [(word, x, y) for word, x, y, size in found if size == 18 and y < 700]


def fills(spec: Any) -> list[float]:
    """Return how far each phase is filled."""
    return [
        reach(shape["path"])
        for shape in spec["layout"]["shapes"]
        if shape["opacity"] == 0.85 and "C" in shape["path"]
    ]


def test_levels_fill_the_phases_from_the_inside(full: Shown) -> None:
    assert [one.level for one in standings(ASKED, full)] == [1, 2, 3, 4]
    found = fills(cycle_spec(ASKED, full, "fi", minimum=MINIMUM))
    # a fifth of the band for each point of the scale
    assert found == pytest.approx([190 + 60 * level / 5 for level in (1, 2, 3, 4)], abs=2)
    assert fills(cycle_spec(ASKED, Shown(), "fi")) == pytest.approx([250] * 4, abs=2)


def test_each_answer_of_this_round_is_a_dot(full: Shown) -> None:
    spec = cycle_spec(ASKED, full, "fi", minimum=MINIMUM)
    without = cycle_spec(ASKED, full._replace(places=None), "fi", minimum=MINIMUM)
    count = [
        sum(shape["path"].count("M") for shape in one["layout"]["shapes"])
        for one in (spec, without)
    ]
    assert count[0] - count[1] == 7


def test_earlier_rounds_are_marked_by_their_numbers_side_by_side(full: Shown) -> None:
    assert [one.earlier for one in standings(ASKED, full)] == [
        ((1, 1.0), (2, 1.0)),
        ((2, 1.0),),
        (),
        (),
    ]
    found = marks(cycle_spec(ASKED, full, "fi", minimum=MINIMUM))
    assert [word for word, _, _ in found] == ["1", "2", "2"]
    apart = [
        ((x - u) ** 2 + (y - v) ** 2) ** 0.5
        for i, (_, x, y) in enumerate(found)
        for _, u, v in found[i + 1 :]
    ]
    assert min(apart) >= 26


def test_many_earlier_rounds_leave_the_oldest_to_the_table() -> None:
    shown = Shown(earlier=tuple((n, placed(*[("eteneminen", 2)] * 5)) for n in range(1, 9)))
    spec = cycle_spec(ASKED, shown, "fi", minimum=MINIMUM)
    assert [word for word, _, _ in marks(spec)] == ["4", "5", "6", "7", "8"]
    twin = cycle_twin(ASKED, shown, "fi", minimum=MINIMUM)
    assert twin["rows"][2][-1] == "1, 2, 3, 4, 5, 6, 7, 8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_twin_says_what_the_picture_shows(full: Shown, language: Language) -> None:
    twin = cycle_twin(ASKED, full, language, minimum=MINIMUM)
    names = [phase.label.into(language) for phase in ASKED.cycle.phases]
    assert [row[0] for row in twin["rows"]] == [f"{i}. {name}" for i, name in enumerate(names, 1)]
    assert [row[1:] for row in twin["rows"]] == [
        ["0", "1", "1, 2"],
        ["5", "2", "2"],
        ["0", "3", ""],
        ["2", "4", ""],
    ]
    assert len(twin["columns"]) == 4
    assert names[1] in twin["caption"] and f"{names[3]} (4)" in twin["caption"]
    assert f"{ASKED.core.dimensions[1].title.into(language)} 4" in twin["caption"]
    text = " ".join(words(cycle_spec(ASKED, full, language, minimum=MINIMUM)))
    assert all(name.split()[0] in text for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_alone_it_shows_the_method(language: Language) -> None:
    spec = cycle_spec(ASKED, Shown(), language)
    text = " ".join(words(spec))
    assert all(one.title.into(language).split()[0] in text for one in ASKED.core.dimensions)
    twin = cycle_twin(ASKED, Shown(), language)
    assert [row[1] for row in twin["rows"]] == [
        phase.description.into(language) for phase in ASKED.cycle.phases
    ]


@pytest.mark.parametrize("people", [2, 4])
def test_what_is_hidden_is_not_there(people: int) -> None:
    few = Shown(
        placed(*[("sopiminen", 2)] * people),
        answered(ASKED.phases, level_of, people=2),
        answered(ASKED.core, lambda _: 5, people=2),
        ((1, placed(("arviointi", 1))),),
    )
    spec = cycle_spec(ASKED, few, "fi", minimum=MINIMUM)
    assert fills(spec) == []
    assert all((one.placed, one.earlier) == (None, ()) for one in standings(ASKED, few))
    assert words(spec).count("alle 5 vastausta") == 1  # places need more people than levels
    assert "5" not in " ".join(words(spec)).replace("–/5", "").replace("alle 5 vastausta", "")
    twin = cycle_twin(ASKED, few, "fi", minimum=MINIMUM)
    assert "alle 5 vastausta" in twin["caption"]
    assert all(row[1:] == ["–", "–", ""] for row in twin["rows"])


def test_every_phase_is_a_place_in_the_picture_and_none_is_on_another(full: Shown) -> None:
    spec = cycle_spec(ASKED, full, "fi", minimum=MINIMUM, opened="eteneminen")
    json.dumps(spec, allow_nan=False)
    places = spec["layout"]["meta"]["places"]
    assert [place["id"] for place in places] == PHASES
    assert [place["open"] for place in places] == [False, False, True, False]
    assert places[1]["label"] == "2. Sovitaan suunnasta: nyt 5 · taso 2/5"
    boxes = [(p["x"], p["y"], p["x"] + p["width"], p["y"] + p["height"]) for p in places]
    assert all(0 <= x < u <= BOX.width and 0 <= y < v <= BOX.height for x, y, u, v in boxes)
    for i, (x, y, u, v) in enumerate(boxes):
        for other in boxes[i + 1 :]:
            assert u <= other[0] or other[2] <= x or v <= other[1] or other[3] <= y
