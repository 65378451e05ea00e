"""Opening, creating and failing: what the store promises whatever happens around it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.domain.tasks import Task
from keseimbangan.errors.store import (
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreNewer,
)
from keseimbangan.store import compiled, connections, creation, database
from keseimbangan.store.files import UNFINISHED
from keseimbangan.store.tasks import Tasks
from tests.store.target_rows import NOW, POSIX, YEAR, add, uids, umask

ADD_ONE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from keseimbangan.store import compiled, connections, creation, database
path, name, go = Path(sys.argv[1]), sys.argv[2], sys.stdin.readline()
with database.changing(path, datetime(2026, 11, 23, tzinfo=UTC)) as db:
    year = {"year": 2026, "first_month": 1, "last_month": 12, "archived": 0}
    db.insert(compiled.INSERT_TARGET, {"uid": name, "title": name, **year})
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keseimbangan.db"


def test_reading_a_store_that_is_not_there_finds_it_empty_and_creates_nothing(path: Path) -> None:
    assert uids(path) == []
    assert not path.parent.exists()


def test_the_first_write_creates_the_store_whole(path: Path) -> None:
    add(path, "a")
    assert uids(path) == ["a"]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA user_version").fetchone() == (compiled.SCHEMA_VERSION,)
        assert connection.execute("PRAGMA application_id").fetchone() == (0x4B534D42,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@POSIX
@pytest.mark.parametrize("bits", [0o000, 0o022, 0o077])
def test_store_and_directory_are_their_owners_alone_whatever_the_umask(
    path: Path, bits: int
) -> None:
    with umask(bits):
        add(path, "a")
        with database.changing(path, NOW) as db:
            db.insert(
                compiled.INSERT_TARGET,
                {"uid": "b", "title": "b", **YEAR},
            )
            modes = {entry.name: entry.stat().st_mode & 0o777 for entry in path.parent.iterdir()}
    assert path.parent.stat().st_mode & 0o777 == 0o700
    # The write-ahead log holds the same sentences as the store.
    assert set(modes.values()) == {0o600}, modes


def test_a_store_that_cannot_be_built_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creation, "SCHEMA", "CREATE TABLE half (id INTEGER); NONSENSE;")
    with pytest.raises(sqlite3.OperationalError):
        add(path, "a")
    assert list(path.parent.iterdir()) == []


def test_what_was_left_of_stores_that_never_came_to_be_goes(path: Path) -> None:
    add(path, "a")
    names = [f"{UNFINISHED}{name}.new" for name in ("link", "old", "young")]
    link, old, young = (path.with_name(name) for name in names)
    os.link(path, link)
    old.touch()
    os.utime(old, (0, 0))
    young.touch()
    add(path, "b")
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([young.name, path.name])


def test_hidden_files_of_the_persons_own_stay(path: Path) -> None:
    add(path, "a")
    own = path.with_name(".bashrc.new")
    own.write_text("of a person whose home is the program's too")
    os.utime(own, (0, 0))
    add(path, "b")
    assert own.exists()


def test_a_later_program_that_comes_while_we_wait_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, "a")

    def and_then_a_later_one(*place: Any) -> sqlite3.Connection:
        connection = connections.connect(*place)
        with closing(sqlite3.connect(path)) as later:
            later.execute(f"PRAGMA user_version = {compiled.SCHEMA_VERSION + 1}")
        return connection

    monkeypatch.setattr(database, "connect", and_then_a_later_one)
    with pytest.raises(StoreNewer):
        add(path, "b")
    with closing(sqlite3.connect(path)) as later:
        assert later.execute("SELECT uid FROM targets").fetchall() == [("a",)]


def test_a_disk_that_is_full_in_the_middle_of_a_change_is_said(path: Path) -> None:
    add(path, "a")

    def fill() -> None:
        with database.changing(path, NOW) as db:
            db.all("PRAGMA max_page_count = 1")
            for number in range(100):
                values = {"uid": str(number), "title": "x" * 1000, **YEAR}
                db.insert(compiled.INSERT_TARGET, values)

    with pytest.raises(StoreFull):
        fill()
    assert uids(path) == ["a"]


@pytest.mark.parametrize(
    "content",
    ["status = 'zzz'", "due = '2026-13-45'", "title = CAST(x'ff41' AS TEXT)"],
)
def test_a_row_that_nobody_could_have_written_is_damage(path: Path, content: str) -> None:
    with database.changing(path, NOW) as db:
        Tasks(db).add(Task(None, "u", "Susun laporan"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(f"UPDATE tasks SET {content}")
    with pytest.raises(StoreDamaged), database.reading(path, NOW) as db:
        Tasks(db).get(1)


def test_a_fault_of_the_program_is_not_taken_for_damage(path: Path) -> None:
    add(path, "a")
    with pytest.raises(ValueError, match="invalid literal"), database.reading(path, NOW):
        int("x")


@POSIX
def test_every_folder_on_the_way_to_the_store_is_its_owners_alone(tmp_path: Path) -> None:
    with umask(0o000):
        add(tmp_path / "a" / "b" / "keseimbangan.db", "a")
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_two_processes_that_create_it_at_once_both_succeed_and_both_rows_are_there(
    path: Path,
) -> None:
    command = [sys.executable, "-c", ADD_ONE, str(path)]
    both = [
        subprocess.Popen([*command, uid], stdin=subprocess.PIPE, text=True) for uid in ("a", "b")
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.wait(timeout=30) for process in both] == [0, 0]
    for process in both:
        assert process.stdin is not None
        process.stdin.close()
    assert sorted(uids(path)) == ["a", "b"]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_store_that_another_made_meanwhile_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = creation._build

    def slowly(temporary: Path) -> None:
        build(temporary)
        monkeypatch.setattr(creation, "_build", build)
        add(path, "the other's")

    monkeypatch.setattr(creation, "_build", slowly)
    add(path, "mine")
    assert sorted(uids(path)) == ["mine", "the other's"]


def test_a_store_is_made_where_the_file_system_has_no_hard_links(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    add(path, "a")
    assert uids(path) == ["a"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_everything_in_a_change_happens_or_nothing_does(path: Path) -> None:
    def add_and_fail() -> None:
        with database.changing(path, NOW) as db:
            db.insert(
                compiled.INSERT_TARGET,
                {"uid": "b", "title": "b", **YEAR},
            )
            raise ZeroDivisionError

    add(path, "a")
    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert uids(path) == ["a"]


def test_a_store_that_another_holds_is_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    add(path, "a")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked) as caught:
            add(path, "b")
        assert uids(path) == ["a"], "reading does not wait for a writer"
    assert caught.value.exit_code == 3


def test_every_row_is_stamped_with_the_moment_of_the_command(path: Path) -> None:
    add(path, "a")
    with database.reading(path, NOW) as db:
        (row,) = db.all(compiled.ALL_TARGETS)
    assert (row["created_at"], row["changed_at"]) == ("2026-11-23T00:30:00Z",) * 2
