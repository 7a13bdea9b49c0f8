"""The map of the framework: the whole method in one picture, each part as the room sees it."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..analysis import Standing, on_five, standing
from ..charts import Drawer, Picture, Size, pictures
from ..charts.framework_map import framework_map_spec
from ..charts.framework_map_words import framework_map_twin, part_state, state_text
from ..charts.terms import number
from ..framework import Language, instrument, workshop
from ..framework.overview import Part, overview
from ..locales import translator
from .base.later import Pace
from .base.live_chart import LiveChart
from .base.panel import Listing, Opened, WithPanel
from .session.live_session import LiveSession

UPDATE = 0.5  # seconds between two updates of the map, at the least


class FrameworkMap(WithPanel):
    """Every part of the method, coloured by the room's own result, grey where not asked yet.

    A part that is pressed tells what is asked of it and in which workshop, and shows the
    pictures of what the room has been shown.

    Parameters
    ----------
    session
        Whose results; without one the map stands alone.
    language
        Of the words, where there is no session.
    """

    def __init__(self, session: LiveSession | None = None, language: Language = "fi") -> None:
        self._session = session
        self._language: Language = session.language if session else language
        self._part: Part | None = None
        self._results: dict[str, Any] = {}
        self._charts: dict[str, tuple[LiveChart, Drawer]] = {}
        self._maps: dict[Size, LiveChart] = {
            size: LiveChart(
                label=overview().title.into(self._language),
                language=self._language,
                captioned=True,
                on_press=self.press,
            )
            for size in ("screen", "console")
        }
        self._maps["screen"].add_class("vt-when-wide")
        self._maps["console"].add_class("vt-when-narrow")
        super().__init__(list(self._maps.values()), self._language, self._close)
        if session:
            session.observe(Pace(self._update, UPDATE).ask)
        self._update()

    def press(self, name: str) -> None:
        """Open the part whose id is ``name``, or close it if it is open."""
        part = overview().part(name)
        self._part = None if part is self._part else part
        self._update()

    def _close(self) -> None:
        self._part = None
        self._update()

    def _update(self) -> None:
        if session := self._session:
            asked = {name for part in overview().parts for name in part.instruments}
            self._results = {name: session.results_of(name) for name in asked}
        standings = {part.id: standing(part, self._results) for part in overview().parts}
        for size, chart in self._maps.items():
            chart.show(partial(self._draw, standings, size))
        if self._part is None:
            self._charts = {}
            self.shut()
        else:
            self._show_part(self._part, standings[self._part.id])

    def _draw(self, standings: dict[str, Standing], size: Size) -> Picture:
        language, opened = self._language, self._part.id if self._part else None
        return Picture(
            framework_map_spec(overview(), standings, language, size=size, opened=opened),
            lambda: framework_map_twin(overview(), standings, language),
        )

    def _show_part(self, part: Part, known: Standing) -> None:
        shown = [name for name in part.instruments if self._results.get(name) is not None]
        self._charts = {name: self._charts.get(name) or self._make_chart(name) for name in shown}
        self.show(self._words(part, known), [chart for chart, _ in self._charts.values()])
        for name, (chart, drawer) in self._charts.items():
            chart.show(partial(self._draw_result, name, drawer))

    def _make_chart(self, name: str) -> tuple[LiveChart, Drawer]:
        asked, language = instrument(name), self._language
        drawer = pictures(asked, language, "console")[0]
        label = f"{asked.title.into(language)}: {drawer.title}"
        return LiveChart(label=label, language=language, captioned=True, pause=0.25), drawer

    def _draw_result(self, name: str, drawer: Drawer) -> Picture | None:
        results = self._results.get(name)
        if results is None or self._session is None:
            return None
        return drawer.draw(results, self._session.minimum)

    def _words(self, part: Part, known: Standing) -> Opened:
        language = self._language
        _ = translator(language).gettext
        note = state_text(part_state(known), language)
        if known.level is not None:
            level = number(on_five(known.level), language)
            note = _("{state}: {level} on a scale of 1 to 5").format(state=note, level=level)
        lead, code = self._way(part.workshop)
        lines = [
            (
                instrument(name).title.into(language),
                state_text("unasked" if self._results.get(name) is None else "asked", language),
            )
            for name in part.instruments
        ]
        return Opened(
            id=part.id,
            title=part.title.into(language),
            note=note,
            text=part.description.into(language),
            lists=[Listing(title=_("What is asked"), lines=lines)],
            lead=lead,
            code=code,
        )

    def _way(self, name: str) -> tuple[str, str]:
        """Say how to open the workshop where a part is asked of, and with which code if any."""
        _ = translator(self._language).gettext
        title = workshop(name).title.into(self._language)
        if self._session is None:
            words = _("The workshop {title} asks about this. It is opened with:")
            return words.format(title=title), f'vt.open_session("{name}")'
        if self._session.workshop.id == name:
            return _("This workshop asks about this."), ""
        return _("To ask about this, choose the workshop {title}.").format(title=title), ""
