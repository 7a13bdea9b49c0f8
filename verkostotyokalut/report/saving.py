"""Saves a file to take home."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
