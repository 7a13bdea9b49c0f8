"""Front-end modules as notebooks take them: one string each, with what it imports inside.

A page of our server loads the modules as they are. A notebook's host gets a widget's module as
text, where relative imports have no meaning; each is replaced by the imported module as a
``data:`` address, which browsers load once however many times it is imported.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
_IMPORT = re.compile(r'^(import .* from )"(\.{1,2}/[\w./-]+)";$', re.MULTILINE)


@cache
def script(name: str) -> str:
    """Return a module such as ``assessment.js`` with all its relative imports inside."""
    file = FRONTEND / name

    def inside(found: re.Match[str]) -> str:
        other = (file.parent / found[2]).resolve().relative_to(FRONTEND).as_posix()
        return f'{found[1]}"{address(other)}";'

    return _IMPORT.sub(inside, file.read_text(encoding="utf-8"))


@cache
def address(name: str) -> str:
    """Return a module as a ``data:`` address."""
    return "data:text/javascript;base64," + b64encode(script(name).encode()).decode()


@cache
def style(*names: str) -> str:
    """Return style sheets, such as ``kinds/*.css``, as one after the look's tokens.

    Raises
    ------
    FileNotFoundError
        If a name finds no file.
    """
    files = []
    for name in ("tokens.css", *names):
        found = sorted(FRONTEND.glob(name))
        if not found:
            raise FileNotFoundError(name)
        files += found
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
