"""A picture that follows the answers: each frame is drawn as soon as the page can take it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

import traitlets

from ...charts import Picture, figure_json
from ...framework import Language
from .later import Pace
from .module import FRONTEND, script, style
from .worded import Worded

PLOTLY = "vendor/plotly-basic.min.js"
WORDS = 1.0  # seconds between two changes of the picture's words, at the least
PATIENCE = 1.0  # seconds to wait for a page that doesn't say that it has drawn


class LiveChart(Worded):
    """A plotly figure that is redrawn in place; of the traces, scatter, bar and pie can be drawn.

    The page tells which frame it has drawn, and only then gets the next: a slow laptop shows
    fewer frames, never late ones. plotly.js is loaded once per page, from the server's cached
    copy, or from the kernel where the server lacks our extension.

    Parameters
    ----------
    label
        What the picture is called, for those who don't see it.
    language
        The language of the chart's own words.
    empty
        What to say while there is no picture.
    captioned
        Whether the picture's sentence is shown below it.
    pause
        Seconds between two frames, at the least.
    on_press
        Called with the id of a place of the picture when it is pressed.
    """

    _esm = script("leader/live_chart.js")
    _css = style("leader/live_chart.css")

    figure = traitlets.Unicode("").tag(sync=True)
    frame = traitlets.Int(0).tag(sync=True)
    shown = traitlets.Int(0).tag(sync=True, echo_update=False)  # the page knows what it has drawn
    twin = traitlets.Dict().tag(sync=True)
    captioned = traitlets.Bool(False).tag(sync=True)
    label = traitlets.Unicode("").tag(sync=True)
    empty = traitlets.Unicode("").tag(sync=True)
    plotly = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        *,
        label: str,
        language: Language = "fi",
        empty: str = "",
        captioned: bool = False,
        pause: float = 0.0,
        on_press: Callable[[str], None] | None = None,
    ) -> None:
        self._on_press = on_press
        self._make: Callable[[], Picture | None] | None = None
        self._draw = Pace(self._send_frame, pause)
        self._impatient = Pace(self._draw.ask, PATIENCE)
        self._newest: Picture | None = None
        self._words = Pace(self._send_words, WORDS)
        super().__init__(
            language,
            label=label,
            empty=empty,
            captioned=captioned,
            plotly=os.environ.get("VERKOSTO_PLOTLY", f"verkosto/static/0/{PLOTLY}"),
        )
        self.observe(self._observe_shown, names="shown")
        self.on_msg(self._on_message)

    def show(self, make: Callable[[], Picture | None]) -> None:
        """Draw what ``make`` returns, once the page is ready for it; ``None`` is no picture.

        Only the newest ``make`` is called.
        """
        self._make = make
        (self._draw if self.shown >= self.frame else self._impatient).ask()

    def _send_frame(self) -> None:
        make, self._make = self._make, None
        if make is None:
            return
        picture = make()
        figure = figure_json(picture.figure) if picture else ""
        if figure == self.figure:
            return
        with self.hold_sync():
            self.figure = figure
            self.frame += 1
            if picture is None:
                self.twin = {}
        self._newest = picture
        self._words.ask()
        self._impatient.hold()

    def _send_words(self) -> None:
        self.twin = dict(self._newest.twin) if self._newest else {}

    def _observe_shown(self, _change: object) -> None:
        if self.shown >= self.frame:
            self._impatient.stop()
            self._draw.ask()

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "plotly":
            self.send({"type": "plotly"}, buffers=[_plotly_js()])
        elif content.get("type") == "press" and self._on_press and self._newest:
            pressed = content.get("id")
            places = self._newest.figure["layout"]["meta"].get("places", [])
            for place in places:
                if place["id"] == pressed:
                    self._on_press(place["id"])


@cache
def _plotly_js() -> bytes:
    return (FRONTEND / PLOTLY).read_bytes()
