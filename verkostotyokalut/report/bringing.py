"""Brings earlier workshops' round files to a session: from the lobby, the command or a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from ..charts.terms import some_text
from ..framework import Language, Text
from ..live import Database, baselines
from ..live.baselines import TooManyBaselines
from ..locales import translator
from .baseline import bring, day_words, left_out, reworded
from .round_content import RoundFile
from .round_file import LARGEST, RoundFileError, read

Files = str | PathLike[str] | Iterable[str | PathLike[str]]


class NotBrought(ValueError):
    """A file can't be compared with; `told` says which one, and why."""

    def __init__(self, file: str, why: OSError | RoundFileError | TooManyBaselines) -> None:
        super().__init__(f"{file}: {why}")
        self._file = file
        self._why = why

    def told(self, language: Language) -> str:
        """Say it to a person, with what to do."""
        _ = translator(language).gettext
        if isinstance(self._why, RoundFileError):
            return f"{self._file}: {self._why.told(language)}"
        if isinstance(self._why, TooManyBaselines):
            words = _("{file}: a session can be compared with {n} earlier workshops at most.")
        else:
            words = _("The file {file} can't be read. Check its name and its rights.")
        return words.format(file=self._file, n=baselines.MOST)


class Earlier(NamedTuple):
    """An earlier workshop that a session is compared with: its round file, as it is and as read.

    ``left_out`` names what can't be compared, ``reworded`` what was asked in other words.
    """

    data: bytes
    file: RoundFile
    left_out: list[Text]
    reworded: list[Text]


class Told(NamedTuple):
    """What is told of an earlier workshop; ``left_out`` and ``reworded`` may be empty."""

    words: str
    left_out: str
    reworded: str


def earlier_of(data: bytes) -> Earlier:
    """Read a round file that somebody has brought.

    Raises
    ------
    RoundFileError
        If it is not a round file, is damaged, or was made by a newer version.
    """
    file = read(data)
    return Earlier(data, file, left_out(file), reworded(file))


def told(earlier: Earlier, language: Language) -> Told:
    """Say what a session is compared with, and what of it isn't or was asked otherwise."""
    tr, file = translator(language), earlier.file
    people = tr.ngettext("{n} participant", "{n} participants", file.participants)
    words = [
        file.workshop.title.into(language),
        day_words(file.workshop.day, language),
        people.format(n=file.participants),
        tr.gettext("Agreements: {n}").format(n=len(file.agreements)),
    ]
    out = tr.gettext(
        "Not compared, because it was asked otherwise or its numbers can't be: {titles}"
    )
    otherwise = tr.gettext(
        "The words or the version have changed, and the comparison tells how: {titles}"
    )

    def named(words: str, titles: list[Text]) -> str:
        names = some_text([title.into(language) for title in titles], language)
        return words.format(titles=names) if titles else ""

    return Told(", ".join(words), named(out, earlier.left_out), named(otherwise, earlier.reworded))


def from_disk(files: Files) -> list[Earlier]:
    """Read round files from disk, each once.

    Parameters
    ----------
    files
        A path, or several.

    Raises
    ------
    NotBrought
        If one can't be read, is no round file, or is one too many.
    """
    found: dict[bytes, Earlier] = {}
    for file in [files] if isinstance(files, str | PathLike) else files:
        name = fspath(file)
        try:
            with Path(name).open("rb") as opened:
                data = opened.read(LARGEST + 1)
            if data not in found and len(found) == baselines.MOST:
                raise TooManyBaselines
            found[data] = earlier_of(data)
        except (OSError, RoundFileError, TooManyBaselines) as error:
            raise NotBrought(name, error) from error
    return list(found.values())


def bring_all(db: Database, session_id: str, earlier: Iterable[Earlier]) -> None:
    """Keep round files with a session, to compare with; all of them or none.

    One that is there already isn't kept twice.

    Raises
    ------
    NotBrought
        If there would be more than there can be.
    UnknownSession, StorageError
        If there is no such session, or the store can't keep it.
    """
    known = set(baselines.of(db, session_id))
    new = [one for one in earlier if one.data not in known]
    room = baselines.MOST - len(known)
    if len(new) > room:
        file = new[room].file.workshop
        raise NotBrought(f"{file.id} {file.day}", TooManyBaselines(session_id))
    for one in new:
        bring(db, session_id, one.data)
