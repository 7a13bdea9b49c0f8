"""What a room has said and been shown, as suggestions for what it could agree."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from ...analysis import agreement_word, ends, strengths
from ...analysis.kinds.text import Wall
from ...framework import Instrument, Language, Scale, Workshop, instrument
from ...live.agreements import Sort, Words
from ...report.round_content import Agreed

RULES, WAYS, PLAN, CLOCK = "pelisaannot", "toimintatavat", "kumppanuussuunnitelma", "vuosikello"
LIKED = 3  # notes of an item that has no groups, at most
DIVIDED = 2  # items of an instrument on which the room is divided, at most
MOST = 12  # suggestions for a part, at most

Shown = Callable[[str], Any]


def suggestions(
    workshop: Workshop,
    shown: Shown,
    agreed: Iterable[Words],
    language: Language,
    today: date,
    earlier: Iterable[Words] = (),
) -> dict[Sort, list[Words]]:
    """Return what could be agreed, by part, of what the room has been shown.

    Rules come of `pelisaannot` and of those `toimintatavat` that most say are not agreed; the plan
    of `kumppanuussuunnitelma`; the annual clock of `vuosikello`, on the first of each note's month
    the next time it comes; actions of each scale's weakest items and those that divide the room.

    Parameters
    ----------
    workshop
        What is asked in it.
    shown
        Gives what may be shown of an instrument, by its id, or None.
    agreed
        What has been agreed already; it is not suggested again.
    language
        Of the words.
    today
        The day when it is asked.
    earlier
        What earlier workshops agreed; it comes first.
    """
    found: dict[Sort, list[Words]] = {sort: [] for sort in Sort}
    for one in earlier:
        found[one.sort].append(one)
    for name in dict.fromkeys(step.instrument for step in workshop.steps if step.instrument):
        results = shown(name)
        if results is None:
            continue
        about = instrument(name)
        if name == RULES:
            found[Sort.RULE] += _written(about, results.walls, Sort.RULE)
        elif name == WAYS:
            found[Sort.RULE] += _not_agreed(about, results.shares, language)
        elif name == PLAN:
            found[Sort.PLAN] += _written(about, results.walls, Sort.PLAN)
        elif name == CLOCK:
            found[Sort.CLOCK] += _dated(about, results.walls, today)
        elif isinstance(about.question, Scale):
            found[Sort.ACTION] += _to_strengthen(about, results.summary, language)
    agreed = list(agreed)
    return {sort: list(islice(_new(words, agreed), MOST)) for sort, words in found.items()}


def again(
    earlier: Iterable[Agreed], known: Container[tuple[str | None, str | None]], today: date
) -> list[Words]:
    """Return what an earlier workshop agreed, as it could be agreed anew.

    Days are behind; what the annual clock has comes on the same day again.

    Parameters
    ----------
    earlier
        The agreements of a round file.
    known
        What is asked now, as the instrument and the item; others are about nothing any more.
    today
        The day when it is asked.
    """
    return [
        Words(
            one.sort,
            one.what,
            one.who,
            _next_time(one.due, today) if one.sort is Sort.CLOCK and one.due else None,
            *((one.instrument, one.item) if (one.instrument, one.item) in known else (None, None)),
        )
        for one in earlier
    ]


def _next_time(day: date, today: date) -> date:
    """Return the same day of the year, the next time it comes; the leap day is a day earlier."""
    for year in (today.year, today.year + 1):
        try:
            coming = day.replace(year=year)
        except ValueError:
            coming = date(year, 2, 28)
        if coming >= today:
            break
    return coming


def _new(words: Iterable[Words], agreed: list[Words]) -> Iterator[Words]:
    """Yield what isn't agreed, each once, without what an agreement can't hold."""
    seen = list(agreed)
    for one in words:
        tidy = "".join(char for char in " ".join(one.what.split()) if char.isprintable())
        one = replace(one, what=tidy)
        if tidy and not any(_same(one, other) for other in seen):
            seen.append(one)
            yield one


def _same(one: Words, other: Words) -> bool:
    """Tell whether two say the same: in the same words, or about an item that is all they say."""
    if one.sort is not other.sort:
        return False
    if one.what.casefold() == other.what.casefold():
        # The annual clock may have the same thing twice a year.
        return one.due is None or other.due is None or one.due.month == other.due.month
    whole = one.sort is Sort.ACTION or one.instrument == WAYS
    about = (one.instrument, one.item)
    return whole and one.item is not None and about == (other.instrument, other.item)


def _written(about: Instrument, walls: dict[str, Wall | None], sort: Sort) -> Iterator[Words]:
    """Yield the titles of an item's groups, or where there are none, its most liked notes."""
    for item in about.item_ids:
        wall = walls[item]
        if wall is None:
            continue
        titles = [group.title for group in wall.groups if group.title and group.notes]
        liked = sorted(wall.notes, key=lambda note: (-note.likes, -note.count))
        for what in titles or [note.text for note in liked[:LIKED]]:
            yield Words(sort, what, instrument=about.id, item=item)


def _not_agreed(about: Instrument, shares: Any, language: Language) -> Iterator[Words]:
    not_yet = shares["not_yet"].dropna().sort_values(ascending=False, kind="stable")
    for item in not_yet[not_yet > 0.5].index:
        yield _item(about, str(item), Sort.RULE, language)


def _dated(about: Instrument, walls: dict[str, Wall | None], today: date) -> list[Words]:
    notes = [note for wall in walls.values() if wall is not None for note in wall.notes]
    liked = sorted(notes, key=lambda note: (-note.likes, -note.count))[:MOST]
    dated = [
        Words(Sort.CLOCK, note.text, due=first_of(note.month, today))
        for note in liked
        if note.month is not None
    ]
    return sorted(dated, key=lambda words: words.due or today)


def _to_strengthen(about: Instrument, summary: Any, language: Language) -> Iterator[Words]:
    table = strengths(summary, about)
    weakest = ends(table["median"])[1].items
    agreement = table["agreement"].dropna().sort_values(kind="stable")
    divided = [item for item in agreement.index if agreement_word(agreement[item]) == "divided"]
    for item in dict.fromkeys([*weakest, *divided[:DIVIDED]]):
        yield _item(about, str(item), Sort.ACTION, language)


def _item(about: Instrument, name: str, sort: Sort, language: Language) -> Words:
    item = next(one for one in about.items if one.id == name)
    return Words(sort, item.label.into(language), instrument=about.id, item=name)


def first_of(month: int, today: date) -> date:
    """Return the first day of a month, 1..12, the next time it comes; today is soon enough."""
    coming = date(today.year, month, 1)
    return coming if coming >= today else date(today.year + 1, month, 1)
