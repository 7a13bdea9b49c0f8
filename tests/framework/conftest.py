"""A small instrument and a small workshop as a content file would hold them."""

from copy import deepcopy
from typing import Any

import pytest


def words(text: str) -> dict[str, str]:
    return {"fi": text, "sv": f"{text} på svenska", "en": f"{text} in English"}


def item(name: str) -> dict[str, Any]:
    texts = ("label", "statement", "low", "high", "talk")
    return {"id": name, **{key: words(f"{key} of {name}") for key in texts}}


INSTRUMENT: dict[str, Any] = {
    "id": "koe",
    "version": 1,
    "title": words("Koe"),
    "headline": words("Mitä näemme?"),
    "intro": words("Vastaa."),
    "sources": [{"letter": "A", "author": "Testi, Tiina", "title": "Kirja", "year": 2019}],
    "question": {"kind": "scale", "points": [words(str(n)) for n in range(1, 6)]},
    "dimensions": [
        {
            "id": "tunteminen",
            "title": words("Tunteminen"),
            "lead": words("Kuinka hyvin?"),
            "shape": "circle",
            "items": [item("tunteminen.ihminen"), item("tunteminen.osaaminen")],
            "advice": {
                "low": [words("a"), words("b"), words("c")],
                "divided": words("d"),
                "shared": words("e"),
            },
        }
    ],
}

WORKSHOP: dict[str, Any] = {
    "id": "koe",
    "title": words("Koe"),
    "aim": words("Kokeillaan"),
    "steps": [
        {
            "id": "alku",
            "title": words("Alku"),
            "minutes": 5,
            "instrument": None,
            "screen": "join",
            "guide": {"purpose": words("Sano hei."), "introduce": words("Hei!")},
            "message": words("Tervetuloa!"),
        },
        {
            "id": "vastaus",
            "title": words("Vastataan"),
            "minutes": 20,
            "instrument": "ydinelementit",
            "screen": "results",
            "guide": {"purpose": words("Odota."), "introduce": words("Odota.")},
        },
    ],
}


@pytest.fixture
def instrument_data() -> dict[str, Any]:
    return deepcopy(INSTRUMENT)


@pytest.fixture
def workshop_data() -> dict[str, Any]:
    return deepcopy(WORKSHOP)
