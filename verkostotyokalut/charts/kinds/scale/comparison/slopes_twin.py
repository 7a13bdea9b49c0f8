"""The slopes in words."""

from __future__ import annotations

from .....analysis import Comparison
from .....framework import Instrument, Language
from .....locales import translator
from ....beside.plan import Items
from ....beside.words import hidden_parts
from ....terms import NONE, number, percent_text, signed_text, span_text, value_text
from ....twin import Twin
from .changes import Change, caption, changes_of, verdict_text
from .numbers import Numbers, numbers_of


def slopes_twin(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], language: Language
) -> Twin:
    """Say what `slopes_spec` shows: each item's medians, and who has moved which way."""
    _ = translator(language).gettext
    found, changes = numbers_of(comparison, instrument), changes_of(comparison)
    items = [item for band in bands for item in band.items]
    heading = _("{part}: median (95 % interval; n)")
    said = [caption(changes, items, language), hidden_parts(comparison, language)]
    return Twin(
        caption=" ".join(filter(None, said)),
        columns=[
            _("Item"),
            *(heading.format(part=part.label) for part in comparison.parts),
            _("Change"),
            _("Median change"),
            _("Up"),
            _("The same"),
            _("Down"),
            _("Answered in both"),
        ],
        rows=[
            [
                item.label.into(language),
                *(_median(part[item.id] if part else None, language) for part in found),
                *_change(changes.get(item.id), language),
            ]
            for item in items
        ],
    )


def _median(one: Numbers | None, language: Language) -> str:
    if one is None:
        return NONE
    nothing = one.nothing(1, language)
    if nothing is not None:
        return nothing.words
    interval = span_text(one.lower, one.upper, language)
    return f"{number(one.median, language)} ({interval}; n {number(one.n, language)})"


def _change(change: Change | None, language: Language) -> list[str]:
    if change is None:
        return [NONE] * 6
    return [
        verdict_text(change, language),
        signed_text(change.by, language),
        *(percent_text(share, language) for share in (change.up, change.same, change.down)),
        value_text(change.n, language),
    ]
