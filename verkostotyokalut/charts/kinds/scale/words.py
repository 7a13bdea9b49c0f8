"""Words that several pictures of the kind ``scale`` say."""

from __future__ import annotations

from math import isnan

from ....framework import Language
from ...terms import number


def value(of: float, language: Language) -> str:
    """Write a number; a dash where there is none."""
    return "–" if isnan(of) else number(of, language)


def span(low: float, high: float, language: Language) -> str:
    """Write a range; a dash where there is none."""
    return "–" if isnan(low) else f"{number(low, language)}–{number(high, language)}"
