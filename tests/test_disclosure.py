"""A room that answers, changes its mind and its groups: all that it is shown gives nobody away."""

import random
from contextlib import suppress
from pathlib import Path

from tests.attack import CASES, Said, leaks
from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.analysis.by_group import NOBODYS, hidden_cells
from verkostotyokalut.live import (
    Action,
    Choice,
    Database,
    NotNow,
    Session,
    answers,
    comparisons,
    cuts,
    groups,
    sessions,
)
from verkostotyokalut.live.comparisons import Beside, CannotCompare

MINIMUM = 3
MOVES = [*([Action.REVEAL, Action.UNLOCK] * 4), Action.HIDE, Action.LOCK, Action.AGAIN]


def test_no_sequence_of_views_gives_anybody_away(tmp_path: Path) -> None:
    """Attack random workshops through every picture of the whole and of the groups."""
    db = Database(f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    seen_in_all = compared_in_all = 0
    for seed in range(CASES // 200):
        room = Room(db, random.Random(seed))
        for _ in range(60):
            room.happen()
            room.look()
        seen_in_all += len(room.views)
        compared_in_all += room.compared
        assert not leaks(room.views, MINIMUM), f"seed {seed}"
    db.close()
    assert seen_in_all > CASES // 60 and compared_in_all > CASES // 20


class Room:
    """People who do at random what people do, and all that they have been shown."""

    def __init__(self, db: Database, draw: random.Random) -> None:
        self._db, self._draw = db, draw
        self._id = collecting(db, minimum=MINIMUM).id
        self._groups = groups.add(db, self._id, "Kunnat", "Järjestöt")
        size = draw.randint(4, 9)
        self._people = [answers.join(db, self._id).participant for _ in range(size)]
        self._seq = 0
        self._said: dict[tuple[int, str], int] = {}
        self.views: set[frozenset[Said]] = set()
        self.compared = 0
        for who in self._people:
            self._choose(who)
            self._answer(who)

    @property
    def _session(self) -> Session:
        return sessions.get(self._db, self._id)

    def happen(self) -> None:
        """Let something happen."""
        who = self._draw.choice(self._people)
        what = self._draw.random()
        if what < 0.65:
            self._answer(who)
        elif what < 0.75:
            self._choose(who)
        elif what < 0.95:
            with suppress(NotNow):
                sessions.move(self._db, self._id, self._draw.choice(MOVES))
        else:
            with suppress(CannotCompare):
                comparisons.take(self._db, self._id, Beside.GROUPS)

    def _answer(self, who: str) -> None:
        """Say something else than ever before, so that what is seen tells when it was said.

        Some take their answer back, and perhaps give another one later.
        """
        now = self._session
        if not now.stage.accepts_answers:
            return
        last = self._said.get((now.round, who), 0)
        value = None if last and self._draw.random() < 0.08 else last + 1
        if value is not None and value > 5:
            return
        self._said[now.round, who] = value or last
        self._seq += 1
        answers.save(self._db, [change(now, who, ITEMS[0], value, self._seq)])

    def _choose(self, who: str) -> None:
        self._seq += 1
        group = self._draw.choice([*self._groups, None])
        answers.save(self._db, [Choice(self._id, who, group, self._seq)])

    def look(self) -> None:
        """Look at all that is shown now of each round."""
        now = self._session
        for round_ in range(1, now.round + 1):
            if round_ == now.round and not now.stage.shows_results:
                continue
            rows = answers.seen(self._db, self._id, round_, CORE)
            self._show(round_, rows, [{who for who, _, value in rows if value is not None}])
            first = answers.seen(self._db, self._id, round_, CORE, first=True)
            self._show(round_, first, self._cells(round_, first))

    def _show(
        self, round_: int, rows: list[tuple[str, str, object]], cells: list[set[str]]
    ) -> None:
        said = {who: (who, (round_, value)) for who, _, value in rows}
        self.views |= {
            frozenset(said[who] for who in cell) for cell in cells if len(cell) >= MINIMUM
        }

    def _cells(self, round_: int, rows: list[tuple[str, str, object]]) -> list[set[str]]:
        compared = comparisons.of_all(self._db, self._id).get((CORE, round_))
        if compared is None or ITEMS[0] in cuts.shrunk(self._db, self._id, round_, CORE):
            return []
        self.compared += 1
        names = [group.id for group in compared[Beside.GROUPS].groups]
        members = compared[Beside.GROUPS].members
        item = ITEMS[0]
        hidden = hidden_cells(rows, [item], [*names, NOBODYS], members, MINIMUM)[item]
        people = {who for who, _, value in rows if value is not None}
        return [
            {who for who in people if members.get(who) == name}
            for name in names
            if name not in hidden
        ]
