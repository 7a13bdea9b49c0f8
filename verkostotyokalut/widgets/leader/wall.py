"""The leader's wall: what people wrote, to be grouped, hidden and put together."""

from __future__ import annotations

from typing import Any

from ...analysis.arrangement import UNGROUPED, Card
from ...analysis.kinds.text import Wall as Notes
from ...charts import hidden_text
from ...live import UnknownSession
from ...live.arrangements import CannotArrange
from ...locales import translator
from ..base.module import script, style
from .session_widget import SessionWidget


class Wall(SessionWidget):
    """Arranges the notes of what the room works on; empty where there are none to arrange.

    Every leader sees the same wall, also before the room does, and every step can be undone. What
    fewer people wrote than the session's minimum is shown to nobody.

    Parameters
    ----------
    session
        Whose notes.
    """

    _esm = script("leader/wall.js")
    _css = style("leader/wall.css")

    late = (CannotArrange, UnknownSession)

    def _do(self, content: dict[str, Any]) -> None:
        session = self._session
        match content:
            case {"do": "undo"}:
                session.undo()
            case {"do": "redo"}:
                session.redo()
            case {"item": str(item), "action": action}:
                session.arrange(item, action)

    def _view(self) -> dict[str, Any]:
        session = self._session
        found = session.draft if session.arranges else None
        return {
            "items": [] if found is None else self._items(found.walls),
            "can_undo": session.can_undo,
            "can_redo": session.can_redo,
        }

    def _items(self, walls: dict[str, Notes | None]) -> list[dict[str, Any]]:
        session = self._session
        assert session.instrument is not None
        return [
            {
                "id": item.id,
                "label": item.label.into(session.language),
                **self._item(walls[item.id]),
            }
            for item in session.instrument.items
        ]

    def _item(self, wall: Notes | None) -> dict[str, Any]:
        language = self._session.language
        if wall is None or not (wall.notes or wall.hidden):
            _ = translator(language).gettext
            empty = hidden_text(self._session.minimum, language) if wall is None else _("No notes.")
            return {"empty": empty, "groups": [], "notes": [], "hidden": []}
        return {
            "empty": "",
            "groups": [
                {"id": group.id, "title": group.title, "notes": _notes(group.notes)}
                for group in wall.groups
                if group.id != UNGROUPED
            ],
            "notes": _notes([n for g in wall.groups if g.id == UNGROUPED for n in g.notes]),
            "hidden": _notes(wall.hidden),
        }


def _notes(cards: list[Card]) -> list[dict[str, Any]]:
    return [
        {"id": card.id, "text": card.text, "likes": card.likes, "count": card.count}
        for card in cards
    ]
