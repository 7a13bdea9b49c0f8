"""What a leader has set beside each other in a session, behind the guard."""

from __future__ import annotations

import pandas as pd

from ..analysis import (
    Collected,
    Comparison,
    Of,
    Part,
    Responses,
    Results,
    by_group,
    group_change,
    numbers,
    paired_change,
)
from ..framework import Instrument, instrument
from ..live import Database, Session, answers, comparisons, cuts
from ..live.comparisons import Beside, Compared
from ..locales import translator
from .baseline import brought, comparable


def compared(
    db: Database, session: Session, asked: Instrument, round_: int
) -> dict[Of, Comparison]:
    """Read what is beside each other of an instrument in a round.

    The numbers of groups and rounds are those that the room saw first, so they stay as they are;
    see `verkostotyokalut.live.comparisons`. Earlier workshops stand beside what the room sees now.
    """
    taken = comparisons.of_all(db, session.id).get((asked.id, round_), {})
    found = {}  # what the leader compares comes last: what is chosen of the others stays in place
    if asked.guesses is not None:
        found[Of.GUESS] = _guess(db, session, asked, instrument(asked.guesses), round_)
    before = comparable(brought(db, session.id), asked, session.language)
    if before:
        found[Of.EARLIER] = _earlier(db, session, asked, round_, before)
    if Beside.GROUPS in taken:
        found[Of.GROUPS] = _groups(db, session, asked, round_, taken[Beside.GROUPS])
    if Beside.ROUNDS in taken:
        found[Of.ROUNDS] = _rounds(db, session, asked, round_)
    return found


def _guess(
    db: Database, session: Session, asked: Instrument, about: Instrument, round_: int
) -> Comparison:
    _ = translator(session.language).gettext
    guess = _part(db, session, asked, round_, _("The room guessed"), first=False)
    truth = _part(db, session, about, round_, _("The room said"), first=False)
    return Comparison(Of.GUESS, (guess._replace(id="guessed"), truth._replace(id="said")))


def _earlier(
    db: Database,
    session: Session,
    asked: Instrument,
    round_: int,
    before: list[tuple[Part, str]],
) -> Comparison:
    name = translator(session.language).gettext("Now")
    now = _part(db, session, asked, round_, name, first=False)
    parts, notes = zip(*before, strict=True)
    last = parts[-1].results
    known = isinstance(last, Results) and isinstance(now.results, Results)
    change = group_change(last, now.results, asked) if known else None
    return Comparison(Of.EARLIER, (*parts, now), change, tuple(filter(None, notes)))


def _groups(
    db: Database, session: Session, asked: Instrument, round_: int, taken: Compared
) -> Comparison:
    shrunk = cuts.shrunk(db, session.id, round_, asked.id)
    seen = answers.seen(db, session.id, round_, asked.id, first=True)
    return by_group(
        [row for row in seen if row[1] not in shrunk],
        asked,
        session.minimum,
        [(group.id, group.label) for group in taken.groups],
        taken.members,
    )


def _rounds(db: Database, session: Session, asked: Instrument, round_: int) -> Comparison:
    words = translator(session.language).gettext("Round {round}")
    before = comparisons.before(round_, comparisons.shown_rounds(db, session.id, asked.id))
    rounds = [number for number in (before, round_) if number is not None]
    parts = [
        _part(db, session, asked, number, words.format(round=number), first=True)
        for number in rounds
    ]
    return Comparison(Of.ROUNDS, tuple(parts), _change(db, session, asked, rounds))


def _part(
    db: Database, session: Session, asked: Instrument, round_: int, label: str, *, first: bool
) -> Part:
    """Return what the room saw of a round: first, or now."""
    collected = _collected(db, session, asked, round_, first=first)
    n = collected.answered
    if n < session.minimum:
        return Part(str(round_), label, None, None)
    return Part(str(round_), label, n, numbers(asked).results(collected, asked, session.minimum))


def _change(
    db: Database, session: Session, asked: Instrument, rounds: list[int]
) -> pd.DataFrame | None:
    tables = [
        collected.table
        for number in rounds
        if isinstance(collected := _collected(db, session, asked, number, first=True), Responses)
    ]
    if len(tables) < 2:
        return None
    return paired_change(tables[0], tables[1], asked, session.minimum)


def _collected(
    db: Database, session: Session, asked: Instrument, round_: int, *, first: bool
) -> Collected:
    collected = numbers(asked).collect(asked)
    collected.update(answers.seen(db, session.id, round_, asked.id, first=first))
    return collected
