"""The cycle: alone it tells the method, with a session what the room has been shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.live.making import change
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Database, Value, answers, sessions
from verkostotyokalut.widgets import Cycle, LiveSession

NAMES = ["verkoston-sykli", "syklin-vaiheet"]


@pytest.fixture
def live(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveSession:
    """A session that asks the place on the cycle, then the phases' items."""
    words = {"fi": "Koe", "sv": "Prov", "en": "Trial"}
    steps = [
        {
            "id": name,
            "title": words,
            "minutes": 5,
            "instrument": name,
            "screen": "results",
            "guide": {"purpose": words, "introduce": words},
        }
        for name in NAMES
    ]
    monkeypatch.setenv("VERKOSTO_CONTENT", str(tmp_path))
    file = tmp_path / "workshops" / "koe" / "workshop.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"id": "koe", "title": words, "aim": words, "steps": steps}))
    session = sessions.create(db, "koe", minimum=3)
    sessions.move(db, session.id, Action.START)
    return LiveSession(db, session)


def people(db: Database, live: LiveSession, count: int, value: Value) -> None:
    """Let so many join and answer every item of the step with the same."""
    now = sessions.get(db, live.id)
    assert now.asked
    for _ in range(count):
        who = answers.join(db, now.id).participant
        items = instrument(now.asked).item_ids
        answers.save(db, [change(now, who, item, value, 1) for item in items])
    live.refresh()


def chart(cycle: Cycle) -> Any:
    return cycle.children[0]


def panel(cycle: Cycle) -> dict[str, Any]:
    return dict(cycle.children[1].view)


def press(cycle: Cycle, phase: str) -> None:
    chart(cycle)._handle_custom_msg({"type": "press", "id": phase}, [])


def open_places(cycle: Cycle) -> list[str]:
    places = json.loads(chart(cycle).figure)["layout"]["meta"]["places"]
    return [place["id"] for place in places if place["open"]]


def test_alone_a_phase_opens_its_items_and_closes_again() -> None:
    cycle = Cycle()
    assert (panel(cycle), open_places(cycle)) == ({}, [])
    press(cycle, "eteneminen")
    assert open_places(cycle) == ["eteneminen"]
    opened = panel(cycle)
    assert opened["title"] == "3. Edetään ja opitaan"
    dimension = instrument("syklin-vaiheet").dimensions[2]
    assert [item["statement"] for item in opened["items"]] == [
        item.statement.fi for item in dimension.items
    ]
    assert opened["advice"] == [text.fi for text in dimension.advice.low]
    assert (opened["standing"], {item["words"] for item in opened["items"]}) == ("", {""})
    press(cycle, "arviointi")
    assert panel(cycle)["id"] == "arviointi"
    press(cycle, "arviointi")
    assert (panel(cycle), open_places(cycle)) == ({}, [])


def test_the_panel_closes_itself() -> None:
    cycle = Cycle(language="sv")
    press(cycle, "sopiminen")
    assert panel(cycle)["title"] == "2. Vi enas om riktningen"
    cycle.children[1]._handle_custom_msg({"type": "close"}, [])
    assert (panel(cycle), open_places(cycle)) == ({}, [])


def test_live_it_shows_the_rooms_results_once_they_are_shown(
    db: Database, live: LiveSession
) -> None:
    cycle = Cycle(live)
    press(cycle, "sopiminen")
    people(db, live, 5, {"phase": "sopiminen", "part": 2})
    assert panel(cycle)["standing"] == ""
    live.move(Action.REVEAL)
    assert panel(cycle)["standing"] == "nyt 5"
    assert "Sovitaan suunnasta (5/5)" in chart(cycle).twin["caption"]
    live.move(Action.NEXT)
    people(db, live, 5, 2)
    assert {item["words"] for item in panel(cycle)["items"]} == {""}
    live.move(Action.REVEAL)
    assert panel(cycle)["standing"] == "nyt 5 · taso 2/5"
    assert panel(cycle)["items"][0]["words"] == "mediaani 2 · yksimielinen · n = 5"


def test_of_a_few_the_median_alone_is_said(db: Database, live: LiveSession) -> None:
    cycle = Cycle(live)
    press(cycle, "sopiminen")
    people(db, live, 4, {"phase": "sopiminen", "part": 2})
    live.move(Action.REVEAL)
    assert panel(cycle)["standing"] == ""
    assert "alle 5 vastausta" in chart(cycle).twin["caption"]
    live.move(Action.NEXT)
    people(db, live, 4, 2)
    live.move(Action.REVEAL)
    assert panel(cycle)["items"][0]["words"] == "mediaani 2 · n = 4"


def test_what_too_few_have_answered_is_said_in_words(db: Database, live: LiveSession) -> None:
    cycle = Cycle(live)
    live.move(Action.NEXT)
    people(db, live, 2, 5)
    live.move(Action.REVEAL)
    press(cycle, "kokoaminen")
    assert panel(cycle)["standing"] == "taso –"
    assert {item["words"] for item in panel(cycle)["items"]} == {"alle 3 vastausta"}
    assert "5" not in json.dumps([panel(cycle)["standing"], chart(cycle).twin])


def test_a_new_round_leaves_the_earlier_one_as_a_mark(db: Database, live: LiveSession) -> None:
    cycle = Cycle(live)
    people(db, live, 5, {"phase": "kokoaminen", "part": 1})
    live.move(Action.REVEAL)
    live.move(Action.AGAIN)
    twin = chart(cycle).twin
    assert (twin["columns"], twin["rows"][0][1:]) == (["Vaihe", "Aiemmat kierrokset"], ["1"])
    people(db, live, 5, {"phase": "arviointi", "part": 3})
    live.move(Action.REVEAL)
    rows = chart(cycle).twin["rows"]
    assert [row[1:] for row in rows] == [["0", "1"], ["0", ""], ["0", ""], ["5", ""]]


def test_levels_that_an_earlier_round_asked_still_hold(db: Database, live: LiveSession) -> None:
    cycle = Cycle(live)
    live.move(Action.NEXT)
    people(db, live, 3, 4)
    live.move(Action.REVEAL)
    live.move(Action.AGAIN)
    press(cycle, "arviointi")
    assert panel(cycle)["standing"] == "taso 4/5"
