"""A self-assessment at one screen: for one person or a table, alone or as part of a session."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ..analysis import numbers
from ..charts import Picture, pictures
from ..framework import LANGUAGES, Instrument, Language
from ..framework import instrument as find_instrument
from ..live import (
    Participation,
    Session,
    StorageError,
    TooMany,
    UnknownSession,
    Value,
    sessions,
    storage_words,
)
from ..live import answers as participation
from ..live.codes import clean_code, spaced
from ..locales import translator
from .base.live_chart import LiveChart
from .base.module import address, script, style
from .base.texts import leader_texts, participant_texts
from .session.membership import Membership
from .session.store import database


class Assessment(anywidget.AnyWidget):
    """The questions of an instrument, one dimension at a time; the same module as on phones.

    Alone, the answers stay in the browser (and in ``answers``) and nobody else sees them. After
    `join`, they are those of one participant of a session.

    Parameters
    ----------
    name
        The instrument's id.
    language
        The first language shown; the person may choose another.

    Raises
    ------
    UnknownContent, ContentError
        If there is no such instrument, or its content has mistakes.
    """

    _esm = script("self_assessment.js")
    _css = style("assessment.css", "kinds/*.css")

    instrument = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("fi").tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    kind_modules = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    page = traitlets.Int(0).tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)
    results: Any = traitlets.Dict(None, allow_none=True).tag(sync=True)
    minimum = traitlets.Int(sessions.MINIMUM).tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    caption = traitlets.Unicode("").tag(sync=True)
    keep = traitlets.Unicode("").tag(sync=True)

    def __init__(self, name: str = "ydinelementit", *, language: Language = "fi") -> None:
        self._alone = find_instrument(name)
        self._membership: Membership | None = None
        super().__init__(language=language, texts=participant_texts())
        self._ask_alone()
        self.observe(self._observe_answers, names="answers")
        self.on_msg(self._on_message)

    @property
    def asked(self) -> Instrument:
        """The instrument that is asked now."""
        return find_instrument(self.instrument["id"])

    @property
    def chosen_language(self) -> Language:
        """The language that the person reads."""
        return next(one for one in LANGUAGES if one == self.language)

    @property
    def session_code(self) -> str:
        """The code of the session that this takes part in, or nothing."""
        return self._membership.code if self._membership else ""

    def join(self, code: str, token: str | None = None) -> None:
        """Take part in a session.

        Parameters
        ----------
        code
            The join code.
        token
            Who this is, to come back as the same participant.

        Raises
        ------
        UnknownSession
            If no session that goes on has the code.
        TooMany, StorageError
            If it is full, or the store can't be used.
        """
        clean = clean_code(code)
        if clean is None:
            raise UnknownSession(code)
        session = sessions.find(database(), clean)
        if session.stage is session.stage.CLOSED or session.expired:
            raise UnknownSession(code)
        self.leave()
        self._belong(session, participation.join(database(), session.id, token))

    def lead(self, session_id: str) -> None:
        """Answer in a session as its leader, whose own view is never part of the room's.

        Raises
        ------
        UnknownSession
            If there is no such session (any more).
        StorageError
            If the store can't be used.
        """
        self.leave()
        session = sessions.get(database(), session_id)
        self._belong(session, participation.lead(database(), session_id))

    def _belong(self, session: Session, me: Participation) -> None:
        self._membership = Membership(database(), session, me, self._show)
        self._membership.refresh()

    def leave(self) -> None:
        """Go back to one's own answers; what the session has stays there."""
        if self._membership is not None:
            self._membership.close()
            self._membership = None
            self._ask_alone()

    def _ask_alone(self) -> None:
        with self.hold_sync():
            self._take(self._alone, {})
            self.keep = f"own:{self._alone.id}"
            self.locked, self.results, self.status = False, None, ""
            self.caption = self._alone.title.into(self.chosen_language)

    def _show(self, membership: Membership) -> None:
        with self.hold_sync():
            self.keep = ""
            self._take(membership.instrument or self._alone, membership.answers)
            self.locked = membership.locked
            self.results = membership.results
            self.minimum = membership.minimum
            self.status = membership.status
            about = self.asked.title.into(self.chosen_language)
            if membership.leads:
                _ = translator(self.chosen_language).gettext
                self.caption = _("Answer here as the leader: {title}").format(title=about)
            else:
                self.caption = f"{about} · {spaced(membership.code)}"

    def _take(self, instrument: Instrument, answers: dict[str, Value]) -> None:
        if self.instrument.get("id") != instrument.id:
            self.instrument = instrument.public()
            self.kind_modules = {
                instrument.question.kind: address(f"kinds/{instrument.question.kind}.js")
            }
            self.page = 0
        self.answers = dict(answers)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        """Take back the answers that the browser has kept, if one is still alone."""
        kept = content.get("answers") if content.get("type") == "restore" else None
        if isinstance(kept, dict) and self._membership is None and not self.answers:
            self.answers = {
                item: value for item, value in kept.items() if self._alone.accepts(item, value)
            }

    def _observe_answers(self, _change: object) -> None:
        if self._membership is not None:
            self._membership.answer(self.answers)


class OwnProfile(LiveChart):
    """The profile of an assessment's own answers, drawn as they are given.

    Parameters
    ----------
    assessment
        Whose answers.
    """

    def __init__(self, assessment: Assessment) -> None:
        language = assessment.chosen_language
        _ = translator(language).gettext
        super().__init__(
            label=_("Own profile"),
            language=language,
            empty=_("The profile is drawn here as you answer."),
            captioned=True,
        )
        self.add_class("vt-own-profile")
        self._assessment = assessment
        assessment.observe(self._update, names="answers")
        self._update(None)

    def _update(self, _change: object) -> None:
        self.show(self._picture)

    def _picture(self) -> Picture | None:
        instrument = self._assessment.asked
        given = {
            item: value
            for item, value in self._assessment.answers.items()
            if value is not None and instrument.accepts(item, value)
        }
        if not given:
            return None
        kind = numbers(instrument)
        mine = kind.collect(instrument)
        mine.update(("own", item, value) for item, value in given.items())
        first = pictures(instrument, self._assessment.chosen_language, "console")[0]
        return first.draw(kind.results(mine, instrument, None), 1)


class JoinByCode(anywidget.AnyWidget):
    """Lets an assessment join a session by its code, and leave it again.

    Parameters
    ----------
    assessment
        What joins.
    """

    _esm = script("leader/join_by_code.js")
    _css = style("leader/join_by_code.css")

    code = traitlets.Unicode("").tag(sync=True)
    message = traitlets.Unicode("").tag(sync=True)
    language = traitlets.Unicode("fi").tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        super().__init__(
            language=assessment.language, texts=leader_texts(assessment.chosen_language)
        )
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        _ = translator(self.language).gettext
        self.message = ""
        if content.get("type") == "leave":
            self._assessment.leave()
        elif content.get("type") == "join":
            token = content.get("token")
            try:
                self._assessment.join(
                    str(content.get("code", "")), token if isinstance(token, str) else None
                )
            except TooMany:
                self.message = _("The workshop is full. Tell the leader.")
            except UnknownSession:
                self.message = _("No open workshop has this code. Check it and try again.")
            except StorageError as error:
                self.message = storage_words(error, self._assessment.chosen_language)
        self.code = self._assessment.session_code
