"""The leader's wall: what it shows, and that each press is kept and can be undone."""

from typing import Any

import pytest

from tests.live.making import change
from verkostotyokalut.live import Action, Database, answers, sessions
from verkostotyokalut.widgets import LiveSession, Wall

INSTRUMENT = "pelisaannot"


@pytest.fixture
def live(db: Database) -> LiveSession:
    session = sessions.create(db, f"vain-{INSTRUMENT}", minimum=3)
    return LiveSession(db, sessions.move(db, session.id, Action.START))


def write(db: Database, live: LiveSession, *notes: str) -> None:
    now = sessions.get(db, live.id)
    assert live.instrument is not None
    item = live.instrument.item_ids[0]
    for number, text in enumerate(notes):
        me = answers.join(db, live.id).participant
        value = {"notes": [{"id": f"note{number:02}", "text": text}], "likes": []}
        answers.save(db, [change(now, me, item, value, 1)])
    live.refresh()


def first(wall: Wall) -> dict[str, Any]:
    item: dict[str, Any] = wall.view["items"][0]
    return item


def texts(notes: list[dict[str, Any]]) -> set[str]:
    return {note["text"] for note in notes}


def send(wall: Wall, live: LiveSession, **content: Any) -> None:
    wall._on_message(wall, content, [])
    live.refresh()
    wall._update()


def act(wall: Wall, live: LiveSession, **action: str) -> None:
    send(wall, live, item=first(wall)["id"], action=action)


def test_there_is_no_wall_where_nothing_is_written(db: Database) -> None:
    session = sessions.create(db, "vain-riskit")
    live = LiveSession(db, sessions.move(db, session.id, Action.START))
    assert Wall(live).view["items"] == []


def test_too_few_writers_are_shown_to_nobody(db: Database, live: LiveSession) -> None:
    write(db, live, "Kuunnellaan", "Tullaan ajoissa")
    item = first(Wall(live))
    assert item["empty"] == "alle 3 vastausta"
    assert "Kuunnellaan" not in str(item)


def test_the_leader_sees_the_notes_before_the_room_and_groups_them(
    db: Database, live: LiveSession
) -> None:
    write(db, live, "Kuunnellaan", "Tullaan ajoissa", "Kysytään")
    wall = Wall(live)
    assert live.results is None
    assert texts(first(wall)["notes"]) == {"Kuunnellaan", "Tullaan ajoissa", "Kysytään"}
    act(wall, live, do="name", group="g1", title="Puhe")
    note = next(n for n in first(wall)["notes"] if n["text"] == "Kysytään")
    act(wall, live, do="group", note=note["id"], group="g1")
    (group,) = first(wall)["groups"]
    assert (group["title"], texts(group["notes"])) == ("Puhe", {"Kysytään"})
    assert texts(first(wall)["notes"]) == {"Kuunnellaan", "Tullaan ajoissa"}
    other = Wall(LiveSession(db, sessions.get(db, live.id)))
    assert other.view == wall.view


def test_what_was_done_is_undone_and_done_again(db: Database, live: LiveSession) -> None:
    write(db, live, "Kuunnellaan", "Tullaan ajoissa", "Hölmö juttu")
    wall = Wall(live)
    assert (wall.view["can_undo"], wall.view["can_redo"]) == (False, False)
    note = next(n for n in first(wall)["notes"] if n["text"] == "Hölmö juttu")
    act(wall, live, do="hide", note=note["id"])
    assert texts(first(wall)["hidden"]) == {"Hölmö juttu"}
    assert (wall.view["can_undo"], wall.view["can_redo"]) == (True, False)
    send(wall, live, do="undo")
    assert first(wall)["hidden"] == []
    assert (wall.view["can_undo"], wall.view["can_redo"]) == (False, True)
    send(wall, live, do="redo")
    assert texts(first(wall)["hidden"]) == {"Hölmö juttu"}
    live.move(Action.REVEAL)
    assert "Hölmö" not in str(live.results.walls[first(wall)["id"]].notes)


@pytest.mark.parametrize(
    "content",
    [
        {"item": "muu", "action": {"do": "hide", "note": "a"}},
        {"item": "muu"},
        {"item": 5, "action": {}},
        {"do": "all"},
        {},
    ],
)
def test_what_is_no_action_changes_nothing(
    db: Database, live: LiveSession, content: dict[str, Any]
) -> None:
    write(db, live, "Kuunnellaan", "Tullaan ajoissa", "Kysytään")
    wall = Wall(live)
    before = wall.view
    send(wall, live, **content)
    assert wall.view == before
