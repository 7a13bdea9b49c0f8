"""What a room agrees: written on the leader's pages, shown on the projector as it is written."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from babel.dates import format_date, format_skeleton

from ...framework import Language, Screen, instrument
from ...live.agreements import MOST, Agreement, CannotAgree, Sort, Words, words_from
from ...live.agreements import NAME as WHO_MOST
from ...live.agreements import WORDS as WHAT_MOST
from ...locales import translator
from ...report.about import about
from ...report.baseline import brought
from ..base.later import Slow
from ..base.module import script, style
from ..session.live_session import LiveSession
from .session_widget import SessionWidget
from .suggestions import CLOCK, PLAN, RULES, WAYS, again, suggestions
from .take_home import send_file

UPDATE = 0.2  # seconds between two updates
SUGGEST = 2.0  # seconds between two looks at what to suggest, while answers come


class Agreements(SessionWidget):
    """Writes down what the room agrees: actions, ground rules, the network's plan, annual clock.

    Every leader sees the same. What the room has been shown is suggested, and those agreements
    that have a day can be taken home as a calendar file.

    Parameters
    ----------
    session
        Whose agreements.
    folded
        Whether it stays folded until the workshop comes to a step that agrees.
    """

    _esm = script("leader/agreements.js")
    _css = style("leader/agreements.css")

    def __init__(self, session: LiveSession, *, folded: bool = False) -> None:
        self._folded = folded
        self._opened = not folded
        self._kept = ""
        self._removed: list[Agreement] = []
        self._suggestions = Slow(self._suggest, SUGGEST, self._update)
        super().__init__(session, UPDATE)

    def _do(self, content: dict[str, Any]) -> str | None:
        try:
            return self._agree(content)
        except CannotAgree:
            return self._refused()

    def _agree(self, content: dict[str, Any]) -> str | None:
        session = self._session
        match content:
            case {"do": "add", "words": dict(words), "form": str(form)}:
                if form != self._kept:  # not sent again because the answer was late
                    session.agree(self._about_known(words_from(words)))
                self._kept = form
            case {"do": "change", "id": str(name), "words": dict(words)}:
                now = self._named(name)
                if now is not None:
                    data = {**asdict(now), "due": now.due and now.due.isoformat(), **words}
                    session.agree(self._about_known(words_from(data)), name)
            case {"do": "remove", "id": str(name)}:
                now = self._named(name)
                if now is not None:
                    session.disagree(name)
                    self._removed.append(now)
            case {"do": "restore", "id": str(name)}:
                session.agree_again(name)
            case {"do": "open"}:
                self._opened = True
            case {"do": "calendar"}:
                return self._send_calendar()
        return None

    def _suggest(self) -> dict[Sort, list[Words]]:
        session = self._session
        # Earlier results are read only for those who look at what comes of them.
        shown = session.results_of if self._opened else _nothing
        agreed, today, known = session.agreements, date.today(), set(_known(session))
        earlier = [
            words
            for file in (brought(session.db, session.id) if self._opened else [])
            for words in again(file.agreements, known, today)
        ]
        return suggestions(session.workshop, shown, agreed, session.language, today, earlier)

    def _named(self, name: str) -> Agreement | None:
        return next((one for one in self._session.agreements if one.id == name), None)

    def _about_known(self, words: Words) -> Words:
        """Return the words, if what they are about is asked in the workshop."""
        wanted = (words.instrument, words.item)
        if wanted not in [(None, None), *_known(self._session)]:
            raise CannotAgree(f"about {wanted}")
        return words

    def _refused(self) -> str:
        _ = translator(self._session.language).gettext
        if len(self._session.agreements) >= MOST:
            words = _("There are {n} agreements already. Remove one first.")
            return words.format(n=MOST)
        words = _("That could not be kept. Write 1 to {n} ordinary characters.")
        return words.format(n=WHAT_MOST)

    def _send_calendar(self) -> str | None:
        from ...report.files import NoDay  # here, for it loads libraries that few need

        try:
            send_file(self, "calendar", ".ics")
        except NoDay:
            return translator(self._session.language).gettext("No agreement has a day yet.")
        return None

    def _view(self) -> dict[str, Any]:
        session = self._session
        language, agreed = session.language, session.agreements
        now = session.workshop.steps[session.step].screen is Screen.AGREEMENT
        self._opened = self._opened or now
        found = self._suggestions.get(
            (session.step, session.stage, session.round, agreed, self._opened)
        )
        present = {one.id for one in agreed}
        gone = next((one for one in reversed(self._removed) if one.id not in present), None)
        return {
            "parts": [
                {
                    "id": sort,
                    "rows": [{"id": one.id, **_row(one)} for one in agreed if one.sort is sort],
                    "suggestions": [_chip(words, language) for words in found[sort]],
                }
                for sort in Sort
            ],
            "opens": opens(_asked(session)),
            "items": _items(session),
            "removed": {"id": gone.id, "what": gone.what, "sort": gone.sort} if gone else None,
            "most": {"what": WHAT_MOST, "who": WHO_MOST},
            "folded": self._folded,
            "now": now,
            "kept": self._kept,
        }


class AgreementBoard(SessionWidget):
    """What the room has agreed, large, for the projector; live while it is being written.

    Parameters
    ----------
    session
        Whose agreements.
    """

    _esm = script("leader/agreement_board.js")
    _css = style("leader/agreement_board.css")

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session, UPDATE)
        self.add_class("vt-board-host")

    def _view(self) -> dict[str, Any]:
        session = self._session
        rows = [(one.sort, _shown(one, session.language)) for one in session.agreements]
        return {
            "parts": [
                {"id": sort, "rows": [row for of, row in rows if of is sort]} for sort in Sort
            ]
        }


def opens(asked: list[str]) -> Sort:
    """Return the part that a workshop works on, by the ids of what is asked in it."""
    if CLOCK in asked:
        return Sort.CLOCK
    if RULES in asked or WAYS in asked:
        return Sort.RULE
    return Sort.PLAN if PLAN in asked else Sort.ACTION


def _nothing(_instrument: str) -> None:
    """Stand in for a session's results."""


def _asked(session: LiveSession) -> list[str]:
    steps = session.workshop.steps
    return list(dict.fromkeys(step.instrument for step in steps if step.instrument))


def _known(session: LiveSession) -> list[tuple[str | None, str | None]]:
    """Return what an agreement can be about, as the instrument and the item."""
    return [(name, item) for name in _asked(session) for item in instrument(name).item_ids]


def _items(session: LiveSession) -> list[dict[str, Any]]:
    """Return what an agreement can be about: the items, by instrument."""
    language = session.language
    return [
        {
            "title": asked.title.into(language),
            "items": [
                {"id": f"{asked.id}/{item.id}", "label": item.label.into(language)}
                for item in asked.items
            ],
        }
        for asked in map(instrument, _asked(session))
    ]


def _row(one: Words) -> dict[str, Any]:
    return {
        "what": one.what,
        "who": one.who,
        "due": one.due.isoformat() if one.due else "",
        "about": f"{one.instrument}/{one.item}" if one.item else "",
    }


def _chip(words: Words, language: Language) -> dict[str, Any]:
    month = format_skeleton("yMMMM", words.due, locale=language) if words.due else ""
    return {**_row(words), "month": month}


def _shown(one: Agreement, language: Language) -> dict[str, str]:
    return {
        "id": one.id,
        "what": one.what,
        "who": one.who,
        "due": format_date(one.due, "medium", locale=language) if one.due else "",
        "about": about(one, language),
    }
