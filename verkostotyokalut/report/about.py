"""What an agreement is about, in words."""

from __future__ import annotations

from ..framework import Language, UnknownContent, instrument
from ..live.agreements import Words


def about(words: Words, language: Language) -> str:
    """Return the label of the item that an agreement is about; empty if it is about none."""
    if words.instrument is None:
        return ""
    try:
        items = instrument(words.instrument).items
    except UnknownContent:  # it was a leader's own, and is gone
        return ""
    return next((item.label.into(language) for item in items if item.id == words.item), "")
