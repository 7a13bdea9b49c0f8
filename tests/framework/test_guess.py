"""Guessing the room's answers: the same items, asked otherwise."""

import pytest

from verkostotyokalut.framework import LANGUAGES, UnknownContent, instrument, workshop
from verkostotyokalut.framework.question import GUESS


def test_a_guess_asks_the_same_items_in_other_words() -> None:
    core, guess = instrument("ydinelementit"), instrument(f"{GUESS}ydinelementit")
    assert (guess.id, guess.guesses) == ("arvaus-ydinelementit", "ydinelementit")
    assert guess.items == core.items
    for language in LANGUAGES:
        assert core.title.into(language) in guess.title.into(language)
        assert guess.intro.into(language) != core.intro.into(language)
    assert guess.public()["guesses"] == "ydinelementit"
    assert "guesses" not in core.public()


def test_a_picture_that_needs_the_leader_is_left_out() -> None:
    assert instrument(f"{GUESS}jasenen-lahtokohdat").question.pictures == ("profile", "items")


@pytest.mark.parametrize("of", ["", "eiole", "tavoitteet", "arvaus-ydinelementit"])
def test_only_a_scale_that_is_there_can_be_guessed(of: str) -> None:
    with pytest.raises(UnknownContent):
        instrument(f"{GUESS}{of}")


def test_a_workshop_asks_first_and_lets_guess_then() -> None:
    plan = workshop(f"vain-{GUESS}ydinelementit")
    assert [step.instrument for step in plan.steps] == [
        None,
        "ydinelementit",
        "arvaus-ydinelementit",
        None,
    ]
    assert plan.id == "vain-arvaus-ydinelementit"
    with pytest.raises(UnknownContent):
        workshop("vain-arvaus-tavoitteet")
