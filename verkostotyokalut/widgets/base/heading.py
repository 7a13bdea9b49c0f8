"""The words above a picture on the projector: a question, and what it is about."""

from __future__ import annotations

import anywidget
import traitlets

from .module import script, style


class Heading(anywidget.AnyWidget):
    """A page's heading, a line below it, and the key to the marks of the picture.

    ``key`` lists ``[mark, words]`` pairs; a mark is ``median``, ``half`` or the characters
    themselves.
    """

    _esm = script("leader/heading.js")
    _css = style("leader/heading.css", "leader/layout.css")

    title = traitlets.Unicode("").tag(sync=True)
    subtitle = traitlets.Unicode("").tag(sync=True)
    key = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    language = traitlets.Unicode("fi").tag(sync=True)
