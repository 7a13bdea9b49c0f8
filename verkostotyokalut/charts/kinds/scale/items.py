"""The picture ``items``: every answer to each item."""

from __future__ import annotations

from itertools import pairwise

from ....analysis import Results
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...items import items_spec
from ...theme import Size, marks
from ...twin import items_twin
from .. import Drawer, Picture


def drawer(instrument: Instrument, language: Language, _size: Size) -> Drawer:
    """Return the items' answers, in one size for every place."""
    _ = translator(language).gettext

    def draw(results: Results, minimum: int) -> Picture:
        counts, numbers = results.distribution, results.summary
        return Picture(
            items_spec(counts, numbers, instrument, language, minimum=minimum),
            lambda: items_twin(counts, numbers, instrument, language, minimum=minimum),
        )

    key = (
        ("median", _("median")),
        ("half", _("middle half")),
        (marks(instrument), _("one answer")),
    )
    return Drawer(_("Answers by item"), draw, key, beside=_follows_the_profile(instrument))


def _follows_the_profile(instrument: Instrument) -> bool:
    """Tell whether the profile comes just before: the two are read together."""
    return ("profile", "items") in pairwise(instrument.asked_as(Scale).pictures)
