"""Modules with all that they import, as one file: each request costs a phone's page time.

The front end's modules stay as they are written and need no build. They are joined as they are
served: each module becomes a function that is called once, those that it imports before it. That
takes but a few lines because they keep to a few forms of import and export.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import (?:(\w+)|\{ ([\w, ]+) \}) from "(\.{1,2}/[\w./-]+)";$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?:(default )|(?=(?:async )?(?:function\*?|const|class) (\w+)))", re.MULTILINE
)
# Where a page keeps the modules that it has, so that files joined apart share them.
_MODULES = "const modules = (globalThis.verkosto ??= {});\n"


def joined(folder: Path, name: str, *, without: Collection[str] = ()) -> str:
    """Return a module and those that it imports, by others too, as one module.

    Parameters
    ----------
    folder
        Where the modules are.
    name
        The module, such as ``kinds/scale.js``; the file exports what it does.
    without
        Modules that the page has from another joined file, with all that they import.

    Raises
    ------
    OSError
        If one of them is not there.
    ValueError
        If modules import each other in a circle, or in a form that isn't known here.
    """
    names = [one for one in imported(folder, name) if one not in without]
    functions = [_function(folder, one) for one in [*names, name]]
    exports = _names((folder / name).read_text(encoding="utf-8"))
    own = ", ".join(one for one in exports if one != "default")
    given = [f'export const {{ {own} }} = modules["{name}"];\n'] if own else []
    if "default" in exports:
        given.append(f'export default modules["{name}"].default;\n')
    return "".join([_MODULES, *functions, *given])


def imported(folder: Path, name: str) -> list[str]:
    """Return what a module imports, by others too, each after all that it imports itself.

    Parameters and errors are as of `joined`.
    """
    found: list[str] = []
    _collect(folder, name, (), found)
    return found[:-1]


def _collect(folder: Path, name: str, importers: tuple[str, ...], found: list[str]) -> None:
    if name in importers:
        raise ValueError(f"modules import each other: {' → '.join([*importers, name])}")
    words = (folder / name).read_text(encoding="utf-8")
    for _default, _named, path in _IMPORT.findall(words):
        other = normpath(join(dirname(name), path))
        if other not in found:
            _collect(folder, other, (*importers, name), found)
    found.append(name)


def _function(folder: Path, name: str) -> str:
    """Return a module as a function that is called if the page hasn't the module yet."""
    words = (folder / name).read_text(encoding="utf-8")

    def taken(found: re.Match[str]) -> str:
        default, named, path = found.groups()
        other = normpath(join(dirname(name), path))
        wanted = f"default: {default}" if default else named.replace(" as ", ": ")
        return f'const {{ {wanted} }} = modules["{other}"];'

    exports = _names(words)
    body = _IMPORT.sub(taken, words)
    body = _EXPORT.sub(lambda found: "const $default = " if found[1] else "", body)
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise ValueError(f"{name}: a form of import or export that can't be joined")
    given = ", ".join("default: $default" if one == "default" else one for one in exports)
    return (
        f'modules["{name}"] ??= (() => {{\n"use strict";\n{body}\nreturn {{ {given} }};\n}})();\n'
    )


def _names(words: str) -> list[str]:
    """Return the names that a module exports."""
    return ["default" if default else name for default, name in _EXPORT.findall(words)]
