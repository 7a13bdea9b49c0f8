"""What the room has been shown in a session: the results that may leave it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..analysis import Arranged, Collected, Release, numbers, release
from ..framework import Instrument, instrument, workshop
from ..live import Database, Session, Stage, answers, arrangements, releases


class Shown(NamedTuple):
    """The results of an instrument in a round, behind the guard.

    ``results`` are its kind's numbers, ``released`` what phones get of them.
    """

    instrument: Instrument
    round: int
    results: Any
    released: Release


def shown(db: Database, session: Session) -> list[Shown]:
    """Read all that the room has been shown.

    Parameters
    ----------
    db
        The store.
    session
        The session.

    Returns
    -------
    list
        In the order of the workshop's steps, the rounds of each instrument in theirs. What is
        asked again and hidden now is there only if it is still what the room has seen.
    """
    released = releases.every(db, session.id)
    steps = workshop(session.workshop).steps
    found = []
    for name in dict.fromkeys(step.instrument for step in steps if step.instrument):
        asked = instrument(name)
        for round_ in sorted(number for of, number in released if of == name):
            given = collected(db, session, asked, round_)
            now = release(given, asked, round_, session.minimum)
            if _hidden_now(session, name, round_) and not _same(now, released[name, round_]):
                continue
            results = numbers(asked).results(given, asked, session.minimum)
            found.append(Shown(asked, round_, results, now))
    return found


def collected(db: Database, session: Session, asked: Instrument, round_: int) -> Collected:
    """Read the answers of a round; what is told of them goes through the disclosure limit first."""
    news = answers.news(db, session.id, after=0, round_=round_, instrument_id=asked.id)
    given = numbers(asked).collect(asked)
    given.update(news.answers)
    if isinstance(given, Arranged):
        actions, _ = arrangements.log(db, session.id, round_, asked.id)
        given.arrange(actions)
    return given


def _hidden_now(session: Session, name: str, round_: int) -> bool:
    seen = session.stage.shows_results or session.stage is Stage.CLOSED
    return (session.instrument, session.round) == (name, round_) and not seen


def _same(now: Any, before: Any) -> bool:
    """Tell whether two are the same as JSON data."""
    return bool(json.loads(json.dumps(now)) == before)
