"""The slopes in words."""

from __future__ import annotations

from .....analysis import Comparison
from .....framework import Instrument, Language
from .....locales import translator
from ....beside.plan import Items
from ....beside.words import hidden_parts
from ....terms import NONE, number, percent_text, signed_text, span_text
from ....twin import Twin
from .changes import (
    Change,
    caption,
    chance_text,
    changes_of,
    counted_text,
    interval_text,
    left_out_text,
    verdict_text,
)
from .numbers import Numbers, numbers_of

_COLUMNS = 9  # of a change


def slopes_twin(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], language: Language
) -> Twin:
    """Say what `slopes_spec` shows: each item's medians, and who has moved which way."""
    _ = translator(language).gettext
    found, changes = numbers_of(comparison, instrument), changes_of(comparison)
    items = [item for band in bands for item in band.items]
    heading = _("{part}: median (95 % interval; n)")
    left_out = any(changes[item.id].left_out > 0 for item in items if item.id in changes)
    said = [
        caption(changes, items, language),
        left_out_text(language) if left_out else "",
        hidden_parts(comparison, language),
    ]
    return Twin(
        caption=" ".join(filter(None, said)),
        columns=[
            _("Item"),
            *(heading.format(part=part.label) for part in comparison.parts),
            _("Change"),
            _("Median change"),
            _("Median change: 95 % interval (its coverage)"),
            _("Chance (sign test)"),
            _("Up"),
            _("The same"),
            _("Down"),
            _("Answered in both"),
            _("Answered in one only"),
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
        return [NONE] * _COLUMNS
    return [
        verdict_text(change, language),
        signed_text(change.by, language),
        interval_text(change, language),
        chance_text(change, language),
        *(percent_text(share, language) for share in (change.up, change.same, change.down)),
        counted_text(change, language),
        percent_text(change.unmatched, language),
    ]
