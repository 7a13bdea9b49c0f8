"""Reads a content file and says, by file, line and key, what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from .text import Model

M = TypeVar("M", bound=Model)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a content file: where it is, and what was expected."""

    file: Path
    line: int
    key: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key or '(whole file)'}: {self.expected}"


class ContentError(ValueError):
    """A content file that can't be used; ``mistakes`` holds all that was found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def read(file: Path, model: type[M]) -> M:
    """Read ``file`` as ``model``.

    Raises
    ------
    ContentError
        If the file can't be read, is not YAML, repeats a key or doesn't fit the model.
    """
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise ContentError([Mistake(file, 0, "", f"a readable file ({error.strerror})")]) from error
    except UnicodeDecodeError as error:
        raise ContentError([Mistake(file, 0, "", "text in UTF-8")]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ContentError([Mistake(file, line, "", f"YAML ({error.problem})")]) from error
    except yaml.YAMLError as error:
        raise ContentError([Mistake(file, 0, "", f"YAML ({error})")]) from error
    if not isinstance(root, yaml.MappingNode):
        raise ContentError([Mistake(file, 1, "", "keys and values, such as 'id: …'")])
    repeated = [
        Mistake(file, line, key, "a key once; it is here twice")
        for line, key in _repeated_keys(root)
    ]
    if repeated:
        raise ContentError(repeated)
    data = _Loader("").construct_document(root)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ContentError(
            [
                Mistake(file, _line(root, e["loc"]), _key(e["loc"]), _expected(dict(e)))
                for e in error.errors()
            ]
        ) from error


def _repeated_keys(node: yaml.Node, path: str = "") -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = f"{path}.{key.value}" if path else str(key.value)
            if name in seen:
                yield key.start_mark.line + 1, name
            seen.add(name)
            yield from _repeated_keys(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _repeated_keys(value, f"{path}[{index}]")


def _line(node: yaml.Node, path: tuple[int | str, ...]) -> int:
    """Return the line of the deepest part of ``path`` that the file holds."""
    line = node.start_mark.line
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            if part >= len(node.value):
                break
            node = node.value[part]
            line = node.start_mark.line
    return int(line) + 1


def _key(path: tuple[int | str, ...]) -> str:
    key = ""
    for part in path:
        key += f"[{part}]" if isinstance(part, int) else f".{part}" if key else part
    return key


def _expected(error: dict[str, object]) -> str:
    message = str(error["msg"]).removeprefix("Value error, ")
    given = error.get("input")
    if error["type"] == "missing":
        return "this key is missing"
    if error["type"] == "extra_forbidden":
        return "no such key; is it misspelled?"
    if isinstance(given, str | int | float | bool) or given is None:
        return f"{message} (now: {given!r})"
    return message
