"""The pictures of the kind ``scale``: a module for each, found by the name the content gives."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from ....framework import Instrument, Language, Scale
from ...theme import Size
from .. import Drawer
from .comparison import comparison_pictures as comparison_pictures
from .comparison.table import comparison_lines as comparison_lines


class PictureModule(Protocol):
    """What the module of a picture gives."""

    def drawer(self, instrument: Instrument, language: Language, size: Size) -> Drawer:
        """Return the picture of an instrument."""


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the instrument's pictures, in the order that the content gives."""
    names = instrument.asked_as(Scale).pictures
    # The answers of every item have no room in a panel.
    small = [name for name in names if name != "items"] or names
    shown = names if size == "screen" else small
    modules = (cast(PictureModule, import_module(f"{__name__}.{name}")) for name in shown)
    return [module.drawer(instrument, language, size) for module in modules]
