"""What a leader may do with notes: only actions of known form get into the log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.framework.arrangement import TITLE, is_action

ACTIONS = [
    {"do": "group", "note": "abc123-0f", "group": "g1"},
    {"do": "group", "note": "abc123-0f", "group": ""},
    {"do": "name", "group": "g1", "title": "Yhteinen suunta"},
    {"do": "remove", "group": "g1"},
    {"do": "hide", "note": "a"},
    {"do": "restore", "note": "a"},
    {"do": "merge", "note": "a", "into": "b"},
    {"do": "split", "note": "a"},
]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action["do"])
def test_known_actions_are_taken(action: dict[str, str]) -> None:
    assert is_action(action)
    for key in action:
        assert not is_action({name: value for name, value in action.items() if name != key})
        assert not is_action({**action, key: 1})
        assert not is_action({**action, "more": "x"})


@pytest.mark.parametrize(
    "action",
    [
        {"do": "explode", "note": "a"},
        {"do": "hide", "note": ""},
        {"do": "hide", "note": "A"},
        {"do": "hide", "note": "a" * 41},
        {"do": "remove", "group": ""},
        {"do": "name", "group": "g1", "title": "  "},
        {"do": "name", "group": "g1", "title": "x" * (TITLE + 1)},
        {"do": "name", "group": "g1", "title": "a\nb"},
        {"do": ["hide"], "note": "a"},
        [],
        None,
    ],
)
def test_anything_else_is_refused(action: object) -> None:
    assert not is_action(action)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["do", "note"]), inner),
    )
)
def test_whatever_comes_is_judged(value: object) -> None:
    assert is_action(value) in {True, False}
