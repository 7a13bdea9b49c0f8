"""The texts that widgets send to their front ends."""

from __future__ import annotations

from ...framework import LANGUAGES, Language
from ...locales import texts


def leader_texts(language: Language) -> dict[str, dict[str, str]]:
    """Return the leader's front-end texts in one language, by language and message id."""
    return {language: dict(texts(language, "leader"))}


def participant_texts() -> dict[str, dict[str, str]]:
    """Return the participants' front-end texts, by language and message id."""
    return {language: dict(texts(language, "participant")) for language in LANGUAGES}
