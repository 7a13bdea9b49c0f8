"""What was set beside each other as numbers: those that the report shows, and no others."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.charts.comparisons import groups as groups_of
from tests.live.making import CORE
from tests.report.conftest import Room
from verkostotyokalut.analysis import Of, Release, detail_minimum
from verkostotyokalut.charts.kinds.scale.comparison.changes import p_text
from verkostotyokalut.charts.terms import (
    agreement_text,
    number,
    percent_text,
    signed_text,
    span_text,
)
from verkostotyokalut.framework import Instrument, instrument
from verkostotyokalut.framework.question import GUESS
from verkostotyokalut.live import Action, Choice, Database, answers, groups
from verkostotyokalut.live.comparisons import Beside as Compare
from verkostotyokalut.report.baseline import bring
from verkostotyokalut.report.beside import Beside, beside
from verkostotyokalut.report.html import html
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.report.shown import Shown, shown

SIZES = {"Kunnat": 12, "=1+1": 9, "Järjestöt": 5, "Yritykset": 3}
SHOWN, HIDDEN = {"Kunnat", "=1+1"}, {"Järjestöt", "Yritykset"}  # a small one, and one to cover it
KINDS = [
    CORE,
    "kehittamisen-tapa",
    "kolmio",
    "lahimuodot",
    "oppimisen-tavat",
    "riittava-tulos",
    "suhteet",
    "toimintatavat",
    "hyodyt",
    "verkoston-sykli",
]


def in_groups(db: Database, name: str) -> Room:
    """A room of four groups, compared."""
    room = Room(db, name if name == CORE else f"vain-{name}")
    ids = groups.add(db, room.id, *SIZES)
    room.answer(people=sum(SIZES.values()))
    places = [place for place, size in enumerate(SIZES.values()) for _ in range(size)]
    people = (answers.join(db, room.id, f"{who:022d}").participant for who in range(len(places)))
    chosen = [
        Choice(room.id, me, ids[place], 1000) for me, place in zip(people, places, strict=True)
    ]
    answers.save(db, chosen)
    room.show()
    room.live.compare(Compare.GROUPS)
    return room


def in_rounds(db: Database) -> Room:
    """A room that answers twice, compared."""
    room = Room(db, CORE)
    room.answer(people=20)
    room.show()
    room.live.move(Action.AGAIN)
    room.answer(people=20, seed=2, skips=lambda who, item: item == ITEM and who >= 4)
    room.show()
    room.live.compare(Compare.ROUNDS)
    return room


ITEM = instrument(CORE).item_ids[0]


def rows_of(room: Room) -> list[Beside]:
    return beside(shown(room.db, room.session), "fi")


class Tables(HTMLParser):
    """The rows of a page's tables, each with its table's headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._heads: list[str] = []
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._heads = []
        elif tag == "tr":
            self.rows.append(list(self._heads))
        elif tag in {"th", "td"}:
            self._in_cell = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self._heads = self.rows[-1]
        elif tag in {"th", "td"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data


def texts(row: Beside) -> Iterator[set[str]]:
    """Yield for each number how the report may write it."""
    values = row.values
    whole = ["n", "median", "dots", "dont_know", "items"]
    if row.instrument.question.kind not in {"scale", "agreed"}:
        whole.append("count")
    for name in values.keys() & whole:
        yield {number(values[name], "fi")}
    for name in values.keys() & {
        "share",
        "mean_share",
        "up",
        "same",
        "down",
        "coverage",
        "unmatched",
    }:
        yield {f"{100 * values[name]:.0f}", percent_text(values[name], "fi")}
    if "count" in values:
        assert values["count"] == pytest.approx(values["share"] * values["n"])
    if "lower" in values and values.keys() & {"share", "mean_share"}:
        yield {f"{100 * values['lower']:.0f}–{percent_text(values['upper'], 'fi')}"}
    for low, high in {("lower", "upper"), ("q1", "q3"), ("lowest", "highest")}:
        if low in values and not {"share", "mean_share", "median_change"} & values.keys():
            yield {span_text(values[low], values[high], "fi")}
    if "mean_share" in values:
        assert values["mean_share"] == round(values["mean_share"], 2)
    if "agreement" in values:
        yield {agreement_text(values["agreement"], "fi") or "–"}
    if "median_change" in values:
        for name in values.keys() & {"median_change", "lower", "upper"}:
            yield {signed_text(values[name], "fi")}
    if values.get("left_out"):  # the report is silent of none
        yield {number(values["left_out"], "fi")}
    if "p" in values:
        yield {p_text(values["p"], "fi").split()[-1]}


def is_in_the_report(row: Beside, rows: list[list[str]]) -> bool:
    about = [row.words.rpartition(": ")[2], row.item.label.fi] if row.item else []
    named = [*about, row.dimension.title.fi] if row.dimension else [row.label]
    parts = row.label.split(" → ")
    mine = [
        cells
        for cells in rows
        if all(any(part in cell for cell in cells) for part in parts)
        and any(name and any(name in cell for cell in cells) for name in named)
    ]
    written = {text for cells in mine for cell in cells for text in (cell, *_pieces(cell))}
    return bool(mine) and all(ways & written for ways in texts(row))


def _pieces(cell: str) -> list[str]:
    return re.split("[ ();]+", cell)


def hold(room: Room) -> list[Beside]:
    """Every number is in a row of the report's tables about the same."""
    rows, page = rows_of(room), Tables(html(room.db, room.id)).rows
    strangers = [row for row in rows if row.values and not is_in_the_report(row, page)]
    assert strangers == []
    return rows


@pytest.mark.parametrize("name", KINDS)
def test_every_number_of_a_group_is_in_the_report(db: Database, name: str) -> None:
    rows = hold(in_groups(db, name))
    assert {row.of for row in rows} == {Of.GROUPS}
    told = {row.label for row in rows if row.values}
    assert told == SHOWN
    assert {row.item.id for row in rows if row.item and row.values} == set(
        instrument(name).item_ids
    )


def test_a_number_that_is_not_in_the_report_would_be_noticed(db: Database) -> None:
    room = in_groups(db, CORE)
    page = Tables(html(room.db, room.id)).rows
    row = next(row for row in rows_of(room) if row.item and "median" in row.values)
    assert is_in_the_report(row, page)
    assert not is_in_the_report(row._replace(values={**row.values, "median": 4.75}), page)
    assert not is_in_the_report(row._replace(label="Valtio"), page)


def test_what_is_hidden_has_a_row_that_says_so_and_no_number(db: Database) -> None:
    room = in_groups(db, CORE)
    hidden = [row for row in rows_of(room) if row.label in HIDDEN]
    assert {row.label for row in hidden} == HIDDEN
    assert [dict(row.values) for row in hidden] == [{}] * len(hidden)
    why = "ei näytetä: vastauksia on liian vähän, tai joku paljastuisi"
    assert {row.hidden for row in hidden} == {why}
    asked = [row.item.id for row in hidden if row.item]
    assert sorted(asked) == sorted(2 * instrument(CORE).item_ids)
    assert {row.hidden for row in rows_of(room) if row.values} == {""}


def test_the_agreement_of_a_few_is_not_told_where_their_answers_are_hidden(db: Database) -> None:
    room = in_groups(db, CORE)
    rows = [row for row in rows_of(room) if row.item and row.label in SHOWN]
    few = {(row.label, row.item.id) for row in rows if row.item and row.about == ("distribution",)}
    medians = [row for row in rows if "median" in row.values]
    assert few and len(few) < len(medians)
    sizes: dict[str, dict[str, float]] = {}
    for row in medians:
        assert row.item
        assert ("agreement" in row.values) is ((row.label, row.item.id) not in few)
        sizes.setdefault(row.item.id, {})[row.label] = row.values["n"]
    whole, least = shown(room.db, room.session)[0].results.summary["n"], detail_minimum(5)
    for item, told in sizes.items():
        rest = whole[item] - sum(told.values())  # of the groups that are hidden
        hidden = {label for label, n in told.items() if n < least}
        if 0 < rest + sum(told[label] for label in hidden) < least:  # the whole would tell them
            hidden.add(min(told.keys() - hidden, key=lambda label: told[label]))
        assert {label for label, where in few if where == item} == hidden


def test_answers_after_the_comparison_change_nothing(db: Database) -> None:
    room = in_groups(db, CORE)
    before, n = rows_of(room), shown(room.db, room.session)[0].results.n
    room.answer(people=sum(SIZES.values()) + 8, seed=9)
    assert shown(room.db, room.session)[0].results.n == n + 8
    assert rows_of(room) == before


def test_rounds_and_who_moved_are_those_of_the_report(db: Database) -> None:
    rows = hold(in_rounds(db))
    assert list(dict.fromkeys(row.label for row in rows)) == [
        "1. kierros",
        "2. kierros",
        "1. kierros → 2. kierros",
    ]
    moved = {row.item.id: row for row in rows if row.part == "1>2" and row.item}
    assert list(moved) == list(instrument(CORE).item_ids)
    hidden = moved.pop(ITEM)
    assert hidden.hidden and not hidden.values
    for row in moved.values():
        assert row.values["up"] + row.values["same"] + row.values["down"] == pytest.approx(1)
        assert row.values["lower"] <= row.values["median_change"] <= row.values["upper"]
        assert row.values["coverage"] >= 0.95
        unsure = row.values["p"] > 0.05 and row.values["same"] < 1
        assert ("epävarma" in row.remark) is unsure
        assert 0 <= row.values["unmatched"] <= 1
        assert row.remark


def test_the_guess_and_an_earlier_workshop_are_those_of_the_report(db: Database) -> None:
    first = Room(db, CORE)
    first.answer(people=12)
    first.show()
    room = Room(db, f"vain-{GUESS}{CORE}")
    bring(db, room.id, write(db, first.id))
    room.answer(people=10)
    room.go_on()
    room.answer(people=11, seed=4)
    room.show()
    rows = hold(room)
    guess = [row.label for row in rows if row.of is Of.GUESS]
    assert list(dict.fromkeys(guess)) == ["Huone arvasi", "Huone vastasi"]
    earlier = [row for row in rows if row.of is Of.EARLIER]
    assert {row.part for row in earlier} == {"2026-11-21", "1", "2026-11-21>1"}
    changes = [row for row in earlier if row.part == "2026-11-21>1"]
    assert all(set(row.values) == {"median_change"} for row in changes)


@pytest.mark.parametrize("name", ["kehittamisen-tapa", "suhteet", "toimintatavat"])
def test_an_earlier_workshop_of_other_kinds_is_that_of_the_report(db: Database, name: str) -> None:
    first = Room(db, f"vain-{name}")
    first.answer(people=12)
    first.show()
    room = Room(db, f"vain-{name}")
    bring(db, room.id, write(db, first.id))
    room.answer(people=7, seed=3)
    room.show()
    parts = {row.part: row.values for row in hold(room) if row.dimension is None}
    assert parts == {"2026-11-21": {"n": 12}, "1": {"n": 7}}


def test_nothing_is_beside_what_the_room_has_not_seen(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(people=4)
    room.show()
    assert rows_of(room) == []
    first = Room(db, CORE)
    first.answer(people=12)
    first.show()
    other = Room(db, CORE)
    bring(db, other.id, write(db, first.id))
    other.answer(people=4)
    other.show()
    assert hold(other) == []


def turned(asked: Instrument) -> Instrument:
    """Return an instrument whose first item is about a weakness."""
    dimension = asked.dimensions[0]
    item = dimension.items[0].model_copy(update={"reversed": True})
    first = dimension.model_copy(update={"items": (item, *dimension.items[1:])})
    return asked.model_copy(update={"dimensions": (first, *asked.dimensions[1:])})


def test_a_turned_median_says_so_and_points_stay_what_was_chosen() -> None:
    plain = instrument(CORE)

    def told(asked: Instrument) -> list[Beside]:
        comparison = groups_of(asked, 9, 12)
        released = Release(instrument=asked.id, round=1, n=9, items={})
        one = Shown(asked, 1, comparison.parts[0].results, released, (comparison,))
        rows = beside([one], "en")
        return [row for row in rows if row.item and row.item.id == ITEM and row.part == "g0"]

    (before, *points), (after, *same) = told(plain), told(turned(plain))
    assert after.values["median"] == 6 - before.values["median"]
    assert (before.remark, after.remark) == ("", "turned, so that high is a strength")
    assert [row.values for row in same] == [row.values for row in points]
    assert {row.remark for row in same} == {""}
