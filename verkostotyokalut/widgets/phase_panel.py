"""What a press on a phase of the cycle opens, as plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from ..framework import Language
from .base.module import script, style
from .base.texts import leader_texts


class PhasePanel(anywidget.AnyWidget):
    """A phase's items and what to try; nothing while ``phase`` is empty.

    ``phase`` holds words in the reader's language: ``id``, ``shape``, ``title``, ``description``,
    ``standing``, ``items`` (each ``label``, ``statement`` and ``words``) and ``advice``.

    Parameters
    ----------
    language
        Of the panel's own words.
    on_close
        Called when the reader closes it.
    """

    _esm = script("leader/phase_panel.js")
    _css = style("leader/phase_panel.css")

    phase = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("fi").tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language, on_close: Callable[[], None]) -> None:
        self._on_close = on_close
        super().__init__(language=language, texts=leader_texts(language))
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "close":
            self._on_close()
