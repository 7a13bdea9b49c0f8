"""The room's results as pictures: the profile, and every item's answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import ipywidgets

from ..analysis import Results as Tables
from ..charts import figure_json, items_spec, items_twin, profile_spec, profile_twin
from ..framework import Instrument, Language
from ..locales import translator
from .live_chart import LiveChart, Picture
from .session import LiveSession

Size = Literal["screen", "console"]


class Results(ipywidgets.Box):  # type: ignore[misc]
    """What the room may see of its answers, live while the leader shows it.

    Parameters
    ----------
    session
        Whose results.
    size
        ``screen`` shows the profile and the items side by side, in the projector's type;
        ``console`` the profile alone, in a panel's.
    """

    def __init__(self, session: LiveSession, size: Size = "screen") -> None:
        self._session = session
        self._size = size
        _ = translator(session.language).gettext
        hidden = _("The results are hidden until you show them.")
        self._profile = LiveChart(
            label=_("Profile of the network"),
            language=session.language,
            empty=hidden,
            captioned=size == "console",
        )
        charts = [self._profile]
        if size == "screen":
            self._items = LiveChart(label=_("Answers by item"), language=session.language)
            charts.append(self._items)
        super().__init__(children=charts)
        self.add_class("vt-pictures" if size == "screen" else "vt-picture")
        session.observe(self._update)
        self._update()

    def _update(self) -> None:
        self._profile.show(lambda: self._draw(self._draw_profile))
        if self._size == "screen":
            self._items.show(lambda: self._draw(self._draw_items))

    def _draw(self, draw: Callable[[Tables, Instrument, Language, int], Picture]) -> Picture | None:
        session = self._session
        if session.results is None or session.instrument is None:
            return None
        return draw(session.results, session.instrument, session.language, session.minimum)

    def _draw_profile(
        self, tables: Tables, instrument: Instrument, language: Language, minimum: int
    ) -> Picture:
        return profile_picture(tables, instrument, language, size=self._size, minimum=minimum)

    def _draw_items(
        self, tables: Tables, instrument: Instrument, language: Language, minimum: int
    ) -> Picture:
        counts, numbers = tables.distribution, tables.summary
        return Picture(
            figure_json(items_spec(counts, numbers, instrument, language, minimum=minimum)),
            items_twin(counts, numbers, instrument, language, minimum=minimum),
        )


def profile_picture(
    tables: Tables, instrument: Instrument, language: Language, *, size: Size, minimum: int
) -> Picture:
    """Return the profile of some results as a picture."""
    return Picture(
        figure_json(profile_spec(tables.summary, instrument, language, size=size, minimum=minimum)),
        profile_twin(tables.summary, instrument, language, minimum=minimum),
    )
