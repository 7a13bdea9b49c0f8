"""What every file to take home begins with: the session, and the language of its words."""

from __future__ import annotations

from dataclasses import replace

from ..framework import Language
from ..live import Database, Session, sessions


def opened(
    db: Database, session_id: str, language: Language | None = None
) -> tuple[Session, Language]:
    """Read a session; its words are in the room's language, if no other is asked for.

    What is beside each other is named in the session's language, so that is the file's too.

    Raises
    ------
    UnknownSession
        If there is no such session.
    StorageError
        If the store can't be read.
    """
    session = sessions.get(db, session_id)
    language = language or session.language
    return replace(session, language=language), language
