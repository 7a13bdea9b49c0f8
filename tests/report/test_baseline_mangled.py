"""A round file whose numbers somebody has changed: what can't be is left out, the rest is drawn."""

from contextlib import suppress
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.conftest import earlier
from tests.report.test_baseline_kinds import EVERY, NOW, drawn, held
from tests.report.test_round_file import sealed
from verkostotyokalut.framework import instrument
from verkostotyokalut.report.round_file import RoundFileError, read

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 14)
    | st.sampled_from([2**53, -1.5, 0.5, 2.5, 99.5, 100, 1e15])
    | st.floats(-3, 110)
    | st.text(max_size=3)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["n", "now", "x", "counts", "mean"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def paths(part: Any) -> list[tuple[Any, ...]]:
    """Return where everything is that can be mangled."""
    keys = list(part) if isinstance(part, dict) else range(len(part)) if type(part) is list else []
    return [(key, *rest) for key in keys for rest in [(), *paths(part[key])]]


def mangle(part: Any, keys: tuple[Any, ...], how: str, data: st.DataObject) -> None:
    """Change what is there: to anything, to nothing, or so that the sum beside it stays."""
    for key in keys[:-1]:
        part = part[key]
    key, value = keys[-1], part[keys[-1]]
    if how == "gone":
        del part[key]
    elif how == "hidden":
        part[key] = None
    elif how == "moved" and type(value) in {int, float}:
        beside = list(part) if isinstance(part, dict) else range(len(part))
        other = data.draw(
            st.sampled_from([one for one in beside if type(part[one]) is type(value)])
        )
        by = data.draw(st.sampled_from([1, -1, value]))
        part[key] -= by
        part[other] += by
    else:
        part[key] = data.draw(JSON)


@EVERY
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_mangled_numbers_are_left_out_or_drawn(name: str, data: st.DataObject) -> None:
    asked, content = instrument(name), deepcopy(held(name).content)
    last = content["instruments"][0]["rounds"][0]
    for _ in range(data.draw(st.integers(1, 3))):
        if where := paths(last.get("items")):
            keys = data.draw(st.sampled_from([("n",), *(("items", *one) for one in where)]))
            how = data.draw(st.sampled_from(["moved", "moved", "hidden", "gone", "anything"]))
            with suppress(KeyError):  # it is gone already
                mangle(last, keys, how, data)
    try:
        file = read(sealed(content))
    except RoundFileError:
        return
    for one in earlier([file], asked, "fi"):
        assert drawn(asked, one, one._replace(id="now", label=NOW))
