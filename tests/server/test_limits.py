"""So many at once, so many a second: with a clock that the test turns, and on a real server."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.server.phone import calling, joined
from tests.server.test_pages import get, trouble
from tests.serving import Server, serving
from verkostotyokalut.live import Action
from verkostotyokalut.server.limits import Allowance


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_and_then_a_steady_rate() -> None:
    clock = Clock()
    allowance = Allowance(2, 5, clock)
    assert [allowance.take() for _ in range(7)] == [True] * 5 + [False] * 2
    clock.now += 0.5
    assert [allowance.take() for _ in range(2)] == [True, False]
    clock.now += 1000
    assert [allowance.take() for _ in range(6)] == [True] * 5 + [False]


@given(st.lists(st.floats(0, 3), max_size=60), st.floats(0.1, 50), st.integers(1, 20))
def test_never_more_than_the_burst_and_the_rate_allow(
    pauses: list[float], rate: float, burst: int
) -> None:
    clock = Clock()
    allowance = Allowance(rate, burst, clock)
    taken = 0
    for pause in pauses:
        clock.now += pause
        taken += allowance.take()
    assert taken <= burst + sum(pauses) * rate + 1e-6
    assert taken >= min(len(pauses), burst)


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose owner has set narrow limits, in Jupyter's own configuration."""
    folder = tmp_path_factory.mktemp("strict")
    (folder / "config").mkdir()
    (folder / "config" / "jupyter_server_config.py").write_text(
        "c.Limits.wrong_codes_burst = 3\n"
        "c.Limits.wrong_codes_per_second = 0.001\n"
        "c.Limits.participants = 2\n"
        "c.Limits.connections = 4\n"
    )
    with serving(folder) as running:
        yield running


async def test_wrong_codes_run_out_and_right_ones_do_not(strict: Server) -> None:
    codes = [(await get(strict, f"verkosto/l/EEEEE{n}")).code for n in range(2, 7)]
    assert codes == [404] * 3 + [429] * 2
    response = await get(strict, "verkosto/l/EEEEEE")
    assert trouble(response) == "Liian monta väärää koodia. Odota minuutti ja yritä uudelleen."
    assert (await get(strict, f"verkosto/l/{strict.session.code}")).code == 200


async def test_a_full_session_is_told_and_its_own_come_back(strict: Server) -> None:
    session = strict.new(Action.START)
    address = strict.socket(session.code)
    async with joined(address) as first, joined(address):
        async with calling(address) as third:
            await third.say({"type": "hello", "protocol": 1, "participant": None, "version": 0})
            assert (await third.hear("error"))["reason"] == "full"
            assert await third.closed() == 4006
        async with joined(address, first.token) as again:
            assert again.token == first.token


async def test_silent_connections_are_counted_too(strict: Server) -> None:
    address = strict.socket(strict.new(Action.START).code)
    async with calling(address), calling(address), calling(address), joined(address):
        fifth = await refused(address)
        assert fifth == [{"type": "error", "reason": "full"}]
    async with joined(address) as again:
        assert again.token


async def refused(address: str) -> list[dict[str, object]]:
    async with calling(address) as phone:
        assert await phone.closed() == 4006
        return phone.heard
