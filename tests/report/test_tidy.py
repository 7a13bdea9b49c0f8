"""Rows of what was shown: every number that phones got, each with words of its own."""

from typing import Any

import pytest

from tests.report.conftest import Room, run_through
from verkostotyokalut.analysis import Release, Responses, lights, numbers
from verkostotyokalut.charts.sureness import light_text
from verkostotyokalut.framework import LANGUAGES, Instrument, instrument
from verkostotyokalut.live import Database
from verkostotyokalut.report.shown import Shown, shown
from verkostotyokalut.report.tidy import notes, tidy

CORE = "ydinelementit"
ITEM = instrument(CORE).items[0].id
WORKSHOPS = ["ydinelementit", "millainen-verkosto", "yhdessa-oppiminen", "verkoston-sykli"]
WORKSHOPS += ["tavoitteet-ja-toimintatavat", "verkostosuunnitelma", "haasteet-ja-avaimet"]


def numbers_in(value: Any) -> list[float]:
    """Return the numbers of what phones got, in their order."""
    if isinstance(value, dict):
        return [one for part in value.values() for one in numbers_in(part)]
    if isinstance(value, list):
        return [one for part in value for one in numbers_in(part)]
    return [value] if isinstance(value, int | float) else []


def found_in(room: Room) -> list[Shown]:
    return shown(room.db, room.session)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_number_that_phones_got_is_there(db: Database, name: str) -> None:
    room = Room(db, name)
    run_through(room)
    found = found_in(room)
    rows = tidy(found, "fi")
    for one in found:
        for item, released in one.released["items"].items():
            values = [
                row.value for row in rows if (row.instrument, row.item.id) == (one.instrument, item)
            ]
            if one.instrument.question.kind == "text":
                told = [released["n"], *(len(group["notes"]) for group in released["groups"])]
                assert values == told
            else:
                assert set(numbers_in(released)) <= set(values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORKSHOPS)
def test_each_number_of_an_item_has_words_of_its_own(
    db: Database, name: str, language: Any
) -> None:
    room = Room(db, name)
    run_through(room)
    rows = tidy(found_in(room), language)
    told = [(row.instrument.id, row.round, row.item.id, row.words) for row in rows]
    assert len(set(told)) == len(told)
    ids = {part for row in rows if not row.own_words for part in row.path}
    assert not [row.words for row in rows if set(row.words.split(": ")) & (ids - {"n"})]


def test_words_say_what_a_number_is(db: Database) -> None:
    core, net = Room(db, CORE), Room(db, "millainen-verkosto")
    for room in (core, net):
        run_through(room)
    words = {".".join(row.path): row.words for row in tidy(found_in(core), "fi")}
    assert words["median"] == "Mediaani"
    assert words["counts.1"] == "1 = täysin eri mieltä"
    words = {
        ".".join(row.path): row.words
        for row in tidy(found_in(net), "sv")
        if row.instrument.question.kind == "triangle"
    }
    assert words["wanted.mean.3"] == "Önskat: Nätverk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scale_tells_how_sure_its_medians_are(db: Database, language: Any) -> None:
    room = Room(db, CORE)
    room.answer(12)
    room.show()
    found = found_in(room)
    told = lights(found[0].results, instrument(CORE))
    rows = [row for row in tidy(found, language) if row.item.id == ITEM]
    values = {row.path: row.value for row in rows}
    for name in ("lower", "upper", "coverage"):
        assert values[(name,)] == told[name][ITEM]
    assert {row.path: row.light for row in rows if row.light} == {
        ("median",): light_text(told["light"][ITEM], language)
    }
    words = [row.words for row in rows][-3:]
    assert (
        words
        == {
            "fi": ["95 %:n väli, alku", "95 %:n väli, loppu", "Välin peitto"],
            "sv": ["95 %-intervall, början", "95 %-intervall, slut", "Intervallets täckning"],
            "en": ["95% interval from", "95% interval to", "Coverage of the interval"],
        }[language]
    )


def test_an_interval_is_as_its_points_were_answered() -> None:
    plain = instrument(CORE)
    content = plain.model_dump()
    content["dimensions"][0]["items"][0]["reversed"] = True
    turned = Instrument.model_validate(content)

    def told(asked: Instrument) -> dict[tuple[str, ...], tuple[float, str]]:
        collected = Responses(asked)
        collected.update((str(who), ITEM, 1 + who % 2) for who in range(9))
        results = numbers(asked).results(collected, asked, 5)
        released = Release(instrument=asked.id, round=1, n=9, items={})
        rows = tidy([Shown(asked, 1, results, released)], "en")
        return {row.path: (row.value, row.light) for row in rows}

    before, after = told(plain), told(turned)
    assert (before["lower",], before["upper",]) == ((1, ""), (2, ""))
    assert (before.pop(("median",)), after.pop(("median",))) == ((1, "concern"), (1, "strength"))
    assert before == after


def test_what_is_hidden_has_no_row(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(12, skips=lambda who, item: item == ITEM and who >= 4)
    room.show()
    items = {row.item.id for row in tidy(found_in(room), "fi")}
    assert items == set(instrument(CORE).item_ids) - {ITEM}
    few = Room(db, CORE)
    few.answer(4)
    few.show()
    assert tidy(found_in(few), "fi") == []


def test_every_note_is_there_however_many(db: Database) -> None:
    room = Room(db, "vain-pelisaannot")
    room.answer(90)
    room.show()
    found = found_in(room)
    on_phones = sum(
        len(group["notes"])
        for item in found[0].released["items"].values()
        for group in item["groups"]
    )
    written = sum(len(wall.notes) for wall in found[0].results.walls.values())
    assert len(notes(found)) == written > on_phones
    assert all(note.text and note.month is None for note in notes(found))


def test_notes_of_few_are_not_there(db: Database) -> None:
    room = Room(db, "vain-pelisaannot")
    room.answer(4)
    room.show()
    assert notes(found_in(room)) == []
