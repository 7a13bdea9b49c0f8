"""The cycle in words and numbers: the text twin of `cycle_view`."""

from __future__ import annotations

from math import isnan

from ..analysis import diagnose
from ..framework import Language
from ..locales import translator
from .cycle_view import Asked, Shown, Standing, core_levels, standings
from .diagnosis_words import diagnosis_sentences
from .kinds.cycle import cycle_twin as places_twin
from .terms import number
from .twin import Twin


def cycle_twin(asked: Asked, shown: Shown, language: Language, *, minimum: int = 5) -> Twin:
    """Say what the cycle shows; parameters are those of `cycle_view.cycle_spec`."""
    _ = translator(language).gettext
    found = standings(asked, shown)
    columns, cells = [_("Phase")], [_names(found, language)]
    if shown.places is not None:
        columns.append(_("Placed here now"))
        cells.append(["–" if one.placed is None else str(one.placed) for one in found])
    if shown.phases is not None:
        columns.append(_("Level"))
        cells.append([_level(one.level, language) for one in found])
    if shown.earlier:
        columns.append(_("Earlier rounds"))
        cells.append([", ".join(str(round_) for round_, _part in one.earlier) for one in found])
    if len(columns) == 1:
        columns.append(_("What happens"))
        cells.append([one.phase.description.into(language) for one in found])
    return Twin(
        caption=" ".join(_sentences(asked, shown, found, language, minimum)),
        columns=columns,
        rows=[list(row) for row in zip(*cells, strict=True)],
    )


def _names(found: list[Standing], language: Language) -> list[str]:
    return [f"{i}. {one.phase.label.into(language)}" for i, one in enumerate(found, 1)]


def _level(level: float | None, language: Language) -> str:
    return "–" if level is None or isnan(level) else number(level, language)


def _sentences(
    asked: Asked, shown: Shown, found: list[Standing], language: Language, minimum: int
) -> list[str]:
    _ = translator(language).gettext
    said = []
    if shown.places is not None:
        item = asked.places.items[0].id
        twin = places_twin(asked.cycle, language, shown.places, item, minimum=minimum)
        said.append(twin["caption"])
    levels = [one.level for one in found if one.level is not None and not isnan(one.level)]
    if levels:
        said.append(_ends(found, max(levels), min(levels), language))
    core = [f"{title} {level}" for title, level in core_levels(asked, shown, language) if level]
    if core:
        said.append(_("The core: {levels}.").format(levels=", ".join(core)))
    told = diagnose(
        shown.places,
        None if shown.phases is None else (shown.phases, asked.phases),
        None if shown.core is None else (shown.core, asked.core),
    )
    if told is not None:
        said += diagnosis_sentences(told, asked, language)
    if not said:
        said.append(asked.places.dimensions[0].lead.into(language))
    return said


def _ends(found: list[Standing], high: float, low: float, language: Language) -> str:
    """Name the phases that do best and worst."""
    translation = translator(language)
    _, ngettext = translation.gettext, translation.ngettext
    if high == low:
        words = _("The level of every phase is {value}.")
        return words.format(value=number(high, language))
    strongest, weakest = (
        [one.phase.label.into(language) for one in found if one.level == level]
        for level in (high, low)
    )
    first = ngettext(
        "Strongest: {items} ({value}).", "Strongest: {items} ({value}).", len(strongest)
    )
    last = ngettext("Weakest: {items} ({value}).", "Weakest: {items} ({value}).", len(weakest))
    return (
        f"{first.format(items=', '.join(strongest), value=number(high, language))} "
        f"{last.format(items=', '.join(weakest), value=number(low, language))}"
    )
