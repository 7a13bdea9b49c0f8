"""Paper answers: prints answer sheets, and takes in those that the leader types from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from ...framework import LANGUAGES, ContentError, Instrument, UnknownContent, instrument
from ...framework.paper import Line
from ...live import StorageError, paper, sessions, storage_words
from ...live.paper import Known, Refusal, Refused, Sheet
from ...locales import translator
from ...report.sheet.page import sheet as answer_sheet
from ...report.sheet.words import in_words
from ..base.module import script, style
from ..session.live_session import LiveSession
from .session_widget import SessionWidget

UPDATE = 1.0  # seconds between two updates, at the least


class PaperAnswers(SessionWidget):
    """Takes answers on paper from those without a phone, and prints the sheets for them.

    Each sheet is a participant by its number, and no name. Sheets are typed in while answers come
    in or are locked, until the room has seen the results; see `verkostotyokalut.live.paper`.

    Parameters
    ----------
    session
        Whose sheets.
    """

    _esm = script("leader/paper/answers.js")
    _css = style("leader/paper.css")

    asked = traitlets.Dict().tag(sync=True)

    def __init__(self, session: LiveSession) -> None:
        self._printable = list(_printable(session))
        super().__init__(session, UPDATE)

    def _do(self, content: dict[str, Any]) -> None:
        match content:
            case {"do": "open", "press": str(press), "sheet": int(number)}:
                self._open(press, number)
            case {"do": "keep", "press": str(press)}:
                self._keep(press, content)
            case {"do": "print", "instrument": str(name), "language": str(language)} if (
                language in LANGUAGES and name in [one.id for one in self._printable]
            ):
                self._print(instrument(name), language)

    def _open(self, press: str, number: int) -> None:
        """Send what is on a sheet; not as a trait, which notebooks would keep."""
        now = sessions.get(self._session.db, self._session.id)
        if paper.refusal(self._session.db, now) is not None or now.instrument is None:
            return
        found, question = paper.get(self._session.db, now, number), instrument(now.instrument)
        lines = {
            item: [line._asdict() for line in question.question.to_paper(value)]
            for item, value in found.answers.items()
        }
        self.send(
            {
                "type": "sheet",
                "press": press,
                "sheet": number,
                "lines": lines,
                "group": found.group,
                "version": found.version,
            }
        )

    def _keep(self, press: str, content: dict[str, Any]) -> None:
        """Keep a sheet, and tell its page when it is in the store, or why it isn't."""
        session = self._session
        try:
            number, round_, name, given = _read(content)
            kept = paper.put(session.db, session.id, round_, name, number, given)
        except Refused as error:
            words, why = _refused(error.why, session), error.why.value
            self.send({"type": "refused", "press": press, "why": why, "words": words})
        except StorageError as error:
            words = storage_words(error, session.language)
            self.send({"type": "refused", "press": press, "why": "store", "words": words})
        else:
            self.send({"type": "kept", "press": press, "version": kept.version})
            session.refresh()

    def _print(self, asked: Instrument, language: Any) -> None:
        session = self._session
        groups = [group.label for group in session.groups]
        page = answer_sheet(asked, language, groups=groups, groups_question=session.groups_question)
        name = f"{asked.id}-{language}.html"
        self.send({"type": "print", "name": name, "mime": "text/html"}, buffers=[page.encode()])

    def _update(self) -> None:
        with self.hold_sync():  # what is asked and how it stands belong together
            self.asked = self._asked()
            super()._update()

    def _asked(self) -> dict[str, Any]:
        """Return the form in which sheets are typed in; empty where nothing is asked on paper."""
        session = self._session
        found, language = session.instrument, session.language
        form = found.question.on_paper() if found else None
        if found is None or form is None:
            return {}
        return {
            "place": f"{session.code}/{session.round}/{found.id}",
            "round": session.round,
            "instrument": found.id,
            "title": found.title.into(language),
            "form": in_words(form, language),
            "items": [{"id": item.id, "label": item.label.into(language)} for item in found.items],
        }

    def _view(self) -> dict[str, Any]:
        session = self._session
        why = ""
        sheets: dict[int, Known] = {}
        try:
            now = sessions.get(session.db, session.id)
            closed = paper.refusal(session.db, now)
            sheets = paper.numbers(session.db, now)
            if closed is not None:
                why = _refused(closed, session)
            elif not self.asked:
                _ = translator(session.language).gettext
                why = _("This question can't be answered on paper.")
        except StorageError as error:
            why = storage_words(error, session.language)
        except sessions.UnknownSession:
            why = _refused(Refusal.ENDED, session)
        return {
            "why": why,
            "sheets": [
                {"number": number, "items": known.items, "group": known.group}
                for number, known in sheets.items()
            ],
            "groups": [{"id": group.id, "label": group.label} for group in session.groups],
            "most": paper.NUMBERS[-1],
            "printable": [
                {"id": one.id, "title": one.title.into(session.language)} for one in self._printable
            ],
        }


def _printable(session: LiveSession) -> list[Instrument]:
    """Return what the workshop asks and can be asked on paper, each once, in order."""
    names = dict.fromkeys(step.instrument for step in session.workshop.steps if step.instrument)
    found = []
    for name in names:
        try:
            asked = instrument(name)
        except (ContentError, UnknownContent):
            continue
        if asked.question.on_paper() is not None:
            found.append(asked)
    return found


def _read(content: dict[str, Any]) -> tuple[int, int, str, Sheet]:
    """Return a sheet as it was typed, its number, and the round and question that it is of.

    Raises
    ------
    Refused
        If it is no sheet.
    """
    match content:
        case {
            "sheet": int(number),
            "round": int(round_),
            "instrument": str(name),
            "lines": dict(lines),
            "group": str() | None as group,
            "version": int(version),
        }:
            pass
        case _:
            raise Refused(Refusal.INVALID)
    try:
        question = instrument(name).question
        given = {item: question.from_paper(_lines(its)) for item, its in lines.items()}
    except (UnknownContent, ContentError, ValueError, TypeError, KeyError) as error:
        raise Refused(Refusal.INVALID) from error
    answers = {item: value for item, value in given.items() if value is not None}
    return number, round_, name, Sheet(answers, group, version)


def _lines(given: Sequence[dict[str, Any]]) -> list[Line]:
    return [Line(tuple(one["numbers"]), str(one["text"]), str(one["id"])) for one in given]


def _refused(why: Refusal, session: LiveSession) -> str:
    _ = translator(session.language).gettext
    return {
        Refusal.NOTHING_ASKED: _("Sheets can be typed in when the workshop asks something."),
        Refusal.ON_SHOW: _("The results are on show. Hide them, and sheets can be typed in again."),
        Refusal.SHOWN: _(
            "The room has seen the results. A sheet typed in now could change the picture, and "
            "the change would tell what one person answered. If sheets are left over, start a new "
            "round: they can be typed in there."
        ),
        Refusal.ENDED: _("The workshop has ended"),
        Refusal.MOVED_ON: _("The workshop has moved on. This sheet is of an earlier question."),
        Refusal.CHANGED: _(
            "Another leader has typed in a sheet of this number meanwhile. Give yours another "
            "number, or open the other one."
        ),
        Refusal.INVALID: _("There is something on the sheet that is no answer. Look it through."),
    }[why]
