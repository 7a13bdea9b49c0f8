"""The report: what a workshop came to, as one HTML file that needs nothing else and prints well."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ..analysis import Results, detail_minimum
from ..analysis.agreement import DIVIDED_BELOW, SHARED_FROM
from ..analysis.level import DISCUSS, STRENGTH
from ..charts import hidden_text, number
from ..charts.svg import clean
from ..framework import Instrument, Language, Scale, Source, Workshop, workshop
from ..live import Database, agreements, answers, paper
from ..live.agreements import Agreement, Sort
from ..locales import translator
from .about import about, sorts
from .advice import Advised, advised
from .baseline import day_words
from .certainty import hundredths, of_dimensions, of_items
from .drawn import Drawn, of_comparisons, of_results
from .judged import judged
from .levels import levels, levels_in_words
from .opening import opened
from .shown import Shown, shown
from .where import where

_HERE = Path(__file__).resolve().parent


class _Chapter(NamedTuple):
    """An instrument that was shown. ``hidden`` says of which rounds nothing can be told."""

    instrument: Instrument
    title: str
    summary: str
    pictures: list[Drawn]
    hidden: list[str]
    reading: list[str]
    advice: list[Advised]


class _Part(NamedTuple):
    """What was agreed of a sort: a table whose empty columns are left out."""

    title: str
    columns: list[str]
    rows: list[list[str]]


def html(db: Database, session_id: str, language: Language | None = None) -> str:
    """Write the report of a session.

    Parameters
    ----------
    db
        The store.
    session_id
        Which session.
    language
        Of the report; the room's if not given.

    Returns
    -------
    str
        A page without scripts and without anything from outside. It has what the room has been
        shown, as far as the disclosure limit lets it through, what was agreed, and how it was
        asked.

    Raises
    ------
    UnknownSession
        If there is no such session.
    UnknownContent, ContentError
        If what was asked is not there any more, or has mistakes.
    StorageError
        If the store can't be read.
    """
    session, language = opened(db, session_id, language)
    plan = workshop(session.workshop)
    found = shown(db, session)
    chapters = [
        _chapter(list(rounds), plan, language, session.minimum)
        for _, rounds in groupby(found, key=lambda one: one.instrument.id)
    ]
    asked = [chapter.instrument for chapter in chapters]
    news = answers.news(db, session_id, after=0, round_=0, instrument_id=None)
    tr = translator(language)
    return _template().render(
        _=tr.gettext,
        ngettext=tr.ngettext,
        number=lambda value: number(value, language),
        into=lambda text: text.into(language),
        language=language,
        style=Markup((_HERE / "report.css").read_text(encoding="utf-8")),
        title=plan.title.into(language),
        aim=plan.aim.into(language),
        day=day_words(session.held, language),
        rehearsal=session.rehearsal is not None,
        joined=news.joined,
        on_paper=paper.people(db, session_id),
        minimum=session.minimum,
        in_detail=detail_minimum(session.minimum),
        chapters=chapters,
        where=where(found, language),
        agreed=_agreed(agreements.of(db, session_id), language),
        scale=any(isinstance(one.question, Scale) for one in asked),
        shared=hundredths(SHARED_FROM, language),
        divided=hundredths(DIVIDED_BELOW, language),
        strength=number(STRENGTH, language),
        discuss=number(DISCUSS, language),
        certain_items=of_items(found, language),
        certain_levels=levels_in_words(levels(db, session, found), language),
        certain_dimensions=of_dimensions(db, session, found, language),
        judged=judged(found),
        standings=_standings(language),
        points={one.id: _points(one, language) for one in asked},
        sources=_sources(asked),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    return environment.get_template("template.html")


def _chapter(rounds: list[Shown], plan: Workshop, language: Language, minimum: int) -> _Chapter:
    _ = translator(language).gettext
    asked = rounds[0].instrument
    several = len(rounds) > 1
    found: list[Drawn] = []
    hidden, summary = [], ""
    for one in rounds:
        named = _("round {n}").format(n=one.round) if several else ""
        if one.results.n is None:
            reason = hidden_text(minimum, language)
            words = _("The result is not shown: {reason}.").format(reason=reason)
            hidden.append(f"{named[:1].upper()}{named[1:]}. {words}" if named else words)
            continue
        drawn = of_results(one, language, minimum, named)
        summary = drawn[0].twin["caption"]
        found += drawn + of_comparisons(one, language, minimum, named)
    latest = rounds[-1].results
    return _Chapter(
        instrument=asked,
        title=asked.title.into(language),
        summary=summary or hidden[-1],
        pictures=found,
        hidden=hidden,
        reading=_reading(plan, asked.id, language) if found else [],
        advice=advised(latest, asked) if isinstance(latest, Results) else [],
    )


def _reading(plan: Workshop, name: str, language: Language) -> list[str]:
    """Return what the workshop's guide says of reading an instrument's pictures."""
    return [
        step.guide.reading.into(language)
        for index, step in enumerate(plan.steps)
        if step.guide.reading and plan.instrument_at(index) == name
    ]


def _agreed(found: list[Agreement], language: Language) -> list[_Part]:
    _ = translator(language).gettext
    parts = []
    for sort, title in sorts(language).items():
        rows = [
            [
                one.what,
                one.who,
                day_words(one.due, language) if one.due else "",
                about(one, language),
            ]
            for one in found
            if one.sort is sort
        ]
        when = _("When") if sort is Sort.CLOCK else _("By when")
        columns = [_("What"), _("Who"), when, _("About")]
        used = [i for i in range(len(columns)) if any(row[i] for row in rows)]
        if rows:
            cells = [[row[i] for i in used] for row in rows]
            parts.append(_Part(title, [columns[i] for i in used], cells))
    return parts


def _standings(language: Language) -> dict[str, str]:
    _ = translator(language).gettext
    return {
        "low": _("has room to grow"),
        "divided": _("strong, but views differ"),
        "shared": _("strong, and views are shared"),
        "strong": _("strong, but too few answers to tell whether views are shared"),
    }


def _points(asked: Instrument, language: Language) -> str:
    """Say what the points of a scale mean."""
    if not isinstance(asked.question, Scale):
        return ""
    points = asked.question.points
    return "; ".join(f"{i} = {point.into(language)}" for i, point in enumerate(points, start=1))


def _sources(asked: Iterable[Instrument]) -> list[Source]:
    """Return the sources, each once, by letter."""
    return sorted(
        dict.fromkeys(source for one in asked for source in one.sources),
        key=lambda source: source.letter,
    )


def _due(one: Agreement, language: Language) -> str:
    return day_words(one.due, language) if one.due else ""
