"""The addresses by which phones reach this computer, on machines of every sort."""

import socket
from types import SimpleNamespace

import psutil
import pytest

from verkostotyokalut.live import lan

# As the systems themselves name them: network, address; one that is down begins with a dash.
MACHINES = {
    "a laptop in the venue's Wi-Fi, with Docker and a tunnel": (
        [
            ("lo", "127.0.0.1"),
            ("docker0", "172.17.0.1"),
            ("br-5f1c2a", "172.18.0.1"),
            ("veth12ab", "169.254.3.4"),
            ("virbr0", "192.168.122.1"),
            ("wg0", "10.8.0.2"),
            ("-enp3s0", "192.168.5.5"),
            ("wlp2s0", "192.168.1.20"),
        ],
        "10.8.0.2",
        ["192.168.1.20"],
    ),
    "a cable to the world and a hotspot for the room": (
        [("lo", "127.0.0.1"), ("eth0", "10.0.0.7"), ("wlan0", "10.42.0.1")],
        "10.0.0.7",
        ["10.0.0.7", "10.42.0.1"],
    ),
    "a hotspot with no internet at all": (
        [("lo", "127.0.0.1"), ("eth0", "10.0.0.7"), ("wlan0", "10.42.0.1")],
        "",
        ["10.42.0.1", "10.0.0.7"],
    ),
    "Windows with its own hotspot, Hyper-V, VirtualBox and a cable that is out": (
        [
            ("Loopback Pseudo-Interface 1", "127.0.0.1"),
            ("Ethernet", "169.254.10.20"),
            ("vEthernet (Default Switch)", "172.29.144.1"),
            ("vEthernet (WSL (Hyper-V firewall))", "172.20.0.1"),
            ("VirtualBox Host-Only Network", "192.168.56.1"),
            ("Paikallisverkkoyhteys* 10", "192.168.137.1"),
            ("Wi-Fi", "192.168.43.21"),
        ],
        "192.168.43.21",
        ["192.168.43.21", "192.168.137.1"],
    ),
    "a Mac that shares its Wi-Fi, behind a VPN": (
        [
            ("lo0", "127.0.0.1"),
            ("utun4", "100.70.1.2"),
            ("awdl0", "169.254.9.9"),
            ("en0", "130.233.1.2"),
            ("bridge100", "192.168.2.1"),
        ],
        "100.70.1.2",
        ["192.168.2.1", "130.233.1.2"],
    ),
    "nothing but a container's address": (
        [("lo", "127.0.0.1"), ("docker0", "172.17.0.1")],
        "",
        ["172.17.0.1"],
    ),
    "no network": ([("lo", "127.0.0.1"), ("Wi-Fi", "169.254.7.7")], "", []),
}


@pytest.mark.parametrize("name", MACHINES)
def test_the_likeliest_come_first(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    there, way_out, expected = MACHINES[name]
    machine(monkeypatch, there, way_out)
    assert [one.address for one in lan.addresses()] == expected


def machine(
    monkeypatch: pytest.MonkeyPatch, there: list[tuple[str, str]], way_out: str = ""
) -> None:
    """Let the system tell of these networks."""

    def address(family: int, text: str) -> SimpleNamespace:
        return SimpleNamespace(family=family, address=text)

    networks = {
        network.removeprefix("-"): [
            address(socket.AF_INET6, "fe80::1"),
            address(socket.AF_INET, text),
            address(psutil.AF_LINK, "02:fc:00:00:00:01"),
        ]
        for network, text in there
    }
    up = {one.removeprefix("-"): SimpleNamespace(isup=one[0] != "-") for one, _ in there}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: networks)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: up)
    monkeypatch.setattr(lan, "_way_out", lambda: way_out)


def test_what_leads_elsewhere_is_still_an_address_of_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine(monkeypatch, [("lo", "127.0.0.1"), ("wg0", "10.8.0.2"), ("-eth0", "10.0.0.1")])
    assert lan.every() == [lan.Address("10.8.0.2", "wg0")]


def test_this_computers_own_addresses_are_found() -> None:
    every = {one.address for one in lan.every()}
    assert "127.0.0.1" not in every
    assert {one.address for one in lan.addresses()} <= every
    for address in every:
        with socket.socket() as here:  # only an address of one's own can be taken
            here.bind((address, 0))
