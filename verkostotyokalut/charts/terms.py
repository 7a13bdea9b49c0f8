"""The words that pictures and their text twins share."""

from __future__ import annotations

from functools import lru_cache
from math import isnan

from ..analysis import agreement_word, detail_minimum
from ..framework import Language
from ..locales import number as locale_number
from ..locales import translator


@lru_cache(maxsize=1024)
def number(value: float, language: Language) -> str:
    """Write a number in the language's way, with at most one decimal."""
    return locale_number(value, language)


def agreement_text(value: float, language: Language) -> str:
    """Say an agreement A in a word; nothing for NaN."""
    word = agreement_word(value)
    if word is None:
        return ""
    _ = translator(language).gettext
    return {"shared": _("shared"), "scattered": _("scattered"), "divided": _("divided")}[word]


def hidden_text(minimum: int, language: Language) -> str:
    """Say that there are too few answers to show."""
    return translator(language).gettext("under {minimum} answers").format(minimum=minimum)


def detail_text(minimum: int, language: Language) -> str:
    """Say how many answers it takes for each to be shown."""
    words = translator(language).gettext("Single answers are shown when there are {n} of them.")
    return words.format(n=detail_minimum(minimum))


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
