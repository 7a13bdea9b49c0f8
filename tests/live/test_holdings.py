"""What a session holds is counted, so that a leader knows what is deleted with it."""

from tests.live.making import ITEMS, change, collecting
from verkostotyokalut.live import Database, Session, agreements, answers, holdings, sessions
from verkostotyokalut.live.agreements import words_from
from verkostotyokalut.live.holdings import Holding


def test_what_there_is_of_each_session(db: Database, session: Session) -> None:
    other, empty = collecting(db), collecting(db)
    me, you = (answers.join(db, session.id).participant for _ in range(2))
    answers.join(db, other.id)
    answers.save(
        db,
        [
            change(session, me, ITEMS[0], 3, 1),
            change(session, me, ITEMS[1], 4, 2),
            change(session, you, ITEMS[0], 5, 1),
            change(session, you, ITEMS[1], 5, 2),
            change(session, you, ITEMS[1], None, 3),  # taken back
            change(session, answers.lead(db, session.id).participant, ITEMS[0], 2, 1),
        ],
    )
    kept = agreements.add(db, session.id, words_from({"sort": "rule", "what": "Kuunnellaan"}))
    gone = agreements.add(db, session.id, words_from({"sort": "rule", "what": "Ei"}))
    assert kept != gone
    agreements.remove(db, session.id, gone)
    assert holdings.of_all(db) == {session.id: Holding(2, 3, 1), other.id: Holding(1, 0, 0)}
    assert empty.id not in holdings.of_all(db)
    sessions.delete(db, session.id)
    assert list(holdings.of_all(db)) == [other.id]
