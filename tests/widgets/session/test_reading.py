"""A kernel that reads now and then sees the same pictures as one that reads all at once."""

from typing import Any

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.analysis import numbers
from verkostotyokalut.framework import LEADER, instrument
from verkostotyokalut.live import Action, Database, NotNow, answers, sessions
from verkostotyokalut.report.shown import collected
from verkostotyokalut.widgets.session.reading import Reading

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["a", "b", "c", "d", "e", LEADER]),
            st.sampled_from(ITEMS[:2]),
            st.sampled_from([1, 2, "dont_know", None]),
        ),
        st.sampled_from(["read", "read", Action.REVEAL, Action.HIDE]),
    ),
    max_size=60,
)


def same(one: Any, other: Any) -> bool:
    return all(
        a.equals(b) if isinstance(a, pd.DataFrame | pd.Series) else a == b
        for a, b in zip(one, other, strict=True)
    )


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_reading_bit_by_bit_comes_to_the_same(db: Database, steps: list[object]) -> None:
    session = collecting(db, minimum=3)
    asked = instrument(CORE)
    reading, read_to = Reading(db, session.id, CORE, 1, 3), 0
    for number, step in enumerate([*steps, "read"], start=1):
        if isinstance(step, Action):
            try:
                sessions.move(db, session.id, step)
            except NotNow:
                continue
        elif isinstance(step, tuple):
            answers.save(db, [change(session, *step, number)])
        else:
            news = answers.news(db, session.id, after=read_to, round_=1, instrument_id=CORE)
            reading.take(news)
            read_to = news.session.changed
            whole = collected(db, session.id, asked, 1)
            assert same(reading.results, numbers(asked).results(whole, asked, 3))
            assert reading.waiting == _waiting(db, session.id)


def _waiting(db: Database, session_id: str) -> int:
    news = answers.news(db, session_id, after=0, round_=1, instrument_id=CORE)
    return len(
        {
            row.participant
            for row in news.given
            if row.participant != LEADER
            and row.item in news.cuts
            and row.changed > news.cuts[row.item]
            and row.value != row.before
        }
    )
