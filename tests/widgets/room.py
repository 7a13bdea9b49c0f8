"""People who answer, straight into the store."""

from tests.live.making import ITEMS, change
from verkostotyokalut.live import Database, Outcome, Session, Value, answers, sessions


def people_answer(
    db: Database, session: Session, people: int, value: Value = 4, items: tuple[str, ...] = ITEMS
) -> list[str]:
    """Let so many join and answer every item; return who they are."""
    now = sessions.get(db, session.id)
    who = [answers.join(db, session.id).participant for _ in range(people)]
    outcomes = answers.save(db, [change(now, one, item, value, 1) for one in who for item in items])
    assert set(outcomes) <= {Outcome.SAVED}
    return who
