"""The page of slopes: from the earlier to the later medians, and who has moved which way."""

from __future__ import annotations

from functools import partial
from math import isnan

from .....analysis import Comparison
from .....framework import Instrument, Language, Scale
from .....locales import translator
from ....beside.page import Drawn, rows
from ....beside.panels import Panel, Place, panels_spec
from ....beside.plan import Items
from ....drawing import Spec
from ....theme import Size
from .changes import changes_of
from .changes import footer as changes_explained
from .medians import few_text, interval_text
from .numbers import ends_text, numbers_of, turned_text
from .slope import Slope, Told


def slopes_spec(
    comparison: Comparison,
    instrument: Instrument,
    bands: tuple[Items, ...],
    language: Language,
    *,
    size: Size,
) -> Spec:
    """Draw a panel for each item: its medians from part to part, and below it the change.

    Parameters
    ----------
    comparison
        Guarded, of rounds or of sessions; see `verkostotyokalut.analysis.Comparison`.
    instrument
        What was asked; reversed items are turned.
    bands
        The items.
    language
        Of the words.
    size
        The projector's, or a panel's of the leader's; see `panels_spec`.
    """
    told = Told(
        numbers_of(comparison, instrument),
        changes_of(comparison),
        rows(comparison, language),
        len(instrument.asked_as(Scale).points),
        language,
    )

    def draw(item: str, place: Place) -> Drawn:
        return Slope(place, told).drawn(item)

    panels = [
        (
            title,
            [Panel(item.label.into(language), partial(draw, item.id)) for item in items],
        )
        for title, items in bands
    ]
    footer = _footer(comparison, instrument, bands, told)
    return panels_spec(told.rows, panels, footer, under=told.under, size=size)


def _footer(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], told: Told
) -> str:
    items = [item for band in bands for item in band.items]
    shown = [numbers[item.id] for numbers in told.found if numbers for item in items]
    few = any(one.n > 0 and isnan(one.lower) for one in shown)
    changes = {item.id: told.changes[item.id] for item in items if item.id in told.changes}
    _ = translator(told.language).gettext
    people = any(not isnan(one.up) for one in changes.values())
    said = [
        ends_text(instrument, told.language),
        turned_text(items, told.language),
        interval_text(told.language),
        few_text(told.language) if few else "",
        _("The bar: how large a share (%) went down, stayed and went up.") if people else "",
        *changes_explained(changes, comparison.of, told.language),
    ]
    return " ".join(filter(None, said))
