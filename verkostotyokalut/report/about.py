"""What agreements are about and what their sorts are called, in words."""

from __future__ import annotations

from ..framework import Language, UnknownContent, instrument
from ..live.agreements import Sort, Words
from ..locales import translator


def about(words: Words, language: Language) -> str:
    """Return the label of the item that an agreement is about; empty if it is about none."""
    if words.instrument is None:
        return ""
    try:
        items = instrument(words.instrument).items
    except UnknownContent:  # it was a leader's own, and is gone
        return ""
    return next((item.label.into(language) for item in items if item.id == words.item), "")


def sorts(language: Language) -> dict[Sort, str]:
    """Return the sorts of agreements in the order in which they are told, with their titles."""
    _ = translator(language).gettext
    return {
        Sort.ACTION: _("Actions"),
        Sort.RULE: _("Ground rules"),
        Sort.PLAN: _("Network plan"),
        Sort.CLOCK: _("Annual clock"),
    }
