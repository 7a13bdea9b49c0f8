"""What the lobby lists: the sessions there are, and the workshops that can be started."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ...framework import (
    ContentError,
    Language,
    Scale,
    UnknownContent,
    Workshop,
    instrument,
    instrument_ids,
    shipped,
    workshop,
    workshop_ids,
)
from ...framework.library import ONLY
from ...framework.overview import overview
from ...framework.question import GUESS
from ...live import Database, Session, Stage, holdings, releases, sessions
from ...live.codes import spaced
from ...live.holdings import Holding
from ...locales import translator
from ...report.bringing import Earlier, told

MONTH = 365 / 12  # days


def session_rows(db: Database, language: Language) -> list[dict[str, Any]]:
    """Return what is told of each session, the one that a leader moved last first.

    Raises
    ------
    StorageError
        If the store can't be read.
    """
    held, shown = holdings.of_all(db), releases.sessions_with_any(db)
    return [
        {**_row(one, held.get(one.id, Holding()), language), "report": one.id in shown}
        for one in sessions.every(db)
    ]


def workshop_rows(language: Language) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the workshops, and the mistakes of those that have any.

    Those on the map of the framework are first, in its order, and then the others by their titles;
    a leader's own are last.
    """
    _ = translator(language).gettext
    rows, mistakes = [], []
    for name in workshop_ids():
        try:
            found = workshop(name)
        except ContentError as error:
            mistakes.append(error.told(_))
            continue
        rows.append(
            {
                "id": name,
                "title": found.title.into(language),
                "aim": found.aim.into(language),
                "minutes": sum(step.minutes for step in found.steps),
                "steps": len(found.steps),
                "own": not (shipped("workshops") / name).is_dir(),
            }
        )
    mapped = list(dict.fromkeys(part.workshop for part in overview().parts))

    def place(row: dict[str, Any]) -> tuple[bool, int, str]:
        known = row["id"] in mapped and not row["own"]
        return row["own"], mapped.index(row["id"]) if known else len(mapped), row["title"]

    return sorted(rows, key=place), mistakes


def instrument_rows(language: Language) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the workshops that ask one instrument alone, and the mistakes of the others."""
    _ = translator(language).gettext
    rows, mistakes = [], []
    for name in instrument_ids():
        try:
            asked = instrument(name)
        except ContentError as error:
            mistakes.append(error.told(_))
            continue
        guess = f"{ONLY}{GUESS}{name}" if isinstance(asked.question, Scale) else None
        rows.append({"id": f"{ONLY}{name}", "title": asked.title.into(language), "guess": guess})
    return sorted(rows, key=lambda row: row["title"]), mistakes


def earlier_row(earlier: Earlier, language: Language) -> dict[str, Any]:
    """Return what is told of an earlier workshop that a new one is compared with."""
    return {"workshop": earlier.file.workshop.id, **told(earlier, language)._asdict()}


def is_open(session: Session) -> bool:
    """Tell whether people can still join."""
    return session.stage is not Stage.CLOSED and not session.expired


def _row(session: Session, held: Holding, language: Language) -> dict[str, Any]:
    tr = translator(language)
    _ = tr.gettext
    plan = plan_of(session)
    left = (session.keep_until - datetime.now(UTC)).days / MONTH
    count = held.participants
    return {
        "code": session.code,
        "title": plan.title.into(language) if plan else session.workshop,
        "usable": plan is not None,
        "open": is_open(session),
        "rehearsal": session.rehearsal is not None,
        "rehearsing": session.rehearsing,
        "moved": session.touched.isoformat(),
        "until": session.keep_until.isoformat(),
        "months": min(max(round(left), sessions.KEPT_MONTHS[0]), sessions.KEPT_MONTHS[-1]),
        "where": _where(session, plan, language),
        "people": tr.ngettext("{n} participant", "{n} participants", count).format(n=count),
        "joined": count,
        "deleting": [
            _("Participants: {n}").format(n=count),
            _("Answers and notes: {n}").format(n=held.answers),
            _("Agreements: {n}").format(n=held.agreements),
        ],
        "spaced": spaced(session.code),
    }


def plan_of(session: Session) -> Workshop | None:
    """Return the workshop of a session, if its content can still be used."""
    try:
        found = workshop(session.workshop)
    except (ContentError, UnknownContent):
        return None
    return found if session.step < len(found.steps) else None


def _where(session: Session, plan: Workshop | None, language: Language) -> str:
    _ = translator(language).gettext
    if plan is None:
        return _("Its content is not here any more, or has mistakes: it can't be opened.")
    if session.stage is Stage.CLOSED:
        return _("The workshop has ended")
    if session.expired:
        return _("The code has expired")
    if session.stage is Stage.DRAFTED:
        return _("Not begun yet")
    words = _("Step {n}/{all}: {title}")
    title = plan.steps[session.step].title.into(language)
    return words.format(n=session.step + 1, all=len(plan.steps), title=title)
