"""The tables of the store.

Each session counts its commits (``session.changed``); every row carries the number of the commit
that last touched it, so that a reader gets what is new by asking for larger numbers.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    and_,
    bindparam,
)

metadata = MetaData()


def asked_in(table: Table) -> ColumnElement[bool]:
    """Return the condition that a row is about one instrument in one round of a session.

    A statement with it can be made once; it is run with ``session``, ``round``, ``instrument``.
    """
    return and_(*(table.c[name] == bindparam(name) for name in ("session", "round", "instrument")))


def _session_key() -> Column[str]:
    return Column(
        "session", String(32), ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )


session = Table(
    "session",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("workshop", String(80), nullable=False),
    Column("language", String(2), nullable=False),
    Column("minimum", Integer, nullable=False),  # the least number of people a result is shown of
    Column("created", DateTime(timezone=True), nullable=False),
    Column("touched", DateTime(timezone=True), nullable=False),  # when a leader last moved it
    Column("expires", DateTime(timezone=True), nullable=False),  # when the code stops working
    Column("keep_until", DateTime(timezone=True), nullable=False),  # when all of it is deleted
    Column("began", DateTime(timezone=True)),  # when the workshop started
    Column("turned", DateTime(timezone=True)),  # when the present step came
    Column("countdown", DateTime(timezone=True)),  # when the time that the room sees is up
    Column("stage", String(12), nullable=False),
    Column("step", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("staged", Integer, nullable=False),  # the commit that last changed stage, step or round
    Column("released", Integer, nullable=False),  # the commit that last changed a release
    Column("arranged", Integer, nullable=False),  # the commit that last changed an arrangement
    Column("agreed", Integer, nullable=False),  # the commit that last changed an agreement
    Column("compared", Integer, nullable=False),  # the commit that last changed what is compared
    Column("groups", Text, nullable=False),  # JSON: the leader's groups, in their order
    Column("groups_question", String(80), nullable=False),  # empty: in the phones' own words
    Column("picture", Integer),  # which of its pictures the projector shows; null: the first
    Column("rehearsal", Integer),  # how many made-up participants there are; null: a real workshop
    Column("address", String(45)),  # where phones reach the leader's computer; null: the likeliest
)

participant = Table(
    "participant",
    metadata,
    _session_key(),
    Column("id", String(32), primary_key=True),
    Column("joined", DateTime(timezone=True), nullable=False),
    Column("chosen", String(12)),  # the id of a group, if any
    Column("chosen_seq", Integer, nullable=False),  # the participant's own number for that
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
    Column("before", Text, nullable=False),  # JSON: what it was at the item's cut, if changed since
    Column("first", Text, nullable=False),  # JSON: the same at the item's first cut
    Column("seq", Integer, nullable=False),  # the participant's own number for this change
    Column("changed", Integer, nullable=False),
    Index("answer_news", "session", "round", "instrument", "changed"),
)

cut = Table(  # see `verkostotyokalut.live.cuts`
    "cut",
    metadata,
    _session_key(),
    Column("round", Integer, primary_key=True),
    Column("instrument", String(60), primary_key=True),
    Column("item", String(60), primary_key=True),
    Column("number", Integer, nullable=False),  # the commit whose answers the room sees
    Column("first", Integer, nullable=False),  # the commit whose answers it saw first
    # Whether somebody had taken back an answer that an earlier picture held.
    Column("shrunk", Boolean, nullable=False),
)

comparison = Table(  # see `verkostotyokalut.live.comparisons`
    "comparison",
    metadata,
    _session_key(),
    Column("round", Integer, primary_key=True),
    Column("instrument", String(60), primary_key=True),
    Column("of", String(12), primary_key=True),  # groups or rounds
    Column("groups", Text, nullable=False),  # JSON: the leader's groups as they were
    Column("members", Text, nullable=False),  # JSON: by participant, the id of their group
    Column("number", Integer, nullable=False),  # the commit that made it
)

baseline = Table(  # see `verkostotyokalut.live.baselines`
    "baseline",
    metadata,
    _session_key(),
    Column("number", Integer, primary_key=True),  # the commit that made it; also the order
    Column("body", LargeBinary, nullable=False),  # a round file, as it was brought
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

arrangement = Table(
    "arrangement",
    metadata,
    _session_key(),
    Column("number", Integer, primary_key=True),  # the commit that made it; also the order
    Column("round", Integer, nullable=False),
    Column("instrument", String(60), nullable=False),
    Column("item", String(60), nullable=False),
    Column("action", Text, nullable=False),  # JSON; see `verkostotyokalut.framework.arrangement`
    Column("undone", Boolean, nullable=False),
)

agreement = Table(
    "agreement",
    metadata,
    _session_key(),
    Column("id", String(12), primary_key=True),
    Column("sort", String(12), nullable=False),
    Column("what", Text, nullable=False),
    Column("who", Text, nullable=False),  # a role or an organisation; empty when not said
    Column("due", Date),
    Column("instrument", String(60)),  # what it is about, if anything
    Column("item", String(60)),
    Column("removed", Boolean, nullable=False),
    Column("made", Integer, nullable=False),  # the commit that made it; also the order
    Column("changed", Integer, nullable=False),
)
