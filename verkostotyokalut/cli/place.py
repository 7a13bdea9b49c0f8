"""Where to serve: the host that phones can reach, and a port."""

from __future__ import annotations

import ipaddress
import socket

from .saying import _, fail


def place(lan: bool, port: int | None) -> tuple[str, int]:
    """Return the host and the port to serve at.

    Parameters
    ----------
    lan
        Whether other devices of the local network have to reach the server.
    port
        The port to use; by default Jupyter's usual one or the first free one after it.
    """
    host = _lan_address() if lan else "localhost"
    if port is not None and _taken(port):
        fail(_("The port {port} is taken. Choose another with --port.").format(port=port))
    return host, port or _free_port()


def _lan_address() -> str:
    """Return the address by which other devices of the local network reach this computer."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it only asks which way it would go
            address = str(probe.getsockname()[0])
        except OSError:
            address = "127.0.0.1"
    if ipaddress.ip_address(address).is_loopback:
        fail(_("This computer is in no network. Connect it to the Wi-Fi, or open a hotspot."))
    return address


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    """Return Jupyter's usual port, or the first free one after it."""
    return next(port for port in range(8888, 9888) if not _taken(port))
