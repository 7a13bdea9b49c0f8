"""Workshops that were held: a made-up room answers, and the leader shows it."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from verkostotyokalut.analysis import Part
from verkostotyokalut.framework import Instrument, Language, instrument
from verkostotyokalut.live import Action, Change, Database, Session, answers, sessions
from verkostotyokalut.live.schema import session as session_table
from verkostotyokalut.report.baseline import comparable
from verkostotyokalut.report.round_content import RoundFile
from verkostotyokalut.widgets import LiveSession

BEGAN = datetime(2026, 11, 21, 10, tzinfo=UTC)
Skips = Callable[[int, str], bool]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    yield opened
    opened.close()


class Room:
    """A session and those who answer in it, the same people each time."""

    def __init__(
        self, db: Database, workshop: str, *, minimum: int = 5, language: Language = "fi"
    ) -> None:
        self.db = db
        created = sessions.create(db, workshop, minimum=minimum, language=language)
        self.live = LiveSession(db, created)
        self.live.move(Action.START)
        with db.write() as connection:
            row = session_table.c.id == created.id
            connection.execute(update(session_table).where(row).values(began=BEGAN))

    @property
    def id(self) -> str:
        return self.live.id

    @property
    def session(self) -> Session:
        return sessions.get(self.db, self.id)

    def answer(
        self, people: int = 12, seed: int = 1, skips: Skips = lambda who, item: False
    ) -> None:
        """Let people answer what is asked now; what they say comes of the seed."""
        now, chance = self.session, random.Random(seed)
        asked = instrument(now.asked or "")
        changes = []
        for who in range(people):
            me = answers.join(self.db, self.id, f"{who:022d}")
            for number, item in enumerate(asked.item_ids, start=1):
                value = asked.question.imagine(chance, chance.random(), item)
                if skips is None or not skips(who, item):
                    changes.append(self.change(me.participant, item, value, me.seq + number))
        answers.save(self.db, changes)
        self.live.refresh()

    def change(self, who: str, item: str, value: Any, seq: int) -> Change:
        now = self.session
        return Change(now.id, now.round, now.asked or "", who, item, value, seq)

    def show(self) -> None:
        self.live.move(Action.REVEAL)

    def go_on(self) -> None:
        self.live.move(Action.NEXT)

    @property
    def asked(self) -> Instrument:
        assert self.live.instrument is not None
        return self.live.instrument


@pytest.fixture
def room(db: Database) -> Room:
    """A workshop on the core elements whose twelve people have answered, and been shown it."""
    room = Room(db, "ydinelementit")
    room.answer()
    room.show()
    return room


def earlier(files: list[RoundFile], asked: Instrument, language: Language) -> list[Part]:
    """Return what earlier workshops came to."""
    return [part for part, _ in comparable(files, asked, language)]


def notes(files: list[RoundFile], asked: Instrument, language: Language) -> tuple[str, ...]:
    """Return what is said beside them of what was asked otherwise."""
    return tuple(words for _, words in comparable(files, asked, language) if words)


def run_through(room: Room, people: int = 12) -> list[str]:
    """Answer and show everything; return the ids of what was shown, in order."""
    shown = []
    while True:
        if room.session.asked:
            room.answer(people)
            room.show()
            shown.append(room.asked.id)
        if Action.NEXT not in room.live.actions:
            return shown
        room.go_on()
