"""What the address of the page asks for, as Voilà tells it to the kernel."""

from __future__ import annotations

import os
from urllib.parse import parse_qs

from ...framework import LANGUAGES, Language

LONGEST = 80  # characters of an answer; whatever is longer is nothing that we ask


def asked(name: str) -> str:
    """Return what the page's address gives by a name (``?name=…``); empty: nothing."""
    given = parse_qs(os.environ.get("QUERY_STRING", "")).get(name, [""])
    return given[0][:LONGEST]


def asked_language(name: str) -> Language | None:
    """Return the language that the page's address gives by a name (``?name=sv``), if any."""
    return next((language for language in LANGUAGES if language == asked(name)), None)
