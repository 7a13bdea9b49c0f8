"""The leader's work on a wall: notes and a log of actions in, groups of notes out.

What the actions are is told in `verkostotyokalut.framework.arrangement`. The log is replayed as
it is, whatever notes there are now: participants take notes back and write new ones all the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ..framework.arrangement import Action

UNGROUPED = ""


class Note(NamedTuple):
    """A note as it was written, and those who like it."""

    id: str
    text: str
    month: int | None = None
    liked_by: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Card:
    """A note as it stands on the wall.

    Attributes
    ----------
    id, text, month
        Those of the note; of merged notes, those of the one that the others were merged into.
    likes
        How many people like it, or any of those merged into it.
    count
        How many notes it stands for, 1 when nothing was merged.
    merged
        The ids of the other notes that it stands for.
    """

    id: str
    text: str
    month: int | None
    likes: int
    count: int
    merged: tuple[str, ...]


class Group(NamedTuple):
    """Notes that belong together; those that the leader has left alone have no id and title."""

    id: str
    title: str
    notes: list[Card]


class Arrangement(NamedTuple):
    """Notes in their places, each in one.

    Attributes
    ----------
    groups
        In the order in which they were made, also empty ones; the last is the ungrouped notes.
    hidden
        What the leader has hidden: for the leader's own wall, and for nobody else.
    """

    groups: list[Group]
    hidden: list[Card]


def arrange(notes: Iterable[Note], actions: Iterable[Action]) -> Arrangement:
    """Put notes where the leader's actions have put them.

    Parameters
    ----------
    notes
        In the order in which they are to stand.
    actions
        The log, oldest first. What speaks of a group that isn't there does nothing. Notes merged
        in a circle are one; a merged note goes wherever the note goes that it was merged into. A
        hidden note can't be merged into one that is shown, nor the other way round.
    """
    work = _Work()
    for action in actions:
        work.do(action)
    together: dict[str, list[Note]] = {}
    for note in notes:
        together.setdefault(work.lead(note.id), []).append(note)
    cards = [(lead, _card(lead, merged)) for lead, merged in together.items()]
    groups = {gid: Group(gid, title, []) for gid, title in work.titles.items()}
    groups[UNGROUPED] = Group(UNGROUPED, "", [])
    hidden: list[Card] = []
    for lead, card in cards:
        gid = work.group_of.get(lead, UNGROUPED)
        (hidden if lead in work.hidden else groups[gid].notes).append(card)
    return Arrangement(list(groups.values()), hidden)


def _card(lead: str, together: list[Note]) -> Card:
    # Its writer may have taken back the note that the others were merged into.
    face = next((note for note in together if note.id == lead), together[0])
    liked_by = frozenset[str]().union(*(note.liked_by for note in together))
    merged = tuple(note.id for note in together if note is not face)
    return Card(face.id, face.text, face.month, len(liked_by), len(together), merged)


class _Work:
    """Where the actions so far have put things.

    Only a note that leads, one that isn't merged into another, has a group and may be hidden:
    the others go with it.
    """

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.group_of: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._into: dict[str, str] = {}

    def lead(self, note: str) -> str:
        """Return the note that stands for a note: itself, if it isn't merged into another."""
        return self._into.get(note, note)

    def do(self, action: Action) -> None:
        """Do one action."""
        match action:
            case {"do": "name", "group": gid, "title": title}:
                self.titles[gid] = title
            case {"do": "remove", "group": gid}:
                self.titles.pop(gid, None)
                self.group_of = {n: g for n, g in self.group_of.items() if g != gid}
            case {"do": "group", "note": note, "group": gid}:
                if gid == UNGROUPED or gid in self.titles:
                    self._put(self.lead(note), gid)
            case {"do": "hide", "note": note}:
                self.hidden.add(self.lead(note))
            case {"do": "restore", "note": note}:
                self.hidden.discard(self.lead(note))
            case {"do": "merge", "note": note, "into": into}:
                self._merge(self.lead(note), self.lead(into))
            case {"do": "split", "note": note}:
                self._split(note)

    def _put(self, note: str, gid: str) -> None:
        self.group_of.pop(note, None)
        if gid != UNGROUPED:
            self.group_of[note] = gid

    def _merge(self, note: str, into: str) -> None:
        if note == into or (note in self.hidden) != (into in self.hidden):
            return
        for one in [note, *self._led_by(note)]:
            self._into[one] = into
        self.group_of.pop(note, None)
        self.hidden.discard(note)

    def _split(self, note: str) -> None:
        """Take a merged note out; from the one that stands for others, take all of them."""
        lead = self.lead(note)
        for one in [note] if note != lead else self._led_by(lead):
            del self._into[one]
            self._put(one, self.group_of.get(lead, UNGROUPED))
            if lead in self.hidden:
                self.hidden.add(one)

    def _led_by(self, lead: str) -> list[str]:
        return [note for note, into in self._into.items() if into == lead]
