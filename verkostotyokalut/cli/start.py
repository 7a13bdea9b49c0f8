"""The command itself, which opens the leader's lobby, and ``open``, which opens a workshop."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import click

from .. import __version__
from ..framework import ContentError, UnknownContent, workshop, workshop_ids
from ..live import Database, StorageError, sessions, storage_words
from .compare import compare, read_earlier
from .options import Serving, ServingGroup, serving
from .place import place
from .saying import _, fail, fail_of_content
from .serve import serve

DEFAULT_WORKSHOP = "ydinelementit"
CONTINUED = timedelta(hours=24)


@click.group(
    cls=ServingGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__)
@serving
@click.pass_context
def main(
    context: click.Context,
    port: int | None = None,
    no_browser: bool = False,
    lan: str | None = None,
    as_json: bool = False,
) -> None:
    """Työkalut verkoston työpajaan: avaa ohjaajan ohjaamon selaimeen."""
    if context.invoked_subcommand is not None:
        given = [name for name, value in context.params.items() if value]
        if given:
            option = next(one.opts[0] for one in context.command.params if one.name == given[0])
            words = _("Put the options after the command: verkostotyokalut open {option} …")
            fail(words.format(option=option))
        return
    where = place(lan, port)
    try:
        db = Database()
    except StorageError as error:
        fail(storage_words(error, "fi"))
    serve(db, None, where, browser=not no_browser, as_json=as_json)


@click.command("open", cls=Serving)
@click.argument("name", metavar="TYÖPAJA", default=DEFAULT_WORKSHOP)
@serving
@click.option("--new", "fresh", is_flag=True, help="Avaa uusi istunto, vaikka aiempi on kesken.")
@click.option(
    "--minimum",
    type=click.IntRange(3, 10),
    default=sessions.MINIMUM,
    show_default=True,
    help="Näin monen vastaus tarvitaan, ennen kuin tulos näytetään.",
)
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    default="fi",
    show_default=True,
    help="Huoneen ensimmäinen kieli.",
)
@click.option(
    "--compare",
    "files",
    metavar="TIEDOSTO",
    multiple=True,
    help="Vertaa aiempaan työpajaan, jonka kierrostiedosto (.kierros) tämä on. Voi antaa useita.",
)
def open_workshop(
    name: str,
    port: int | None = None,
    no_browser: bool = False,
    lan: str | None = None,
    fresh: bool = False,
    as_json: bool = False,
    minimum: int = sessions.MINIMUM,
    language: Any = "fi",
    files: tuple[str, ...] = (),
) -> None:
    """Avaa työpajan istunto ja sen ohjaamo; kesken jäänyt istunto jatkuu."""
    earlier = read_earlier(files, language)
    where = place(lan, port)
    try:
        workshop(name)
        db = Database()
        session = None if fresh else sessions.latest(db, name, within=CONTINUED)
        session = session or sessions.create(db, name, language=language, minimum=minimum)
        compare(db, session, earlier, language, aloud=not as_json)
    except UnknownContent:
        known = ", ".join(workshop_ids())
        fail(_("There is no workshop {name}. There are: {known}").format(name=name, known=known))
    except ContentError as error:
        fail_of_content(error)
    except StorageError as error:
        fail(storage_words(error, "fi"))
    serve(db, session, where, browser=not no_browser, as_json=as_json)
