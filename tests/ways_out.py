"""All that leaves a workshop: files, phones, pictures, pages and notebooks, to be compared."""

import io
import json
import re
import zipfile
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from enum import Enum
from typing import Any

import ipywidgets
import pandas as pd

from tests.report.conftest import Room
from verkostotyokalut.charts import Drawer, comparison_pictures, pictures
from verkostotyokalut.live import releases
from verkostotyokalut.report.files import MAKERS, NoDay
from verkostotyokalut.server.state import state_of
from verkostotyokalut.widgets import Console, Cycle, FrameworkMap, LiveSession, Projector
from verkostotyokalut.widgets.leader.talk import talk_about

# What a widget is made of, not what it tells.
_WORKS = re.compile(r"_|layout$|children$|tabbable$|tooltip$|plotly$|timing$")
_SIZES = ("screen", "console")


def told(room: Room) -> dict[str, Any]:
    """Return all that can be had of a workshop now, by the way out, as data that can be compared.

    Left out are the moments at which a file was made, and nothing else that depends on a session:
    who compares two of them gives them the same ids.
    """
    live = LiveSession(room.db, room.session)
    asked = live.instrument
    shown = sorted(releases.which(room.db, room.id))
    found = {
        **_files(room),
        "releases": [releases.released(room.db, room.id, n, name) for name, n in shown],
        "state of the phones": state_of(room.db, room.session),
        "results in a notebook": [
            live.results,
            {step.instrument: live.results_of(step.instrument) for step in _asking(live)},
            [live.results_of(name, round_) for name, round_ in shown],
        ],
        "draft in a notebook": live.draft,
        "comparisons in a notebook": live.compared,
        "topics": talk_about(live),
        "pictures": []
        if asked is None or live.results is None
        else [
            _drawn(drawer, live.results, live.minimum)
            for size in _SIZES
            for drawer in pictures(asked, live.language, size)
        ],
        "pictures of comparisons": [
            _drawn(drawer, comparison, live.minimum)
            for comparison in live.compared.values()
            for size in _SIZES
            if asked is not None
            for drawer in comparison_pictures(asked, comparison.of, live.language, size)
        ],
        "projector": _traits(Projector(live)),
        "console": _traits(Console(live)),
        "map of the framework": _traits(FrameworkMap(live)),
        "cycle": _traits(Cycle(live)),
    }
    live.close()
    return {name: plain(one) for name, one in found.items()}


def plain(value: Any) -> Any:
    """Turn tables, results and whatever else is told into JSON data."""
    if isinstance(value, pd.DataFrame | pd.Series):
        return json.loads(value.to_json(orient="split", double_precision=12))
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, dict):
        return {str(plain(name)): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return repr(value)  # NaN is itself
    return value if isinstance(value, str | int | None) else str(value)


def _asking(live: LiveSession) -> list[Any]:
    return [step for step in live.workshop.steps if step.instrument]


def _drawn(drawer: Drawer, results: Any, minimum: int) -> Any:
    figure, twin = drawer.draw(results, minimum)
    return [drawer.title, figure, twin]


def _files(room: Room) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for ending, maker in MAKERS.items():
        with suppress(NoDay):
            found[ending] = _compared(ending, maker.make(room.db, room.id, None))
    return found


def _compared(ending: str, made: bytes) -> Any:
    """Return what is in a file, without the moment at which it was made."""
    if ending == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            names = set(parts.namelist()) - {"docProps/core.xml"}
            return {name: parts.read(name).decode() for name in names}
    if ending == ".ics":
        return re.sub(r"(?m)^(UID|DTSTAMP):.*$", "", made.decode())
    return made.decode()


def _traits(widget: ipywidgets.Widget) -> list[Any]:
    """Return what a widget and all in it tell their page."""
    state = {name: value for name, value in widget.get_state().items() if not _WORKS.match(name)}
    inside = getattr(widget, "children", ())
    return [type(widget).__name__, state, [_traits(one) for one in inside]]
