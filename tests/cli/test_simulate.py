"""``simulate``: rehearsal participants at a join address."""

import asyncio
from collections import Counter
from pathlib import Path

from tests.cli.running import refusal, run
from tests.live.making import CORE
from tests.serving import Server, free_port
from verkostotyokalut.live import Action, answers


def test_a_rehearsal_adds_up(server: Server, tmp_path: Path) -> None:
    session = server.new(Action.START)
    address = f"{server.base}verkosto/l/{session.code}"
    options = ["--participants", "8", "--seconds", "1.5", "--pace", "0.2", "--seed", "1"]
    done = run(tmp_path, "simulate", address, *options)
    assert done.returncode == 0, done.stderr
    counts = {word: int(n) for n, word in rehearsal(done.stdout)}
    news = answers.news(server.db, session.id, after=0, round_=1, instrument_id=CORE)
    assert counts["liittyi"] == news.joined == 8
    assert counts["lähetetty"] == counts["tallennettu"] == len(news.answers) > 20
    assert counts["vastaan"] == 0
    each = Counter(who for who, _, _ in news.answers)
    assert len(each) == 8
    assert max(each.values()) <= 12  # a first pass: every answer is to another item


def rehearsal(words: str) -> list[tuple[str, str]]:
    parts = [part.split() for part in words.strip().split(",")]
    return [(part[0], part[-1]) for part in parts]


def test_a_rehearsal_where_nothing_is_asked(server: Server, tmp_path: Path) -> None:
    session = server.new()
    address = f"{server.base}verkosto/l/{session.code.lower()}"
    done = run(tmp_path, "simulate", address, "--participants", "2", "--seconds", "1")
    assert done.returncode == 0, done.stderr
    assert [n for n, _ in rehearsal(done.stdout)] == ["2", "0", "0", "0"]


def test_a_rehearsal_at_a_wrong_address(server: Server, tmp_path: Path) -> None:
    wrong = [
        f"{server.base}verkosto/l/EEEEEE",
        f"{server.base}verkosto/",
        f"http://localhost:{free_port()}/verkosto/l/K7M4PX",
        "verkosto/l/K7M4PX",
        "ftp://localhost/verkosto",
    ]

    async def all_at_once() -> list[str]:
        return await asyncio.gather(
            *(
                asyncio.to_thread(refusal, tmp_path, "simulate", one, "--seconds", "1")
                for one in wrong
            )
        )

    for address, words in zip(wrong, asyncio.run(all_at_once()), strict=True):
        assert words.startswith(f"Osoitteeseen {address} ei voitu liittyä: ")
