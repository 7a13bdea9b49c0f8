"""The words that pictures of a comparison share with their twins."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from ...analysis import Comparison, Of, Part
from ...framework import Language
from ...locales import translator
from ..terms import NONE, number, percent_text
from ..words import lines, width


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


def half_hidden(medians: Iterable[tuple[float, float]], language: Language) -> str:
    """Say why a middle half is missing; nothing where each median, with its q1, has one."""
    if not any(isnan(low) and not isnan(median) for median, low in medians):
        return ""
    return translator(language).gettext(
        "A middle half is left out where there are too few answers, or somebody would be given "
        "away."
    )


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


def percents(low: float, high: float, language: Language) -> str:
    """Write an interval of shares, 0..1; a dash where there is none."""
    if isnan(low):
        return NONE
    return f"{100 * low:.0f}–{percent_text(high, language)}"


def fitted(text: str, room: float, size: float, most: int) -> list[str]:
    """Break a text into at most so many lines; what doesn't fit is cut off and marked so."""
    found = lines(text, room, size)
    if len(found) <= most:
        return found
    last = found[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return [*found[: most - 1], f"{last.rstrip(' -')}…"]
