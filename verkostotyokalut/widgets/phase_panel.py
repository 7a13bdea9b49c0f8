"""What a press on a phase of the cycle opens, as plain words."""

from __future__ import annotations

from .base.module import script, style
from .base.panel import Panel


class PhasePanel(Panel):
    """A phase's items and what to try.

    The ``view`` holds words in the reader's language: ``id``, ``shape``, ``title``,
    ``description``, ``standing``, ``items`` (each ``label``, ``statement`` and ``words``) and
    ``advice``.
    """

    _esm = script("leader/phase_panel.js")
    _css = style("leader/phase_panel.css")
