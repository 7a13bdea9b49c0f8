"""The pictures of the kind ``axes``: the map of all items, and each one's answers."""

from __future__ import annotations

from ....analysis.kinds.axes import Results
from ....framework import Instrument, Language
from ....locales import translator
from ...theme import Size
from .. import Drawer, Picture
from .comparison import comparison_pictures as comparison_pictures
from .lines import comparison_lines as comparison_lines
from .maps import answers_spec, map_spec
from .twin import answers_twin, map_twin


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the map; on the projector each item's answers as well."""
    _ = translator(language).gettext

    def places(results: Results, minimum: int) -> Picture:
        return Picture(
            map_spec(results, instrument, language, size=size, minimum=minimum),
            lambda: map_twin(results, instrument, language, minimum=minimum),
        )

    def answers(results: Results, minimum: int) -> Picture:
        return Picture(
            answers_spec(results, instrument, language, minimum=minimum),
            lambda: answers_twin(results, instrument, language, minimum=minimum),
        )

    drawers = [Drawer(_("Map of the items"), places)]
    if size == "screen":
        drawers.append(Drawer(_("Where each item was placed"), answers, beside=True))
    return drawers
