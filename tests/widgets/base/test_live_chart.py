"""A picture that follows the answers: the next frame when the page has shown the last."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.waiting import soon
from verkostotyokalut.charts import Picture
from verkostotyokalut.charts.drawing import Place, drawing
from verkostotyokalut.charts.theme import Box
from verkostotyokalut.widgets import LiveChart
from verkostotyokalut.widgets.base import live_chart
from verkostotyokalut.widgets.base.live_chart import PLOTLY

TWIN: Any = {"caption": "c", "columns": ["a"], "rows": [["1"]]}


class Maker:
    """Makes numbered pictures, and knows which it has made."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, number: int) -> Callable[[], Picture]:
        def make() -> Picture:
            self.made.append(number)
            return Picture({"data": [number]}, lambda: TWIN)

        return make


@pytest.fixture
def maker() -> Maker:
    return Maker()


def test_a_picture_is_drawn_at_once_without_an_event_loop(maker: Maker) -> None:
    chart = LiveChart(label="Profiili", empty="Ei vielä")
    assert (chart.figure, chart.frame) == ("", 0)
    chart.show(maker(1))
    assert json.loads(chart.figure) == {"data": [1]}
    assert (chart.frame, chart.twin) == (1, TWIN)


async def test_a_frame_is_sent_only_after_the_last_was_shown(maker: Maker) -> None:
    chart = LiveChart(label="Profiili")
    chart.show(maker(1))
    await soon(lambda: chart.frame == 1)
    for number in range(2, 7):
        chart.show(maker(number))
        await asyncio.sleep(0)
    assert (chart.frame, maker.made) == (1, [1])
    chart.shown = 1
    await soon(lambda: chart.frame == 2)
    assert maker.made == [1, 6]  # those between were never drawn, so the newest is not late
    chart.shown = 2
    chart.show(maker(7))
    await soon(lambda: chart.frame == 3)
    assert maker.made == [1, 6, 7]


async def test_frames_keep_their_distance(maker: Maker) -> None:
    chart = LiveChart(label="Profiili", pause=0.06)
    times: list[float] = []
    chart.observe(lambda _: times.append(asyncio.get_running_loop().time()), names="frame")

    def draw_on() -> bool:
        chart.shown = chart.frame
        chart.show(maker(len(times)))
        return len(times) >= 4

    await soon(draw_on)
    distances = [later - earlier for earlier, later in zip(times, times[1:], strict=False)]
    assert min(distances) >= 0.06 - 0.005


async def test_the_same_picture_is_not_sent_again(maker: Maker) -> None:
    chart = LiveChart(label="Profiili")
    chart.show(maker(1))
    await soon(lambda: chart.frame == 1)
    chart.shown = 1
    chart.show(maker(1))
    await soon(lambda: maker.made == [1, 1])
    assert chart.frame == 1
    chart.show(maker(2))
    await soon(lambda: chart.frame == 2)


async def test_no_picture_empties_the_place(maker: Maker) -> None:
    chart = LiveChart(label="Profiili")
    chart.show(maker(1))
    await soon(lambda: chart.frame == 1)
    chart.shown = 1
    chart.show(lambda: None)
    await soon(lambda: chart.frame == 2)
    assert (chart.figure, chart.twin) == ("", {})


async def test_a_page_that_never_says_what_it_has_drawn_is_not_waited_for_for_ever(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_chart, "PATIENCE", 0.1)
    chart = LiveChart(label="Profiili")
    chart.show(maker(1))
    await soon(lambda: chart.frame == 1)
    chart.show(maker(2))
    await soon(lambda: chart.frame == 2, 3)


def test_the_kernel_gives_plotly_where_the_server_does_not() -> None:
    sent: list[Any] = []

    class Listening(LiveChart):
        def send(self, content: Any, buffers: Any = None) -> None:
            sent.append((content, buffers))

    chart = Listening(label="Profiili")
    chart._handle_custom_msg({"type": "muuta"}, [])
    assert sent == []
    chart._handle_custom_msg({"type": "plotly"}, [])
    ((content, (code,)),) = sent
    assert content == {"type": "plotly"}
    assert b"plotly.js (basic" in code[:300]


def test_a_press_tells_the_place_and_only_a_place_that_is_there() -> None:
    pressed: list[str] = []
    chart = LiveChart(label="Kartta", on_press=pressed.append)
    chart._handle_custom_msg({"type": "press", "id": "a"}, [])  # before there is a picture
    figure = drawing(Box(100, 100, 12), [], [], [Place("a", "Alue", 0, 0, 50, 50)])
    chart.show(lambda: Picture(figure, lambda: TWIN))
    for wrong in ("b", None, ["a"], {"id": "a"}):
        chart._handle_custom_msg({"type": "press", "id": wrong}, [])
    assert pressed == []
    chart._handle_custom_msg({"type": "press", "id": "a"}, [])
    assert pressed == ["a"]


def test_the_page_is_told_where_plotly_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERKOSTO_PLOTLY", "verkosto/static/abc/plotly.js")
    assert LiveChart(label="x").plotly == "verkosto/static/abc/plotly.js"
    monkeypatch.delenv("VERKOSTO_PLOTLY")
    assert LiveChart(label="x").plotly == f"verkosto/static/0/{PLOTLY}"  # it may be there
