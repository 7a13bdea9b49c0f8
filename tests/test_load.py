"""What the load run reckons with, besides what it measures."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.load import command
from benchmarks.load.run import Row, _matched


def row(servers: int, phones: int, saved: float = 500.0) -> Row:
    store = "SQLite" if servers == 1 else "PostgreSQL"
    names = ("servers", "PostgreSQL", "kernel", "phones", "others")
    return Row(
        servers=servers,
        store=store,
        phones=phones,
        seconds=30,
        joined_in=4,
        sent=500,
        saved=saved,
        unsaved=0,
        lost=0,
        acknowledged=(20, 40, 60),
        read=(30, 50, 70),
        unseen=0,
        late=4,
        memory=160,
        each=0.027,
        cores=dict.fromkeys(names, 0.25),
        load=0.5,
    )


def test_a_move_is_matched_with_the_first_sight_of_it() -> None:
    moved = [("a", 1, 10.0), ("a", 2, 11.0), ("b", 1, 10.5), ("a", 3, 12.0), ("b", 2, 11.5)]
    seen = [("a", 1, 10.1), ("b", 1, 10.8), ("a", 2, 11.3), ("a", 1, 15.0)]
    delays, unseen = _matched(moved, seen)
    assert delays == pytest.approx([0.1, 0.3, 0.3])
    assert unseen == 2 / 5  # of "a" at 12 and of "b" at 11.5 nothing was ever seen


def test_a_move_at_the_very_end_may_not_have_been_seen_yet() -> None:
    assert _matched([("a", 1, 1.0), ("a", 2, 1.9)], [("a", 1, 2.0)])[1] == 0


def test_a_room_that_is_measured_again_takes_its_old_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "PLACE", tmp_path)
    for one in (row(4, 1000), row(1, 500), row(1, 1000), row(1, 500, saved=490)):
        command.keep(one)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    told = [line.split(" | ")[:4] for line in text.splitlines() if ", SQLite" in line]
    assert told == [["| 1, SQLite", "500", "500", "490"], ["| 1, SQLite", "1,000", "500", "500"]]
    drawn = ElementTree.fromstring((tmp_path / "chart.svg").read_text(encoding="utf-8"))
    lines = drawn.findall(".//{http://www.w3.org/2000/svg}polyline")
    points = [len((line.get("points") or "").split()) for line in lines]
    assert sorted(points) == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]
