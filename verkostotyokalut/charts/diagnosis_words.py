"""Where on the cycle a network is, in words, and the workshop that helps from there."""

from __future__ import annotations

from ..analysis import Diagnosis, Verdict
from ..framework import Language, workshop
from ..framework.overview import overview
from ..locales import translator
from .cycle_view import Asked


def diagnosis_sentences(found: Diagnosis, asked: Asked, language: Language) -> list[str]:
    """Say what a diagnosis says: the place beside the items, the core, and what to do next."""
    _ = translator(language).gettext
    phases = {phase.id: phase.label.into(language) for phase in asked.cycle.phases}
    words = {
        Verdict.SAME: _(
            "Most place the network in the phase {placed}, and the statements say the same: "
            "that is where there is most to do."
        ),
        Verdict.AHEAD: _(
            "Most place the network in the phase {placed}, but by the statements the earlier "
            "phase {implied} does not carry yet."
        ),
        Verdict.BEHIND: _(
            "Most place the network in the phase {placed}. By the statements it carries already, "
            "and the next one to work on is {implied}."
        ),
        Verdict.DIVIDED: _(
            "People place the network in different phases. Talk first about what each of you means."
        ),
        Verdict.ALL_CARRY: _("By the statements every phase carries: the cycle can begin anew."),
        Verdict.ITEMS_ALONE: _(
            "By the statements the first phase that does not carry yet is {implied}."
        ),
        Verdict.PLACE_ALONE: _("Most place the network in the phase {placed}."),
    }[found.verdict]
    placed = ", ".join(phases[one] for one in found.placed)
    said = [words.format(placed=placed, implied=phases.get(found.implied or "", ""))]
    if found.verdict is Verdict.DIVIDED and found.implied:
        second = _("By the statements the first phase that does not carry yet is {implied}.")
        said.append(second.format(implied=phases[found.implied]))
    if found.core:
        weak = next(one for one in asked.core.dimensions if one.id == found.core)
        core = _("The core comes first: {element} does not carry the others yet.")
        said.append(core.format(element=weak.title.into(language)))
    helpful = _helps(found)
    if helpful:
        next_ = _("The workshop that helps next: {workshop}.")
        said.append(next_.format(workshop=workshop(helpful).title.into(language)))
    return said


def _helps(found: Diagnosis) -> str | None:
    """Return the workshop that helps next: the core's before the phases'."""
    name = "ydin" if found.core else f"sykli.{found.next}"
    part = overview().part(name)
    return None if part is None else part.helps or part.workshop
