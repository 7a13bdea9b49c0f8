"""What has changed in the asking since an earlier workshop: told beside what is compared.

Answers to other words are answers to something else, but how much else only a reader can judge. So
an item with a new wording, and a question whose options have new names, stay comparable and are
told. Left out are items that were not asked then or were asked the other way round (their numbers
can't mean the same), and, as a whole, questions of another kind, scale or number of options; see
`verkostotyokalut.report.baseline`.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from ..charts.terms import some_text
from ..framework import LANGUAGES, Instrument, Item, Language
from ..locales import translator
from .round_content import Asked, AskedItem

MOST = 6  # items that are named; the others are counted


def since(then: Asked, now: Instrument, day: str, room: Language, language: Language) -> str:
    """Say what of an instrument is not as it was then; empty if all is.

    Parameters
    ----------
    then, now
        What was asked, and what is asked now.
    day
        When that was, as it is written in the language.
    room
        The room's language then.
    language
        The room's language now, and that of the words. A wording has changed if it has in either:
        a translation that neither room read first is nobody's matter here.
    """
    _ = translator(language).gettext
    before = {item.id: item for part in then.dimensions for item in part.items}
    read: set[Language] = {room, language}
    reworded, missing = [], []
    for item in now.items:
        old = before.get(item.id)
        if old is None or old.reversed != item.reversed:
            missing.append(item.label.into(language))
        elif any(_words(old, one) != _words(item, one) for one in read):
            reworded.append(item.label.into(language))
    said = []
    if then.version != now.version:
        said.append(_("The survey is now version {now}; on {day} it was version {then}."))
    if reworded:
        said.append(_("The wording has changed, it was another on {day}: {items}."))
    if not _same_names(then.question, now.public()["question"], read):
        said.append(_("The words of the answers have changed, they were others on {day}."))
    if missing:
        said.append(_("Not asked like this on {day}, so not compared: {missing}."))
    return " ".join(said).format(
        day=day,
        then=then.version,
        now=now.version,
        items=some_text(reworded, language, MOST),
        missing=some_text(missing, language, MOST),
    )


def _words(item: AskedItem | Item, language: Language) -> tuple[str, ...]:
    return tuple(text.into(language) for text in (item.statement, item.low, item.high))


def _same_names(then: Any, now: Any, read: Set[Language]) -> bool:
    """Tell whether the texts that both versions of a question have are the same."""
    if isinstance(then, list) and isinstance(now, list):
        then, now = _by_id(then), _by_id(now)
    if not isinstance(then, dict) or not isinstance(now, dict):
        return True
    if then.keys() == now.keys() == set(LANGUAGES):
        return all(then[one] == now[one] for one in read)
    return all(_same_names(then[name], now[name], read) for name in then.keys() & now.keys())


def _by_id(parts: list[Any]) -> dict[Any, Any]:
    """Return options by their ids, which may have been put in another order; others by place."""
    return {
        part["id"] if isinstance(part, dict) and isinstance(part.get("id"), str) else place: part
        for place, part in enumerate(parts)
    }
