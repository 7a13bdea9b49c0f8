"""The report's page on method explains the ways of judging that it has used, with their sources."""

import pytest

from tests.report.conftest import Room
from tests.report.test_baseline import say
from tests.report.test_html import report
from verkostotyokalut.framework import LANGUAGES, Language
from verkostotyokalut.live import Action, Database
from verkostotyokalut.live.comparisons import Beside
from verkostotyokalut.report.baseline import bring
from verkostotyokalut.report.judged import Judged, judged
from verkostotyokalut.report.round_writer import write
from verkostotyokalut.report.shown import shown

HEADINGS = {
    "fi": "Kuinka varmoja erot ovat",
    "sv": "Hur säkra skillnaderna är",
    "en": "How sure the differences are",
}
OVERLAP, SHARES = "Schenker, N.", ("Brown, L. D.", "Wilson, E. B.")


def of(room: Room) -> Judged:
    return judged(shown(room.db, room.session))


def following(db: Database, workshop: str, *, people: int = 12) -> Room:
    """Hold a workshop twice; the second is compared with the first."""
    before, room = Room(db, workshop), Room(db, workshop)
    before.answer(people)
    before.show()
    bring(db, room.id, write(db, before.id))
    room.answer(people, seed=2)
    room.show()
    return room


@pytest.mark.parametrize("language", LANGUAGES)
def test_intervals_of_medians_have_their_sources(db: Database, language: Language) -> None:
    room = following(db, "vain-ydinelementit")
    assert of(room) == Judged(medians=True)
    words = report(room, language).text
    assert HEADINGS[language] in words
    assert OVERLAP in words and "Conover, W. J." in words
    assert not any(author in words for author in SHARES)


@pytest.mark.parametrize("name", ["suhteet", "toimintatavat", "hyodyt", "verkoston-sykli"])
def test_intervals_of_shares_have_their_sources(db: Database, name: str) -> None:
    room = following(db, f"vain-{name}")
    assert of(room) == Judged(shares=True)
    words = report(room).text
    assert HEADINGS["fi"] in words
    assert all(author in words for author in (OVERLAP, *SHARES))


def test_changes_of_people_have_their_source(db: Database) -> None:
    room = Room(db, "vain-ydinelementit")
    say(room, 2)
    room.show()
    room.live.move(Action.AGAIN)
    say(room, 4)
    room.show()
    assert of(room) == Judged()
    assert HEADINGS["fi"] not in report(room).text and OVERLAP not in report(room).text
    room.live.compare(Beside.ROUNDS)
    assert of(room) == Judged(medians=True, people=True)
    assert "merkkitesti; Conover, 1999" in report(room).text


@pytest.mark.parametrize("people", [4, 5])
def test_what_has_no_interval_is_not_explained(db: Database, people: int) -> None:
    assert of(following(db, "vain-ydinelementit", people=people)) == Judged()


@pytest.mark.parametrize(("minimum", "detail"), [(3, 5), (5, 8)])
def test_the_stricter_limit_is_told(db: Database, minimum: int, detail: int) -> None:
    words = report(Room(db, "vain-ydinelementit", minimum=minimum)).text
    assert f"jakaumat, näytetään vasta, kun vastaajia on vähintään {detail}." in words
