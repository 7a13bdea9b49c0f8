"""What a leader composes notebooks of."""

from .assessment import Assessment, JoinByCode, OwnProfile
from .base.live_chart import LiveChart
from .cycle import Cycle
from .framework_map import FrameworkMap
from .leader.agreements import AgreementBoard, Agreements
from .leader.conductor import Conductor
from .leader.desk import Desk
from .leader.groups import Groups
from .leader.join_card import JoinCard
from .leader.lobby import Lobby
from .leader.own_view import OwnView
from .leader.pages import Console, Projector
from .leader.paper import PaperAnswers
from .leader.report import Report
from .leader.results import Results
from .leader.wall import Wall
from .sample import Sample
from .session.live_session import LiveSession
from .session.opening import NoSession, open_session

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
    "PaperAnswers",
    "Projector",
    "Report",
    "Results",
    "Sample",
    "Wall",
    "open_session",
]
