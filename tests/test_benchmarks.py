"""What the benchmarks reckon with, besides what they measure."""

import asyncio
from math import nan

import pytest

from benchmarks.peers.room import Seen
from benchmarks.peers.table import figures, side_by_side
from benchmarks.relay import Relay


def seen(times: float, **other: object) -> Seen:
    found = Seen(7, [100 * times, 300 * times, 200 * times], [int(40_000 * times)], 0.02 * times)
    found.heard = [50 * times]
    for name, value in other.items():
        setattr(found, name, value)
    return found


def test_ours_should_be_ahead_of_the_best_of_the_others() -> None:
    rooms = {
        ("Ours", 7): [seen(1, drawn=[80.0])],
        ("Quick", 7): [seen(4)],
        ("Slow", 7): [seen(30), seen(50), seen(70)],
        ("Floor", 7): [seen(0.1)],
    }
    found = {(one.part, one.what): one for one in figures(rooms, "Ours", ["Floor"])}
    usable = found["Ours", "usable slider, 7"]
    assert (usable.value, usable.goal, usable.verdict) == (200, pytest.approx(800 / 3), "met")
    memory = found["Ours", "memory each, 7"]
    assert (memory.goal, memory.verdict) == (pytest.approx(0.08 / 20), "missed")
    assert found["Ours", "bytes"].verdict == "missed"
    assert found["Slow", "usable slider, 7"].value == 9000  # of all nine
    assert found["Slow", "usable slider, 7"].goal is None
    assert found["Floor", "usable slider, 7"].value == pytest.approx(20)  # told, not compared
    assert found["Ours", "slider → projector, 7"].value == 80


def test_what_could_not_be_measured_is_told_and_is_no_goal() -> None:
    broken = seen(0.1, heard=[], memory=nan, trouble="TimeoutError while people came", pages=30)
    rooms = {("Ours", 50): [seen(1)], ("Broken", 50): [broken], ("Whole", 50): [seen(2, lost=3)]}
    found = figures(rooms, "Ours")
    goals = {one.what: one.goal for one in found if one.part == "Ours"}
    assert goals["slider → other page, 50"] == pytest.approx(100 / 1.5)
    words = side_by_side(found)
    assert "Broken: 30 of 50 came: TimeoutError while people came" in words
    assert "Whole: 3 changes were not seen among 50" in words
    assert side_by_side(found, markdown=True).splitlines()[1].startswith("| --- | ---:")


async def test_the_relay_counts_what_the_server_sends() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readexactly(3)
        writer.write(asked * 1000)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Relay.before(f"http://127.0.0.1:{port}/x?y=1") as (relay, through):
        assert through.endswith("/x?y=1")
        there = int(through.split(":")[2].split("/")[0])
        for count in (1, 2):
            reader, writer = await asyncio.open_connection("127.0.0.1", there)
            writer.write(b"abc")
            assert await reader.read() == b"abc" * 1000
            writer.close()
            assert relay.bytes == 3000 * count
