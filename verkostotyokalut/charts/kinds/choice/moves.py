"""The moves from now to the wish as arrows: between four types on a map, or from step to step."""

from __future__ import annotations

from collections.abc import Callable
from math import dist, hypot, inf, sqrt
from typing import NamedTuple

from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...paths import ring
from ...theme import FAINT, INK, INK_2, ITEMS, PAPER, colour
from ...words import lines, markup
from .numbers import Numbers
from .twin import wishes_text

Place = tuple[float, float]

_EM = ITEMS.font
_WORDS = 815.0  # of the sentence under the picture
_NOW, _WISH = 430.0, 800.0  # the two columns
_TOP, _BOTTOM = 100.0, 775.0  # of the columns
_MAP = ((260.0, 240.0), (720.0, 240.0), (260.0, 545.0), (720.0, 545.0))  # the four types
_DISC = 78.0  # the radius of everybody's disc on the map
_APART = 24.0  # between the middles of two counts, at least
_PARTS = [part / 20 for part in range(4, 17)]  # where on an arrow its count may be


class _Arrow(NamedTuple):
    start: Place
    end: Place
    people: int
    total: int
    stays: bool

    def outline(self) -> str:
        """Outline the arrow; it is as thick as its share of all."""
        (x0, y0), (x1, y1) = self.start, self.end
        length = hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        half = 2 + 13 * self.people / self.total
        wide, head = half + 8, half + 16
        corners = (
            (0.0, half), (length - head, half), (length - head, wide), (length, 0.0),
            (length - head, -wide), (length - head, -half), (0.0, -half),
        )  # fmt: skip
        return (
            "M"
            + "L".join(
                f"{coordinate(x0 + ux * on - uy * off)},{coordinate(y0 + uy * on + ux * off)}"
                for on, off in corners
            )
            + "Z"
        )

    def at(self, part: float) -> Place:
        """Return a place on the arrow, from its start (0) to its end (1)."""
        (x0, y0), (x1, y1) = self.start, self.end
        return x0 + part * (x1 - x0), y0 + part * (y1 - y0)


def moves_spec(found: Numbers) -> Spec:
    """Draw one item's moves as plain JSON data; with too few answers it says only that."""
    ink = colour(found.dimension)
    on_map = len(found.labels) == 4 and not found.question.ordered
    shapes, labels, arrows = _map(found, ink) if on_map else _columns(found, ink)
    drawn = [
        path(arrow.outline(), fill=FAINT if arrow.stays else ink, opacity=0.55)
        for arrow in sorted(arrows, key=lambda arrow: -arrow.people)
    ]
    labels += _counts(arrows)
    if found.title:
        labels.append(Label(0, 20, f"<b>{markup([found.title])}</b>", _EM + 2, ink))
    sentence = found.hidden if found.moves is None else wishes_text(found)
    labels.append(Label(0, _WORDS, markup(lines(sentence, ITEMS.width, _EM)), _EM))
    return drawing(ITEMS, [*drawn, *shapes], labels)


def _columns(found: Numbers, ink: str) -> tuple[list[Spec], list[Label], list[_Arrow]]:
    """Place the options twice, now and as wished, with the arrows between them."""
    options = len(found.labels)
    pitch = min((_BOTTOM - _TOP) / options, 140.0)
    largest = min(pitch * 0.46, 50.0)
    ys = [_TOP + pitch * (place + 0.5) for place in range(options)]
    if found.question.ordered:
        ys.reverse()  # a ladder is climbed: the first step is the lowest
    shapes, labels = [], []
    for option, name in enumerate(found.labels):
        number = f"{option + 1}  " if found.question.ordered else ""
        words = lines(f"{number}{name}", _NOW - largest - 20, _EM)
        labels.append(Label(0, ys[option], markup(words), _EM))
    for x, view, wish in zip((_NOW, _WISH), found.views, (False, True), strict=True):
        n = found.hidden if view.counts is None else f"n = {view.n}"
        labels.append(Label(x, _TOP - 34, markup([f"{view.name} ({n})"]), _EM, INK_2, "center"))
        for option, count in enumerate(view.counts or [0] * options):
            radius = max(17.0, largest * sqrt(view.share(option))) if count else 4.0
            shapes.append(_disc((x, ys[option]), radius, ink if count else FAINT, wish=wish))
            if count:
                digits = INK if wish else PAPER
                labels.append(Label(x, ys[option], str(count), _EM, digits, "center"))
            if wish and view.n:
                share = found.percent(view.share(option))
                labels.append(Label(x + largest + 14, ys[option], share, _EM - 1, INK_2))
    arrows = _arrows(
        found, lambda now, wish: ((_NOW + largest, ys[now]), (_WISH - largest, ys[wish]))
    )
    return shapes, labels, arrows


def _map(found: Numbers, ink: str) -> tuple[list[Spec], list[Label], list[_Arrow]]:
    """Place four types on a map: now a filled disc, the wish a ring around the same middle."""
    shapes, labels = [], []
    for option, (x, y) in enumerate(_MAP):
        shares = []
        for view, wish in zip(found.views, (False, True), strict=True):
            share = view.share(option)
            if share:
                shapes.append(_disc((x, y), _DISC * sqrt(share), ink, wish=wish, opacity=0.75))
            if view.n:
                shares.append(f"{view.name.lower()} {found.percent(share)}")
        if not shares:
            shapes.append(path(ring(x, y, 5), fill=FAINT))
        name = lines(found.labels[option], 360, _EM + 1)
        words = f"<b>{markup(name)}</b><br>{markup([' · '.join(shares)])}"
        up = y < _MAP[-1][1]
        height = (len(name) + 1) * 0.65 * _EM
        at = y - _DISC - 12 - height if up else y + _DISC + 12 + height
        labels.append(Label(x, at, words, _EM, INK, "center"))
    shapes += [
        _disc((12, _WORDS - 50), 11, ink, wish=False, opacity=0.75),
        _disc((262, _WORDS - 50), 11, ink, wish=True),
    ]
    for x, view in zip((34, 284), found.views, strict=True):
        n = found.hidden if view.counts is None else f"n = {view.n}"
        labels.append(Label(x, _WORDS - 50, markup([f"{view.name} ({n})"]), _EM - 1, INK_2))
    return shapes, labels, [arrow for arrow in _arrows(found, _between) if not arrow.stays]


def _between(now: int, wish: int) -> tuple[Place, Place]:
    """Return where an arrow on the map starts and ends: clear of the discs, on its own side."""
    (x0, y0), (x1, y1) = _MAP[now], _MAP[wish]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    clear, aside = _DISC + 8, 17.0
    return (
        (x0 + ux * clear - uy * aside, y0 + uy * clear + ux * aside),
        (x1 - ux * clear - uy * aside, y1 - uy * clear + ux * aside),
    )


def _arrows(found: Numbers, ends: Callable[[int, int], tuple[Place, Place]]) -> list[_Arrow]:
    total = sum((found.moves or {}).values())
    return [
        _Arrow(*ends(now, wish), count, total, stays=now == wish)
        for (now, wish), count in (found.moves or {}).items()
    ]


def _counts(arrows: list[_Arrow]) -> list[Label]:
    """Write each arrow's count on it, as far from the others' as can be; none where all is full."""
    taken: list[Place] = []
    labels = []
    for arrow in sorted(arrows, key=lambda arrow: -arrow.people):
        x, y = max(map(arrow.at, _PARTS), key=lambda place: min(_room(place, taken), 4 * _APART))
        if _room((x, y), taken) >= _APART:
            taken.append((x, y))
            labels.append(Label(x, y, f"<b>{arrow.people}</b>", _EM - 1, INK, "center"))
    return labels


def _room(place: Place, taken: list[Place]) -> float:
    return min((dist(place, other) for other in taken), default=inf)


def _disc(at: Place, radius: float, ink: str, *, wish: bool, opacity: float = 1.0) -> Spec:
    outline = ring(*at, radius)
    return path(outline, line=ink, width=4) if wish else path(outline, fill=ink, opacity=opacity)
