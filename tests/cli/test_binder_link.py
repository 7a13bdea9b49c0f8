"""The link and the badge that open the console on Binder."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from verkostotyokalut.cli import main
from verkostotyokalut.framework import workshop_ids

ROOT = Path(__file__).resolve().parents[2]


def printed(*arguments: str) -> list[str]:
    done = CliRunner().invoke(main, ["binder-link", *arguments])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def refused(*arguments: str) -> str:
    done = CliRunner().invoke(main, ["binder-link", *arguments])
    assert done.exit_code != 0
    return done.output


@pytest.mark.parametrize(
    "repository", ["maija/verkko.2", "https://github.com/maija/verkko.2.git", "maija/verkko.2/"]
)
def test_the_link_opens_the_console(repository: str) -> None:
    link, badge = printed(repository)
    address = urlsplit(link)
    assert (address.scheme, address.netloc) == ("https", "mybinder.org")
    assert address.path == "/v2/gh/maija/verkko.2/HEAD"
    (opened,) = parse_qs(address.query, strict_parsing=True)["urlpath"]
    page = opened.removeprefix("voila/render/")
    assert page != opened
    assert (ROOT / page).is_file()
    assert badge == f"[![Binder](https://mybinder.org/badge_logo.svg)]({link})"


def test_a_release_and_a_workshop_are_named() -> None:
    for name in (workshop_ids()[0], "vain-riskit"):
        link, _ = printed("maija/verkko", "--ref", "kevät/v1 #2", "--workshop", name)
        address = urlsplit(link)
        assert address.path == "/v2/gh/maija/verkko/kev%C3%A4t/v1%20%232"
        (opened,) = parse_qs(address.query)["urlpath"]
        # What Binder opens has an address and a query of its own.
        assert parse_qs(urlsplit(opened).query) == {"workshop": [name]}


@pytest.mark.parametrize(
    "repository",
    ["verkko", "maija/", "/verkko", "a/b/c", "https://gitlab.com/a/b", "a b/c", "maija/ver)ko"],
)
def test_what_is_no_repository_is_refused(repository: str) -> None:
    assert f"{repository} ei ole GitHubin varasto" in refused(repository)


def test_an_unknown_workshop_is_refused() -> None:
    words = refused("maija/verkko", "--workshop", "eiole")
    assert words.startswith("Työpajaa eiole ei ole. Valittavana: ")
    assert all(name in words for name in workshop_ids())


def test_the_readme_shows_the_badge() -> None:
    assert printed("OWNER/REPO")[1] in (ROOT / "README.md").read_text(encoding="utf-8")
