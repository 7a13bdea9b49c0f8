"""Writes a file that a command makes, and says so."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from ..report.saving import save
from .saying import _, fail


def write_file(file: Path, content: bytes) -> None:
    """Write the file and say that it is ready, or why it can't be written."""
    try:
        save(file, content)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        words = (
            _("The disk is full: {file} was not written. Free some space.")
            if full
            else _("The file {file} can't be written. Check the folder and its rights.")
        )
        fail(words.format(file=file))
    click.echo(_("The file is ready: {file}").format(file=file))
