"""A question and its picture side by side, filled by a made-up room: for looking around."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Literal

import ipywidgets

from ..analysis import Comparison, Of, numbers, release
from ..charts import Drawer, comparison_pictures
from ..framework import Instrument, Language, instrument
from ..framework.library import ONLY
from ..framework.opinions import Opinions
from ..live import Action, Change, Choice, Database, Session, Value, answers, groups, sessions
from ..live.comparisons import Beside
from ..locales import translator
from .assessment import Assessment
from .base.heading import Heading
from .base.live_chart import LiveChart
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
    beside
        ``"groups"`` or ``"rounds"``: the pictures of groups, or of two rounds, beside each other,
        in place of the question and the room's picture.
    most
        How many of those pictures, the main one first.
    """

    def __init__(
        self,
        name: str,
        language: Language | None = None,
        *,
        people: int = 24,
        beside: Literal["groups", "rounds"] | None = None,
        most: int = 2,
    ) -> None:
        language = language or asked_language("language") or "fi"
        asked = instrument(name)
        heading = Heading(title=asked.headline.into(language), language=language)
        live = LiveSession(_database(), _session(asked, language))
        if beside is None:
            rehearse(_database(), sessions.get(_database(), live.id), asked, people)
            live.move(Action.REVEAL)
            room = ipywidgets.Box([heading, Results(live, "screen")])
            children = [Assessment(name, language=language), room]
        else:
            found = _compared(live, asked, Beside(beside), people)
            drawers = comparison_pictures(asked, found.of, language, "screen")[:most]
            room = ipywidgets.Box(
                [heading, *(_drawn(drawer, found, live, language) for drawer in drawers)]
            )
            children = [room]
        room.add_class("vt-sample-room")
        super().__init__(children)
        self.add_class("vt-sample")
        if beside is not None:
            self.add_class("vt-sample-beside")


def rehearse(
    db: Database,
    session: Session,
    asked: Instrument,
    people: int | Sequence[str],
    seed: int = 7,
    group: str | None = None,
) -> list[str]:
    """Let a made-up room answer everything that ``session`` asks, through the store.

    Parameters
    ----------
    db, session
        Where; the session collects answers.
    asked
        What it asks.
    people
        How many join and answer, or the ids of some who have joined before.
    seed
        Makes the answers the same each time.
    group
        The group that they choose.

    Returns
    -------
    list
        Who answered.
    """
    chance = random.Random(seed)
    opinions = Opinions(chance)
    collected = numbers(asked).collect(asked)
    given: dict[tuple[str, str], Value] = {}
    if isinstance(people, int):
        people = [answers.join(db, session.id).participant for _ in range(people)]
    for me in people:
        character = chance.gauss(0, 1)
        for item in asked.item_ids:
            leaning = opinions.leaning(item, character)
            given[me, item] = asked.question.imagine(chance, leaning, item)
    collected.update((me, item, value) for (me, item), value in given.items())
    shown = release(collected, asked, session.round, session.minimum)["items"]
    for (me, item), value in given.items():
        seen = shown[item] and asked.question.react(value, shown[item], chance)
        given[me, item] = value if seen is None else seen
    chosen = [Choice(session.id, me, group, 1) for me in people] if group else []
    answers.save(
        db,
        [
            *chosen,
            *(
                Change(session.id, session.round, asked.id, me, item, value, seq)
                for seq, ((me, item), value) in enumerate(given.items(), start=2)
            ),
        ],
    )
    return list(people)


def _session(asked: Instrument, language: Language) -> Session:
    session = sessions.create(_database(), f"{ONLY}{asked.id}", language=language)
    return sessions.move(_database(), session.id, Action.START)


def _compared(live: LiveSession, asked: Instrument, beside: Beside, people: int) -> Comparison:
    """Let groups, or the same people twice, answer, and set them beside each other."""
    db, _ = _database(), translator(live.language).gettext
    if beside is Beside.GROUPS:
        labels = [_("Municipalities"), _("Associations"), _("Companies"), _("Schools"), _("Others")]
        names = groups.add(db, live.id, *labels)
        sizes = [people // 3] * 3 + [3, 3]  # the last ones are too few to be shown
        for seed, (name, size) in enumerate(zip(names, sizes, strict=True)):
            rehearse(db, sessions.get(db, live.id), asked, size, seed, name)
    else:
        same = rehearse(db, sessions.get(db, live.id), asked, people)
        live.move(Action.REVEAL)
        live.move(Action.AGAIN)
        rehearse(db, sessions.get(db, live.id), asked, same, seed=8)
    live.move(Action.REVEAL)
    live.compare(beside)
    return live.compared[Of(beside.value)]


def _drawn(
    drawer: Drawer, comparison: Comparison, live: LiveSession, language: Language
) -> LiveChart:
    chart = LiveChart(label=drawer.title, language=language, captioned=True)
    chart.show(partial(drawer.draw, comparison, live.minimum))
    return chart


@cache
def _database() -> Database:
    return Database(f"sqlite:///{Path(_folder().name) / 'nayte.sqlite'}")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    # Goes when the kernel ends; Windows keeps a folder whose files are still open.
    return tempfile.TemporaryDirectory(prefix="verkosto-", ignore_cleanup_errors=True)
