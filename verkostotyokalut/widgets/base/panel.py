"""What a pressed part of a picture opens: words about it, and its own pictures below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypedDict

import ipywidgets
import traitlets

from ...framework import Language
from .module import script, style
from .worded import Worded


class Listing(TypedDict):
    """A list under a title of its own; each line is words, and what is said of them."""

    title: str
    lines: list[tuple[str, str]]


class Opened(TypedDict):
    """The words of a panel; those that are empty are left out.

    ``id`` tells one part from another: the keyboard goes to the panel when it changes. ``code``
    is something to copy, and ``lead`` says what it is for.
    """

    id: str
    title: str
    note: str
    text: str
    lists: list[Listing]
    lead: str
    code: str


class Panel(Worded):
    """Something that is open while its ``view`` has an ``id``, and a button that closes it.

    A subclass gives the front end that draws the view; ``leader/panel_frame.js`` helps.

    Parameters
    ----------
    language
        Of the button.
    on_close
        Called when the button is pressed.
    """

    view = traitlets.Dict().tag(sync=True)

    def __init__(self, language: Language, on_close: Callable[[], None]) -> None:
        self._on_close = on_close
        super().__init__(language)
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "close":
            self._on_close()


class PanelWords(Panel):
    """The words of a panel; its ``view`` is `Opened`, or empty."""

    _esm = script("leader/panel.js")
    _css = style("leader/panel.css")


class WithPanel(ipywidgets.Box):  # type: ignore[misc]
    """Pictures, and beside or below them the panel that they open.

    Parameters
    ----------
    pictures
        What is always there.
    language
        Of the panel's button.
    on_close
        Called when the panel's button is pressed.
    """

    def __init__(
        self,
        pictures: Sequence[ipywidgets.DOMWidget],
        language: Language,
        on_close: Callable[[], None],
    ) -> None:
        self.words = PanelWords(language, on_close)
        self._panel = _box("vt-panel-box", [self.words])
        pictures_box = _box("vt-panel-pictures", pictures)
        # two boxes inside one another, because the inner one follows the width of the outer
        super().__init__([_box("vt-panel-side", [pictures_box, self._panel])])
        self.add_class("vt-with-panel")

    @property
    def opened(self) -> tuple[ipywidgets.DOMWidget, ...]:
        """The pictures in the panel."""
        return tuple(self._panel.children[1:])

    def show(self, view: Opened, pictures: Sequence[ipywidgets.DOMWidget] = ()) -> None:
        """Show a panel's words and pictures; in an open panel, in place of those that it has."""
        if self.opened != tuple(pictures):
            self._panel.children = [self.words, *pictures]
        self.words.view = dict(view)

    def shut(self) -> None:
        """Take the panel away."""
        self.words.view = {}
        self._panel.children = [self.words]


def _box(name: str, children: Sequence[ipywidgets.DOMWidget]) -> ipywidgets.Box:
    box = ipywidgets.Box(list(children))
    box.add_class(name)
    return box
