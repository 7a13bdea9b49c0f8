"""The map of the framework in words: how each part is doing, and the map's text twin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..analysis import Light, Standing, level_light, on_five
from ..framework import Language
from ..framework.overview import Overview
from ..locales import translator
from .sureness import light_text
from .terms import NONE, number, span_text
from .twin import Twin

State = Light | Literal["asked", "unasked"]

SYMBOLS: dict[State, str] = {
    "strength": "▲",
    "discuss": "◆",
    "concern": "▼",
    "uncertain": "?",
    "asked": "●",
    "unasked": "○",
}


def part_state(standing: Standing | None) -> State:
    """Return how a part is doing; ``asked`` where what was asked has no level."""
    if standing is None or not standing.asked:
        return "unasked"
    return level_light(standing.level, standing.range) or "asked"


def state_text(state: State, language: Language) -> str:
    """Say how a part is doing."""
    _ = translator(language).gettext
    if state == "asked":
        return _("asked")
    return _("not asked yet") if state == "unasked" else light_text(state, language)


def key_texts(language: Language) -> list[tuple[State, str]]:
    """Explain each state; the limits are those of `level_word`, on 1 to 5; see `level_light`."""
    _ = translator(language).gettext
    return [
        ("strength", _("strength: 4 or more")),
        ("discuss", _("to discuss: 3–4")),
        ("concern", _("concern: under 3")),
        ("uncertain", _("uncertain: at a limit")),
        ("asked", _("asked, no level")),
        ("unasked", _("not asked yet")),
    ]


def framework_map_twin(
    overview: Overview, standings: Mapping[str, Standing], language: Language
) -> Twin:
    """Say what the map shows.

    Parameters
    ----------
    overview
        The parts.
    standings
        What is known of each part, by its id.
    language
        Of the words.
    """
    _ = translator(language).gettext
    states = {part.id: part_state(standings.get(part.id)) for part in overview.parts}

    def named(state: State) -> str:
        titles = [part.title.into(language) for part in overview.parts if states[part.id] == state]
        return ", ".join(titles)

    asked = sum(state != "unasked" for state in states.values())
    sentences = [
        _("{asked} of the {n} parts of the framework have been asked.").format(
            asked=asked, n=len(states)
        )
        if asked
        else _("Nothing has been asked yet.")
    ]
    if strengths := named("strength"):
        sentences.append(_("Strengths: {parts}.").format(parts=strengths))
    if concerns := named("concern"):
        sentences.append(_("Concerns: {parts}.").format(parts=concerns))
    if unsure := named("uncertain"):
        words = _("Uncertain, as the level may be on either side of a limit: {parts}.")
        sentences.append(words.format(parts=unsure))
    rows = []
    for part in overview.parts:
        known = standings.get(part.id) or Standing(0, None)
        rows.append(
            [
                part.title.into(language),
                state_text(states[part.id], language),
                NONE if known.level is None else number(on_five(known.level), language),
                _between(known, language),
                f"{known.asked}/{len(part.instruments)}",
            ]
        )
    return Twin(
        caption=" ".join(sentences),
        columns=[_("Part"), _("State"), _("Level (1–5)"), _("Range (1–5)"), _("Asked")],
        rows=rows,
    )


def _between(known: Standing, language: Language) -> str:
    if known.range is None:
        return NONE
    low, high = map(on_five, known.range)
    return number(low, language) if low == high else span_text(low, high, language)
