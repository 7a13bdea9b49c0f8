"""A widget whose front end says texts of the leader's catalogue, in one language."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ...framework import Language
from .texts import leader_texts


class Worded(anywidget.AnyWidget):
    """What all the leader's widgets with texts stand on.

    Parameters
    ----------
    language
        Of the texts.
    **traits
        The widget's own.
    """

    language = traitlets.Unicode("fi").tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language, **traits: Any) -> None:
        super().__init__(language=language, texts=leader_texts(language), **traits)

    def speak(self, language: Language) -> None:
        """Say the texts in another language."""
        with self.hold_sync():  # at once, for the front end looks the texts up by the language
            self.texts, self.language = leader_texts(language), language
