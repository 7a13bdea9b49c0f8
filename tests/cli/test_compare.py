"""A year's cycle by the command: a workshop, its round file, and the next one compared with it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.cli.running import refusal
from tests.live.making import CORE
from tests.report.conftest import Room
from tests.report.test_html import report
from tests.report.test_round_file import sealed
from tests.serving import serving
from verkostotyokalut.analysis import Of
from verkostotyokalut.cli import main, start
from verkostotyokalut.live import Action, Database, Session, agreements, sessions
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.live.baselines import MOST
from verkostotyokalut.report.baseline import brought
from verkostotyokalut.report.round_file import VERSION
from verkostotyokalut.widgets import LiveSession


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    found = f"sqlite:///{tmp_path / 'verkosto.sqlite'}"
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", found)
    return found


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    """A round file that ``export`` wrote, on another computer."""
    there = f"sqlite:///{tmp_path / 'toinen-kone.sqlite'}"
    db = Database(there)
    room = Room(db, CORE)
    room.answer(12)
    room.show()
    agreements.add(db, room.id, Words(Sort.ACTION, "Kutsutaan nuoret"))
    file, code = tmp_path / "kevät.kierros", room.session.code
    db.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERKOSTO_DATABASE_URL", there)
        done = CliRunner().invoke(main, ["export", code, str(file)])
    assert done.exit_code == 0, done.output
    return file


def opened(db: Database, code: str) -> Room:
    """Return the session that the command has opened, as a room that can answer."""
    room = Room.__new__(Room)
    room.db, room.live = db, LiveSession(db, sessions.find(db, code))
    room.live.move(Action.START)
    return room


def test_a_year_later_the_comparison_is_there(tmp_path: Path, last_year: Path) -> None:
    with serving(tmp_path, "--compare", str(last_year)) as server:
        room = opened(server.db, server.told["code"])
        room.answer(10, seed=2)
        room.show()
        comparison = room.live.compared[Of.EARLIER]
        assert [(part.label, part.n) for part in comparison.parts] == [
            ("21. marraskuuta 2026", 12),
            ("Nyt", 10),
        ]
        assert comparison.change is not None and comparison.change["change"].notna().any()
        assert "Aiempaan verrattuna" in report(room).text
        (file,) = brought(server.db, room.id)
        assert file.agreements[0].what == "Kutsutaan nuoret"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The sessions that the command would have served."""
    found: list[Session] = []

    def serve(_db: Database, session: Session, *_more: object, **_options: object) -> None:
        found.append(session)

    monkeypatch.setattr(start, "serve", serve)
    return found


def run_open(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["open", CORE, "--no-browser", *arguments])


def changed(file: Path, name: str, **content: Any) -> Path:
    other = file.with_name(name)
    other.write_bytes(sealed({**json.loads(file.read_bytes()), **content}))
    return other


def test_what_is_compared_is_told_and_the_session_goes_on(
    address: str, last_year: Path, served: list[Session]
) -> None:
    """The same file again brings nothing new; another stands beside it."""
    content = json.loads(last_year.read_bytes())
    content["instruments"][0]["asked"]["version"] = 4
    older = changed(last_year, "vanha.kierros", instruments=content["instruments"])
    first = run_open("--compare", str(last_year))
    words = (
        "Verrataan: Ydinelementit, 21. marraskuuta 2026, 12 osallistujaa, Sovittuja asioita: 1\n"
    )
    assert (first.exit_code, first.output) == (0, words)
    second = run_open("--compare", str(last_year), "--compare", str(older))
    more = "Sanat tai versio ovat muuttuneet, ja vertailu kertoo miten: Ydinelementit\n"
    assert (second.exit_code, second.output) == (0, words * 2 + more)
    assert served[0].id == served[1].id
    db = Database(address)
    assert len(brought(db, served[0].id)) == 2
    db.close()
    assert run_open("--json", "--compare", str(last_year)).output == ""


def test_a_file_that_cannot_be_used_creates_nothing(
    tmp_path: Path, address: str, last_year: Path, served: list[Session]
) -> None:
    data = last_year.read_bytes()
    (tmp_path / "rikki.kierros").write_bytes(data[:-40])
    (tmp_path / "kirje.txt").write_text("Hyvä Maija!")
    (tmp_path / "iso.kierros").write_bytes(b" " * 5_000_001)
    changed(last_year, "uudempi.kierros", version=VERSION + 1)
    told = {
        "rikki.kierros": "Kierrostiedosto on vioittunut. Käytä sen toista kopiota.",
        "uudempi.kierros": "Kierrostiedosto on tehty ohjelman uudemmalla versiolla."
        " Päivitä tämä ohjelma.",
        "kirje.txt": "Tämä ei ole kierrostiedosto. Sen nimen lopussa on .kierros.",
        "iso.kierros": "Tiedosto on liian suuri kierrostiedostoksi.",
    }
    for name, words in told.items():
        file = tmp_path / name
        done = run_open("--compare", str(last_year), "--compare", str(file))
        assert (done.exit_code, done.output) == (2, f"{file}: {words}\n")
    for name in ("eiole.kierros", "."):
        done = run_open("--compare", str(tmp_path / name))
        words = f"Tiedostoa {tmp_path / name} ei voi lukea. Tarkista sen nimi ja oikeudet.\n"
        assert (done.exit_code, done.output) == (2, words)
    assert served == [] and not (tmp_path / "verkosto.sqlite").exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Omgångsfilen är skadad. Använd en annan kopia av den."),
        ("en", "The round file is damaged. Use another copy of it."),
    ],
)
def test_the_refusal_is_in_the_rooms_language(
    tmp_path: Path, last_year: Path, language: str, words: str
) -> None:
    last_year.write_bytes(last_year.read_bytes()[:-40])
    told = refusal(tmp_path, "open", "--compare", str(last_year), "--language", language, status=2)
    assert told.startswith(f"{last_year}: ") and words in told


def test_there_are_not_too_many(address: str, last_year: Path, served: list[Session]) -> None:
    files = [str(changed(last_year, f"{n}.kierros", participants=n)) for n in range(MOST + 1)]
    options = [option for file in files for option in ("--compare", file)]
    done = run_open(*options)
    assert (done.exit_code, done.output) == (
        2,
        f"{files[-1]}: istuntoa voi verrata enintään 5 aiempaan työpajaan.\n",
    )
    assert served == []
    assert run_open(*options[:-2]).exit_code == 0
    one_more = run_open(*options[-2:])  # the session goes on, and has its five
    assert one_more.exit_code == 2
    assert one_more.output.endswith(": istuntoa voi verrata enintään 5 aiempaan työpajaan.\n")
    db = Database(address)
    assert len(brought(db, served[0].id)) == MOST
    db.close()
