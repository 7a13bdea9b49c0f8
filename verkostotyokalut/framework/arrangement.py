"""What a leader can do with the notes on a wall: group, name, hide, merge; each is an action.

An action is JSON data: ``{"do": "group", "note": id, "group": id}`` (an empty group: none),
``{"do": "name", "group": id, "title": words}`` (a new group, or a new name),
``{"do": "remove", "group": id}``, ``{"do": "hide" | "restore" | "split", "note": id}`` and
``{"do": "merge", "note": id, "into": id}``.
"""

from __future__ import annotations

import re
from typing import Any

TITLE = 40  # characters in a group's name, at most

_ID = re.compile(r"[a-z0-9-]{1,40}")
_KEYS = {
    "group": {"note", "group"},
    "name": {"group", "title"},
    "remove": {"group"},
    "hide": {"note"},
    "restore": {"note"},
    "merge": {"note", "into"},
    "split": {"note"},
}

Action = dict[str, Any]


def is_action(value: object) -> bool:
    """Tell whether ``value``, as JSON brought it from outside, is an action."""
    if not isinstance(value, dict) or not isinstance(value.get("do"), str):
        return False
    do = value["do"]
    keys = _KEYS.get(do)
    return (
        keys is not None
        and set(value) == keys | {"do"}
        and all(_fits(do, key, value[key]) for key in keys)
    )


def _fits(do: str, key: str, words: object) -> bool:
    if not isinstance(words, str):
        return False
    if key == "title":
        return 0 < len(words.strip()) <= TITLE and words.isprintable()
    return bool(_ID.fullmatch(words)) or (do == key == "group" and not words)
