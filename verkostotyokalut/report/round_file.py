"""The round file: what a workshop came to, kept for the next one to be compared with.

It is JSON in UTF-8, indented, so that it can be read without this program as well. Its
``checksum`` is the SHA-256 of all the rest, written as JSON with sorted keys, no spaces, and
escapes in place of what is not ASCII. The checksum tells that a file is whole, not who made it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import Enum, auto
from hashlib import sha256
from typing import Any, NoReturn

from pydantic import ValidationError

from ..charts.svg import clean
from ..framework import Language
from ..locales import translator
from .round_content import RoundFile

FORMAT = "verkostotyokalut-kierros"
VERSION = 1
LARGEST = 5_000_000  # bytes
DEEPEST = 24  # lists and objects inside one another
GREATEST = 2**53  # whole numbers up to it are the same in every program

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Trouble(Enum):
    """Why a file can't be read as a round file."""

    NOT_ONE = auto()
    DAMAGED = auto()
    NEWER = auto()
    TOO_LARGE = auto()
    TOO_DEEP = auto()


class RoundFileError(ValueError):
    """A file can't be read as a round file; see ``trouble``."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.name}: {detail}")
        self.trouble = trouble

    def told(self, language: Language) -> str:
        """Say it to a person, with what to do."""
        _ = translator(language).gettext
        return {
            Trouble.NOT_ONE: _("This is not a round file. Its name ends in .kierros."),
            Trouble.DAMAGED: _("The round file is damaged. Use another copy of it."),
            Trouble.NEWER: _(
                "The round file was made by a newer version of the program. Update this one."
            ),
            Trouble.TOO_LARGE: _("The file is too large to be a round file."),
            Trouble.TOO_DEEP: _("The file is not built like a round file."),
        }[self.trouble]


def read(data: bytes) -> RoundFile:
    """Read a round file that somebody has brought, whatever it is.

    Parameters
    ----------
    data
        The file.

    Raises
    ------
    RoundFileError
        If it is not a round file, is damaged, or was made by a newer version.
    """
    if len(data) > LARGEST:
        raise RoundFileError(Trouble.TOO_LARGE)
    content = _parsed(data)
    if content.pop("format", None) != FORMAT:
        raise RoundFileError(Trouble.NOT_ONE)
    version = content.pop("version", None)
    if type(version) is not int or version < 1:
        raise RoundFileError(Trouble.DAMAGED, "version")
    if version > VERSION:
        raise RoundFileError(Trouble.NEWER)
    checksum = content.pop("checksum", None)
    if checksum != checksum_of({"format": FORMAT, "version": version, **content}):
        raise RoundFileError(Trouble.DAMAGED, "checksum")
    return _READERS[version](content)


def _read_1(content: dict[str, Any]) -> RoundFile:
    try:
        found = RoundFile.model_validate_json(json.dumps(tidy(content)))
    except ValidationError as error:
        raise RoundFileError(Trouble.DAMAGED, f"{error.error_count()} mistakes") from error
    for chapter in found.instruments:
        items = {item.id for part in chapter.asked.dimensions for item in part.items}
        for results in chapter.rounds:
            if results.instrument != chapter.asked.id or not results.items.keys() <= items:
                raise RoundFileError(Trouble.DAMAGED, "results of something else")
    return found


_READERS: dict[int, Callable[[dict[str, Any]], RoundFile]] = {VERSION: _read_1}
"""By version, what makes a round file of a file's content; each is kept for good."""


def _parsed(data: bytes) -> dict[str, Any]:
    """Return the JSON object that a file is; nothing in it is deep, huge or there twice."""
    named = f'"{FORMAT}"'.encode() in data
    broken = Trouble.DAMAGED if named else Trouble.NOT_ONE
    try:
        content = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_float,
            parse_int=_int,
        )
    except RecursionError as error:
        raise RoundFileError(Trouble.TOO_DEEP) from error
    except ValueError as error:
        raise RoundFileError(broken, str(error)) from error
    if _deeper(content, DEEPEST):
        raise RoundFileError(Trouble.TOO_DEEP)
    if not isinstance(content, dict):
        raise RoundFileError(Trouble.NOT_ONE)
    return content


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is there twice")
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _int(digits: str) -> int:
    value = int(digits) if len(digits) < 20 else GREATEST + 1
    if abs(value) > GREATEST:
        raise ValueError("a number is too great")
    return value


def _float(digits: str) -> float:
    value = float(digits)
    if abs(value) > GREATEST:
        raise ValueError("a number is too great")
    return value


def _deeper(value: Any, levels: int) -> bool:
    """Tell whether lists and objects are inside one another deeper than that."""
    if not isinstance(value, dict | list):
        return False
    parts = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_deeper(part, levels - 1) for part in parts)


def tidy(value: Any) -> Any:
    """Return JSON data with texts that hold no characters which nobody sees."""
    if isinstance(value, str):
        return clean(_CONTROLS.sub("", value))
    if isinstance(value, dict):
        return {tidy(name): tidy(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    return value


def checksum_of(content: dict[str, Any]) -> str:
    """Return the checksum of all the rest of a file."""
    words = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return f"sha256:{sha256(words.encode('ascii')).hexdigest()}"
