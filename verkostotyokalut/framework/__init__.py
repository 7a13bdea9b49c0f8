"""What is asked: instruments, items, scales and workshops as frozen models, and their content."""

from .instrument import Advice, Dimension, Instrument, Item, Source
from .kinds.scale import Scale
from .library import (
    UnknownContent,
    instrument,
    instrument_ids,
    shipped,
    workshop,
    workshop_ids,
)
from .own import NameTaken, Sort, check, start
from .question import DONT_KNOW, LEADER, Question, kinds, question
from .read import ContentError, Mistake, read
from .text import LANGUAGES, Language, Shape, Text
from .workshop import Guide, Screen, Step, Workshop

__all__ = [
    "DONT_KNOW",
    "LANGUAGES",
    "LEADER",
    "Advice",
    "ContentError",
    "Dimension",
    "Guide",
    "Instrument",
    "Item",
    "Language",
    "Mistake",
    "NameTaken",
    "Question",
    "Scale",
    "Screen",
    "Shape",
    "Sort",
    "Source",
    "Step",
    "Text",
    "UnknownContent",
    "Workshop",
    "check",
    "instrument",
    "instrument_ids",
    "kinds",
    "question",
    "read",
    "shipped",
    "start",
    "workshop",
    "workshop_ids",
]
