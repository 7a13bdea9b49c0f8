"""The words that pictures and their text twins share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isnan

from babel.numbers import format_percent

from ..analysis import agreement_word, detail_minimum
from ..framework import Language
from ..locales import number as locale_number
from ..locales import translator

NONE = "–"  # in place of a number


@lru_cache(maxsize=1024)
def number(value: float, language: Language) -> str:
    """Write a number in the language's way, with at most one decimal."""
    return locale_number(value, language)


def value_text(value: float, language: Language) -> str:
    """Write a number; a dash where there is none (NaN)."""
    return NONE if isnan(value) else number(value, language)


def span_text(low: float, high: float, language: Language) -> str:
    """Write a range; a dash where there is none."""
    return NONE if isnan(low) else f"{number(low, language)}–{number(high, language)}"


def signed_text(change: float, language: Language) -> str:
    """Write a change with its sign; a dash where there is none."""
    if isnan(change):
        return NONE
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{number(abs(change), language)}"


def percent_text(share: float, language: Language) -> str:
    """Write a share, 0..1, as per cent in the language's way; a dash where there is none."""
    return NONE if isnan(share) else str(format_percent(share, locale=language))


def agreement_text(value: float, language: Language) -> str:
    """Say an agreement A in a word; nothing for NaN."""
    word = agreement_word(value)
    if word is None:
        return ""
    _ = translator(language).gettext
    return {"shared": _("shared"), "scattered": _("scattered"), "divided": _("divided")}[word]


def hidden_text(minimum: int, language: Language, *, detail: bool = False) -> str:
    """Say that there are too few answers to show; of what is told in ``detail``, so too."""
    least = detail_minimum(minimum) if detail else minimum
    return translator(language).gettext("under {minimum} answers").format(minimum=least)


def detail_text(minimum: int, language: Language) -> str:
    """Say how many answers it takes for each to be shown."""
    words = translator(language).gettext("Single answers are shown when there are {n} of them.")
    return words.format(n=detail_minimum(minimum))


def median_alone_text(minimum: int, language: Language) -> str:
    """Say why an item has a median, but no middle half, agreement or change."""
    words = translator(language).gettext("Of fewer than {n} answers, only the median is told.")
    return words.format(n=detail_minimum(minimum))


def not_shown_text(reason: str, language: Language) -> str:
    """Say why a picture has nothing to show yet."""
    _ = translator(language).gettext
    return _("The result is not shown yet: {reason}.").format(reason=reason)


def no_answers_text(language: Language) -> str:
    """Say that nobody has answered."""
    return translator(language).gettext("No answers yet.")


def nothing_text(hidden: bool, minimum: int, language: Language, *, detail: bool = False) -> str:
    """Say why a picture has nothing to show: too few answers (see `hidden_text`), or none."""
    if hidden:
        return not_shown_text(hidden_text(minimum, language, detail=detail), language)
    return no_answers_text(language)


def some_text(names: Sequence[str], language: Language, most: int = 3) -> str:
    """Name the first few, and count the others."""
    text = ", ".join(names[:most])
    more = len(names) - most
    if more <= 0:
        return text
    ngettext = translator(language).ngettext
    words = ngettext("{items} and {n} other", "{items} and {n} others", more)
    return words.format(items=text, n=more)


def without_number_text(n: float, dont_know: float, minimum: int, language: Language) -> str | None:
    """Say why an item has no median, or return None if it has one.

    ``n`` is NaN when the item is hidden, 0 when nobody chose a point of the scale.
    """
    if isnan(n):
        return hidden_text(minimum, language)
    if n:
        return None
    _ = translator(language).gettext
    return _("don't know") if dont_know else _("no answers")
