"""What a form on paper says, in one language: for the sheet, and for typing it in."""

from __future__ import annotations

from typing import Any

from ...framework import Language, Text
from ...framework.paper import Form, Said, Slot
from ...locales import translator


def in_words(form: Form, language: Language) -> dict[str, Any]:
    """Return a form as JSON data in words of ``language``.

    Each slot's ``words`` and ``notes`` are then as many as its numbers, empty where there are
    none; ``view`` is a title, as "Now".
    """
    return {
        "lines": form.lines,
        "characters": form.characters,
        "writing": _said(form.writing, language),
        "exactly": form.exactly,
        "at_most": form.at_most,
        "whole": form.whole,
        "ends": form.ends and list(form.ends),
        "dont_know": any(slot.dont_know for slot in form.slots),
        "slots": [_slot(slot, language) for slot in form.slots],
    }


def _slot(slot: Slot, language: Language) -> dict[str, Any]:
    _ = translator(language).gettext
    count = (slot.high - slot.low) // slot.step + 1
    words = [_said(one, language) for one in slot.words]
    if len(words) == 2:  # the ends
        words = [words[0], *[""] * (count - 2), words[1]]
    return {
        "view": {"now": _("Now"), "wanted": _("Wanted")}.get(slot.view, ""),
        "about": _said(slot.about, language),
        "note": _said(slot.note, language),
        "low": slot.low,
        "high": slot.high,
        "step": slot.step,
        "words": words or [""] * count,
        "notes": [note.into(language) for note in slot.notes] or [""] * count,
        "unit": _said(slot.unit, language),
        "dont_know": slot.dont_know,
    }


def _said(words: Said | None, language: Language) -> str:
    if isinstance(words, Text):
        return words.into(language)
    return translator(language).gettext(words) if words else ""
