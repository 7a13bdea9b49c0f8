"""The pictures of one item's choices in words."""

from __future__ import annotations

from ....locales import translator
from ...terms import no_answers_text, not_shown_text, number
from ...twin import Twin
from .numbers import Numbers, View

_NONE = "–"


def shares_twin(found: Numbers) -> Twin:
    """Say what `shares_spec` shows: what most have chosen, and how many chose each option."""
    _ = translator(found.language).gettext
    columns = [_("Option")]
    for view in found.views:
        columns += [view.name, f"{view.name}, %"]
    rows = [
        [label, *(cell for view in found.views for cell in _cells(found, view, option))]
        for option, label in enumerate(found.labels)
    ]
    for label, counts in (
        (_("Don't know"), [view.dont_know for view in found.views]),
        (_("n"), [view.n for view in found.views]),
    ):
        row = [label]
        for view, count in zip(found.views, counts, strict=True):
            hidden = view.counts is None
            row += [_NONE if hidden else number(count, found.language), found.hidden * hidden]
        rows.append(row)
    caption = " ".join(sentence for sentence in (_most(found, v) for v in found.views) if sentence)
    return Twin(caption=caption or _nothing(found), columns=columns, rows=rows)


def moves_twin(found: Numbers) -> Twin:
    """Say what `moves_spec` shows: who wish for something else, and from where to where."""
    _ = translator(found.language).gettext
    moves = found.moves or {}
    labels = found.labels
    ways = sorted(moves.items(), key=lambda move: -move[1])
    return Twin(
        caption=wishes_text(found),
        columns=[found.views[0].name, found.views[-1].name, _("n")],
        rows=[
            [labels[now], labels[wish], number(count, found.language)]
            for (now, wish), count in ways
        ],
    )


def wishes_text(found: Numbers) -> str:
    """Say how many wish for something else than now."""
    if not found.moves:
        return _nothing(found)
    tr = translator(found.language)
    total = sum(found.moves.values())
    up = sum(count for (now, wish), count in found.moves.items() if wish > now)
    down = sum(count for (now, wish), count in found.moves.items() if wish < now)
    if found.question.ordered:
        return tr.gettext(
            "Of {total}, {up} wish for a higher step, {down} for a lower one and {same} for the"
            " same as now."
        ).format(total=total, up=up, down=down, same=total - up - down)
    return tr.gettext("{n} of {total} wish for something else than now.").format(
        n=up + down, total=total
    )


def _cells(found: Numbers, view: View, option: int) -> tuple[str, str]:
    if view.counts is None:
        return _NONE, _NONE
    share = found.percent(view.share(option)) if view.n else _NONE
    return number(view.counts[option], found.language), share


def _most(found: Numbers, view: View) -> str:
    """Name what most have chosen in a view; nothing where there is nothing to tell."""
    if not view.counts or not view.n:
        return ""
    _ = translator(found.language).gettext
    most = max(view.counts)
    options = [
        label for label, count in zip(found.labels, view.counts, strict=True) if count == most
    ]
    sentence = (
        _("Most have chosen now: {options} ({share}).")
        if view is found.views[0]
        else _("Most wish for: {options} ({share}).")
    )
    return sentence.format(options=", ".join(options), share=found.percent(most / view.n))


def _nothing(found: Numbers) -> str:
    if any(view.counts is None for view in found.views) or (
        found.question.wanted and found.moves is None
    ):
        return not_shown_text(found.hidden, found.language)
    return no_answers_text(found.language)
