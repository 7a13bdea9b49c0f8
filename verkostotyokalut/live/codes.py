"""Join codes: six characters that can be read from a wall and typed on a phone."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, no 1/I/L
LENGTH = 6


def new_code() -> str:
    """Draw a code at random: one of 31⁶, nearly 900 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def clean_code(typed: str) -> str | None:
    """Return the code that somebody typed (spaces, case and dashes aside), or ``None``."""
    code = "".join(typed.split()).replace("-", "").upper()
    return code if len(code) == LENGTH and all(c in ALPHABET for c in code) else None


def spaced(code: str) -> str:
    """Write a code so that it can be read aloud: ``K7M 4PX``."""
    return f"{code[:3]} {code[3:]}"
