"""Writes the round file of a session; see `verkostotyokalut.report.round_file`."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from ..analysis.detail import kept
from ..framework import workshop
from ..live import Database, agreements, answers, sessions
from ..live.agreements import Agreement
from .round_file import FORMAT, VERSION, checksum_of, tidy
from .shown import shown


def write(db: Database, session_id: str) -> bytes:
    """Write the round file of a session.

    Parameters
    ----------
    db
        The store.
    session_id
        Which session.

    Returns
    -------
    bytes
        What the room has been shown and what it agreed; the texts are in every language.

    Raises
    ------
    UnknownSession
        If there is no such session.
    UnknownContent, ContentError
        If what was asked is not there any more, or has mistakes.
    StorageError
        If the store can't be read.
    """
    session = sessions.get(db, session_id)
    plan = workshop(session.workshop)
    chapters: dict[str, dict[str, Any]] = {}
    for one in shown(db, session):
        asked = one.instrument.public()
        chapters.setdefault(one.instrument.id, {"asked": asked, "rounds": []})
        told = {**one.released, "items": kept(one.results, one.instrument)}
        chapters[one.instrument.id]["rounds"].append(told)
    content = tidy(
        {
            "format": FORMAT,
            "version": VERSION,
            "made": date.today().isoformat(),
            "workshop": {
                "id": plan.id,
                "title": plan.title.model_dump(),
                "day": session.held.isoformat(),
                "rehearsal": session.rehearsal is not None,
            },
            "language": session.language,
            "minimum": session.minimum,
            "participants": answers.news(
                db, session_id, after=0, round_=0, instrument_id=None
            ).joined,
            "instruments": list(chapters.values()),
            "agreements": [_agreed(one) for one in agreements.of(db, session_id)],
        }
    )
    whole = {**content, "checksum": checksum_of(content)}
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def _agreed(one: Agreement) -> dict[str, Any]:
    return {
        "sort": one.sort.value,
        "what": one.what,
        "who": one.who,
        "due": one.due.isoformat() if one.due else None,
        "instrument": one.instrument,
        "item": one.item,
    }
