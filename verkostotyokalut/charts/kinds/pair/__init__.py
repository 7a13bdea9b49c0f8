"""The pictures of the kind ``pair``: two loops where it has them, and a dumbbell for each item."""

from __future__ import annotations

from ....analysis.kinds.pair import Results
from ....framework import Instrument, Language
from ....framework.kinds.pair import Pair
from ....locales import translator
from ...theme import Size
from .. import Drawer, Picture, drawn
from .comparison import comparison_pictures as comparison_pictures
from .dumbbells import pair_spec, pair_twin
from .lines import comparison_lines as comparison_lines
from .loops import loops_spec, loops_twin


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the loops, if the question has them, and the dumbbells."""
    _ = translator(language).gettext

    draw = drawn(pair_spec, pair_twin, instrument, language, size)
    dumbbells = Drawer(_("From now to wanted"), draw)
    loops = instrument.asked_as(Pair).loops
    if loops is None:
        return [dumbbells]

    def draw_loops(results: Results, minimum: int) -> Picture:
        return Picture(
            loops_spec(results, loops, instrument, language, size=size, minimum=minimum),
            lambda: loops_twin(results, loops, instrument, language, minimum=minimum),
        )

    return [Drawer(_("Between two loops"), draw_loops), dumbbells]
