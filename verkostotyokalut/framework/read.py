"""Reads a content file and says, by file, line and key, what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from .text import Model

M = TypeVar("M", bound=Model)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_MERGE = "tag:yaml.org,2002:merge"
DEPTH = 20  # levels of keys and lists inside one another


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


def read(file: Path, model: type[M], context: Mapping[str, Any] | None = None) -> M:
    """Read ``file`` as ``model``.

    Parameters
    ----------
    file
        The content file.
    model
        What it holds.
    context
        What the model's validators need to know.

    Raises
    ------
    ContentError
        If the file can't be read, is not plain YAML, repeats a key or doesn't fit the
        model.
    """
    root = _compose(file)
    if not isinstance(root, yaml.MappingNode):
        raise ContentError([Mistake(file, 1, "", "keys and values, such as 'id: …'")])
    mistakes = [Mistake(file, *mistake) for mistake in _mistakes(root)]
    if mistakes:
        raise ContentError(mistakes)
    data = _Loader("").construct_document(root)
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        found = error.errors()
        raise ContentError(
            [
                Mistake(file, *_place(root, _path(dict(e))), _expected(dict(e)))
                for e in found
                if not _follows(e["loc"], [other["loc"] for other in found])
            ]
        ) from error


def _compose(file: Path) -> yaml.Node | None:
    text = ""
    try:
        text = file.read_text(encoding="utf-8")
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            line = event.start_mark.line + 1 if event.start_mark else 0
            if depth > DEPTH:  # what composes it would use up its stack
                raise ContentError([Mistake(file, line, "", "fewer levels inside one another")])
            if isinstance(event, yaml.AliasEvent):
                expected = "the words themselves; for a text that begins with *, quotation marks"
                raise ContentError([Mistake(file, line, "", expected)])
        return yaml.compose(text, Loader=_Loader)
    except OSError as error:
        raise ContentError([Mistake(file, 0, "", f"a readable file ({error.strerror})")]) from error
    except UnicodeDecodeError as error:
        raise ContentError([Mistake(file, 0, "", "text in UTF-8")]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ContentError([Mistake(file, line, "", f"YAML ({error.problem})")]) from error
    except yaml.YAMLError as error:
        # A character that YAML has no room for; the place is told in bytes.
        place = getattr(error, "position", 0)
        line = text.encode()[:place].count(b"\n") + 1
        reason = getattr(error, "reason", error)
        raise ContentError([Mistake(file, line, "", f"YAML ({reason})")]) from error


def _mistakes(node: yaml.Node, path: str = "") -> Iterator[tuple[int, str, str]]:
    """Yield line, key and what was expected for what YAML allows but content doesn't."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        try:
            _Loader("").construct_document(node)
        except Exception as error:  # PyYAML's constructors raise errors of many kinds
            reason = getattr(error, "problem", None) or error
            yield line, path, f"plain words or a number ({reason})"
    elif node.tag not in _COLLECTIONS:
        yield line, path, f"no tag (now: {node.tag})"
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _mistakes(value, f"{path}[{index}]")
    else:
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or key.tag == _MERGE:
                yield line, path, "a key of plain words"
                continue
            name = f"{path}.{key.value}" if path else str(key.value)
            if name in seen:
                yield line, name, "a key once; it is here twice"
            seen.add(name)
            yield from _mistakes(key, name)
            yield from _mistakes(value, name)


def _path(error: dict[str, Any]) -> tuple[int | str, ...]:
    """Return where pydantic found an error; an unknown kind is the mistake of its ``kind``."""
    kind = ("kind",) if error["type"].startswith("union_tag") else ()
    return (*error["loc"], *kind)


def _place(node: yaml.Node, path: tuple[int | str, ...]) -> tuple[int, str]:
    """Return the line and the key of ``path``, as far as the file holds it."""
    line, key = node.start_mark.line, ""
    for part in path:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None and any((k.value, v.value) == ("kind", part) for k, v in node.value):
                continue  # pydantic names the kind of a question, too
            key += f".{part}" if key else part
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        else:
            key += f"[{part}]"
            if (
                isinstance(node, yaml.SequenceNode)
                and isinstance(part, int)
                and part < len(node.value)
            ):
                node = node.value[part]
                line = node.start_mark.line
    return int(line) + 1, key


def _follows(path: tuple[int | str, ...], others: list[tuple[int | str, ...]]) -> bool:
    """Tell whether something inside ``path`` is wrong; then it is wrong only because of that."""
    return any(len(other) > len(path) and other[: len(path)] == path for other in others)


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
