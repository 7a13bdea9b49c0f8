"""What was agreed the last time is suggested first, as it could be agreed anew."""

from datetime import date

import pytest

from tests.live.making import CORE, ITEMS, collecting
from tests.widgets.room import people_answer
from verkostotyokalut.live import Action, Database, Session, agreements
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.report.baseline import bring
from verkostotyokalut.report.round_content import Agreed
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.widgets import Agreements, LiveSession
from verkostotyokalut.widgets.leader.suggestions import again

TODAY = date(2026, 11, 22)


def agreed(sort: Sort, due: date | None = None, item: str | None = None) -> Agreed:
    return Agreed(
        sort=sort,
        what="Kutsutaan nuoret",
        who="järjestöt",
        due=due,
        instrument=CORE if item else None,
        item=item,
    )


@pytest.mark.parametrize(
    ("sort", "due", "then"),
    [
        (Sort.ACTION, date(2026, 1, 31), None),
        (Sort.CLOCK, date(2025, 3, 1), date(2027, 3, 1)),
        (Sort.CLOCK, date(2025, 12, 24), date(2026, 12, 24)),
        (Sort.CLOCK, date(2024, 2, 29), date(2027, 2, 28)),
        (Sort.CLOCK, TODAY, TODAY),
        (Sort.CLOCK, None, None),
    ],
)
def test_days_come_again_in_the_annual_clock_alone(
    sort: Sort, due: date | None, then: date | None
) -> None:
    assert again([agreed(sort, due)], set(), TODAY) == [
        Words(sort, "Kutsutaan nuoret", "järjestöt", then)
    ]


def test_it_is_about_what_is_asked_now_or_about_nothing() -> None:
    known = {(CORE, ITEMS[0])}
    (kept, gone) = again(
        [agreed(Sort.RULE, item=ITEMS[0]), agreed(Sort.RULE, item=ITEMS[1])], known, TODAY
    )
    assert (kept.instrument, kept.item) == (CORE, ITEMS[0])
    assert (gone.instrument, gone.item) == (None, None)


def test_it_is_suggested_until_it_is_agreed(db: Database, session: Session) -> None:
    old = collecting(db)
    people_answer(db, old, 6)
    for what in ("Tavataan syksyllä", "Soitetaan kuntiin"):
        agreements.add(db, old.id, Words(Sort.ACTION, what, "hallitus"))
    LiveSession(db, old).move(Action.REVEAL)
    bring(db, session.id, write(db, old.id))
    live = LiveSession(db, session)

    def suggested() -> list[str]:
        widget = Agreements(live)
        part = next(part for part in widget.view["parts"] if part["id"] == Sort.ACTION)
        return [f"{one['what']} ({one['who']})" for one in part["suggestions"]]

    assert suggested() == ["Tavataan syksyllä (hallitus)", "Soitetaan kuntiin (hallitus)"]
    live.agree(Words(Sort.ACTION, "tavataan syksyllä"))
    assert suggested() == ["Soitetaan kuntiin (hallitus)"]
