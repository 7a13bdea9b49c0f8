"""Verkostotyökalut: widgets for a network's self-assessment, live with a room or alone.

>>> import verkostotyokalut as vt
>>> session = vt.open_session("ydinelementit")
>>> vt.Console(session)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .widgets import (
        AgreementBoard,
        Agreements,
        Assessment,
        Conductor,
        Console,
        Cycle,
        Desk,
        FrameworkMap,
        Groups,
        JoinByCode,
        JoinCard,
        LiveChart,
        LiveSession,
        Lobby,
        OwnProfile,
        OwnView,
        PaperAnswers,
        Projector,
        Report,
        Results,
        Sample,
        Wall,
        open_session,
    )

__version__ = "0.1.0.dev0"

__all__ = [
    "AgreementBoard",
    "Agreements",
    "Assessment",
    "Conductor",
    "Console",
    "Cycle",
    "Desk",
    "FrameworkMap",
    "Groups",
    "JoinByCode",
    "JoinCard",
    "LiveChart",
    "LiveSession",
    "Lobby",
    "OwnProfile",
    "OwnView",
    "PaperAnswers",
    "Projector",
    "Report",
    "Results",
    "Sample",
    "Wall",
    "open_session",
]


def __getattr__(name: str) -> Any:
    # Loaded when first used: the server imports this package, and has no use for pandas.
    if name in __all__:
        return getattr(import_module(".widgets", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "verkostotyokalut.server"}]
