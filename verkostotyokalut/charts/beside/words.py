"""The words that pictures of a comparison share with their twins."""

from __future__ import annotations

from math import isnan

from babel.numbers import format_percent

from ...analysis import Comparison, Of, Part
from ...framework import Language
from ...locales import translator
from ..terms import number
from ..words import lines, width

NONE = "–"


def part_word(of: Of, language: Language) -> str:
    """Name what the parts are, as the head of a column."""
    _ = translator(language).gettext
    return {
        Of.GROUPS: _("Group"),
        Of.ROUNDS: _("Round"),
        Of.GUESS: _("Room"),
        Of.EARLIER: _("Session"),
    }[of]


def hidden_part(language: Language) -> str:
    """Say why a part has nothing to show."""
    _ = translator(language).gettext
    return _("not shown: too few answers, or somebody would be given away")


def hidden_item(language: Language) -> str:
    """Say in a few words that an item isn't shown of a part."""
    return translator(language).gettext("not shown")


def hidden_parts(comparison: Comparison, language: Language) -> str:
    """Name the hidden parts in a sentence; nothing where there are none."""
    names = [part.label for part in comparison.parts if part.results is None]
    if not names:
        return ""
    _ = translator(language).gettext
    return _("{parts}: {reason}.").format(parts=", ".join(names), reason=hidden_part(language))


def count_text(part: Part, language: Language) -> str:
    """Write how many have answered."""
    return NONE if part.n is None else number(part.n, language)


def value_text(value: float, language: Language) -> str:
    """Write a number; a dash where there is none."""
    return NONE if isnan(value) else number(value, language)


def span_text(low: float, high: float, language: Language) -> str:
    """Write an interval; a dash where there is none."""
    if isnan(low):
        return NONE
    return f"{number(low, language)}–{number(high, language)}"


def signed(value: float, language: Language) -> str:
    """Write a change with its sign; a dash where there is none."""
    if isnan(value):
        return NONE
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{number(abs(value), language)}"


def percent(share: float, language: Language) -> str:
    """Write a share, 0..1, as per cent in the language's way; a dash where there is none."""
    return NONE if isnan(share) else str(format_percent(share, locale=language))


def percents(low: float, high: float, language: Language) -> str:
    """Write an interval of shares, 0..1; a dash where there is none."""
    if isnan(low):
        return NONE
    return f"{100 * low:.0f}–{percent(high, language)}"


def fitted(text: str, room: float, size: float, most: int) -> list[str]:
    """Break a text into at most so many lines; what doesn't fit is cut off and marked so."""
    found = lines(text, room, size)
    if len(found) <= most:
        return found
    last = found[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return [*found[: most - 1], f"{last.rstrip(' -')}…"]
