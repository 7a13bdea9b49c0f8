"""What was shown as rows: one for each item and number, and one for each note on a wall."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from math import isnan
from typing import Any, NamedTuple

from ..analysis import Results, lights, median_interval
from ..analysis.detail import detail
from ..charts.sureness import light_text
from ..framework import Dimension, Instrument, Item, Language
from ..locales import translator
from .shown import Shown

_WALL, _NAMES = "groups", "names"
_MEDIAN = ("median",)
# They hold numbers together and say nothing of what these are.
_SILENT = {"counts", "shares", "phases", "mean", "options"}

Path = tuple[str, ...]


class Number(NamedTuple):
    """A number of an item.

    ``path`` is where it is in the item's part of the results, the same in every language;
    ``words`` says in the reader's what it is; ``own_words`` is whether it is called by something
    that people wrote. ``light`` is the item's light in words, with the median of an item on a
    scale.
    """

    instrument: Instrument
    round: int
    dimension: Dimension
    item: Item
    path: Path
    words: str
    value: float
    own_words: bool
    light: str = ""


class Note(NamedTuple):
    """A note on an item's wall; ``month`` is 1..12 where notes have one."""

    instrument: Instrument
    round: int
    item: Item
    group: str
    text: str
    month: int | None
    likes: int


def tidy(found: list[Shown], language: Language) -> list[Number]:
    """Return the numbers of what was shown.

    Parameters
    ----------
    found
        What was shown; see `verkostotyokalut.report.shown`.
    language
        Of the words that say what each number is.

    Returns
    -------
    list
        In the order of the instruments, their rounds and their items. What is hidden has no row.
        After an item's other numbers come the ends of its median's interval, as its points were
        answered, and the coverage.
    """
    rows = []
    for one in found:
        asked = one.instrument
        labels = labels_of(asked, language)
        told, intervals = detail(one.results, asked), _intervals(one)
        lit = lights_of(one, language)
        for dimension in asked.dimensions:
            for item in dimension.items:
                found_here = [*_numbers(told.get(item.id)), *_numbers(intervals.get(item.id))]
                for path, value in found_here:
                    own = path[0] in {_WALL, _NAMES}
                    words = _called(path, labels)
                    light = lit.get(item.id, "") if path == _MEDIAN else ""
                    row = Number(asked, one.round, dimension, item, path, words, value, own, light)
                    rows.append(row)
    return rows


def lights_of(one: Shown, language: Language) -> dict[str, str]:
    """Return the lights of a scale's items in words; none of an item that is hidden."""
    if not isinstance(one.results, Results):
        return {}
    table = lights(one.results, one.instrument)["light"].dropna()
    return {str(item): light_text(light, language) for item, light in table.items()}


def _intervals(one: Shown) -> dict[str, dict[Hashable, float]]:
    """Return the interval of the median of each of a scale's items that has one."""
    if not isinstance(one.results, Results):
        return {}
    table = median_interval(one.results.distribution).dropna()
    return {str(item): row for item, row in table.to_dict("index").items()}


def notes(found: list[Shown]) -> list[Note]:
    """Return the notes that were shown, wall by wall and group by group."""
    return [
        Note(one.instrument, one.round, item, group["title"], **note)
        for one in found
        if one.instrument.question.kind == "text"
        for told in [detail(one.results, one.instrument)]
        for item in one.instrument.items
        for group in (told.get(item.id) or {}).get(_WALL, ())
        for note in group["notes"]
    ]


def _numbers(value: Any, path: Path = ()) -> Iterator[tuple[Path, float]]:
    """Yield each number of JSON data and where it is."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _numbers(part, (*path, str(name)))
    elif isinstance(value, list):
        for index, part in enumerate(value, start=1):
            yield from _entry(part, path, index)
    elif isinstance(value, int | float) and not isinstance(value, bool) and not isnan(value):
        yield path, value


def _entry(part: Any, path: Path, index: int) -> Iterator[tuple[Path, float]]:
    """Yield the numbers of an entry of a list: a name that many mention, a group of notes."""
    match part:
        case {"name": str(name), "n": int(n)}:
            yield (*path, name), n
        case {"title": str(title), "notes": list(its)}:
            yield (*path, title), len(its)
        case _:
            yield from _numbers(part, (*path, str(index)))


def labels_of(asked: Instrument, language: Language) -> dict[str, str]:
    """Return what numbers and the parts of a question are called, by what results call them."""
    return _words(language) | _labels(asked.public()["question"], language)


def _called(path: Path, labels: dict[str, str]) -> str:
    if path[0] in {_WALL, _NAMES}:
        return f"{labels[path[0]]}: {path[-1] or labels['']}"
    return ": ".join(labels.get(part, part) for part in path if part not in _SILENT)


def _words(language: Language) -> dict[str, str]:
    """Say what the numbers are that several kinds have."""
    _ = translator(language).gettext
    return {
        "n": _("n"),
        "now": _("Now"),
        "wanted": _("Wanted"),
        "median": _("Median"),
        "q1": _("Lower quartile"),
        "q3": _("Upper quartile"),
        "lower": _("95 % from"),
        "upper": _("95 % to"),
        "coverage": _("Coverage of the interval"),
        "agreement": _("Agreement (A)"),
        "dont_know": _("Don't know"),
        "missing": _("Not answered"),
        "dots": _("Dots"),
        "people": _("People"),
        _NAMES: _("Mentioned by"),
        _WALL: _("Notes"),
        "": _("Without a group"),
        "agreed": _("Agreed"),
        "under_way": _("Under way"),
        "not_yet": _("Not yet"),
        "change": _("Change"),
        "distribution": _("Distributions"),
    }


def _labels(question: dict[str, Any], language: Language) -> dict[str, str]:
    """Return what the parts of a question are called, by what results call them.

    A part goes by the name of its field, by its id, or in a list without ids by its place from 1
    on. What it is called is a text, or its ``label`` or ``title``.
    """
    found: dict[str, str] = {}
    for name, part in question.items():
        if name == "points" and isinstance(part, list):
            places = enumerate(part, start=1)
            found |= {str(point): f"{point} = {text[language]}" for point, text in places}
            continue
        for key, entry in _entries(name, part):
            if language not in entry:
                found |= _labels(entry, language)
            called = entry if language in entry else entry.get("label") or entry.get("title")
            if called:
                found[entry.get("id", key)] = called[language]
    if question.get("sum") in found:  # names the field that is added up
        found["sum"] = found[question["sum"]]
    if {"called", "flag"} <= found.keys():
        found |= {"rows": found["called"], "flagged": found["flag"]}
    return found


def _entries(name: str, part: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return what can be called something, each by the name of its field or by its place."""
    if isinstance(part, dict):
        return [(name, part)]
    entries = enumerate(part if isinstance(part, list) else (), start=1)
    named = [(str(place), one) for place, one in entries if isinstance(one, dict)]
    return [(place, one) for place, one in named if {"label", "title"} & one.keys()]
