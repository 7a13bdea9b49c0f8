"""Says in the leader's language what is wrong with the store, and what to do."""

from __future__ import annotations

from ..framework import Language
from ..locales import translator
from .database import StorageError, Trouble


def storage_words(error: StorageError, language: Language) -> str:
    """Return a sentence or two for a person.

    Parameters
    ----------
    error
        What happened.
    language
        The reader's language.
    """
    _ = translator(language).gettext
    words = {
        Trouble.READ_ONLY: _("The database {place} can't be written. Check the folder's rights."),
        Trouble.FULL: _("The disk is full. Free some space; the answers wait on the phones."),
        Trouble.BUSY: _("The database {place} is busy. Another program may be holding it."),
        Trouble.UNREACHABLE: _("The database {place} can't be reached. Is its server running?"),
        Trouble.DAMAGED: _(
            "{place} is damaged or not our database. Move it aside and start again."
        ),
        Trouble.ADDRESS: _("{place} is not a database address. Check VERKOSTO_DATABASE_URL."),
        Trouble.OTHER_VERSION: _(
            "{place} was made by another version of the program. Move it aside and start again; "
            "the other version can still read it."
        ),
        Trouble.OTHER: _("The database {place} can't be used: {detail}"),
    }[error.trouble]
    return words.format(place=error.place, detail=error.detail)
