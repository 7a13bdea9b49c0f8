"""The tables of the store.

Each session counts its commits (``session.changed``); every row carries the number of the commit
that last touched it, so that a reader gets what is new by asking for larger numbers.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _session_key() -> Column[str]:
    return Column(
        "session", String(32), ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )


session = Table(
    "session",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("workshop", String(60), nullable=False),
    Column("language", String(2), nullable=False),
    Column("minimum", Integer, nullable=False),  # the least number of people a result is shown of
    Column("created", DateTime(timezone=True), nullable=False),
    Column("touched", DateTime(timezone=True), nullable=False),  # when a leader last moved it
    Column("expires", DateTime(timezone=True), nullable=False),
    Column("stage", String(12), nullable=False),
    Column("step", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("staged", Integer, nullable=False),  # the commit that last changed stage, step or round
    Column("released", Integer, nullable=False),  # the commit that last changed a release
)

participant = Table(
    "participant",
    metadata,
    _session_key(),
    Column("id", String(32), primary_key=True),
    Column("joined", DateTime(timezone=True), nullable=False),
    Column("changed", Integer, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    _session_key(),
    Column("round", Integer, primary_key=True),
    Column("instrument", String(60), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("item", String(60), primary_key=True),
    Column("value", Text, nullable=False),  # JSON; null when the answer was taken back
    Column("seq", Integer, nullable=False),  # the participant's own number for this change
    Column("changed", Integer, nullable=False),
    Index("answer_changed", "session", "changed"),
)

release = Table(
    "release",
    metadata,
    _session_key(),
    Column("round", Integer, primary_key=True),
    Column("instrument", String(60), primary_key=True),
    Column("body", Text, nullable=False),  # JSON: what the room may see
    Column("changed", Integer, nullable=False),
)
