"""What the pictures of the kind ``agreed`` say: of an agreement, or of states of one's own."""

from __future__ import annotations

from typing import NamedTuple

from ....framework import Instrument, Language
from ....framework.kinds.agreed import Agreed
from ....locales import translator


class Words(NamedTuple):
    """Names and sentences in the reader's language; some have places to fill in."""

    names: tuple[str, str, str]  # of the states: agreed, under way, not yet
    dimensions: str  # what the picture of the dimensions is called
    board: str  # what the board is called
    tally: str  # of {n} items, {agreed} are agreed
    column: str  # over such tallies
    most: str  # the same of everything, as a sentence
    least: str  # the {items} that the smallest {share} says are agreed
    disputed: str  # the {items} that some say are agreed, others not yet


def words_of(instrument: Instrument, language: Language) -> Words:
    """Return the words of an instrument's question."""
    _ = translator(language).gettext
    states = instrument.asked_as(Agreed).states
    if states is None:
        return Words(
            (_("Agreed"), _("Under way"), _("Not yet")),
            _("Agreed by dimension"),
            _("Agreement board"),
            _("{agreed} of {n} agreed"),
            _("Items agreed"),
            _("Most say agreed on {agreed} of {n} ways of working."),
            _("Least agreed: {items} ({share} say agreed)."),
            _("Most disputed: {items}."),
        )
    name = states.agreed.into(language)
    first = name.replace("{", "{{").replace("}", "}}")  # in sentences that are filled in later
    return Words(
        (name, states.under_way.into(language), states.not_yet.into(language)),
        _("Answers by dimension"),
        _("Answers by item"),
        f"{first} {{agreed}}/{{n}}",
        name,
        _("“{state}” is what most say of {agreed} of {n}.").replace("{state}", first),
        _("“{state}” the least often: {items} ({share}).").replace("{state}", first),
        _("The most divided: {items}."),
    )
