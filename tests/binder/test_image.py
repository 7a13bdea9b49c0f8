"""What Binder makes of the checkout, and what opens from the badge."""

import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from repo2docker.buildpacks import PythonBuildPack

from tests.browser.conftest import LAPTOP, PHONE, Visit
from tests.live.making import ITEMS, change
from verkostotyokalut.cli.binder_link import binder_link
from verkostotyokalut.live import Action, Database, Outcome, answers, sessions
from verkostotyokalut.report.round_file import read

from .conftest import BASE, TOKEN, Opened
from .image import ROOT, Image


def from_badge(opened: Opened, link: str) -> str:
    """Return where BinderHub's own page takes the one who follows a link, once it has started."""
    (path,) = parse_qs(urlsplit(link).query)["urlpath"]
    return f"{opened.url}{path}{'&' if '?' in path else '?'}token={TOKEN}"


def test_repo2docker_takes_the_folder(image: Image) -> None:
    assert isinstance(image.plan, PythonBuildPack)
    assert image.plan.binder_dir == "binder"
    assert image.plan.get_start_script() == "${REPO_DIR}/binder/start"


def test_the_lock_holds_every_package(image: Image) -> None:
    pip = [image.prefix / "bin" / "python", "-m", "pip"]
    checked = subprocess.run([*pip, "check"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    version = subprocess.run(
        [pip[0], "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    if version != image.plan.python_version:
        pytest.skip(f"the lock is for Python {image.plan.python_version}, here is {version}")
    frozen = subprocess.run(
        [*pip, "freeze", "--exclude", "verkostotyokalut"],
        check=True,
        capture_output=True,
        text=True,
    )
    lock = (ROOT / "binder/requirements.txt").read_text().splitlines()
    assert lock[-1] == "."
    assert set(frozen.stdout.split()) == set(lock[1:-1])


def test_the_badge_leads_to_the_lobby(opened: Opened, visit: Visit) -> None:
    leader = visit(**LAPTOP)
    page = leader.open(from_badge(opened, binder_link("maija/verkko")))
    expect(page.get_by_role("button", name="Aloita: Ydinelementit")).to_be_visible(timeout=60_000)
    assert leader.faults == []


def test_a_link_with_a_workshop_leads_to_its_console(
    opened: Opened, visit: Visit, tmp_path: Path
) -> None:
    leader, participant = visit(**LAPTOP), visit(**PHONE)
    page = leader.open(from_badge(opened, binder_link("maija/verkko", "v1", "ydinelementit")))
    expect(page.get_by_role("button", name="Aloita", exact=True)).to_be_visible(timeout=60_000)
    expect(page.locator(".vt-joincard-address")).to_contain_text(f"{BASE}verkosto")
    assert "workshop=" not in page.url
    (code,) = parse_qs(urlsplit(page.url).query)["code"]
    phone = participant.open(f"{opened.url}verkosto/l/{code}")
    expect(phone.get_by_role("heading", name="Tervetuloa!")).to_be_visible()
    expect(page.get_by_text("Liittyneitä: 1")).to_be_visible()

    # The leader is told that the server vanishes, and can save what the room has seen.
    note = page.get_by_role("region", name="Tilapäinen palvelin")
    expect(note).to_contain_text(re.compile(r"sulkeutuu viimeistään klo \d+\.\d\d"))
    expect(note.get_by_role("button")).to_have_count(0)
    show_results(opened, code)
    with page.expect_download() as saved:
        note.get_by_role("button", name="Kierrostiedosto").click()
    assert read(saved.value.path().read_bytes()).workshop.id == "ydinelementit"
    page.get_by_role("button", name="Lopeta…").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("vastaukset häviävät")
    with page.expect_download() as saved:
        question.get_by_role("button", name="Lataa raportti").click()
    assert saved.value.suggested_filename.endswith(".html")
    page.screenshot(path=tmp_path / "ending.png")
    expect(question).to_be_visible()
    question.get_by_role("button", name="Peru").click()
    page.clock.set_fixed_time(datetime.now() + timedelta(hours=5, minutes=40))
    expect(note.get_by_role("alert").first).to_contain_text("sulkeutuu 20 minuutin kuluttua")
    assert leader.faults == participant.faults == []

    # The hub has ended the server, and answers in its place.
    gone = {"status": 404, "content_type": "text/html", "body": "<h1>Binder not found</h1>"}
    for path in ("verkosto/page", "api/kernels"):
        page.route(re.compile(path), lambda route: route.fulfill(**gone))
    expect(page.get_by_role("alert").filter(has_text="Palvelin on suljettu")).to_contain_text(
        "Lataamasi tiedostot ovat tallessa"
    )


def show_results(opened: Opened, code: str) -> None:
    """Let some people answer, and show the results to them."""
    home = opened.image.home / ".local/share/verkostotyokalut"
    db = Database(f"sqlite:///{home / 'verkosto.sqlite'}")
    session = sessions.move(db, sessions.find(db, code).id, Action.START)
    people = [answers.join(db, session.id).participant for _ in range(8)]
    items = [
        change(session, who, item, 1 + place % 5, seq)
        for place, who in enumerate(people)
        for seq, item in enumerate(ITEMS, start=1)
    ]
    assert set(answers.save(db, items)) == {Outcome.SAVED}
    sessions.move(db, session.id, Action.REVEAL)
    db.close()
