"""Join codes: read from a wall, typed in any way."""

from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.live.codes import ALPHABET, LENGTH, clean_code, new_code, spaced

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_new_codes_are_clean_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(clean_code(code) == code for code in codes)


def test_letters_that_look_alike_are_not_used() -> None:
    assert not set(ALPHABET) & set("0O1IL")
    assert len(set(ALPHABET)) == len(ALPHABET) == 31


@given(CODES, st.randoms())
def test_space_case_and_dashes_do_not_matter(code: str, chance: object) -> None:
    pick = chance.choice  # type: ignore[attr-defined]
    typed = "".join(
        pick(["", " ", "-", "\t", "\N{NO-BREAK SPACE}"]) + pick([c, c.lower()]) for c in code
    )
    assert clean_code(typed) == code
    assert clean_code(spaced(code)) == code


@given(st.text(max_size=12))
def test_what_comes_through_is_a_code(typed: str) -> None:
    code = clean_code(typed)
    assert code is None or (len(code) == LENGTH and set(code) <= set(ALPHABET))
    if code is not None:
        assert clean_code(code) == code


@given(CODES)
def test_a_code_is_read_aloud_in_two_halves(code: str) -> None:
    assert spaced(code).split(" ") == [code[:3], code[3:]]
