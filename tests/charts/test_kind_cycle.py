"""The ring: one figure of plain JSON, its twin in each language, nothing of the hidden."""

import json

import pytest

from verkostotyokalut.analysis.kinds import cycle as numbers
from verkostotyokalut.charts import pictures
from verkostotyokalut.charts.kinds.cycle import cycle_spec
from verkostotyokalut.framework import LANGUAGES, Language, instrument
from verkostotyokalut.framework.kinds.cycle import Cycle

SYKLI = instrument("verkoston-sykli")
CYCLE = SYKLI.asked_as(Cycle)


def results(people: int) -> numbers.CycleResults:
    collected = numbers.collect(SYKLI)
    for who in range(people):
        phase = CYCLE.phases[who % 3 % 2].id
        collected.update([(str(who), "sykli.paikka", {"phase": phase, "part": 1 + who % 3})])
    return numbers.results(collected, SYKLI, 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_twin_says_what_the_ring_shows(language: Language) -> None:
    (drawer,) = pictures(SYKLI, language, "screen")
    picture = drawer.draw(results(9), 3)
    json.dumps(picture.figure, allow_nan=False)
    assert CYCLE.phases[0].label.into(language) in picture.twin["caption"]
    assert "6" in picture.twin["caption"] and "9" in picture.twin["caption"]
    assert [row[-1] for row in picture.twin["rows"]] == ["6", "3", "0", "0"]
    words = " ".join(picture.figure["data"][0]["text"])
    assert all(phase.label.into(language).split()[0] in words for phase in CYCLE.phases)


@pytest.mark.parametrize("people", [2, 4])
def test_the_hidden_ring_holds_no_answers(people: int) -> None:
    (drawer,) = pictures(SYKLI, "fi", "screen")
    hidden = drawer.draw(results(people), 3)
    assert hidden.twin["rows"] == []
    assert "alle 5 vastausta" in hidden.twin["caption"]
    bare = cycle_spec(CYCLE, "fi")
    assert hidden.figure["layout"]["shapes"] == bare["layout"]["shapes"]


def test_more_answers_are_more_dots() -> None:
    (drawer,) = pictures(SYKLI, "fi", "console")
    few, many = (
        sum(
            shape["path"].count("M")
            for shape in drawer.draw(results(n), 3).figure["layout"]["shapes"]
        )
        for n in (6, 30)
    )
    assert many - few == 24


def test_the_blocks_of_a_full_room_do_not_meet() -> None:
    def apart(parts: range) -> float:
        """Return the shortest way between two dots of a phase, 100 in each of these parts."""
        collected = numbers.collect(SYKLI)
        places = [{"phase": "sopiminen", "part": part} for part in parts for _ in range(100)]
        collected.update((str(who), "sykli.paikka", place) for who, place in enumerate(places))
        spec = cycle_spec(CYCLE, "fi", numbers.results(collected, SYKLI, 3), "sykli.paikka")
        dots = max((shape["path"] for shape in spec["layout"]["shapes"]), key=len)
        starts = [dot.split("H")[0].split(",") for dot in dots.split("M")[1:]]
        at = [complex(float(x), float(y)) for x, y in starts]
        assert len(at) == 100 * len(parts)
        return min(abs(one - other) for i, one in enumerate(at) for other in at[i + 1 :])

    assert apart(range(1, 4)) == pytest.approx(apart(range(2, 3)), abs=0.2)
