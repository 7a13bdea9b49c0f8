"""The chain in words."""

from __future__ import annotations

from math import isnan

from ....analysis import Results, carries
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...terms import not_shown_text, number, some_text, value_text
from ...twin import Twin
from .levels import Level, levels


def chain_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `chain_spec` shows: the weakest link, which dimensions carry, each one's items.

    Parameters are those of `chain_spec`.
    """
    _ = translator(language).gettext
    found = levels(results, instrument, language, minimum)
    points = len(instrument.asked_as(Scale).points)
    words = [*(_carrying(one, points, language) for one in found[:-1]), "–"]
    return Twin(
        caption=_weakest(found, points, language),
        columns=[
            _("Dimension"),
            _("Level"),
            _("For the next one"),
            _("Strongest"),
            _("Weakest"),
            _("Items shown"),
        ],
        rows=[
            [
                one.title,
                one.nothing or value_text(one.median, language),
                word,
                _items(one, one.highest, language),
                _items(one, one.lowest, language),
                f"{len(one.items) - one.hidden}/{len(one.items)}",
            ]
            for one, word in zip(found, words, strict=True)
        ],
    )


def _items(one: Level, median: float, language: Language) -> str:
    if isnan(median):
        return "–"
    return f"{one.at(median, language, len(one.items))} ({number(median, language)})"


def _weakest(found: list[Level], points: int, language: Language) -> str:
    _, ngettext = translator(language).gettext, translator(language).ngettext
    shown = [one for one in found if one.nothing is None]
    if not shown:
        return not_shown_text(found[0].nothing or "", language)
    low, high = (choose(one.median for one in shown) for choose in (min, max))
    if low == high and len(shown) > 1:
        first = _("The level of every dimension is {value}.").format(value=number(low, language))
    else:
        names = [one.title for one in shown if one.median == low]
        text = ngettext(
            "Weakest link: {items} ({value}).", "Weakest links: {items} ({value}).", len(names)
        )
        first = text.format(items=some_text(names, language), value=number(low, language))
    links = [
        f"{one.title} → {after.title}: {_carrying(one, points, language)}."
        for one, after in zip(found, found[1:], strict=False)
        if one.nothing is None
    ]
    return " ".join([first, *links])


def _carrying(one: Level, points: int, language: Language) -> str:
    _ = translator(language).gettext
    if one.nothing is not None:
        return "–"
    return _("carries") if carries(one.median, points) else _("to strengthen")
