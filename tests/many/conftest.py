"""Two servers for participants, and a leader's own with a kernel, on one PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from tests.kernel import start
from tests.many.pool import Address, Member, wait_for
from tests.postgresql import Cluster, cluster
from tests.serving import Server, serving


@dataclass(frozen=True)
class Place:
    """All that there is; ``members`` share ``address``."""

    postgresql: Cluster
    members: list[Member]
    address: Address
    leader: Server
    kernel: str

    @property
    def ports(self) -> list[int]:
        """Where the servers are."""
        leaders = urlsplit(self.leader.base).port
        assert leaders is not None
        return [*(member.port for member in self.members), leaders]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("many")
    with cluster() as postgresql:
        members = [Member(folder / name, postgresql.url) for name in ("first", "second")]
        (folder / "leader").mkdir()
        try:
            with (
                serving(folder / "leader", VERKOSTO_DATABASE_URL=postgresql.url) as leader,
                Address(members) as address,
            ):
                kernel = start(leader)
                wait_for(members)
                yield Place(postgresql, members, address, leader, kernel)
        finally:
            for member in members:
                member.stop()
