"""Words of people in tables: one line, nothing unseen, and never a formula unnoticed."""

import pytest

from verkostotyokalut.report.tables import looks_like_formula, tame


def test_words_become_one_line_without_what_nobody_sees() -> None:
    assert tame("\tKaksi\r\nriviä\x00\u2028ja\u202e\ud800 🦊 ") == "Kaksi riviä ja 🦊"


@pytest.mark.parametrize("words", ["=1+1", "+358", "-1", "@SUM(A1)", "＝1+1", "\xa0=1+1"])
def test_formulas_are_known(words: str) -> None:
    assert looks_like_formula(words)


@pytest.mark.parametrize("words", ["", "1+1", "Ensin = sitten", "– ajatus", "'=1"])
def test_other_words_are_words(words: str) -> None:
    assert not looks_like_formula(words)
