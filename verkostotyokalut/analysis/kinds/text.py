"""The numbers of the kind ``text``: who wrote and liked, and the wall as the leader arranged it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from ...framework import Instrument
from ...framework.arrangement import Action
from ...framework.kinds.text import Texts
from ..answers import Answers
from ..arrangement import Card, Group, Note, arrange
from ..disclosure import may_show

RELEASED = 100  # notes of an item that a phone gets, at most


class Wall(NamedTuple):
    """One item's notes.

    Attributes
    ----------
    n
        How many people wrote one, what is hidden included.
    groups
        What is shown, by group in the order in which they were made, also empty ones; the last
        is what is in no group. Inside a group the order tells nothing of who or when.
    hidden
        What the leader has hidden; for the leader's own wall alone.
    """

    n: int
    groups: list[Group]
    hidden: list[Card]

    @property
    def notes(self) -> list[Card]:
        """What is shown, group by group."""
        return list(chain.from_iterable(group.notes for group in self.groups))


class TextResults(NamedTuple):
    """What may be shown of the notes.

    Attributes
    ----------
    n
        How many have written or liked something; None when they are too few to show.
    walls
        By item; None when fewer than the limit have written.
    """

    n: int | None
    walls: dict[str, Wall | None]


class Collected(Answers):
    """Notes and likes as they come, and what the leader has done with the notes."""

    def __init__(self, instrument: Instrument) -> None:
        super().__init__(instrument)
        self._log: list[tuple[str, Action]] = []

    def arrange(self, actions: Sequence[tuple[str, Action]]) -> None:
        """Take in the whole log of ``(item, action)``, oldest first, in place of an earlier one."""
        self._log = list(actions)

    def actions(self, item: str) -> list[Action]:
        """Return what has been done with the notes of an item, oldest first."""
        return [action for about, action in self._log if about == item]


def collect(instrument: Instrument) -> Collected:
    """Return an empty collection of answers."""
    instrument.asked_as(Texts)
    return Collected(instrument)


@lru_cache(maxsize=65_536)
def public_id(participant: str, key: str) -> str:
    """Return what a note is called outside.

    It begins with the key that its writer's phone has drawn, so that the phone knows its own; a
    key that somebody has copied makes another id.
    """
    return f"{key}-{sha256((participant + key).encode()).hexdigest()[:8]}"


def results(
    collected: Collected,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> TextResults:
    """Put the notes of each item on a wall, if so many have written."""
    walls: dict[str, Wall | None] = {}
    for item in instrument.item_ids:
        given = collected.by(item)
        n = sum(bool(answer["notes"]) for answer in given.values())
        if may_show(n, minimum):
            walls[item] = Wall(n, *arrange(_notes(given), collected.actions(item)))
        else:
            walls[item] = None
    answered = collected.answered
    return TextResults(answered if may_show(answered, minimum) else None, walls)


def _notes(given: dict[str, Any]) -> Iterable[Note]:
    """Return every note in an order of its own, with those who like it but didn't write it."""
    fans: dict[str, set[str]] = {}
    for participant, answer in given.items():
        for like in answer["likes"]:
            fans.setdefault(like, set()).add(participant)
    notes = []
    for participant, answer in given.items():
        for note in answer["notes"]:
            name = public_id(participant, note["id"])
            liked_by = frozenset(fans.get(name, set()) - {participant})
            notes.append(Note(name, note["text"], note.get("month"), liked_by))
    return sorted(notes, key=lambda note: (note.id.rpartition("-")[2], note.id))


def release(results: TextResults) -> dict[str, Any]:
    """Return, by item, n and the notes by group; None where hidden.

    How many like a note is not told: others' likes draw likes [1]_.

    References
    ----------
    .. [1] Muchnik, L., Aral, S. & Taylor, S. J. (2013). Social influence bias: a randomized
       experiment. Science 341(6146), 647–651.
    """
    return {item: None if wall is None else _released(wall) for item, wall in results.walls.items()}


def detail(results: TextResults) -> dict[str, Any]:
    """Return, by item, n and every note by group, with its likes; None where hidden."""
    return {
        item: None
        if wall is None
        else {
            "n": wall.n,
            "groups": [
                {
                    "title": group.title,
                    "notes": [
                        {"text": note.text, "month": note.month, "likes": note.likes}
                        for note in group.notes
                    ],
                }
                for group in wall.groups
                if group.notes
            ],
        }
        for item, wall in results.walls.items()
    }


def _released(wall: Wall) -> dict[str, Any]:
    left = RELEASED
    groups = []
    for group in wall.groups:
        shown = group.notes[:left]
        left -= len(shown)
        if shown:
            groups.append({"title": group.title, "notes": [_released_note(one) for one in shown]})
    return {"n": wall.n, "more": len(wall.notes) - (RELEASED - left), "groups": groups}


def _released_note(card: Card) -> dict[str, Any]:
    return (
        {"id": card.id, "text": card.text}
        | ({} if card.month is None else {"month": card.month})
        | ({"merged": list(card.merged)} if card.merged else {})
    )
