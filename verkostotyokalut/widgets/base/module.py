"""Front-end modules as notebooks take them: one string each, with what it imports inside.

A page of our server loads the modules as they are. A notebook's host gets a widget's module as
text, where relative imports have no meaning; each is replaced by the imported module as a
``data:`` address, which browsers load once however many times it is imported.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
# What an address, or the quoted text that it stands in, would not keep as it is.
_ESCAPED = str.maketrans({sign: quote(sign) for sign in '%#?"\\\n\r\t'})
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
    """Return a module as a ``data:`` address, in plain text: packed it is a third of base64."""
    return "data:text/javascript;charset=utf-8," + script(name).translate(_ESCAPED)


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
