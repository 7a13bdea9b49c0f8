"""How sure the room's median of an item is, in words: its interval and its light."""

from __future__ import annotations

from math import isnan

import pandas as pd

from ..analysis import Light, Results, lights
from ..framework import Instrument, Language, Scale
from ..locales import translator
from .terms import NONE, percent_text, span_text


def light_text(light: Light, language: Language) -> str:
    """Say a light in a word or two."""
    _ = translator(language).gettext
    words: dict[Light, str] = {
        "strength": _("strength"),
        "discuss": _("to discuss"),
        "concern": _("concern"),
        "uncertain": _("uncertain"),
    }
    return words[light]


def interval_text(lower: float, upper: float, coverage: float, language: Language) -> str:
    """Write the interval of a median that is shown, and its coverage, or that there is none."""
    if isnan(lower):
        return translator(language).gettext("too few answers")
    return f"{span_text(lower, upper, language)} ({percent_text(coverage, language)})"


def sure_columns(language: Language) -> list[str]:
    """Name what `sure_cells` tells."""
    _ = translator(language).gettext
    return [_("95 % interval (its coverage)"), _("Light")]


def sure_cells(
    distribution: pd.DataFrame,
    summary: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    *,
    turned: bool = True,
) -> dict[str, list[str]]:
    """Write the interval of each item's median, or that there are too few for one, and its light.

    Parameters
    ----------
    distribution, summary
        Guarded; see `verkostotyokalut.analysis`.
    instrument
        What was asked, on a scale.
    language
        Of the words.
    turned
        Whether the intervals of reversed items are turned, as their medians beside them are.
    """
    last = len(instrument.asked_as(Scale).points)
    back = {item.id for item in instrument.items if item.reversed and not turned}
    cells = {}
    told = lights(Results(None, distribution, summary), instrument).to_dict("index")
    for item, row in told.items():
        lower, upper = row["lower"], row["upper"]
        if item in back:
            lower, upper = last + 1 - upper, last + 1 - lower
        known = row["n"] > 0
        interval = interval_text(lower, upper, row["coverage"], language) if known else NONE
        light = row["light"]
        cells[str(item)] = [interval, NONE if light is None else light_text(light, language)]
    return cells
