"""The leader's wall: groups, hidden and merged notes, and nothing lost however it is arranged."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis.arrangement import Arrangement, Note, arrange
from verkostotyokalut.framework.arrangement import is_action

IDS = ["a", "b", "c", "d"]
GROUPS = ["g", "h", ""]


def notes(*ids: str) -> list[Note]:
    return [Note(name, name.upper()) for name in ids or IDS]


def do(do: str, **rest: str) -> dict[str, Any]:
    return {"do": do, **rest}


def shown(arrangement: Arrangement) -> dict[str, list[str]]:
    return {group.id: [card.id for card in group.notes] for group in arrangement.groups}


NAMED = [do("name", group="g", title="Eka"), do("name", group="h", title="Toka")]


def test_groups_stand_in_the_order_they_were_made_and_the_rest_comes_last() -> None:
    found = arrange(notes(), [*NAMED, do("group", note="c", group="h")])
    assert [(group.id, group.title) for group in found.groups] == [
        ("g", "Eka"),
        ("h", "Toka"),
        ("", ""),
    ]
    assert shown(found) == {"g": [], "h": ["c"], "": ["a", "b", "d"]}


def test_a_group_gets_a_new_name_in_its_place() -> None:
    found = arrange(notes(), [*NAMED, do("name", group="g", title="Uusi")])
    assert [group.title for group in found.groups] == ["Uusi", "Toka", ""]


def test_notes_of_a_removed_group_are_back_among_the_others() -> None:
    log = [*NAMED, do("group", note="a", group="g"), do("remove", group="g")]
    assert shown(arrange(notes(), log)) == {"h": [], "": IDS}
    made_again = [*log, do("name", group="g", title="Taas")]
    assert shown(arrange(notes(), made_again)) == {"h": [], "g": [], "": IDS}


def test_a_note_leaves_its_group_and_no_note_goes_where_there_is_none() -> None:
    log = [*NAMED, do("group", note="a", group="g")]
    assert shown(arrange(notes(), [*log, do("group", note="a", group="")]))["g"] == []
    assert shown(arrange(notes(), [*log, do("group", note="a", group="x")]))["g"] == ["a"]


def test_a_hidden_note_is_put_aside_and_comes_back_where_it_was() -> None:
    log = [*NAMED, do("group", note="a", group="g"), do("hide", note="a")]
    found = arrange(notes(), log)
    assert shown(found) == {"g": [], "h": [], "": ["b", "c", "d"]}
    assert [card.id for card in found.hidden] == ["a"]
    assert shown(arrange(notes(), [*log, do("restore", note="a")]))["g"] == ["a"]


def test_merged_notes_are_one_that_everyone_likes_who_likes_any() -> None:
    liked = [
        Note("a", "A", liked_by=frozenset({"p", "q"})),
        Note("b", "B", liked_by=frozenset({"q", "r"})),
    ]
    [group] = arrange(liked, [do("merge", note="a", into="b")]).groups
    [card] = group.notes
    assert (card.id, card.text, card.likes, card.count, card.merged) == ("b", "B", 3, 2, ("a",))


def test_chains_and_circles_of_merging_are_one_note() -> None:
    log = [do("merge", note=one, into=other) for one, other in ("ab", "bc", "ca", "aa")]
    found = arrange(notes(), log)
    assert shown(found) == {"": ["c", "d"]}
    assert [card.count for card in found.groups[0].notes] == [3, 1]


def test_splitting_takes_one_out_or_all() -> None:
    log = [
        *NAMED,
        do("group", note="c", group="g"),
        do("merge", note="a", into="c"),
        do("merge", note="b", into="c"),
    ]
    assert shown(arrange(notes(), log)) == {"g": ["c"], "h": [], "": ["d"]}
    one = arrange(notes(), [*log, do("split", note="a")])
    assert shown(one)["g"] == ["a", "c"]
    assert [card.count for card in one.groups[0].notes] == [1, 2]
    assert shown(arrange(notes(), [*log, do("split", note="c")]))["g"] == ["a", "b", "c"]


def test_what_is_split_from_a_hidden_note_stays_hidden() -> None:
    log = [do("merge", note="a", into="b"), do("hide", note="b"), do("split", note="a")]
    found = arrange(notes("a", "b"), log)
    assert {card.id for card in found.hidden} == {"a", "b"}


def test_hidden_words_never_stand_for_others() -> None:
    log = [do("hide", note="a"), do("merge", note="a", into="b"), do("merge", note="b", into="a")]
    found = arrange(notes("a", "b"), log)
    assert shown(found) == {"": ["b"]}
    assert [card.id for card in found.hidden] == ["a"]


def test_a_merged_note_stays_when_the_one_it_went_into_is_taken_back() -> None:
    log = [*NAMED, do("group", note="b", group="g"), do("merge", note="a", into="b")]
    assert shown(arrange(notes("a", "c"), log)) == {"g": ["a"], "h": [], "": ["c"]}
    assert shown(arrange(notes("a"), [*log, do("hide", note="b")])) == {"g": [], "h": [], "": []}


NOTE, GROUP = st.sampled_from([*IDS, "unknown"]), st.sampled_from(GROUPS)
ACTIONS = st.one_of(
    st.builds(lambda n, g: do("group", note=n, group=g), NOTE, GROUP),
    st.builds(lambda g: do("name", group=g, title="Nimi"), st.sampled_from(["g", "h"])),
    st.builds(lambda g: do("remove", group=g), st.sampled_from(["g", "h"])),
    st.builds(lambda d, n: do(d, note=n), st.sampled_from(["hide", "restore", "split"]), NOTE),
    st.builds(lambda n, into: do("merge", note=n, into=into), NOTE, NOTE),
)


@given(st.lists(ACTIONS, max_size=30), st.lists(st.sampled_from(IDS), unique=True))
def test_no_note_is_ever_lost_or_doubled(log: list[dict[str, Any]], ids: list[str]) -> None:
    assert all(map(is_action, log))
    found = arrange([Note(name, name.upper()) for name in ids], log)
    cards = [card for group in found.groups for card in group.notes] + found.hidden
    everywhere = [name for card in cards for name in (card.id, *card.merged)]
    assert sorted(everywhere) == sorted(ids)
    assert all(card.count == 1 + len(card.merged) for card in cards)
    assert found.groups[-1].id == ""
