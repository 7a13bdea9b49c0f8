"""The stages: every action at every stage of every kind of step."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.framework import Guide, Screen, Step, Text, Workshop
from verkostotyokalut.live import Action, NotNow, Position, Stage, allowed
from verkostotyokalut.live.stage import after

WORDS = Text(fi="a", sv="b", en="c")


def step(screen: Screen, instrument: str | None, name: str = "x") -> Step:
    return Step(
        id=name,
        title=WORDS,
        minutes=5,
        instrument=instrument,
        screen=screen,
        guide=Guide(purpose=WORDS, introduce=WORDS),
        message=None if instrument else WORDS,
    )


def workshop(*steps: tuple[Screen, str | None]) -> Workshop:
    made = tuple(step(screen, name, f"s{n}") for n, (screen, name) in enumerate(steps))
    return Workshop(id="koe", title=WORDS, aim=WORDS, steps=made)


JOIN, ASK, TALK, TITLE = (
    (Screen.JOIN, None),
    (Screen.RESULTS, "ydinelementit"),
    (Screen.RESULTS, None),
    (Screen.TITLE, None),
)
PLAN = workshop(JOIN, ASK, TALK, TITLE)

S, A = Stage, Action
EXPECTED = {
    # step 0: people join
    (0, S.DRAFTED): {A.START: (1, S.COLLECTING), A.CLOSE: (0, S.CLOSED)},
    (0, S.COLLECTING): {A.NEXT: (1, S.COLLECTING), A.CLOSE: (0, S.CLOSED)},
    # step 1: the phones ask
    (1, S.COLLECTING): {
        A.LOCK: (1, S.LOCKED),
        A.REVEAL: (1, S.REVEALED),
        A.NEXT: (2, S.LOCKED),
        A.BACK: (0, S.COLLECTING),
        A.CLOSE: (1, S.CLOSED),
    },
    (1, S.LOCKED): {
        A.UNLOCK: (1, S.COLLECTING),
        A.REVEAL: (1, S.REVEALED),
        A.NEXT: (2, S.LOCKED),
        A.BACK: (0, S.COLLECTING),
        A.AGAIN: (1, S.COLLECTING),
        A.CLOSE: (1, S.CLOSED),
    },
    (1, S.REVEALED): {
        A.LOCK: (1, S.FROZEN),
        A.HIDE: (1, S.COLLECTING),
        A.NEXT: (2, S.FROZEN),
        A.BACK: (0, S.COLLECTING),
        A.AGAIN: (1, S.COLLECTING),
        A.CLOSE: (1, S.CLOSED),
    },
    (1, S.FROZEN): {
        A.UNLOCK: (1, S.REVEALED),
        A.HIDE: (1, S.LOCKED),
        A.NEXT: (2, S.FROZEN),
        A.BACK: (0, S.COLLECTING),
        A.AGAIN: (1, S.COLLECTING),
        A.CLOSE: (1, S.CLOSED),
    },
    # step 2: what was shown is talked about
    (2, S.LOCKED): {
        A.REVEAL: (2, S.FROZEN),
        A.NEXT: (3, S.COLLECTING),
        A.BACK: (1, S.LOCKED),
        A.CLOSE: (2, S.CLOSED),
    },
    (2, S.FROZEN): {
        A.HIDE: (2, S.LOCKED),
        A.NEXT: (3, S.COLLECTING),
        A.BACK: (1, S.LOCKED),
        A.CLOSE: (2, S.CLOSED),
    },
    # step 3: a title, and the last
    (3, S.COLLECTING): {A.BACK: (2, S.LOCKED), A.CLOSE: (3, S.CLOSED)},
    # ended, and opened again: nothing is asked or shown by itself
    (0, S.CLOSED): {A.REOPEN: (0, S.COLLECTING)},
    (1, S.CLOSED): {A.REOPEN: (1, S.LOCKED)},
    (2, S.CLOSED): {A.REOPEN: (2, S.LOCKED)},
    (3, S.CLOSED): {A.REOPEN: (3, S.COLLECTING)},
}


@pytest.mark.parametrize(("where", "action"), list(product(EXPECTED, Action)))
def test_every_action_where_a_session_can_stand(where: tuple[int, Stage], action: Action) -> None:
    now = Position(*where)
    expected = EXPECTED[where].get(action)
    if expected is None:
        assert action not in allowed(PLAN, now)
        with pytest.raises(NotNow):
            after(PLAN, now, action)
    else:
        assert action in allowed(PLAN, now)
        assert after(PLAN, now, action) == Position(*expected)


def test_those_are_all_the_places_where_a_session_can_stand() -> None:
    reached, ahead = set(), [Position(0, Stage.DRAFTED)]
    while ahead:
        now = ahead.pop()
        if now not in reached:
            reached.add(now)
            ahead += [after(PLAN, now, action) for action in allowed(PLAN, now)]
    assert reached == {Position(*where) for where in EXPECTED}


def test_a_workshop_that_begins_by_asking_starts_at_its_first_step() -> None:
    for plan in (workshop(ASK, TALK), workshop(JOIN)):
        assert after(plan, Position(0, S.DRAFTED), A.START) == Position(0, S.COLLECTING)


KINDS = st.sampled_from([JOIN, ASK, TALK, TITLE, (Screen.RESULTS, "toinen"), (Screen.TITLE, "muu")])


@given(st.lists(KINDS, min_size=1, max_size=6), st.data())
def test_results_are_shown_only_after_they_were_revealed(
    kinds: list[tuple[Screen, str | None]], data: st.DataObject
) -> None:
    plan = workshop(*kinds)
    now, revealed = Position(0, Stage.DRAFTED), None
    for _ in range(15):
        can = allowed(plan, now)
        assert list(can) == [action for action in Action if action in can]
        if not can:
            break
        action = data.draw(st.sampled_from(can))
        then = after(plan, now, action)
        if action is Action.REVEAL:
            revealed = plan.instrument_at(then.step)
        elif action in {Action.HIDE, Action.BACK, Action.AGAIN, Action.CLOSE}:
            revealed = None
        if then.stage.shows_results:
            assert revealed is not None
            assert plan.instrument_at(then.step) == revealed
        if then.stage.accepts_answers and action in {Action.UNLOCK, Action.REVEAL, Action.HIDE}:
            assert plan.steps[then.step].instrument is not None
        assert then.step - now.step in ({-1} if action is Action.BACK else {0, 1})
        now = then
    assert (now.stage is Stage.CLOSED) == (allowed(plan, now) == (Action.REOPEN,))


def test_what_each_stage_means() -> None:
    assert {stage for stage in Stage if stage.accepts_answers} == {S.COLLECTING, S.REVEALED}
    assert {stage for stage in Stage if stage.shows_results} == {S.REVEALED, S.FROZEN}
