"""What the room has been shown in a session: the results that may leave it."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..analysis import Arranged, Collected, Comparison, Release, numbers, release
from ..framework import Instrument, instrument, workshop
from ..live import Database, Session, answers, arrangements, releases
from .compared import compared


class Shown(NamedTuple):
    """The results of an instrument in a round, behind the guard.

    ``results`` are its kind's numbers, ``released`` what phones get of them, and ``compared`` is
    what the leader has set beside each other.
    """

    instrument: Instrument
    round: int
    results: Any
    released: Release
    compared: tuple[Comparison, ...] = ()


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
        In the order of the workshop's steps, the rounds of each instrument in theirs.
    """
    released = releases.which(db, session.id)
    steps = workshop(session.workshop).steps
    found = []
    names = [step.instrument for step in steps if step.instrument]
    about = [of for name in names if (of := instrument(name).guesses)]  # shown with the guess
    for name in dict.fromkeys([*names, *about]):
        asked = instrument(name)
        for round_ in sorted(number for of, number in released if of == name):
            given = collected(db, session.id, asked, round_)
            now = release(given, asked, round_, session.minimum)
            results = numbers(asked).results(given, asked, session.minimum)
            beside = compared(db, session, asked, round_).values()
            found.append(Shown(asked, round_, results, now, tuple(beside)))
    return found


def collected(db: Database, session_id: str, asked: Instrument, round_: int) -> Collected:
    """Read the answers that a round's pictures are made of, as the room sees them.

    What is told of them goes through the disclosure limit first.
    """
    given = numbers(asked).collect(asked)
    given.update(answers.seen(db, session_id, round_, asked.id))
    if isinstance(given, Arranged):
        actions, _ = arrangements.log(db, session_id, round_, asked.id)
        given.arrange(actions)
    return given
