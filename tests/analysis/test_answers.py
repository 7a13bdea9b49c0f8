"""Answers of any kind as they come."""

from verkostotyokalut.analysis import Answers
from verkostotyokalut.framework import LEADER, instrument

SYKLI = instrument("verkoston-sykli")


def test_the_leader_is_left_out() -> None:
    item, place = SYKLI.item_ids[0], {"phase": SYKLI.question.phases[0].id, "part": 1}
    answers = Answers(SYKLI)
    answers.update([("a", item, place), (LEADER, item, place)])
    assert answers.answered == 1
    assert answers.of(item) == [place]
