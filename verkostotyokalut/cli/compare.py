"""The option ``--compare``: earlier workshops by their round files, beside the one that opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..framework import Language
from ..live import Database, Session
from ..locales import translator
from .saying import fail

if TYPE_CHECKING:
    from ..report.bringing import Earlier


def read_earlier(files: Sequence[str], language: Language) -> list[Earlier]:
    """Read the round files, or say in the room's language why one can't be used, and end."""
    if not files:
        return []
    from ..report.bringing import NotBrought, from_disk  # here, for most do without

    try:
        return from_disk(files)
    except NotBrought as error:
        fail(error.told(language), status=2)


def compare(
    db: Database, session: Session, earlier: list[Earlier], language: Language, *, aloud: bool
) -> None:
    """Keep them with the session, and say ``aloud`` what is compared and what isn't."""
    if not earlier:
        return
    from ..report.bringing import NotBrought, bring_all, told

    try:
        bring_all(db, session.id, earlier)
    except NotBrought as error:
        fail(error.told(language), status=2)
    if not aloud:
        return
    words = translator(language).gettext("Compared with: {words}")
    for one in earlier:
        said, *more = told(one, language)
        for line in (words.format(words=said), *filter(None, more)):
            click.echo(line)
