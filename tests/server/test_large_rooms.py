"""While a large room is told something, answers have their turn."""

import asyncio

from verkostotyokalut.server.rooms import PORTION, _tell_each


class Listener:
    def __init__(self) -> None:
        self.participant = ""
        self.told: list[str] = []

    def tell(self, message: str) -> None:
        self.told.append(message)

    def leave(self, code: int) -> None:
        raise AssertionError(code)


async def test_a_large_room_is_told_in_portions() -> None:
    room = [Listener() for _ in range(4 * PORTION)]
    heard_at: list[int] = []

    async def others() -> None:
        while True:
            heard_at.append(sum(bool(one.told) for one in room))
            await asyncio.sleep(0)

    task = asyncio.create_task(others())
    await _tell_each((one, str(number)) for number, one in enumerate(room))
    task.cancel()
    assert [one.told for one in room] == [[str(number)] for number in range(len(room))]
    assert heard_at == [PORTION, 2 * PORTION, 3 * PORTION, 4 * PORTION]
