"""Where to serve: a port, and the address by which phones reach this computer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tornado.netutil import bind_sockets

from ..live import lan
from ..live.lan_words import no_network_words
from .saying import _, fail


@dataclass(frozen=True)
class Place:
    """Where the server is heard, and by whom.

    Parameters
    ----------
    port
        The port.
    wanted
        What ``--lan`` asked for: ``auto``, an address, or empty when phones are not to come.
    address
        The address that phones are told, or ``localhost``.
    others
        The others by which phones may reach this computer.
    """

    port: int
    wanted: str = ""
    address: str = "localhost"
    others: tuple[lan.Address, ...] = ()

    @property
    def ip(self) -> str:
        """The address to listen at: all there are, or only what this computer itself sees."""
        return "0.0.0.0" if self.wanted else "localhost"


def place(wanted: str | None, port: int | None) -> Place:
    """Choose where to serve.

    Parameters
    ----------
    wanted
        What ``--lan`` asks for; None when only this computer has to reach the server.
    port
        The port to use; by default Jupyter's usual one or the first free one after it.
    """
    address, others = _address(wanted) if wanted else ("localhost", ())
    found = Place(0, wanted or "", address, others)
    ports = range(8888, 9888) if port is None else [port]
    free = next((one for number in ports if _free(one := replace(found, port=number))), None)
    if free is None:
        fail(_("The port {port} is taken. Choose another with --port.").format(port=ports[0]))
    return free


def _address(wanted: str) -> tuple[str, tuple[lan.Address, ...]]:
    found = lan.addresses()
    every = lan.every()
    if wanted == lan.AUTO:
        if not found:
            fail(no_network_words("fi"))
        return found[0].address, tuple(found[1:])
    if wanted not in {one.address for one in every}:
        words = _("This computer does not have the address {address}. It has: {known}")
        fail(words.format(address=wanted, known=listed(every) or "–"))
    return wanted, tuple(one for one in found if one.address != wanted)


def listed(found: list[lan.Address] | tuple[lan.Address, ...]) -> str:
    """Write addresses in a row, each with its network."""
    return ", ".join(f"{one.address} ({one.network})" for one in found)


def _free(place: Place) -> bool:
    """Tell whether the port is free, by taking it for a moment as the server will."""
    try:
        # Both: some systems let one program have the port here and another everywhere.
        for ip in {"localhost", place.ip}:
            for listening in bind_sockets(place.port, ip):
                listening.close()
    except OSError:
        return False
    return True
