"""The pace of work on a real event loop."""

import asyncio
import threading

from tests.waiting import soon
from verkostotyokalut.widgets.base.later import Pace, Slow


def test_without_an_event_loop_the_work_is_done_at_once() -> None:
    done: list[int] = []
    pace = Pace(lambda: done.append(1), 60)
    pace.ask()
    pace.ask()
    assert (done, pace.has_loop) == ([1, 1], False)
    pace.ask_from_thread()
    pace.stop()
    assert done == [1, 1]


async def test_the_first_is_done_soon_and_those_asked_meanwhile_once() -> None:
    times: list[float] = []
    loop = asyncio.get_running_loop()
    pace = Pace(lambda: times.append(loop.time()), 0.05)
    begun = loop.time()
    for _ in range(10):
        pace.ask()
    assert times == []
    await soon(lambda: times)
    assert times[0] - begun < 0.05
    for _ in range(10):
        pace.ask()
    await soon(lambda: len(times) == 2)
    assert times[1] - times[0] >= 0.05 - 0.001


async def test_many_askers_never_go_faster_than_the_pace() -> None:
    times: list[float] = []
    loop = asyncio.get_running_loop()
    pace = Pace(lambda: times.append(loop.time()), 0.02)

    def ask_on() -> bool:
        pace.ask()
        return len(times) >= 6

    await soon(ask_on)
    assert all(
        later - earlier >= 0.02 - 0.001 for earlier, later in zip(times, times[1:], strict=False)
    )


async def test_at_once_is_at_once_but_not_before_the_pause_is_over() -> None:
    done: list[float] = []
    loop = asyncio.get_running_loop()
    pace = Pace(lambda: done.append(loop.time()), 0.05)
    pace.ask()
    pace.at_once()
    assert len(done) == 1  # what was asked before is done with it
    pace.at_once()
    assert len(done) == 1
    while len(done) < 2:
        await asyncio.sleep(0.001)
    assert done[1] - done[0] >= 0.05


async def test_work_is_done_on_the_loop_though_asked_from_a_thread() -> None:
    done: list[str] = []
    pace = Pace(lambda: done.append(threading.current_thread().name), 0.01)
    thread = threading.Thread(target=pace.ask_from_thread)
    thread.start()
    await soon(lambda: done)
    thread.join()
    assert done == [threading.current_thread().name]


async def test_what_was_asked_is_forgotten_when_stopped() -> None:
    done: list[str] = []
    pace, other = Pace(lambda: done.append("stopped"), 0), Pace(lambda: done.append("other"), 0)
    pace.ask()
    pace.stop()
    pace.stop()
    other.ask()
    await soon(lambda: done)
    assert done == ["other"]
    pace.ask()
    await soon(lambda: "stopped" in done)


async def test_work_that_fails_does_not_stop_the_next() -> None:
    done: list[int] = []
    failures: list[object] = []

    def work() -> None:
        done.append(1)
        if len(done) == 1:
            raise RuntimeError("not now")

    asyncio.get_running_loop().set_exception_handler(lambda _, context: failures.append(context))
    pace = Pace(work, 0)
    pace.ask()
    await soon(lambda: failures)
    pace.ask()
    await soon(lambda: len(done) == 2)


def test_a_loop_that_has_ended_is_left_in_peace() -> None:
    async def make() -> Pace:
        return Pace(lambda: None, 0)

    asyncio.run(make()).ask_from_thread()


def test_without_an_event_loop_what_is_slow_is_always_fresh() -> None:
    numbers = iter(range(9))
    slow = Slow(lambda: next(numbers), 60, lambda: None)
    assert [slow.get("a"), slow.get("a"), slow.get("b")] == [0, 1, 2]


async def test_what_is_slow_is_worked_out_seldom_and_at_once_for_something_new() -> None:
    made: list[str] = []
    told: list[str] = []
    now = "first"

    def make() -> str:
        made.append(now)
        return now

    slow = Slow(make, 0.05, lambda: told.append(now))
    assert {slow.get("a") for _ in range(50)} == {"first"}
    assert made == ["first"]
    now = "later"
    assert slow.get("a") == "first"
    await soon(lambda: told)
    assert (told, slow.get("a"), made) == (["later"], "later", ["first", "later"])
    await soon(lambda: len(made) == 3)
    assert told == ["later"]  # nothing new
    now = "other"
    assert slow.get("b") == "other"
