"""A room's groups beside each other, none of which can be told from the others and the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from ..framework import DONT_KNOW, LEADER, Instrument
from .comparison import Comparison, Of, Part
from .disclosure import check_minimum, detail_minimum, hidden_parts
from .kinds import numbers

NOBODYS = ""  # the part of those who are in no group: never shown, but the rest of the whole

Row = tuple[str, str, Any]


def by_group(
    rows: Iterable[Row],
    instrument: Instrument,
    minimum: int,
    groups: Sequence[tuple[str, str]],
    members: Mapping[str, str],
) -> Comparison:
    """Compute what may be shown of each group.

    Parameters
    ----------
    rows
        ``(participant, item, value)``, one for each participant and item: those that the room's
        own pictures are made of. ``None`` is no answer; the leader's rows are left out.
    instrument
        What was asked.
    minimum
        The disclosure limit, 3..10.
    groups
        ``(id, label)`` of each group, in order.
    members
        By participant, the id of the group; others are in none.

    Returns
    -------
    Comparison
        A part for each group. An item is hidden in a group when too few there answered it, or when
        the whole less the other groups would tell what too few answered (see `hidden_parts`): those
        who are in no group count as a part too. What is told in detail is hidden in the same way
        where it would be of fewer than `detail_minimum`. A kind that tells less of a part than of
        the whole has a function ``of_a_part`` that hides the rest of its results.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10.
    """
    check_minimum(minimum)
    given = [row for row in rows if row[2] is not None and row[0] != LEADER]
    names = [name for name, _ in groups]
    group_of = {who: name if name in names else NOBODYS for who, name in members.items()}
    hidden, coarse = (
        hidden_cells(given, instrument.item_ids, [*names, NOBODYS], group_of, least)
        for least in (minimum, detail_minimum(minimum))
    )
    kind = numbers(instrument)
    of_a_part = getattr(kind, "of_a_part", lambda results: results)
    parts = []
    for name, label in groups:
        collected = kind.collect(instrument)
        collected.update(
            (who, item, value)
            for who, item, value in given
            if group_of.get(who, NOBODYS) == name and name not in hidden[item]
        )
        shown = collected.answered >= minimum
        few = frozenset(item for item, where in coarse.items() if name in where)
        results = of_a_part(kind.results(collected, instrument, minimum, few)) if shown else None
        parts.append(Part(name, label, collected.answered if shown else None, results))
    return Comparison(Of.GROUPS, tuple(parts))


def hidden_cells(
    rows: Iterable[Row],
    items: Iterable[str],
    parts: Sequence[str],
    part_of: Mapping[str, str],
    least: int,
) -> dict[str, Set[str]]:
    """Return, by item, in which parts it is hidden; who is in no part is in `NOBODYS`.

    Rows are as in `by_group`: who gave no answer to an item (``None``) hides nobody in it. For
    ``least`` see `hidden_parts`.
    """
    people: dict[str, dict[str, dict[str, set[str]]]] = {item: {} for item in items}
    for who, item, value in rows:
        for measure in _measures(value):
            told = people[item].setdefault(measure, {part: set() for part in parts})
            told[part_of.get(who, NOBODYS)].add(who)
    return {item: hidden_parts(list(told.values()), least) for item, told in people.items()}


def _measures(value: Any) -> Iterator[str]:
    """Name the numbers that an answer counts in; each has people of its own to hide."""
    if value is None:
        return
    yield "any"
    if value == DONT_KNOW:
        return
    yield "given"
    if isinstance(value, dict) and value.keys() <= {"now", "wanted"}:
        known = [view for view, given in value.items() if given != DONT_KNOW]
        yield from known
        if len(known) == 2:
            yield "both"
