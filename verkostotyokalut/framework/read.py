"""Reads a content file and says, by file, line and key, what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from .text import N_, Model

_YAML = N_("YAML ({reason})")
M = TypeVar("M", bound=Model)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_MERGE = "tag:yaml.org,2002:merge"
DEPTH = 20  # levels of keys and lists inside one another


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a content file: where it is, and what was expected.

    ``words`` is a message id whose braces ``values`` fill, so that what was expected can be told
    in any language.
    """

    file: Path
    line: int
    key: str
    words: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def expected(self) -> str:
        """What was expected, in English."""
        return self.words.format(**self.values)

    def told(self, translate: Callable[[str], str] = str) -> str:
        """Return the mistake on a line: the file, the line, the key and what was expected."""
        words = translate(self.words).format(**self.values)
        return f"{self.file}:{self.line}: {self.key or '–'}: {words}"

    def __str__(self) -> str:
        return self.told()


class ContentError(ValueError):
    """A content file that can't be used; ``mistakes`` holds all that was found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes

    def told(self, translate: Callable[[str], str]) -> str:
        """Return all mistakes, a line for each, in a language."""
        return "\n".join(mistake.told(translate) for mistake in self.mistakes)


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
        raise ContentError([Mistake(file, 1, "", N_("keys and values, such as 'id: …'"))])
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
                Mistake(file, *_place(root, _path(dict(e))), *_expected(dict(e)))
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
                raise ContentError([Mistake(file, line, "", N_("fewer levels inside one another"))])
            if isinstance(event, yaml.AliasEvent):
                expected = N_(
                    "the words themselves; for a text that begins with *, quotation marks"
                )
                raise ContentError([Mistake(file, line, "", expected)])
        return yaml.compose(text, Loader=_Loader)
    except OSError as error:
        words, values = N_("a readable file ({reason})"), {"reason": error.strerror}
        raise ContentError([Mistake(file, 0, "", words, values)]) from error
    except UnicodeDecodeError as error:
        raise ContentError([Mistake(file, 0, "", N_("text in UTF-8"))]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ContentError([Mistake(file, line, "", _YAML, {"reason": error.problem})]) from error
    except yaml.YAMLError as error:
        # A character that YAML has no room for; the place is told in bytes.
        place = getattr(error, "position", 0)
        line = text.encode()[:place].count(b"\n") + 1
        reason = getattr(error, "reason", error)
        raise ContentError([Mistake(file, line, "", _YAML, {"reason": reason})]) from error


def _mistakes(node: yaml.Node, path: str = "") -> Iterator[tuple[int, str, str, dict[str, object]]]:
    """Yield line, key and what was expected for what YAML allows but content doesn't."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        try:
            _Loader("").construct_document(node)
        except Exception as error:  # PyYAML's constructors raise errors of many kinds
            reason = getattr(error, "problem", None) or error
            yield line, path, N_("plain words or a number ({reason})"), {"reason": reason}
    elif node.tag not in _COLLECTIONS:
        yield line, path, N_("no tag (now: {given})"), {"given": node.tag}
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _mistakes(value, f"{path}[{index}]")
    else:
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or key.tag == _MERGE:
                yield line, path, N_("a key of plain words"), {}
                continue
            name = f"{path}.{key.value}" if path else str(key.value)
            if name in seen:
                yield line, name, N_("a key once; it is here twice"), {}
            seen.add(name)
            yield from _mistakes(key, name)
            yield from _mistakes(value, name)


def _path(error: dict[str, Any]) -> tuple[int | str, ...]:
    """Return where pydantic found an error; an unknown kind is the mistake of its ``kind``."""
    tag = str(error["ctx"]["discriminator"]).strip("'") if "union_tag" in error["type"] else None
    return (*error["loc"], *([tag] if tag else []))


def _place(node: yaml.Node, path: tuple[int | str, ...]) -> tuple[int, str]:
    """Return the line and the key of ``path``, as far as the file holds it."""
    line, key = node.start_mark.line, ""
    for part in path:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None and any(
                k.value in {"kind", "type"} and v.value == part for k, v in node.value
            ):
                continue  # pydantic names the kind of a question and the type of a field, too
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


# What pydantic finds, in words for people who write content.
_WORDS = {
    "missing": N_("this key is missing"),
    "extra_forbidden": N_("no such key; is it misspelled?"),
    "string_type": N_("words (now: {given})"),
    "string_too_short": N_("words; it is empty"),
    "string_too_long": N_("at most {max_length} characters"),
    "string_pattern_mismatch": N_("characters of the form {pattern} (now: {given})"),
    "int_type": N_("a whole number (now: {given})"),
    "int_parsing": N_("a whole number (now: {given})"),
    "int_from_float": N_("a whole number (now: {given})"),
    "greater_than_equal": N_("a number of at least {ge} (now: {given})"),
    "less_than_equal": N_("a number of at most {le} (now: {given})"),
    "bool_type": N_("true or false (now: {given})"),
    "bool_parsing": N_("true or false (now: {given})"),
    "literal_error": N_("one of: {expected} (now: {given})"),
    "enum": N_("one of: {expected} (now: {given})"),
    "too_short": N_("at least {min_length} of them (now: {actual_length})"),
    "too_long": N_("at most {max_length} of them (now: {actual_length})"),
    "tuple_type": N_("a list, each on a line of its own after a dash"),
    "model_type": N_("keys and values below it"),
    "union_tag_invalid": N_("one of: {expected_tags} (now: {given})"),
    "union_tag_not_found": N_("the key {discriminator}, which says how it is asked"),
}


def _expected(error: dict[str, Any]) -> tuple[str, dict[str, object]]:
    """Return a message id and what fills its braces."""
    context = dict(error.get("ctx") or {})
    words = _WORDS.get(error["type"])
    if words is None:
        # A rule of our own says what it wants, with its values in the context.
        return str(context.pop("words", error["msg"])), context
    return words, {**context, "given": repr(context.get("tag", error.get("input")))}
