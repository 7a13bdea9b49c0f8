"""What a leader composes notebooks of."""

from .assessment import Assessment, JoinByCode, OwnProfile
from .conductor import Conductor
from .join_card import JoinCard
from .live_chart import LiveChart
from .pages import Console, Projector
from .results import Results
from .session import LiveSession, NoSession, open_session

__all__ = [
    "Assessment",
    "Conductor",
    "Console",
    "JoinByCode",
    "JoinCard",
    "LiveChart",
    "LiveSession",
    "NoSession",
    "OwnProfile",
    "Projector",
    "Results",
    "open_session",
]
