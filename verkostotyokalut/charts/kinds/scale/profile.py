"""The picture ``profile``: a petal for each item."""

from __future__ import annotations

from ....analysis import Results
from ....framework import Instrument, Language
from ....locales import translator
from ...profile import profile_spec
from ...theme import Size
from ...twin import profile_twin
from .. import Drawer, Picture


def drawer(instrument: Instrument, language: Language, size: Size) -> Drawer:
    """Return the profile."""

    def draw(results: Results, minimum: int) -> Picture:
        counts, numbers = results.distribution, results.summary
        return Picture(
            profile_spec(numbers, instrument, language, size=size, minimum=minimum),
            lambda: profile_twin(counts, numbers, instrument, language, minimum=minimum),
        )

    return Drawer(translator(language).gettext("Profile of the network"), draw)
