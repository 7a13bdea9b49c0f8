"""Files to take home, each made by the ending of its name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..framework import Language
from ..live import Database
from .html import html

Make = Callable[[Database, str, Language | None], bytes]


def _html(db: Database, session_id: str, language: Language | None) -> bytes:
    return html(db, session_id, language).encode()


MAKERS: dict[str, Make] = {".html": _html}
"""What makes the bytes of a file, by the ending of its name."""


def save(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; one of that name is replaced.

    Raises
    ------
    OSError
        If it can't be written; then what was there before is still there.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        part.chmod(0o666 & ~_umask())  # mkstemp lets nobody else read it
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
