"""The commands about content: ``workshops``, ``check`` and ``new``."""

from __future__ import annotations

import click

from ..framework import (
    ContentError,
    NameTaken,
    Sort,
    instrument_ids,
    start,
    workshop,
    workshop_ids,
)
from ..framework import check as check_content
from .saying import _, fail, fail_of_content


@click.command()
def workshops() -> None:
    """Luettele työpajat."""
    for name in workshop_ids():
        try:
            found = workshop(name)
        except ContentError as error:
            fail_of_content(error)
        minutes = sum(step.minutes for step in found.steps)
        click.echo(f"{name}  {found.title.fi} ({minutes} min)")
        click.echo(f"    {found.aim.fi}")


@click.command()
def check() -> None:
    """Tarkista kysymykset ja työpajat, valmiit ja omat."""
    mistakes = list(check_content())
    if mistakes:
        fail(
            _("The content has mistakes:\n{mistakes}").format(
                mistakes="\n".join(mistake.told(_) for mistake in mistakes)
            )
        )
    words = _("{instruments} instruments and {workshops} workshops are in order.")
    click.echo(words.format(instruments=len(instrument_ids()), workshops=len(workshop_ids())))


@click.command()
@click.argument(
    "sort", metavar="[instrument|workshop]", type=click.Choice([sort.value for sort in Sort])
)
@click.argument("name", metavar="TUNNUS")
def new(sort: str, name: str) -> None:
    """Aloita oma kysymyspatteri (instrument) tai työpaja (workshop) valmiista pohjasta."""
    try:
        file = start(Sort(sort), name)
    except NameTaken:
        fail(_("{name} is in use already. Choose another name.").format(name=name))
    except ValueError:
        fail(
            _("{name} can't be a name: use small letters a–z, digits and dashes.").format(name=name)
        )
    except OSError as error:
        fail(_("The file can't be written: {why}").format(why=error))
    click.echo(_("Write into this file, then check it with verkostotyokalut check:"))
    click.echo(str(file))
