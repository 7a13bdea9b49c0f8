"""The command ``sheet``: an answer sheet to print, for those who answer on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..framework import ContentError, UnknownContent, instrument, instrument_ids
from .saying import _, fail, fail_of_content
from .writing import write_file


@click.command("sheet")
@click.argument("name", metavar="KYSELY")
@click.argument("file", metavar="TIEDOSTO.html", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    default="fi",
    show_default=True,
    help="Lomakkeen kieli.",
)
def write_sheet(name: str, file: Path, language: Any = "fi") -> None:
    """Tee kyselystä vastauslomake tulostettavaksi, niille joilla ei ole puhelinta."""
    from ..report.sheet.page import NotOnPaper, sheet

    if file.suffix.lower() != ".html":
        fail(_("{file} must end in one of: {known}").format(file=file, known=".html"))
    try:
        content = sheet(instrument(name), language)
    except UnknownContent:
        known = ", ".join(instrument_ids())
        fail(_("There is no survey {name}. There are: {known}").format(name=name, known=known))
    except ContentError as error:
        fail_of_content(error)
    except NotOnPaper:
        fail(_("{name} can't be answered on paper.").format(name=name))
    write_file(file, content.encode())
