"""The interface's texts: gettext catalogues, read with Babel as they are (no compiled files).

Three domains: ``verkosto`` (texts that Python writes), ``participant`` and ``leader`` (texts that
the front end writes; they travel to it as a plain dictionary).
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

_HERE = Path(__file__).resolve().parent


@cache
def _catalogue(language: str, domain: str) -> Catalog:
    file = _HERE / language / "LC_MESSAGES" / f"{domain}.po"
    with file.open("rb") as po:
        return read_po(po, locale=language, domain=domain)


@cache
def translator(language: str, domain: str = "verkosto") -> gettext.NullTranslations:
    """Return the translations of ``domain`` into ``language`` (``fi``, ``sv`` or ``en``)."""
    compiled = io.BytesIO()
    write_mo(compiled, _catalogue(language, domain))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def texts(language: str, domain: str) -> Mapping[str, str]:
    """Return a front end's texts as ``{message id: words}``."""
    return {
        str(message.id): str(message.string)
        for message in _catalogue(language, domain)
        if message.id and isinstance(message.id, str) and message.string
    }


def number(value: float, language: str) -> str:
    """Write a number in the language's way, with at most one decimal: ``4,5``."""
    return str(format_decimal(value, format="#,##0.#", locale=language))
