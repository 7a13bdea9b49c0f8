"""The question kind ``text``: short notes for a wall, which the others may like."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import chain
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ..lines import draw_id, is_drawn_id, is_line, tidy
from ..paper import Form, Line, Slot
from ..question import Question
from ..text import N_, Id, Text, wrong

MONTHS = 12
MOST = 700  # characters in one answer's notes: a message of 4096 bytes holds them in any script

_LIKED = re.compile(r"[a-z0-9-]{1,40}")


class Texts(Question):
    """Up to ``notes`` notes of at most ``characters`` characters each, and ``likes`` of others'.

    With ``calendar`` each note is of a month. ``examples`` are, by item, what somebody might
    write. An answer is ``{"notes": [{"id", "text", "month"}], "likes": [note's id]}`` with one
    note or like at least: a note's id is six letters or digits that the participant's page has
    drawn, and ``month``, 1..12, is there only with ``calendar``.
    """

    kind: Literal["text"]
    notes: Annotated[int, Field(ge=1, le=5)]
    characters: Annotated[int, Field(ge=40, le=280)]
    likes: Annotated[int, Field(ge=0, le=10)]
    calendar: bool = False
    examples: dict[Id, Annotated[tuple[Text, ...], Field(min_length=3)]]

    @model_validator(mode="after")
    def _notes_fit_a_message(self) -> Texts:
        if self.notes * self.characters > MOST:
            raise wrong(N_("notes times characters of at most {most}"), most=MOST)
        for item, examples in self.examples.items():
            for text in examples:
                said = (text.fi, text.sv, text.en)
                if not all(is_line(words, self.characters) for words in said):
                    expected = N_("examples of one line and at most {most} characters: {item}")
                    raise wrong(expected, most=self.characters, item=item)
        return self

    def suit(self, dimensions: Sequence[Sequence[str]]) -> None:
        """See that every item has its examples, and nothing else has."""
        differ = sorted(self.examples.keys() ^ set(chain(*dimensions)))
        if differ:
            raise wrong(N_("examples for each item; not so: {items}"), items=", ".join(differ))

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` has notes or likes, and no more than one may give."""
        if not isinstance(value, dict) or value.keys() != {"notes", "likes"}:
            return False
        notes, likes = value["notes"], value["likes"]
        return (
            isinstance(notes, list)
            and isinstance(likes, list)
            and len(notes) <= self.notes
            and len(likes) <= self.likes
            and bool(notes or likes)
            and all(map(self._is_note, notes))
            and len({note["id"] for note in notes}) == len(notes)
            and all(isinstance(like, str) and _LIKED.fullmatch(like) for like in likes)
            and len(set(likes)) == len(likes)
        )

    def on_paper(self) -> Form:
        """Return a line to write on for each note, with its month if it has one."""
        month = (Slot(1, MONTHS, about=N_("Month")),) if self.calendar else ()
        return Form(month, self.notes, N_("Note"), self.characters, whole=self.calendar)

    def _read(self, lines: list[Line]) -> Any:
        notes = []
        for line in lines:
            note: dict[str, Any] = {"id": line.id, "text": tidy(line.text)}
            notes.append(note | ({"month": line.numbers[0]} if self.calendar else {}))
        return {"notes": notes, "likes": []}

    def to_paper(self, value: Any) -> list[Line]:
        """Return a line for each note."""
        return [
            Line((note["month"],) if self.calendar else (), note["text"], note["id"])
            for note in value["notes"]
        ]

    def _is_note(self, note: object) -> bool:
        keys = {"id", "text", "month"} if self.calendar else {"id", "text"}
        if not isinstance(note, dict) or note.keys() != keys:
            return False
        month = note.get("month", 1)
        return (
            is_drawn_id(note["id"])
            and is_line(note["text"], self.characters)
            and type(month) is int
            and 1 <= month <= MONTHS
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, Any]:
        """Make up notes out of the examples, more of them the higher the leaning is.

        Others' notes are liked when they are seen; see `react`.
        """
        examples = self.examples[item]
        most = min(self.notes, len(examples))
        count = min(most, 1 + int(leaning * chance.random() * most))
        notes = [
            {"id": draw_id(chance), "text": text.fi}
            | ({"month": chance.randint(1, MONTHS)} if self.calendar else {})
            for text in chance.sample(examples, count)
        ]
        return {"notes": notes, "likes": []}

    def react(self, value: Any, result: Any, chance: random.Random) -> dict[str, Any]:
        """Make up likes for some of the others' notes."""
        own = {note["id"] for note in value["notes"]}
        others = [
            note["id"]
            for group in result["groups"]
            for note in group["notes"]
            if note["id"].partition("-")[0] not in own
        ]
        count = chance.randint(0, min(self.likes, len(others)))
        return {**value, "likes": chance.sample(others, count)}
