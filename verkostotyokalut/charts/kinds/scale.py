"""The pictures of the kind ``scale``: the profile, and every item's answers."""

from __future__ import annotations

from ...analysis import Results
from ...framework import Instrument, Language
from ...locales import translator
from ..items import items_spec
from ..profile import profile_spec
from ..theme import Size, marks
from ..twin import items_twin, profile_twin
from . import Drawer, Picture


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the profile; on the projector each item's answers as well."""
    _ = translator(language).gettext

    def profile(results: Results, minimum: int) -> Picture:
        numbers = results.summary
        return Picture(
            profile_spec(numbers, instrument, language, size=size, minimum=minimum),
            lambda: profile_twin(numbers, instrument, language, minimum=minimum),
        )

    def items(results: Results, minimum: int) -> Picture:
        counts, numbers = results.distribution, results.summary
        return Picture(
            items_spec(counts, numbers, instrument, language, minimum=minimum),
            lambda: items_twin(counts, numbers, instrument, language, minimum=minimum),
        )

    drawers = [Drawer(_("Profile of the network"), profile)]
    if size == "screen":
        key = (
            ("median", _("median")),
            ("half", _("middle half")),
            (marks(instrument), _("one answer")),
        )
        drawers.append(Drawer(_("Answers by item"), items, key))
    return drawers
