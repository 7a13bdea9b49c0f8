"""``--lan``: which address phones are told, and what is said when there is none."""

import asyncio
import os
import pty
import re
import signal
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tornado.httpclient import AsyncHTTPClient

from tests.live.test_lan import machine
from tests.serving import COMMAND, environment, free_port
from verkostotyokalut.cli import main, serve
from verkostotyokalut.cli.place import Place, place
from verkostotyokalut.live import lan

WIFI, HOTSPOT, TUNNEL = "192.168.1.20", "10.42.0.1", "10.8.0.2"
NETWORKS = [("lo", "127.0.0.1"), ("wlan0", WIFI), ("wlan1", HOTSPOT), ("wg0", TUNNEL)]


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer in the venue's Wi-Fi and with a hotspot of its own."""
    machine(monkeypatch, NETWORKS, WIFI)


@pytest.mark.parametrize(
    ("words", "wanted", "name"),
    [
        (["open"], None, "ydinelementit"),
        (["open", "--lan"], lan.AUTO, "ydinelementit"),
        (["open", "ydinelementit", "--lan", "--no-browser"], lan.AUTO, "ydinelementit"),
        (["open", "--lan", "vetajan-peili"], lan.AUTO, "vetajan-peili"),
        (["open", "--lan", HOTSPOT, "vetajan-peili"], HOTSPOT, "vetajan-peili"),
        (["open", f"--lan={HOTSPOT}"], HOTSPOT, "ydinelementit"),
        (["open", "--lan", "fe80::1"], "fe80::1", "ydinelementit"),
        (["open", "--lan", "10.42"], "10.42", "ydinelementit"),
    ],
)
def test_an_address_may_follow(words: list[str], wanted: str | None, name: str) -> None:
    assert isinstance(main, click.Group)
    command = main.commands["open"]
    given = command.make_context("open", list(words[1:])).params
    assert (given["lan"], given["name"]) == (wanted, name)


def test_the_lobby_takes_an_address_too() -> None:
    for words, wanted in ((["--lan"], lan.AUTO), (["--lan", HOTSPOT], HOTSPOT)):
        assert main.make_context("verkostotyokalut", list(words)).params["lan"] == wanted


@pytest.mark.parametrize(
    ("wanted", "address", "others"),
    [
        (lan.AUTO, WIFI, [HOTSPOT]),
        (HOTSPOT, HOTSPOT, [WIFI]),
        (TUNNEL, TUNNEL, [WIFI, HOTSPOT]),
    ],
)
@pytest.mark.usefixtures("room")
def test_the_likeliest_address_or_the_one_that_was_named(
    wanted: str, address: str, others: list[str]
) -> None:
    found = place(wanted, free_port())
    assert (found.ip, found.address) == ("0.0.0.0", address)
    assert [one.address for one in found.others] == others


def test_without_it_only_this_computer_reaches_the_server() -> None:
    found = place(None, free_port())
    assert (found.ip, found.address, found.wanted) == ("localhost", "localhost", "")


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("wanted", ["192.168.1.21", "10.42", "fe80::1"])
def test_an_address_of_another_computer(wanted: str) -> None:
    done = CliRunner().invoke(main, ["open", "--no-browser", "--lan", wanted])
    known = f"{WIFI} (wlan0), {HOTSPOT} (wlan1), {TUNNEL} (wg0)"
    words = f"Tällä tietokoneella ei ole osoitetta {wanted}. Sen osoitteet: {known}\n"
    assert (done.exit_code, done.output) == (1, words)


def test_a_computer_in_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, [("lo", "127.0.0.1"), ("eth0", "169.254.7.7")])
    done = CliRunner().invoke(main, ["--no-browser", "--lan"])
    assert done.exit_code == 1
    assert done.output.startswith("Tietokone ei ole verkossa.")


def test_what_a_leader_has_to_know_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    others = (lan.Address(HOTSPOT, "wlan1"),)
    serve.tell_of_the_network(Place(8899, lan.AUTO, WIFI, others))
    told = capsys.readouterr().out
    assert f"osoite siellä on {WIFI}" in told
    assert f"{HOTSPOT} (wlan1)" in told
    assert "palomuuri" in told
    serve.tell_of_the_network(Place(8899))
    assert capsys.readouterr().out == ""


async def test_phones_get_in_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    """Started in a terminal, as a leader does."""
    there = lan.addresses()
    if not there:
        pytest.skip("this machine is in no network")
    address, port = there[0].address, free_port()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "open", "--lan", address, "--no-browser", "--port", str(port)],
        env=environment(tmp_path),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        told = ""
        while "palomuuri" not in told:
            line = await asyncio.to_thread(process.stdout.readline)
            assert line, told
            told += line
        fetch = AsyncHTTPClient().fetch
        code = re.search(rf"http://{address}:{port}/verkosto/l/(\w{{6}})\n", told)
        assert code is not None
        assert (await fetch(code[0].strip())).code == 200
        closed = await fetch(f"http://{address}:{port}/api/contents", raise_error=False)
        assert closed.code == 403
        process.send_signal(signal.SIGINT)
        rest, _ = await asyncio.to_thread(process.communicate, timeout=30)
        assert process.returncode == 0
        assert "y/[n]" not in rest
        assert "Traceback" not in rest
    finally:
        process.kill()
        for end in (ours, theirs):
            os.close(end)
