"""The command ``export``: a session's report, round file, tables or calendar into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..framework import ContentError, UnknownContent
from ..live import Database, StorageError, UnknownSession, sessions, storage_words
from ..live.codes import clean_code
from .saying import _, fail, fail_of_content
from .writing import write_file


@click.command("export")
@click.argument("code", metavar="KOODI")
@click.argument("file", metavar="TIEDOSTO", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    help="Tiedoston kieli (oletus huoneen kieli).",
)
def export_session(code: str, file: Path, language: Any = None) -> None:
    """Tee istunnosta tiedosto; pääte kertoo, millainen.

    \b
    .html     raportti, jonka voi tulostaa
    .kierros  kierrostiedosto: tulokset ja sovitut asiat talteen
    .xlsx     tulokset ja sovitut asiat Excelissä
    .csv      tulokset rivi riviltä
    .ics      sovitut päivät kalenteriin
    """
    from ..report.files import MAKERS, NoDay  # here, for it draws: the others start fast

    maker = MAKERS.get(file.suffix.lower())
    if maker is None:
        known = ", ".join(MAKERS)
        fail(_("{file} must end in one of: {known}").format(file=file, known=known))
    try:
        db = Database()
        session = sessions.find(db, clean_code(code) or "")
        content = maker.make(db, session.id, language)
    except UnknownSession:
        fail(_("No workshop has the code {code}. Check the code.").format(code=code))
    except NoDay:
        fail(_("No agreement has a day yet."))
    except UnknownContent as error:
        fail(_("The file can't be made: {why}").format(why=error))
    except ContentError as error:
        fail_of_content(error)
    except StorageError as error:
        fail(storage_words(error, "fi"))
    write_file(file, content)
