"""Words that several pictures of the kind ``scale`` say."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from ....framework import Language
from ....locales import translator
from ...terms import number


def named(names: Sequence[str], language: Language, most: int = 3) -> str:
    """Name the first few and count the others."""
    text = ", ".join(names[:most])
    more = len(names) - most
    if more <= 0:
        return text
    ngettext = translator(language).ngettext
    words = ngettext("{items} and {n} other", "{items} and {n} others", more)
    return words.format(items=text, n=more)


def value(of: float, language: Language) -> str:
    """Write a number; a dash where there is none."""
    return "–" if isnan(of) else number(of, language)


def span(low: float, high: float, language: Language) -> str:
    """Write a range; a dash where there is none."""
    return "–" if isnan(low) else f"{number(low, language)}–{number(high, language)}"


def not_shown(reason: str, language: Language) -> str:
    """Say why a picture has nothing to show."""
    _ = translator(language).gettext
    return _("The result is not shown yet: {reason}.").format(reason=reason)
