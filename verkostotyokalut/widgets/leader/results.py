"""The room's results as pictures, live while the leader shows them."""

from __future__ import annotations

from functools import partial
from typing import Literal

import ipywidgets

from ...analysis import Comparison
from ...charts import Drawer, Picture, comparison_pictures, pictures, views
from ...locales import translator
from ..base.live_chart import LiveChart
from ..session.live_session import LiveSession

Size = Literal["screen", "console"]


class Results(ipywidgets.Box):  # type: ignore[misc]
    """What the room may see of its answers, live while the leader shows it.

    Parameters
    ----------
    session
        Whose results.
    size
        ``screen`` shows the view that the leader has chosen, in the projector's type;
        ``console`` its first picture, in a panel's.
    """

    def __init__(self, session: LiveSession, size: Size = "screen") -> None:
        self._session = session
        self._size: Size = size
        self._shown: tuple[str, int] | None = None
        self._charts: list[tuple[LiveChart, Drawer]] = []
        super().__init__()
        self.add_class("vt-pictures" if size == "screen" else "vt-picture")
        session.observe(self._update)
        self._update()

    @property
    def key(self) -> list[list[str]]:
        """The marks of the pictures and what they mean."""
        return [[mark, words] for _, drawer in self._charts for mark, words in drawer.key]

    def _update(self) -> None:
        instrument = self._session.instrument
        now = (instrument.id if instrument else "", self._session.picture or 0)
        if now != self._shown:
            self._shown = now
            self._make_charts()
        for chart, drawer in reversed(self._charts):  # the one with each answer's dot first
            chart.show(partial(self._draw, drawer))

    def _drawers(self) -> list[Drawer]:
        """Return what is drawn now: what the projector shows, or in a panel the first of that."""
        session = self._session
        if session.instrument is None:
            return []
        shown = shown_views(session)[session.picture or 0 :][:1]
        if self._size == "screen":
            return shown[0] if shown else []
        small = _pictures(session, "console")
        same = [drawer for drawer in small if shown and drawer.title == shown[0][0].title]
        return (same or small)[:1]

    def _make_charts(self) -> None:
        session = self._session
        hidden = translator(session.language).gettext("The results are hidden until you show them.")
        self._charts = [
            (
                LiveChart(
                    label=drawer.title,
                    language=session.language,
                    empty=hidden if index == 0 else "",
                    captioned=self._size == "console",
                    pause=0.25 if self._size == "console" else 0.0,
                ),
                drawer,
            )
            for index, drawer in enumerate(self._drawers())
        ]
        self.children = [chart for chart, _ in self._charts]

    def _draw(self, drawer: Drawer) -> Picture | None:
        results = self._session.results
        return None if results is None else drawer.draw(results, self._session.minimum)


def shown_views(session: LiveSession) -> list[list[Drawer]]:
    """Return what the projector can show of what the room works on, one view at a time."""
    return views(_pictures(session, "screen"))


def _pictures(session: LiveSession, size: Size) -> list[Drawer]:
    """Return the pictures of what the room works on, then those of what is beside each other."""
    asked = session.instrument
    if asked is None:
        return []
    found = pictures(asked, session.language, size)
    for comparison in session.compared.values():
        beside = comparison_pictures(asked, comparison.of, session.language, size)
        found += [_of(session, comparison, drawer) for drawer in beside]
    return found


def _of(session: LiveSession, comparison: Comparison, drawer: Drawer) -> Drawer:
    """Let a picture draw a comparison, in place of the results, as it is by then."""
    return drawer._replace(
        draw=lambda _results, minimum: drawer.draw(
            session.compared.get(comparison.of, comparison), minimum
        )
    )
