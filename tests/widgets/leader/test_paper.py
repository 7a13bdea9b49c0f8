"""Paper answers: what the leader types comes to the store, and only then is it told as saved."""

import random
from typing import Any

import pytest

from tests.live.making import CORE, ITEMS
from tests.widgets.room import people_answer
from verkostotyokalut.framework import LANGUAGES, instrument, instrument_ids, kinds, workshop
from verkostotyokalut.live import (
    Action,
    Database,
    Session,
    StorageError,
    Trouble,
    groups,
    paper,
    sessions,
)
from verkostotyokalut.widgets import LiveSession, PaperAnswers

KINDS = sorted(kinds())


class Typing(PaperAnswers):
    """The widget with a page that writes down what it is sent."""

    def __init__(self, session: LiveSession) -> None:
        self.sent: list[dict[str, Any]] = []
        self.files: list[bytes] = []
        super().__init__(session)

    def send(self, content: Any, buffers: Any = None) -> None:
        self.sent.append(content)
        self.files += buffers or []

    def ask(self, **content: Any) -> dict[str, Any]:
        """Send a message as the page does, and return what comes to it."""
        self.sent.clear()
        self._on_message(self, content, [])
        return self.sent[-1] if self.sent else {}

    def keep(self, number: int, lines: dict[str, Any], **more: Any) -> dict[str, Any]:
        content = {
            "do": "keep",
            "press": "p1",
            "sheet": number,
            "round": self.session.round,
            "instrument": self.asked.get("instrument", CORE),
            "lines": lines,
            "group": None,
            "version": 0,
        }
        return self.ask(**(content | more))


def line(*numbers: Any, text: str = "") -> dict[str, Any]:
    return {"id": "abc123", "text": text, "numbers": list(numbers)}


FULL = {item: [line(4)] for item in ITEMS}


@pytest.fixture
def live(db: Database, session: Session) -> LiveSession:
    return LiveSession(db, session)


def numbers_of(widget: Typing) -> list[tuple[int, int]]:
    return [(sheet["number"], sheet["items"]) for sheet in widget.view["sheets"]]


def test_a_sheet_counts_as_a_person(db: Database, live: LiveSession, session: Session) -> None:
    widget = Typing(live)
    people_answer(db, session, 4)
    told = widget.keep(1, FULL)
    assert (told["type"], told["press"]) == ("kept", "p1")
    assert told["version"] > 0
    assert numbers_of(widget) == [(1, 12)]
    assert (live.joined, live.answered, live.done) == (5, 5, 5)
    assert widget.view["why"] == ""
    live.move(Action.REVEAL)
    assert live.results.n == 5


def test_a_sheet_is_opened_corrected_and_taken_away(live: LiveSession) -> None:
    widget = Typing(live)
    version = widget.keep(3, {**FULL, ITEMS[1]: [line("dont_know")]})["version"]
    opened = widget.ask(do="open", press="p2", sheet=3)
    assert (opened["type"], opened["press"], opened["sheet"]) == ("sheet", "p2", 3)
    assert opened["version"] == version
    assert opened["lines"][ITEMS[1]] == [{"numbers": ("dont_know",), "text": "", "id": ""}]
    # Nobody's answers stay in the widget's state, which notebooks may keep.
    assert "dont_know" not in str(widget.view)
    second = widget.keep(3, {ITEMS[0]: [line(1)]}, version=version)
    assert numbers_of(widget) == [(3, 1)]
    assert widget.keep(3, {}, version=second["version"])["version"] == 0
    assert numbers_of(widget) == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_typed_in_and_opened_again(db: Database, kind: str) -> None:
    name = next(name for name in instrument_ids() if instrument(name).question.kind == kind)
    asked, chance = instrument(name), random.Random(kind)
    session = sessions.move(db, sessions.create(db, f"vain-{name}").id, Action.START)
    widget = Typing(LiveSession(db, session))
    answers = {
        item: asked.question.imagine(chance, chance.random(), item) for item in asked.item_ids
    }
    lines = {
        item: [row._asdict() for row in asked.question.to_paper(value)]
        for item, value in answers.items()
    }
    assert widget.asked["form"]["slots"] or widget.asked["form"]["characters"]
    assert widget.keep(1, lines)["type"] == "kept"
    assert paper.get(db, sessions.get(db, session.id), 1).answers == answers
    assert widget.ask(do="open", press="p2", sheet=1)["lines"] == lines


@pytest.mark.parametrize(
    "wrong",
    [
        {"sheet": 0},
        {"sheet": 1000},
        {"sheet": "1"},
        {"lines": {ITEMS[0]: [line(6)]}},
        {"lines": {ITEMS[0]: [line(4, 4)]}},
        {"lines": {ITEMS[0]: [line(4), line(4)]}},
        {"lines": {ITEMS[0]: [line([4])]}},
        {"lines": {ITEMS[0]: [{"numbers": [4]}]}},
        {"lines": {ITEMS[0]: [line(4, text="hei")]}},
        {"lines": {ITEMS[0]: "4"}},
        {"lines": {"eiole": [line(4)]}},
        {"lines": []},
        {"group": "eiole"},
        {"version": None},
        {"instrument": "eiole"},
    ],
)
def test_what_is_no_sheet_is_refused(live: LiveSession, wrong: dict[str, Any]) -> None:
    widget = Typing(live)
    told = widget.keep(1, **({"lines": FULL} | wrong))
    assert told["type"] == "refused"
    assert told["why"] in {"invalid", "moved_on"}
    assert told["words"]
    assert live.joined == 0


@pytest.mark.parametrize(
    "content",
    [
        {"do": "open", "press": "p", "sheet": "1"},
        {"do": "open", "press": "p", "sheet": 7000},
        {"do": "print", "instrument": "riskit", "language": "fi"},
        {"do": "print", "instrument": CORE, "language": "de"},
        {"do": "print", "instrument": "../etc", "language": "fi"},
        {"do": "keep"},
        {},
    ],
)
def test_what_is_no_wish_gives_nothing(live: LiveSession, content: dict[str, Any]) -> None:
    widget = Typing(live)
    assert widget.ask(**content).get("lines", {}) == {}
    assert widget.files == []


def test_sheets_wait_for_a_question_and_end_with_the_results(db: Database) -> None:
    live = LiveSession(db, sessions.create(db, CORE))
    widget = Typing(live)
    assert widget.asked == {}
    assert "kun työpaja kysyy jotakin" in widget.view["why"]
    live.move(Action.START)
    widget._update()
    assert (widget.view["why"], widget.asked["instrument"]) == ("", CORE)
    people_answer(db, sessions.get(db, live.id), 5)
    version = widget.keep(1, FULL)["version"]
    live.move(Action.REVEAL)
    widget._update()
    assert "Huone on nähnyt tulokset" in widget.view["why"]
    assert "mitä yksi ihminen vastasi" in widget.view["why"]
    late = widget.keep(2, FULL)
    assert (late["type"], late["why"]) == ("refused", "shown")
    assert widget.keep(1, {}, version=version)["type"] == "refused"
    assert widget.ask(do="open", press="p", sheet=1) == {}
    assert live.joined == 6
    place = widget.asked["place"]
    live.move(Action.AGAIN)
    widget._update()
    assert widget.asked["place"] != place
    assert numbers_of(widget) == [(1, 0)]  # the same person may answer again
    live.move(Action.CLOSE)
    widget._update()
    assert widget.view["why"] == "Työpaja on päättynyt"


def test_a_sheet_of_the_question_before_is_not_mixed_with_this_one(live: LiveSession) -> None:
    widget = Typing(live)
    told = widget.keep(1, FULL, round=2)
    assert (told["type"], told["why"]) == ("refused", "moved_on")
    widget.keep(1, FULL)
    told = widget.keep(1, {ITEMS[0]: [line(1)]})
    assert (told["type"], told["why"]) == ("refused", "changed")


def test_a_store_that_is_full_is_told_and_nothing_is_said_to_be_saved(
    live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = Typing(live)

    def full(*_: object) -> None:
        raise StorageError(Trouble.FULL, "x", "y")

    monkeypatch.setattr(paper, "put", full)
    told = widget.keep(1, FULL)
    assert (told["type"], told["why"], bool(told["words"])) == ("refused", "store", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_of_all_that_the_workshop_asks_are_printed(db: Database, language: Any) -> None:
    live = LiveSession(db, sessions.create(db, "verkostosuunnitelma", language=language))
    groups.add(db, live.id, "Kunta <b>", "Yritys")
    live.refresh()
    widget = Typing(live)
    steps = workshop("verkostosuunnitelma").steps
    asked = list(dict.fromkeys(step.instrument for step in steps if step.instrument))
    assert [one["id"] for one in widget.view["printable"]] == asked
    for name in asked:
        told = widget.ask(do="print", instrument=name, language=language)
        assert (told["name"], told["mime"]) == (f"{name}-{language}.html", "text/html")
    assert len(widget.files) == len(asked)
    page = widget.files[0].decode()
    assert f'<html lang="{language}">' in page
    assert "Kunta &lt;b&gt;" in page


def test_groups_are_offered_and_kept(db: Database, live: LiveSession) -> None:
    (kunta,) = groups.add(db, live.id, "Kunta")
    live.refresh()
    widget = Typing(live)
    assert widget.view["groups"] == [{"id": kunta, "label": "Kunta"}]
    widget.keep(1, FULL, group=kunta)
    assert widget.view["sheets"] == [{"number": 1, "items": 12, "group": kunta}]
    assert widget.ask(do="open", press="p", sheet=1)["group"] == kunta
