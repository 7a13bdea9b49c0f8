"""A question and its picture side by side, filled by a made-up room: for looking around."""

from __future__ import annotations

import random
import tempfile
from functools import cache
from pathlib import Path

import ipywidgets

from ..analysis import numbers, release
from ..framework import Instrument, Language, instrument
from ..framework.library import ONLY
from ..framework.opinions import Opinions
from ..live import Action, Change, Database, Session, Value, answers, sessions
from .assessment import Assessment
from .base.heading import Heading
from .base.page import asked_language
from .leader.results import Results
from .session.live_session import LiveSession


class Sample(ipywidgets.Box):  # type: ignore[misc]
    """How an instrument is asked, and the picture of what a made-up room answers to it.

    The room answers through a store of its own, as phones do, and is gone when the kernel ends.

    Parameters
    ----------
    name
        The instrument's id.
    language
        Of everything; that of the page's address (``?language=sv``) if not given, or Finnish.
    people
        How many answer.
    """

    def __init__(self, name: str, language: Language | None = None, *, people: int = 24) -> None:
        language = language or asked_language("language") or "fi"
        asked = instrument(name)
        session = sessions.create(_database(), f"{ONLY}{name}", language=language)
        sessions.move(_database(), session.id, Action.START)
        rehearse(_database(), sessions.get(_database(), session.id), asked, people)
        live = LiveSession(_database(), session)
        live.move(Action.REVEAL)
        question = Assessment(name, language=language)
        picture = Results(live, "screen")
        room = ipywidgets.Box(
            [Heading(title=asked.headline.into(language), language=language), picture]
        )
        room.add_class("vt-sample-room")
        super().__init__([question, room])
        self.add_class("vt-sample")


def rehearse(db: Database, session: Session, asked: Instrument, people: int, seed: int = 7) -> None:
    """Let a made-up room answer everything that ``session`` asks, through the store.

    Parameters
    ----------
    db, session
        Where; the session collects answers.
    asked
        What it asks.
    people
        How many answer.
    seed
        Makes the answers the same each time.
    """
    chance = random.Random(seed)
    opinions = Opinions(chance)
    collected = numbers(asked).collect(asked)
    given: dict[tuple[str, str], Value] = {}
    for _ in range(people):
        me = answers.join(db, session.id).participant
        character = chance.gauss(0, 1)
        for item in asked.item_ids:
            leaning = opinions.leaning(item, character)
            given[me, item] = asked.question.imagine(chance, leaning, item)
    collected.update((me, item, value) for (me, item), value in given.items())
    shown = release(collected, asked, session.round, session.minimum)["items"]
    for (me, item), value in given.items():
        seen = shown[item] and asked.question.react(value, shown[item], chance)
        given[me, item] = value if seen is None else seen
    answers.save(
        db,
        [
            Change(session.id, session.round, asked.id, me, item, value, seq)
            for seq, ((me, item), value) in enumerate(given.items(), start=1)
        ],
    )


@cache
def _database() -> Database:
    return Database(f"sqlite:///{Path(_folder().name) / 'nayte.sqlite'}")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    # Goes when the kernel ends; Windows keeps a folder whose files are still open.
    return tempfile.TemporaryDirectory(prefix="verkosto-", ignore_cleanup_errors=True)
