"""The leader's groups: defined before or during the workshop, with how many are in each."""

from __future__ import annotations

from typing import Any

from ...charts.beside.words import hidden_item
from ...framework import Language, Workshop, instrument
from ...framework.kinds.choice import Choice
from ...live import Group, UnknownSession, groups
from ...live.groups import LABEL, MOST, QUESTION, CannotGroup, NoGroup
from ...locales import translator
from ..base.module import script, style
from ..session.live_session import LiveSession
from .session_widget import SessionWidget


class Groups(SessionWidget):
    """Defines the groups of which each participant chooses one, or none.

    Tells how many are in each, never who. Neither a number under the session's minimum is told,
    nor one that would tell such a number with the whole.

    Parameters
    ----------
    session
        Whose groups.
    """

    _esm = script("leader/groups.js")
    _css = style("leader/groups.css")

    late = (NoGroup, UnknownSession)

    def __init__(self, session: LiveSession) -> None:
        self._removed: tuple[Group, int] | None = None
        super().__init__(session)

    def _do(self, content: dict[str, Any]) -> str | None:
        try:
            self._define(content)
        except NoGroup:
            raise
        except CannotGroup:
            words = translator(self._session.language).gettext(
                "Each group needs a name of its own, of {label} characters at the most. There can "
                "be {most} groups, and {question} characters in the question."
            )
            return words.format(label=LABEL, most=MOST, question=QUESTION)
        return None

    def _define(self, content: dict[str, Any]) -> None:
        define = self._session.define_groups
        match content:
            case {"do": "add", "label": str(label)}:
                define(groups.add, label)
            case {"do": "start", "set": int(number)} if not self._session.groups:
                found = ready_made(self._session.workshop, self._session.language)
                if number in range(len(found)):
                    question, _title, labels = found[number]
                    define(groups.add, *labels)
                    define(groups.ask, question)
            case {"do": "ask", "question": str(question)}:
                define(groups.ask, question.strip())
            case {"do": "rename", "group": str(name), "label": str(label)}:
                define(groups.rename, name, label)
            case {"do": "order", "group": str(name), "place": int(place)}:
                define(groups.order, name, place)
            case {"do": "remove", "group": str(name)}:
                self._removed = define(groups.remove, name)
            case {"do": "restore"} if self._removed is not None:
                define(groups.restore, *self._removed)
                self._removed = None

    def _view(self) -> dict[str, Any]:
        session, language = self._session, self._session.language
        counts = {
            name: hidden_item(language) if n is None else str(n)
            for name, n in session.group_counts.items()
        }
        return {
            "question": session.groups_question,
            "groups": [
                {"id": group.id, "label": group.label, "count": counts[group.id]}
                for group in session.groups
            ],
            "none": counts[None],
            "sets": [title for _question, title, _labels in ready_made(session.workshop, language)],
            "removed": self._removed[0].label if self._removed else "",
            "most": MOST,
        }


def ready_made(workshop: Workshop, language: Language) -> list[tuple[str, str, list[str]]]:
    """Return sets of groups to start from: the question, a title for the set, and the labels.

    Those come first that the workshop asks about: by them it is seen who knows whom.
    """
    _ = translator(language).gettext
    tables = [_("Table {n}").format(n=n) for n in range(1, 7)]
    parties = [
        _("Association"),
        _("Municipality"),
        _("Wellbeing services county"),
        _("Company"),
        _("Other"),
    ]
    roles = [_("Leader"), _("Member"), _("Background organisation")]
    whom = _("Whom do you represent?")
    names = dict.fromkeys(step.instrument for step in workshop.steps if step.instrument)
    asked = [
        [item.label.into(language) for item in found.items]
        for found in map(instrument, names)
        if isinstance(found.question, Choice) and found.question.between
    ]
    return [
        *((whom, " / ".join(labels), labels) for labels in asked),
        (_("At which table are you?"), _("Tables 1–6"), tables),
        (whom, " / ".join(parties), parties),
        (_("What is your role in the network?"), " / ".join(roles), roles),
    ]
