"""The network's cycle: alone in a notebook, or live with what a session's room has been shown."""

from __future__ import annotations

from math import isnan
from typing import Any

import ipywidgets

from ..analysis import Results
from ..charts import Picture
from ..charts.cycle_view import Asked, Shown, Standing, cycle_spec, standing_text, standings
from ..charts.cycle_words import cycle_twin
from ..charts.terms import agreement_text, number, without_number_text
from ..framework import Instrument, Language, instrument
from ..live import sessions
from ..locales import translator
from .base.live_chart import LiveChart
from .phase_panel import PhasePanel
from .session.live_session import LiveSession


class Cycle(ipywidgets.Box):  # type: ignore[misc]
    """The four phases as a ring with the core in the middle; a press on a phase opens its items.

    Alone it shows the method. With a session it shows what the leader has shown to the room:
    where people place the network in this round and where earlier rounds were, and how each
    phase and the core are doing, as they were last asked.

    Parameters
    ----------
    session
        Whose results.
    language
        Of the texts, without a session; with one, they are in its language.
    """

    def __init__(self, session: LiveSession | None = None, language: Language = "fi") -> None:
        self._session = session
        self._language: Language = session.language if session else language
        self._minimum = session.minimum if session else sessions.MINIMUM
        self._asked = Asked(
            instrument("verkoston-sykli"), instrument("syklin-vaiheet"), instrument("ydinelementit")
        )
        self._opened: str | None = None
        self._chart = LiveChart(
            label=self._asked.places.title.into(self._language),
            language=self._language,
            captioned=True,
            pause=0.25,
            on_press=self._on_press,
        )
        self._panel = PhasePanel(self._language, self._on_close)
        super().__init__([self._chart, self._panel])
        self.add_class("vt-cycle")
        if session is not None:
            session.observe(self._update)
        self._update()

    def _on_press(self, phase: str) -> None:
        self._opened = None if phase == self._opened else phase
        self._update()

    def _on_close(self) -> None:
        self._opened = None
        self._update()

    def _update(self) -> None:
        self._chart.show(self._picture)
        self._panel.view = self._phase()

    def _shown(self) -> Shown:
        """Return what the room has been shown."""
        session = self._session
        if session is None:
            return Shown()
        rounds = range(1, session.round + 1)

        def of(asked: Instrument) -> list[tuple[int, Any]]:
            found = [(n, session.results_of(asked.id, n)) for n in rounds]
            return [(n, results) for n, results in found if results is not None]

        def newest(asked: Instrument) -> Any:
            # Not every round asks everything again; what was found out last still holds.
            return next((results for _, results in reversed(of(asked))), None)

        places = dict(of(self._asked.places))
        now = places.pop(session.round, None)
        phases, core = newest(self._asked.phases), newest(self._asked.core)
        return Shown(now, phases, core, tuple(places.items()))

    def _picture(self) -> Picture:
        asked, shown, language, minimum = self._asked, self._shown(), self._language, self._minimum
        return Picture(
            cycle_spec(asked, shown, language, minimum=minimum, opened=self._opened),
            lambda: cycle_twin(asked, shown, language, minimum=minimum),
        )

    def _phase(self) -> dict[str, Any]:
        """Return the open phase in words, or nothing."""
        if self._opened is None:
            return {}
        shown, language = self._shown(), self._language
        index, standing = next(
            (index, one)
            for index, one in enumerate(standings(self._asked, shown), 1)
            if one.phase.id == self._opened
        )
        return {
            "id": standing.phase.id,
            "shape": standing.phase.shape,
            "title": f"{index}. {standing.phase.label.into(language)}",
            "description": standing.phase.description.into(language),
            "standing": standing_text(standing, self._asked, language),
            **self._items(standing, shown.phases),
        }

    def _items(self, standing: Standing, results: Results | None) -> dict[str, Any]:
        language = self._language
        dimension = next(
            one for one in self._asked.phases.dimensions if one.id == standing.phase.id
        )
        return {
            "items": [
                {
                    "label": item.label.into(language),
                    "statement": item.statement.into(language),
                    "words": "" if results is None else self._words(results, item.id),
                }
                for item in dimension.items
            ],
            "advice": [text.into(language) for text in dimension.advice.low],
        }

    def _words(self, results: Results, item: str) -> str:
        """Say an item's result: the median, how far views agree, and how many answered."""
        language = self._language
        columns = ["n", "dont_know", "median", "agreement"]
        row = results.summary.loc[[item], columns].to_numpy(dtype=float)[0]
        n, dont_know, median, agreement = row.tolist()
        nothing = without_number_text(n, dont_know, self._minimum, language)
        if nothing:
            return nothing
        median_words = f"{translator(language).gettext('median')} {number(median, language)}"
        agreed = "" if isnan(agreement) else agreement_text(agreement, language)
        return " · ".join(filter(None, [median_words, agreed, f"n = {n:.0f}"]))
