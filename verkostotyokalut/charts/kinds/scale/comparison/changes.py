"""What has changed since the part before the last one of a comparison, item by item."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan, nan
from typing import Any, Literal, NamedTuple

from babel.numbers import format_decimal

from .....analysis import Comparison, Of
from .....framework import Item, Language
from .....locales import translator
from ....terms import NONE, number, percent_text, signed_text, some_text, value_text

LIMIT = 0.05  # of the sign test: changes that are rarer by chance are called changes

Verdict = Literal["risen", "fallen", "same", "uncertain"]


class Change(NamedTuple):
    """An item's change; what `paired_change` tells of people is NaN where they can't be followed.

    ``lower``, ``upper`` and ``coverage`` are NaN also where there are too few for an interval.
    """

    verdict: Verdict
    by: float  # the median change of people, or of the medians
    n: float = nan  # whose change is counted
    unmatched: float = nan
    left_out: float = nan
    up: float = nan
    same: float = nan
    down: float = nan
    lower: float = nan
    upper: float = nan
    coverage: float = nan
    p: float = nan


def changes_of(comparison: Comparison) -> dict[str, Change]:
    """Return the changes that are known, by item."""
    if comparison.change is None:
        return {}
    paired = "up" in comparison.change
    found = {}
    for item, row in comparison.change.to_dict("index").items():
        if isnan(row["n"] if paired else row["change"]):
            continue
        found[str(item)] = _of_people(row) if paired else _of_rooms(row)
    return found


def _of_people(row: dict[Any, Any]) -> Change:
    verdict: Verdict = "uncertain"
    if row["same"] == 1:
        verdict = "same"
    elif row["p"] <= LIMIT:
        verdict = "risen" if row["up"] > row["down"] else "fallen"
    told = {name: row[name] for name in Change._fields if name in row}
    return Change(verdict, row["median"], **told)


def _of_rooms(row: dict[Any, Any]) -> Change:
    apart = row["overlap"] is False  # it is missing where there is no interval
    verdict: Verdict = "uncertain"
    if apart:
        verdict = "risen" if row["change"] > 0 else "fallen"
    return Change(verdict, row["change"])


def verdict_text(change: Change | None, language: Language) -> str:
    """Say a change in a word or two; nothing where it isn't known."""
    if change is None:
        return ""
    _ = translator(language).gettext
    return {
        "risen": _("risen"),
        "fallen": _("fallen"),
        "same": _("no change"),
        "uncertain": _("change uncertain"),
    }[change.verdict]


def change_text(change: Change | None, language: Language) -> str:
    """Say a change, and how large it is if there surely is one."""
    words = verdict_text(change, language)
    if change is None or change.verdict in {"same", "uncertain"}:
        return words
    return f"{words} ({signed_text(change.by, language)})"


def interval_text(change: Change, language: Language) -> str:
    """Write the interval of people's median change, and how sure it is, or why there is none."""
    if isnan(change.n):
        return NONE
    if isnan(change.lower):
        return translator(language).gettext("too few answers")
    low, high = (signed_text(end, language) for end in (change.lower, change.upper))
    return f"{low} … {high} ({percent_text(change.coverage, language)})"


def chance_text(change: Change, language: Language) -> str:
    """Say with care whether people's change may be chance, by the sign test."""
    if isnan(change.p):
        return NONE
    _ = translator(language).gettext
    words = {
        "same": _("nobody has moved"),
        "uncertain": _("may be chance"),
    }.get(change.verdict, _("hardly chance"))
    return f"{words} ({p_text(change.p, language)})"


def p_text(p: float, language: Language) -> str:
    """Write the p of a test, 0..1, as finely as it takes to see on which side of the limit it is.

    The smallest are not written out.
    """
    if p < 0.001:
        return f"p < {format_decimal(0.001, locale=language)}"
    digits = 3 if p < 0.1 else 2
    return f"p = {format_decimal(round(p, digits), format='0.###', locale=language)}"


def counted_text(change: Change, language: Language) -> str:
    """Write whose change is counted, and how many were left out to hide others."""
    if not change.left_out > 0:
        return value_text(change.n, language)
    words = translator(language).gettext("{n}; {more} more not counted")
    return words.format(n=number(change.n, language), more=number(change.left_out, language))


def caption(found: dict[str, Change], items: Iterable[Item], language: Language) -> str:
    """Name the items that have risen or fallen, and say that of the others it isn't sure."""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    shown = [(item, found[item.id]) for item in items if item.id in found]
    if not shown:
        return _("No change can be told yet.")
    texts: dict[Verdict, str] = {"risen": _("Risen: {items}."), "fallen": _("Fallen: {items}.")}
    said = []
    for verdict, text in texts.items():
        names = [item.label.into(language) for item, one in shown if one.verdict == verdict]
        if names:
            said.append(text.format(items=some_text(names, language)))
    unsure = sum(one.verdict == "uncertain" for _, one in shown)
    if unsure:
        words = ngettext(
            "Of {n} item the change is uncertain.", "Of {n} items the change is uncertain.", unsure
        )
        said.append(words.format(n=unsure))
    return " ".join(said) or _("Nothing has changed.")


def footer(found: dict[str, Change], of: Of, language: Language) -> list[str]:
    """Explain how the changes were judged, and of whom they are."""
    _ = translator(language).gettext
    if not found:
        return []
    if of is Of.EARLIER or all(isnan(one.n) for one in found.values()):
        return [
            _("A change is uncertain where the intervals meet."),
            _("Others may have answered than before: it is the room's change, not people's."),
        ]
    unmatched = [one.unmatched for one in found.values()]
    most = f"{100 * max(unmatched):.0f}"
    left_out = any(one.left_out > 0 for one in found.values())
    return [
        _("A change is uncertain when chance would often bring it (sign test, p > 0.05)."),
        _("It is of those who answered in both rounds; at most {n} % answered in one.").format(
            n=most
        ),
        *([left_out_text(language)] if left_out else []),
    ]


def left_out_text(language: Language) -> str:
    """Say why some of those who answered in both rounds are not counted."""
    return translator(language).gettext(
        "Some who answered in both are not counted, so that those who answered in one only are "
        "not given away."
    )
