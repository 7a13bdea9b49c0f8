"""Sessions and changes as tests need them."""

from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Change, Database, Session, Value, sessions

CORE = "ydinelementit"
ITEMS = instrument(CORE).item_ids


def collecting(db: Database, workshop: str = CORE, *, minimum: int = 5) -> Session:
    """Open a session and start it: the phones ask the workshop's first instrument."""
    drafted = sessions.create(db, workshop, minimum=minimum)
    return sessions.move(db, drafted.id, Action.START)


def change(session: Session, who: str, item: str, value: Value, seq: int) -> Change:
    """Make a change that answers what ``session`` asks."""
    return Change(session.id, session.round, session.asked or CORE, who, item, value, seq)
