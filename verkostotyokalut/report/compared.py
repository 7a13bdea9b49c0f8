"""What a leader has set beside each other in a session, behind the guard."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..analysis import Comparison, Of, Part, Responses, by_group, numbers, paired_change
from ..framework import Instrument
from ..live import Database, Session, answers, comparisons
from ..live.comparisons import Beside, Compared
from ..locales import translator


def compared(
    db: Database, session: Session, asked: Instrument, round_: int
) -> dict[Beside, Comparison]:
    """Read what has been compared of an instrument in a round.

    The numbers are those that the room saw first, so they stay as they are; see
    `verkostotyokalut.live.comparisons`.
    """
    taken = comparisons.of_all(db, session.id).get((asked.id, round_), {})
    found = {}
    if Beside.GROUPS in taken:
        found[Beside.GROUPS] = _groups(db, session, asked, round_, taken[Beside.GROUPS])
    if Beside.ROUNDS in taken:
        found[Beside.ROUNDS] = _rounds(db, session, asked, round_)
    return found


def _groups(
    db: Database, session: Session, asked: Instrument, round_: int, taken: Compared
) -> Comparison:
    return by_group(
        answers.seen(db, session.id, round_, asked.id, first=True),
        asked,
        session.minimum,
        [(group.id, group.label) for group in taken.groups],
        taken.members,
    )


def _rounds(db: Database, session: Session, asked: Instrument, round_: int) -> Comparison:
    words = translator(session.language).gettext("Round {round}")
    earlier = comparisons.before(round_, comparisons.shown_rounds(db, session.id, asked.id))
    kind = numbers(asked)
    parts, tables = [], []
    for number in (earlier, round_):
        if number is None:
            continue
        collected: Any = kind.collect(asked)
        collected.update(answers.seen(db, session.id, number, asked.id, first=True))
        n = collected.answered
        shown = n >= session.minimum
        results = kind.results(collected, asked, session.minimum) if shown else None
        label = words.format(round=number)
        parts.append(Part(str(number), label, n if shown else None, results))
        if isinstance(collected, Responses):
            tables.append(collected.table)
    return Comparison(Of.ROUNDS, tuple(parts), _change(tables, asked, session.minimum))


def _change(tables: list[pd.DataFrame], asked: Instrument, minimum: int) -> pd.DataFrame | None:
    if len(tables) < 2:
        return None
    earlier, later = tables
    return paired_change(earlier, later, asked, minimum)
