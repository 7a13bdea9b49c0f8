"""The addresses by which phones of the same network reach this computer.

``verkostotyokalut --lan`` says with ``VERKOSTO_LAN`` that phones may come: ``auto``, or the
address that the leader named. Kernels inherit it.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address

import psutil

VARIABLE = "VERKOSTO_LAN"
AUTO = "auto"

# By their names in Linux, macOS and Windows: what leads to a container, a virtual machine or a
# private tunnel, and not to the room. (macOS shares its own Wi-Fi by bridge100, Windows by
# "Local Area Connection* 2": those are hotspots.)
_ELSEWHERE = re.compile(
    r"(?:br-|cali|cni|docker|dummy|flannel|ham\d|ifb|kube|lxc|lxd|podman|ppp|tailscale|tap|tun"
    r"|vboxnet|veth|virbr|vmnet|wg|zt"
    r"|anpi|awdl|feth|gif|ipsec|llw|stf|utun|vmenet"
    r"|.*(?:virtual|vmware|hyper-v|wsl|vpn|zerotier|wintun|wireguard|nordlynx|loopback))",
    re.IGNORECASE,
)
_WIRELESS = re.compile(r"(?:wl|wi-?fi|ap\d|langaton|trådlös)", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """An address of this computer, and the network that it is in, by the system's own name."""

    address: str
    network: str


def wanted() -> str:
    """Return what ``VERKOSTO_LAN`` says; empty when phones are not to come."""
    return os.environ.get(VARIABLE, "")


def every() -> list[Address]:
    """List this computer's IPv4 addresses in networks that are up, loopback aside."""
    return [
        Address(str(address), network)
        for network, address in _up()
        if not (address.is_loopback or address.is_unspecified)
    ]


def addresses() -> list[Address]:
    """List the addresses by which phones may reach this computer, the likeliest first.

    Those that lead elsewhere (containers, virtual machines, private tunnels) are left out, unless
    there are no others; those that the system made up for want of a network, always.
    """
    found = [one for one in every() if not IPv4Address(one.address).is_link_local]
    real = [one for one in found if not _ELSEWHERE.match(one.network)]
    way_out = _way_out()

    def rank(one: Address) -> tuple[bool, bool, bool]:
        private = IPv4Address(one.address).is_private
        return (one.address != way_out, not private, not _WIRELESS.match(one.network))

    return sorted(real or found, key=rank)


def _up() -> Iterator[tuple[str, IPv4Address]]:
    stats = psutil.net_if_stats()
    for network, found in psutil.net_if_addrs().items():
        if network in stats and stats[network].isup:
            for one in found:
                if one.family == socket.AF_INET:
                    yield network, IPv4Address(one.address)


def _way_out() -> str:
    """Return the address by which this computer would go out into the world; empty if none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # sends nothing: it only asks for the way
        except OSError:
            return ""
        return str(probe.getsockname()[0])
