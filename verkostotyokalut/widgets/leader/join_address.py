"""Where people join: the page's own outside address, or this computer's in the room's network.

Where servers of their own serve the participants, ``VERKOSTO_JOIN_URL`` names the address that
they share, such as ``https://osallistu.example.fi/``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from ...live import lan

VARIABLE = "VERKOSTO_JOIN_URL"


@dataclass(frozen=True)
class JoinAddress:
    """The server's address for those who join.

    Parameters
    ----------
    scheme
        ``http`` or ``https``.
    place
        Host, port and base URL, without a slash at the end.
    port
        The server's port, where phones of the same network come straight to it.
    only_here
        Whether other devices can't reach it.
    host
        The host that was chosen, when phones come by the network that this computer is in.
    hosts
        The addresses that there are to choose from, the likeliest first.
    """

    scheme: str
    place: str
    port: int = 0
    only_here: bool = False
    host: str = ""
    hosts: tuple[lan.Address, ...] = ()


def join_address(page: str, chosen: str | None) -> JoinAddress | None:
    """Return the address for those who join; None when the page has none.

    Made anew of its parts: whatever else the page's address holds (the token) stays there.

    Parameters
    ----------
    page
        The server's address as the leader's browser knows it.
    chosen
        Which of this computer's addresses the leader has chosen, if any.
    """
    shared = os.environ.get(VARIABLE, "")
    parts = urlsplit(shared or page)
    if parts.scheme not in {"http", "https"} or not parts.netloc or not parts.hostname:
        return None
    path = parts.path.rstrip("/")
    if shared or not (lan.wanted() and _of_this_computer(parts.hostname)):
        place = parts.netloc.rpartition("@")[2] + path
        return JoinAddress(parts.scheme, place, only_here=_loopback(parts.hostname))
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    hosts = _hosts(named := lan.wanted())
    known = [one.address for one in hosts]
    host = next((one for one in (chosen, named, *known) if one in known), "")
    place = f"{host or 'localhost'}:{port}{path}"
    return JoinAddress(parts.scheme, place, port, not host, host or "", hosts)


def _hosts(named: str) -> tuple[lan.Address, ...]:
    """List what there is to choose from; what the leader named is there whatever it leads to."""
    found = lan.addresses()
    known = {one.address for one in found}
    extra = [one for one in lan.every() if one.address == named and named not in known]
    return (*extra, *found)


def _of_this_computer(host: str) -> bool:
    return _loopback(host) or host in {one.address for one in lan.every()}


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
