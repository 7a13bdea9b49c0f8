"""The cycle in one picture: its phases and how they do, the core, where we are and have been."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import cos, isnan, sin
from typing import NamedTuple

from ..analysis import Results, dimensions
from ..analysis.kinds.cycle import CycleResults, main_places
from ..framework import Instrument, Language, Scale
from ..framework.kinds.cycle import Cycle, Phase
from ..locales import translator
from .drawing import Anchor, Label, Place, Spec, drawing, path
from .paths import ring as circle
from .ring import Ring
from .terms import hidden_text, number
from .theme import CHARACTERS, COLOURS, FAINT, INK, INK_2, PAPER, Box
from .words import lines, markup

BOX = Box(680, 740, 25)  # upright, so that it can be read on a phone as well
_MIDDLE, _RADIUS = (340, 350), 250
_BELOW = 704  # where the ring's corner ends and the key to the marks begins
_SMALL, _CORE, _EARLIER = 20, 19, 18  # sizes of text
_NAME = 270  # the widest a phase's name may be, so that it stays off the ring
_CORE_HIGH = 54  # half of the height that the core's lines take
_CENTRE = 160  # the widest a line may be in the middle of the ring
_LEADING = 1.3  # plotly's line height, in em
_MARK = 13  # radius of an earlier round's mark
_NEWEST = 5  # so many earlier rounds are marked; all are in the table


class Asked(NamedTuple):
    """What the picture stands on: the place on the cycle, the phases' items, the core's items."""

    places: Instrument
    phases: Instrument
    core: Instrument

    @property
    def cycle(self) -> Cycle:
        """The four phases."""
        return self.places.asked_as(Cycle)


class Shown(NamedTuple):
    """Results that the room has been shown, guarded; None where there are none.

    ``earlier`` has the places of earlier rounds by the round's number, the oldest first.
    """

    places: CycleResults | None = None
    phases: Results | None = None
    core: Results | None = None
    earlier: tuple[tuple[int, CycleResults], ...] = ()


class Standing(NamedTuple):
    """What is known of a phase.

    Attributes
    ----------
    phase
        The phase.
    placed
        How many place the network here in this round; None when that isn't shown.
    level
        The median of its items' medians, 1..k; NaN when all are hidden, None when not asked.
    earlier
        The rounds that were mostly here, with the part (1..k) of the phase.
    """

    phase: Phase
    placed: int | None
    level: float | None
    earlier: tuple[tuple[int, float], ...]


def standings(asked: Asked, shown: Shown) -> list[Standing]:
    """Gather what is known of each phase, in their order.

    A phase's items are the dimension of ``asked.phases`` that has the phase's id.
    """
    item = asked.places.items[0].id
    now = shown.places.places[item] if shown.places else None
    sums = None if now is None else now.sum(axis=1)
    earlier = [
        (round_, phase, part)
        for round_, results in shown.earlier
        if (counts := results.places[item]) is not None
        for phase, part in main_places(counts)
    ]
    levels = dimensions(shown.phases.summary, asked.phases)["median"] if shown.phases else None
    return [
        Standing(
            phase,
            None if sums is None else int(sums[phase.id]),
            None if levels is None else float(levels[phase.id]),
            tuple((round_, part) for round_, there, part in earlier if there == phase.id),
        )
        for phase in asked.cycle.phases
    ]


def cycle_spec(
    asked: Asked,
    shown: Shown,
    language: Language,
    *,
    minimum: int = 5,
    opened: str | None = None,
) -> Spec:
    """Draw the cycle of four phases, as plain JSON data; each phase is a place to press.

    Parameters
    ----------
    asked
        The instruments.
    shown
        What the room has been shown; without any, the cycle stands alone.
    language
        Of the labels.
    minimum
        The disclosure limit that the results went through.
    opened
        The id of the phase whose items are open.
    """
    ring = Ring(asked.cycle, *_MIDDLE, _RADIUS, BOX.font)
    counts = shown.places.places[asked.places.items[0].id] if shown.places else None
    shapes: list[Spec] = []
    labels, places = [_core(ring, asked, shown, language)], []
    found = standings(asked, shown)
    for index, standing in enumerate(found):
        shapes += _band(ring, index, standing, len(asked.phases.asked_as(Scale).points))
        if standing.phase.id == opened:
            shapes.append(path(ring.band(index), line=INK, width=4))
        labels += [ring.number(index), *_name(ring, index, standing, asked, language)]
        places.append(_place(ring, index, standing, asked, language, opened))
    if counts is not None:
        shapes += ring.dots(counts)
    marks = list(_marks(ring, found))
    for x, y, text in marks:
        shapes.append(_mark(x, y))
        labels.append(Label(x, y, text, _EARLIER, INK_2, "center"))
    key_shapes, key = _key(asked, shown, language, minimum, bool(marks))
    return drawing(BOX, [*shapes, *key_shapes], [*labels, *key], places)


def _band(ring: Ring, index: int, standing: Standing, points: int) -> list[Spec]:
    """Fill a phase as far as its level; all of it where levels aren't asked."""
    colour = COLOURS[standing.phase.shape]
    if standing.level is None:
        return [path(ring.band(index), fill=colour, opacity=0.85)]
    hidden = isnan(standing.level)
    whole = path(
        ring.band(index),
        fill=PAPER if hidden else f"{colour}26",
        line=FAINT if hidden else colour,
        width=1.5,
        dash="dot" if hidden else "solid",
    )
    share = 0.0 if hidden else standing.level / points
    full = path(ring.band(index, share) if share else "", fill=colour, opacity=0.85)
    return [whole, full, path(ring.badge(index), fill=colour, line=PAPER, width=2)]


def _name(
    ring: Ring, index: int, standing: Standing, asked: Asked, language: Language
) -> list[Label]:
    """Write a phase's name, and how it does, in its corner."""
    right, top = sin(ring.middle(index)) > 0, cos(ring.middle(index)) > 0
    anchor: Anchor = "right" if right else "left"
    x = BOX.width - 8 if right else 8
    name = _broken(standing.phase.label.into(language))
    words = standing_text(standing, asked, language)
    high = (name.count("<br>") + 1) * BOX.font * _LEADING
    low = _SMALL * _LEADING if words else 0
    y = 4 if top else _BELOW - 4 - high - low
    return [
        Label(x, y + high / 2, f"<b>{name}</b>", BOX.font, INK, anchor),
        Label(x, y + high + low / 2, words, _SMALL, INK, anchor),
    ]


@lru_cache(maxsize=64)
def _broken(name: str) -> str:
    return markup(lines(name, _NAME, BOX.font))


def standing_text(standing: Standing, asked: Asked, language: Language) -> str:
    """Say in a few words how many place the network in a phase, and its level."""
    _ = translator(language).gettext
    words = []
    if standing.placed is not None:
        words.append(_("now {n}").format(n=standing.placed))
    if standing.level is not None:
        most = len(asked.phases.asked_as(Scale).points)
        level = "–" if isnan(standing.level) else f"{number(standing.level, language)}/{most}"
        words.append(_("level {level}").format(level=level))
    return " · ".join(words)


def _place(
    ring: Ring,
    index: int,
    standing: Standing,
    asked: Asked,
    language: Language,
    opened: str | None,
) -> Place:
    """Let a phase's corner be pressed, but for the core."""
    right, top = sin(ring.middle(index)) > 0, cos(ring.middle(index)) > 0
    words = standing_text(standing, asked, language)
    name = f"{index + 1}. {standing.phase.label.into(language)}"
    return Place(
        standing.phase.id,
        f"{name}: {words}" if words else name,
        x=ring.x + 2 if right else 0,
        y=0 if top else ring.y + _CORE_HIGH,
        width=BOX.width - ring.x - 2 if right else ring.x - 2,
        height=ring.y - _CORE_HIGH if top else _BELOW - ring.y - _CORE_HIGH,
        open=standing.phase.id == opened,
    )


def _core(ring: Ring, asked: Asked, shown: Shown, language: Language) -> Label:
    """Write the core's dimensions in the middle, with their levels where they are shown."""
    levels = core_levels(asked, shown, language)
    rows = [
        markup(lines(title, _CENTRE, _CORE)) + (f" <b>{level}</b>" if level else "")
        for title, level in levels
    ]
    return Label(ring.x, ring.y, "<br>".join(rows), _CORE, INK_2, "center")


def core_levels(asked: Asked, shown: Shown, language: Language) -> list[tuple[str, str]]:
    """Return each of the core's dimensions and its level in digits, a dash, or nothing."""
    levels = dimensions(shown.core.summary, asked.core)["median"] if shown.core else None
    return [
        (
            dimension.title.into(language),
            ""
            if levels is None
            else "–"
            if isnan(levels[dimension.id])
            else number(float(levels[dimension.id]), language),
        )
        for dimension in asked.core.dimensions
    ]


def _marks(ring: Ring, found: list[Standing]) -> Iterator[tuple[float, float, str]]:
    """Place the newest earlier rounds along the band's inner edge, beside one another."""
    rounds = sorted({round_ for standing in found for round_, _ in standing.earlier})[-_NEWEST:]
    along = ring.inner - 8
    apart = (2 * _MARK + 2) / along
    for index, standing in enumerate(found):
        shown = [(round_, part) for round_, part in standing.earlier if round_ in rounds]
        before = -float("inf")
        for angle, round_ in sorted((ring.angle(index, part), round_) for round_, part in shown):
            before = max(angle, before + apart)
            yield (*ring.at(along, before), str(round_))


def _mark(x: float, y: float) -> Spec:
    return path(circle(x, y, _MARK), fill=PAPER, line=FAINT, width=2)


def _key(
    asked: Asked, shown: Shown, language: Language, minimum: int, marked: bool
) -> tuple[list[Spec], list[Label]]:
    """Say below the ring what its marks are, or why there are none."""
    _ = translator(language).gettext
    y, middle = (_BELOW + BOX.height) / 2, BOX.width / 2
    words = ""
    if shown.places is not None:
        hidden = shown.places.places[asked.places.items[0].id] is None
        characters = dict.fromkeys(CHARACTERS[phase.shape] for phase in asked.cycle.phases)
        words = (
            hidden_text(minimum, language, detail=True)
            if hidden
            else f"{' '.join(characters)} {_('one answer')}"
        )
    if not marked:
        return [], [Label(middle, y, words, _SMALL, INK_2, "center")]
    x = middle + 40 if words else middle - 80
    return [_mark(x, y)], [
        Label(middle - 20, y, words, _SMALL, INK_2, "right"),
        Label(x, y, "1", _EARLIER, INK_2, "center"),
        Label(x + 22, y, _("earlier round"), _SMALL, INK_2),
    ]
