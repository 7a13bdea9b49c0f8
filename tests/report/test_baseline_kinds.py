"""A year's cycle of every kind that has something to compare: what was then, beside what is now."""

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pandas as pd
import pytest

from tests.report.conftest import Room, earlier
from tests.report.test_html import report
from tests.report.test_round_file import sealed
from verkostotyokalut.analysis import Comparison, Of, Part
from verkostotyokalut.analysis.detail import kept
from verkostotyokalut.analysis.kinds.shares import Shared, SharesResults, in_whole_numbers
from verkostotyokalut.analysis.kinds.triangle import Results as TriangleResults
from verkostotyokalut.charts import Twin, comparison_pictures, figure_json
from verkostotyokalut.charts.svg import svg
from verkostotyokalut.framework import Instrument, instrument
from verkostotyokalut.live import Database
from verkostotyokalut.report.baseline import bring, left_out
from verkostotyokalut.report.round_file import read
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.report.shown import shown
from verkostotyokalut.widgets.leader.results import shown_views

NAMES = {
    "scale": "jasenen-lahtokohdat",
    "choice": "yhteistyon-syvyys",
    "choice, now only": "suhteet",
    "cycle": "verkoston-sykli",
    "agreed": "toimintatavat",
    "dots": "hyodyt",
    "shares": "oppimisen-tavat",
    "pair": "yhdessa-tekeminen",
    "axes": "lahimuodot",
    "axes of three": "riskit",
    "triangle": "kolmio",
}
EVERY = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
SEVERAL = pytest.mark.parametrize(
    "name", [name for name in NAMES.values() if instrument(name).items[1:]]
)
THEN, NOW = "21. marraskuuta 2026", "Nyt"


class Then(NamedTuple):
    """A workshop that was held: its file, and the results that its room saw."""

    file: bytes
    results: Any

    @property
    def content(self) -> dict[str, Any]:
        """What is in the file, to be changed."""
        return dict(json.loads(self.file))


@cache
def held(name: str, few: str = "") -> Then:
    """Hold a workshop of twelve, of whom four answer the item ``few``."""
    with TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'verkosto.sqlite'}")
        room = Room(db, f"vain-{name}")
        room.answer(12, skips=lambda who, item: item == few and who >= 4)
        room.show()
        found = Then(write(db, room.id), room.live.results)
        db.close()
    return found


def as_kept(results: Any) -> Any:
    """Return results as a file keeps them: shares in whole per cents, and without answers."""
    if isinstance(results, TriangleResults):
        nobodys = {item: table.iloc[:0] for item, table in results.answers.items()}
        return results._replace(answers=nobodys)
    if not isinstance(results, SharesResults):
        return results
    whole = {
        item: {
            moment: one and Shared(one.n, pd.Series(in_whole_numbers(one.means), dtype="float64"))
            for moment, one in moments.items()
        }
        for item, moments in results.shares.items()
    }
    return SharesResults(results.n, whole)


class Drawn(NamedTuple):
    """A picture as it is, and in words."""

    label: str
    figure: str
    twin: Twin

    def told(self, of: str) -> list[tuple[str, str]]:
        """Return what is told of a session: of what, and all its numbers."""
        columns, rows = self.twin["columns"], self.twin["rows"]
        if columns[1] != "Istunto":  # the sessions are columns
            place = 1 if columns[1].startswith(of) else 2
            return [(row[0], row[place]) for row in rows]
        start = 3 if columns[2] == "Vastaajia" else 2
        return [(row[0], " ".join(row[start:])) for row in rows if row[1] == of]

    def told_of(self, item: str, of: str) -> list[str]:
        """Return what is told of an item in a session."""
        whole = self.label.startswith(f"{item}: ")
        return [numbers for label, numbers in self.told(of) if whole or label == item]


def drawn(asked: Instrument, *parts: Part) -> list[Drawn]:
    """Draw every picture of sessions beside each other."""
    comparison = Comparison(Of.EARLIER, parts)
    found = []
    for drawer in comparison_pictures(asked, Of.EARLIER, "fi", "screen"):
        figure, twin = drawer.draw(comparison, 5)
        assert svg(figure, drawer.label, twin["caption"])
        found.append(Drawn(drawer.label, figure_json(figure), twin))
    assert not any(re.search(r"\bnan\b", f"{one.figure} {one.twin}", re.I) for one in found)
    return found


def has_numbers(told: str) -> bool:
    return any(map(str.isdecimal, told))


@EVERY
def test_the_next_workshop_stands_beside_the_last_one(db: Database, name: str) -> None:
    then, asked = held(name), instrument(name)
    room = Room(db, f"vain-{name}")
    bring(db, room.id, then.file)
    room.answer(10, seed=2)
    assert room.live.compared == {}
    alone = len(shown_views(room.live))
    room.show()
    comparison = room.live.compared[Of.EARLIER]
    before, now = comparison.parts
    assert [(part.label, part.n) for part in comparison.parts] == [(THEN, 12), (NOW, 10)]
    assert kept(now.results, asked) == kept(room.live.results, asked)
    # Drawn of the file, each picture is the same as drawn of what the room saw then.
    seen = Part(before.id, before.label, 12, as_kept(then.results))
    pictures = drawn(asked, before, now)
    assert pictures == drawn(asked, seen, now)
    for one in pictures:
        assert any(has_numbers(told) for _, told in one.told(THEN))
        assert any(has_numbers(told) for _, told in one.told(NOW))
    assert len(shown_views(room.live)) > alone
    page = report(room)
    assert THEN in page.text
    told = json.loads(write(db, room.id))["instruments"][0]["rounds"][0]
    assert told["n"] == 10
    assert [one.of for one in shown(db, room.session)[0].compared] == [Of.EARLIER]


@EVERY
def test_what_was_hidden_then_is_hidden_now(name: str) -> None:
    asked = instrument(name)
    then = held(name, few=asked.item_ids[0])
    parts = earlier([read(then.file)], asked, "fi")
    if len(asked.items) == 1:  # too few answered at all
        assert parts == []
        return
    (part,) = parts
    seen = Part(part.id, part.label, 12, as_kept(then.results))
    pictures = drawn(asked, part, part)
    assert pictures == drawn(asked, seen, seen)
    hidden = [told for one in pictures for told in one.told_of(asked.items[0].label.fi, THEN)]
    assert hidden
    assert not any(map(has_numbers, hidden))


@pytest.mark.parametrize("name", ["toimintatavat", "yhdessa-tekeminen"])
def test_the_first_files_tell_less_and_are_compared(name: str) -> None:
    then, asked = held(name), instrument(name)
    content = then.content
    for told in content["instruments"][0]["rounds"][0]["items"].values():
        for later in ("dont_know", "change"):
            told.pop(later, None)
    (part,) = earlier([read(sealed(content))], asked, "fi")
    seen = Part(part.id, part.label, 12, then.results)
    for less, whole in zip(drawn(asked, part), drawn(asked, seen), strict=True):
        cells = [
            pair
            for rows in zip(less.twin["rows"], whole.twin["rows"], strict=True)
            for pair in zip(*rows, strict=True)
        ]
        assert {one for one, other in cells if one != other} == {"–"}
        assert sum(one == other for one, other in cells) > len(cells) / 2


@SEVERAL
def test_items_that_were_not_asked_then_have_no_answers(name: str) -> None:
    then, asked = held(name), instrument(name)
    content = then.content
    chapter = content["instruments"][0]
    first = next(item for part in chapter["asked"]["dimensions"] for item in part["items"])
    told = chapter["rounds"][0]["items"]
    told["muu.kohta"] = told.pop(first["id"])
    first["id"] = "muu.kohta"
    assert left_out(read(sealed(content))) == []
    (part,) = earlier([read(sealed(content))], asked, "fi")
    less = drawn(asked, part, part._replace(label=NOW))
    whole = part._replace(results=as_kept(then.results))
    all_ = drawn(asked, whole, whole._replace(label=NOW))
    lost, *others = (item.label.fi for item in asked.items)
    told = [numbers for one in less for numbers in one.told_of(lost, THEN)]
    assert told
    assert {numbers.strip("– ") for numbers in told} <= {"ei vastauksia", "0"}
    for item in others:
        of_each = [
            sorted(n for one in few for n in one.told_of(item, THEN)) for few in (less, all_)
        ]
        assert of_each[0] == of_each[1]


@EVERY
def test_when_nothing_of_it_is_asked_any_more_it_is_left_out_and_told(name: str) -> None:
    content, asked = held(name).content, instrument(name)
    for part in content["instruments"][0]["asked"]["dimensions"]:
        for item in part["items"]:
            item["reversed"] = not item["reversed"]
    file = read(sealed(content))
    assert earlier([file], asked, "fi") == []
    assert left_out(file) == [asked.title]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("yhdessa-tekeminen", {"points": [{"fi": "a", "sv": "a", "en": "a"}] * 7}),
        ("lahimuodot", {"points": 7}),
        ("hyodyt", {"dots": 9}),
        ("kolmio", {"kind": "pair"}),
        ("verkoston-sykli", {"phases": None}),
    ],
)
def test_what_was_asked_otherwise_is_left_out_and_told(name: str, change: dict[str, Any]) -> None:
    content, asked = held(name).content, instrument(name)
    content["instruments"][0]["asked"]["question"].update(change)
    file = read(sealed(content))
    assert earlier([file], asked, "fi") == []
    assert left_out(file) == [asked.title]


def test_a_question_may_have_got_a_field_since() -> None:
    content = held("yhdessa-tekeminen").content
    del content["instruments"][0]["asked"]["question"]["loops"]
    assert len(earlier([read(sealed(content))], instrument("yhdessa-tekeminen"), "fi")) == 1


def test_what_has_nothing_to_compare_is_not_told_to_be_left_out() -> None:
    file = read(held("pelisaannot").file)
    assert earlier([file], instrument("pelisaannot"), "fi") == []
    assert left_out(file) == []
