"""What a leader composes notebooks of."""

from .agreements import AgreementBoard, Agreements
from .assessment import Assessment, JoinByCode, OwnProfile
from .conductor import Conductor
from .cycle import Cycle
from .desk import Desk
from .framework_map import FrameworkMap
from .groups import Groups
from .join_card import JoinCard
from .live_chart import LiveChart
from .lobby import Lobby
from .opening import NoSession, open_session
from .own_view import OwnView
from .pages import Console, Projector
from .report import Report
from .results import Results
from .sample import Sample
from .session import LiveSession
from .wall import Wall

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
    "NoSession",
    "OwnProfile",
    "OwnView",
    "Projector",
    "Report",
    "Results",
    "Sample",
    "Wall",
    "open_session",
]
