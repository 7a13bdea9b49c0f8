"""A round file of version 1 as it was written in 2026: every later version of the program reads it.

The file in ``data/`` is frozen: it must never be made anew, not even when what is written changes.
Files that leaders have kept don't change either, and this one stands for them. A new version of the
format gets a frozen file of its own beside this one. The answers are made up: a workshop of twelve
in three groups, with two rounds of a scale and one each of a choice, the cycle, dots, relations
between groups and pairs; one item has too few answers to show, one too few to show each of them.

What was asked is taken from the file, so that today's wording has nothing to do with it.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.report.conftest import earlier, notes
from verkostotyokalut.analysis import Comparison, Of, Part
from verkostotyokalut.charts import comparison_pictures
from verkostotyokalut.framework import Instrument
from verkostotyokalut.live.agreements import Sort
from verkostotyokalut.report.round_content import Chapter, RoundFile
from verkostotyokalut.report.round_file import RoundFileError, read

DATA = (Path(__file__).parent / "data" / "vuosikatsaus-1.kierros").read_bytes()
CHECKSUM = "sha256:640f3de5d07b0482021a798bfd68b60e90af39f5c36e778f570054e38b6b9cf8"
SCALE, CHOICE, CYCLE = "jasenen-lahtokohdat", "yhteistyon-syvyys", "verkoston-sykli"
DOTS, RELATIONS, PAIR = "hyodyt", "suhteet", "yhdessa-tekeminen"
FIRST, SECOND, FEW, HIDDEN = (
    f"lahtokohdat.{name}"
    for name in ("suunnittelu", "tiedonkulku", "vaikuttaminen", "palkitseminen")
)


@pytest.fixture(scope="module")
def file() -> RoundFile:
    return read(DATA)


def chapter(file: RoundFile, name: str) -> Chapter:
    return next(one for one in file.instruments if one.asked.id == name)


def as_asked(file: RoundFile, name: str) -> Instrument:
    """Return an instrument as it was asked; what a round file leaves out is a dash."""
    asked = chapter(file, name).asked.model_dump(mode="json", exclude_none=True)
    dash = {"fi": "–", "sv": "–", "en": "–"}
    for dimension in asked["dimensions"]:
        dimension["advice"] = {"low": [dash] * 3, "divided": dash, "shared": dash}
        for item in dimension["items"]:
            item["talk"] = dash
    sources = [{"letter": "A", "author": "–", "title": "–"}]
    return Instrument.model_validate({**asked, "sources": sources})


def part(file: RoundFile, name: str) -> Part:
    (found,) = earlier([file], as_asked(file, name), "fi")
    return found


def test_the_file_is_the_one_that_was_frozen() -> None:
    assert json.loads(DATA)["checksum"] == CHECKSUM


def test_what_was_held_and_agreed_is_read(file: RoundFile) -> None:
    assert (file.made, file.workshop.day) == (date(2026, 11, 22), date(2026, 11, 21))
    assert (file.workshop.id, file.workshop.title.sv) == ("vuosikatsaus", "Årsöversikt")
    assert (file.participants, file.minimum, file.language) == (12, 5, "fi")
    assert not file.workshop.rehearsal
    action, rule, clock = file.agreements
    assert (action.sort, action.what, action.who, action.due, action.instrument, action.item) == (
        *(Sort.ACTION, "Kutsutaan nuoret mukaan", "järjestöt", date(2027, 1, 31)),
        *(SCALE, FIRST),
    )
    assert (rule.sort, rule.what, rule.due) == (Sort.RULE, "Yksi puhuu kerrallaan", None)
    assert (clock.sort, clock.what, clock.due) == (Sort.CLOCK, "Kevätpäivä", date(2027, 4, 15))


def test_both_rounds_are_read_as_they_were_shown(file: RoundFile) -> None:
    first, second = chapter(file, SCALE).rounds
    assert (first.round, first.n, second.round, second.n) == (1, 12, 2, 12)
    medians = [
        {item: told and told["median"] for item, told in one.items.items()}
        for one in (first, second)
    ]
    assert medians == [
        {FIRST: 3.0, SECOND: 4.0, FEW: 3.0, HIDDEN: None},
        {FIRST: 4.0, SECOND: 4.5, FEW: 4.0, HIDDEN: None},
    ]


def test_the_last_round_of_a_scale_can_be_compared(file: RoundFile) -> None:
    found = part(file, SCALE)
    assert (found.id, found.label, found.n) == ("2026-11-21", "21. marraskuuta 2026", 12)
    summary, counts = found.results.summary, found.results.distribution
    assert summary["median"].tolist()[:3] == [4.0, 4.5, 4.0]
    assert summary["median"].isna().tolist() == [False, False, False, True]
    assert summary.loc[SECOND, ["q1", "q3"]].tolist() == [4.0, 5.0]
    assert summary.loc[SECOND, "agreement"] == pytest.approx(0.75)
    assert counts.loc[FIRST].tolist() == [0, 2, 3, 5, 2, 0, 0]
    assert counts.loc[FEW].tolist() == [1, 2, 2, 2, 4, 1, 0]


def test_options_phases_and_dots_can_be_compared(file: RoundFile) -> None:
    depth = part(file, CHOICE).results.counts
    assert depth.loc[("syvyys.verkosto", "now")].tolist()[:5] == [3, 7, 2, 0, 0]
    assert depth.loc[("syvyys.verkosto", "wanted")].tolist()[:5] == [0, 3, 7, 2, 0]
    places = chapter(file, CYCLE).rounds[0].items["sykli.paikka"]
    assert places == {
        "n": 12,
        "phases": {"kokoaminen": 1, "sopiminen": 4, "eteneminen": 7, "arviointi": 0},
    }
    votes = part(file, DOTS).results.votes["hyoty.toivottu"]
    assert votes.n == 12
    assert votes.options.loc["ideat", ["dots", "people"]].tolist() == [28, 12]
    assert votes.options.loc["tilat", ["dots", "people"]].tolist() == [8, 4]


def test_relations_and_pairs_can_be_compared(file: RoundFile) -> None:
    known = part(file, RELATIONS).results.counts
    assert known["luotan"].tolist() == [1, 2, 3, 4, 5, 6]
    assert known["en-tunne"].tolist() == [11, 10, 9, 8, 7, 6]
    told = chapter(file, PAIR).rounds[0].items["tekeminen.tieto"]
    assert told is not None
    assert (told["now"]["median"], told["wanted"]["median"]) == (2.0, 4.0)
    assert told["change"]["up"] == pytest.approx(2 / 3)


@pytest.mark.parametrize("name", [SCALE, CHOICE, CYCLE, DOTS, RELATIONS, PAIR])
def test_each_kind_can_be_drawn_beside_today(file: RoundFile, name: str) -> None:
    asked, found = as_asked(file, name), part(file, name)
    assert notes([file], asked, "fi") == ()
    drawers = comparison_pictures(asked, Of.EARLIER, "fi", "screen")
    assert drawers
    for drawer in drawers:
        twin = drawer.draw(Comparison(Of.EARLIER, (found, found._replace(label="Nyt"))), 5).twin
        assert found.label in str(twin)


@pytest.mark.parametrize("where", [b'"median": 4.5', b"Kutsutaan nuoret", b'"minimum": 5'])
def test_a_changed_byte_is_noticed(where: bytes) -> None:
    at = DATA.index(where) + len(where) - 1
    other: dict[int, Any] = {at: DATA[at] ^ 1}
    with pytest.raises(RoundFileError):
        read(bytes(other.get(place, byte) for place, byte in enumerate(DATA)))
