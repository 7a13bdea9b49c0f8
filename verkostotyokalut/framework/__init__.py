"""What is asked: instruments, items, scales and workshops as frozen models, and their content."""

from .instrument import Advice, Dimension, Instrument, Item, Shape, Source
from .library import (
    UnknownContent,
    instrument,
    instrument_ids,
    shipped,
    workshop,
    workshop_ids,
)
from .read import ContentError, Mistake, read
from .scale import DONT_KNOW, Scale
from .text import LANGUAGES, Language, Text
from .workshop import Screen, Step, Workshop

__all__ = [
    "DONT_KNOW",
    "LANGUAGES",
    "Advice",
    "ContentError",
    "Dimension",
    "Instrument",
    "Item",
    "Language",
    "Mistake",
    "Scale",
    "Screen",
    "Shape",
    "Source",
    "Step",
    "Text",
    "UnknownContent",
    "Workshop",
    "instrument",
    "instrument_ids",
    "read",
    "shipped",
    "workshop",
    "workshop_ids",
]
