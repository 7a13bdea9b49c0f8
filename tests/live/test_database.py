"""What is wrong with a database is told as what to do about it, and nothing half done stays."""

import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import select, text

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.framework import LANGUAGES
from verkostotyokalut.live import (
    Database,
    Outcome,
    Session,
    StorageError,
    Trouble,
    answers,
    database_url,
    sessions,
    storage_words,
)
from verkostotyokalut.live.schema import session as session_table


def trouble_of(url: str) -> StorageError:
    with pytest.raises(StorageError) as error:
        Database(url)
    return error.value


# Opening


def test_the_file_and_its_folders_are_made(tmp_path: Path) -> None:
    file = tmp_path / "uusi" / "kansio" / "verkosto.sqlite"
    db = Database(f"sqlite:///{file}")
    assert db.place == str(file)
    assert file.is_file()
    db.close()


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    error = trouble_of(f"sqlite:///{tmp_path}")
    assert (error.trouble, error.place) == (Trouble.READ_ONLY, str(tmp_path))


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "este").write_text("")
    error = trouble_of(f"sqlite:///{tmp_path}/este/verkosto.sqlite")
    assert error.trouble is Trouble.READ_ONLY


@contextmanager
def plain_user() -> Iterator[Path]:
    """Give a folder that can be read but not written, and do without root's rights meanwhile."""
    root = os.geteuid() == 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        Database(f"sqlite:///{folder}/verkosto.sqlite").close()
        (folder / "verkosto.sqlite").chmod(0o444)
        folder.chmod(0o555)
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.parametrize("name", ["verkosto.sqlite", "uusi.sqlite", "uusi/verkosto.sqlite"])
def test_a_file_or_a_folder_without_the_right_to_write(name: str) -> None:
    with plain_user() as folder:
        assert trouble_of(f"sqlite:///{folder}/{name}").trouble is Trouble.READ_ONLY


@pytest.mark.parametrize("content", [b"this is not a database, but a letter" * 100, b"\0" * 5000])
def test_a_file_that_is_something_else(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kirje.txt"
    file.write_bytes(content)
    assert trouble_of(f"sqlite:///{file}").trouble is Trouble.DAMAGED
    assert file.read_bytes() == content


def test_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "verkosto.sqlite"
    Database(f"sqlite:///{file}").close()
    with file.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xff" * (file.stat().st_size - 100))
    assert trouble_of(f"sqlite:///{file}").trouble is Trouble.DAMAGED


def test_a_file_of_another_version(tmp_path: Path) -> None:
    file = tmp_path / "verkosto.sqlite"
    Database(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("ALTER TABLE session DROP COLUMN picture")
    trouble = trouble_of(f"sqlite:///{file}")
    assert trouble.trouble is Trouble.OTHER_VERSION
    assert "picture" in trouble.detail


@pytest.mark.parametrize(
    "url",
    [
        "ei ole osoite",
        "/home/maija/verkosto.sqlite",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:x?mode=memory&uri=true",
        "mysql://palvelin/kanta",
        "eitietokanta://palvelin/kanta",
        "postgresql://palvelin:portti/kanta",
        "sqlite+eiajuria:///x.sqlite",
    ],
)
def test_what_is_not_the_address_of_a_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert trouble_of(url).trouble is Trouble.ADDRESS
    assert list(tmp_path.iterdir()) == []


def test_an_address_relative_to_a_folder_is_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    db = Database("sqlite:///oma.sqlite")
    code = sessions.create(db, CORE).code
    address = db.url.render_as_string(hide_password=False)
    db.close()
    (tmp_path / "muualla").mkdir()
    monkeypatch.chdir(tmp_path / "muualla")
    other = Database(address)  # as a kernel opens it, whose folder is another
    assert sessions.find(other, code).code == code
    other.close()


def test_no_postgresql_answers() -> None:
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))  # bound, but nobody listens
        port = held.getsockname()[1]
        error = trouble_of(f"postgresql://maija:salasana@127.0.0.1:{port}/verkosto")
    assert error.trouble is Trouble.UNREACHABLE
    assert "salasana" not in error.place


def test_the_address_comes_from_the_environment_or_the_users_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VERKOSTO_DATABASE_URL", "postgresql://palvelin/kanta")
    assert database_url() == "postgresql://palvelin/kanta"
    monkeypatch.delenv("VERKOSTO_DATABASE_URL")
    assert database_url().startswith("sqlite:///")
    assert "verkostotyokalut" in database_url()


def test_a_wrong_password_or_database_is_told(url: str, db: Database) -> None:
    if db.is_sqlite:
        pytest.skip("SQLite has no passwords")
    missing = db.url.set(database="ei_ole_olemassa").render_as_string(hide_password=False)
    assert trouble_of(missing).trouble is Trouble.UNREACHABLE
    stranger = db.url.set(username="vieras", password="x").render_as_string(hide_password=False)
    assert trouble_of(stranger).trouble is Trouble.UNREACHABLE


OPEN = """
import sys
from verkostotyokalut.live import Database
print("ready", flush=True)
sys.stdin.readline()
Database(sys.argv[1]).close()
"""


def test_many_processes_may_open_an_empty_database_at_once(url: str) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    for process in started:
        _, trouble = process.communicate(timeout=60)
        assert process.returncode == 0, trouble


# Writing


def test_a_full_disk_keeps_nothing_and_then_everything(db: Database, session: Session) -> None:
    if not db.is_sqlite:
        pytest.skip("filling PostgreSQL's disk takes a disk")
    changes = [change(session, f"p{n}", item, 3, 1) for n in range(60) for item in ITEMS]
    with db.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageError) as error:
        answers.save(db, changes)
    assert error.value.trouble is Trouble.FULL
    assert answers.news(db, session.id, after=0, round_=1, instrument_id=CORE).answers == []
    assert sessions.get(db, session.id) == session
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert set(answers.save(db, changes)) == {Outcome.SAVED}


def test_a_database_that_can_only_be_read(db: Database, session: Session) -> None:
    if db.is_sqlite:
        with db.read() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(StorageError) as error:
            answers.save(db, [change(session, "p", ITEMS[0], 3, 1)])
    else:
        with pytest.raises(StorageError) as error, db.write() as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            sessions.next_change(connection, session.id)
    assert error.value.trouble is Trouble.READ_ONLY
    assert sessions.get(db, session.id) == session


def test_a_database_that_somebody_else_holds(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    if not db.is_sqlite:
        pytest.skip("PostgreSQL locks rows and waits for them")
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=20")
    with connect().write(), pytest.raises(StorageError) as error:
        answers.save(db, [change(session, "p", ITEMS[0], 3, 1)])
    assert error.value.trouble is Trouble.BUSY
    assert answers.save(db, [change(session, "p", ITEMS[0], 3, 1)]) == [Outcome.SAVED]


def test_what_a_failed_transaction_did_is_undone(db: Database, session: Session) -> None:
    with pytest.raises(KeyError), db.write() as connection:
        sessions.next_change(connection, session.id)
        raise KeyError("something of one's own")
    assert sessions.get(db, session.id) == session


def test_a_mistake_in_a_query_is_told_as_well(db: Database) -> None:
    with pytest.raises(StorageError) as error, db.read() as connection:
        connection.execute(text("SELECT * FROM no_such_table"))
    assert error.value.trouble is Trouble.OTHER
    assert "no_such_table" in error.value.detail


def test_a_lost_connection_is_told_and_the_next_one_works(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    if db.is_sqlite:
        pytest.skip("SQLite has no server to lose")
    with pytest.raises(StorageError) as error, db.read() as mine:
        me = mine.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with connect().write() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": me})
        mine.execute(select(session_table))
    assert error.value.trouble is Trouble.UNREACHABLE
    assert sessions.get(db, session.id) == session


# Reading


def test_a_reader_sees_one_moment(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    other = connect()
    with db.read() as connection:
        before = sessions.read(connection, session.id)
        answers.save(other, [change(session, "p", ITEMS[0], 3, 1)])
        assert sessions.read(connection, session.id) == before
    assert sessions.get(db, session.id).changed > before.changed


def test_reading_goes_on_while_another_writes(
    db: Database, connect: Callable[[], Database], session: Session
) -> None:
    with connect().write() as connection:
        sessions.next_change(connection, session.id)
        assert sessions.get(db, session.id) == session


def test_threads_share_a_database(db: Database) -> None:
    made: list[str] = []

    def work() -> None:
        for _ in range(5):
            made.append(collecting(db).code)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(set(made)) == 30
    assert all(sessions.find(db, code).code == code for code in made)


def test_what_is_committed_survives_a_power_cut(db: Database) -> None:
    if not db.is_sqlite:
        pytest.skip("PostgreSQL's owner decides")
    for give in (db.read, db.write):
        with give() as connection:
            ask = connection.exec_driver_sql
            assert ask("PRAGMA synchronous").scalar_one() == 2  # FULL: to the disk at each commit
            assert ask("PRAGMA journal_mode").scalar_one() == "wal"
            assert ask("PRAGMA foreign_keys").scalar_one() == 1


def test_what_can_be_made_again_does_not_wait_for_the_disk(db: Database) -> None:
    ask = "PRAGMA synchronous" if db.is_sqlite else "SHOW synchronous_commit"
    light = (1, "off")  # NORMAL
    for durable in (False, True, False):
        with db.write(durable=durable) as connection:
            assert (connection.exec_driver_sql(ask).scalar_one() in light) is not durable


# Words


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_in_every_language(trouble: Trouble) -> None:
    error = StorageError(trouble, "PAIKKA", "SYY")
    words = {storage_words(error, language) for language in LANGUAGES}
    assert len(words) == len(LANGUAGES)
    for one in words:
        assert "{" not in one
        assert "PAIKKA" in one or trouble is Trouble.FULL
        assert "SYY" in one or trouble is not Trouble.OTHER
