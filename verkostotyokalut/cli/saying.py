"""What the command says, and how it refuses."""

from __future__ import annotations

from typing import NoReturn

import click

from ..framework import ContentError
from ..locales import translator

_ = translator("fi").gettext


def fail(message: str, status: int = 1) -> NoReturn:
    """Say why the command can't be done, and end; status 2 is what was given being wrong."""
    click.echo(message, err=True)
    raise SystemExit(status)


def fail_of_content(error: ContentError) -> NoReturn:
    """Tell the mistakes in the content by file, line and key, and end."""
    fail(_("The content has mistakes:\n{mistakes}").format(mistakes=error.told(_)))
