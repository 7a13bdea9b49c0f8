"""A workshop session and its answers: the store, its change feed and the stages of a session."""

from . import (
    agreements,
    answers,
    arrangements,
    baselines,
    codes,
    comparisons,
    cuts,
    groups,
    holdings,
    paper,
    releases,
    sessions,
)
from .answers import Change, Given, News, Outcome, Participation, TooMany, Value
from .database import Database, StorageError, Trouble, database_url
from .follow import Follower
from .groups import Choice, Group
from .sessions import Session, UnknownSession
from .stage import Action, NotNow, Position, Stage, allowed
from .trouble import storage_words

__all__ = [
    "Action",
    "Change",
    "Choice",
    "Database",
    "Follower",
    "Given",
    "Group",
    "News",
    "NotNow",
    "Outcome",
    "Participation",
    "Position",
    "Session",
    "Stage",
    "StorageError",
    "TooMany",
    "Trouble",
    "UnknownSession",
    "Value",
    "agreements",
    "allowed",
    "answers",
    "arrangements",
    "baselines",
    "codes",
    "comparisons",
    "cuts",
    "database_url",
    "holdings",
    "groups",
    "paper",
    "releases",
    "sessions",
    "storage_words",
]
