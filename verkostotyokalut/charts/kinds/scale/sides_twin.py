"""The two sides in words."""

from __future__ import annotations

from ....analysis import Results
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...sureness import sure_cells, sure_columns
from ...terms import NONE, not_shown_text, number, span_text, value_text
from ...twin import Twin
from .levels import Level, levels


def quarters(across: Level, up: Level, language: Language) -> dict[tuple[bool, bool], str]:
    """Name the quarters of the map, by whether the first and the second dimension are strong."""
    _ = translator(language).gettext
    strength = _("Strength: {title}")
    return {
        (True, True): _("Both are strong"),
        (True, False): strength.format(title=across.title),
        (False, True): strength.format(title=up.title),
        (False, False): _("Both are to be built"),
    }


def sides_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `sides_spec` shows: the quarter, the balance, each item's median.

    Parameters are those of `sides_spec`.
    """
    _ = translator(language).gettext
    across, up = levels(results, instrument, language, minimum)
    points = len(instrument.asked_as(Scale).points)
    sure = sure_cells(results.distribution, results.summary, instrument, language)
    rows = []
    for one in (across, up):
        spread = span_text(one.lowest, one.highest, language)
        level = one.nothing or value_text(one.median, language)
        rows.append([one.title, _("all together"), level, spread, NONE, NONE])
        ids = [item.id for item in one.dimension.items]
        rows += [
            [one.title, name, value_text(median, language), NONE, *sure[item]]
            for item, (name, median) in zip(ids, one.items, strict=True)
        ]
    return Twin(
        caption=_caption(across, up, points, language),
        columns=[
            _("Dimension"),
            _("Item"),
            _("Level"),
            _("Lowest–highest item"),
            *sure_columns(language),
        ],
        rows=rows,
    )


def _caption(across: Level, up: Level, points: int, language: Language) -> str:
    _ = translator(language).gettext
    reason = across.nothing or up.nothing
    if reason is not None:
        return not_shown_text(reason, language)
    middle = (points + 1) / 2
    if middle in {across.median, up.median}:
        place = _("On the line between the quarters")
    else:
        place = quarters(across, up, language)[across.median > middle, up.median > middle]
    both = ", ".join(f"{one.title} {number(one.median, language)}" for one in (across, up))
    ahead, behind = sorted((across, up), key=lambda one: -one.median)
    gap = ahead.median - behind.median
    if gap < (points - 1) / 8:  # half a point of five
        balance = _("The two are in balance.")
    else:
        balance = _("Stronger: {title} (by {value}).").format(
            title=ahead.title, value=number(gap, language)
        )
    return f"{place} ({both}). {balance}"
