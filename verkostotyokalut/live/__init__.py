"""A workshop session and its answers: the store, its change feed and the stages of a session."""

from . import answers, codes, releases, sessions
from .answers import Change, News, Outcome, Participation, TooMany, Value
from .database import Database, StorageError, Trouble, database_url
from .follow import Follower
from .sessions import Session, UnknownSession
from .stage import Action, NotNow, Position, Stage, allowed
from .trouble import storage_words

__all__ = [
    "Action",
    "Change",
    "Database",
    "Follower",
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
    "allowed",
    "answers",
    "codes",
    "database_url",
    "releases",
    "sessions",
    "storage_words",
]
