"""A full disk: SQLite cannot make the file by which terminals share a store; reading goes on."""

import shutil
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors.store import StoreFull, StoreLocked
from keseimbangan.store import connections
from keseimbangan.store.database import reading
from keseimbangan.store.soundness import contents, open_file
from tests.in_process import Imbang

if sys.platform == "win32":
    pytest.skip("no limit on the size of files", allow_module_level=True)

import resource

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@contextmanager
def no_room() -> Iterator[None]:
    """No file grows beyond what a new one of SQLite's begins with, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", "Susun laporan").ok()
    return imbang


@pytest.mark.parametrize(
    "words",
    [("tugas", "daftar"), ("hari",), ("data", "periksa"), ("urung", "--daftar")],
    ids=" ".join,
)
def test_what_only_reads_works(filled: Imbang, words: tuple[str, ...]) -> None:
    shown = filled(*words).ok().out
    with no_room():
        assert filled(*words).ok().out == shown


def test_what_writes_is_refused_and_says_why(filled: Imbang) -> None:
    with no_room():
        error = filled("tugas", "tambah", "Dua", "--json").error
    assert error["code"] == "store_full"
    assert "Dua" not in filled("tugas", "daftar").ok().out


def test_a_backup_reads_it_too(filled: Imbang) -> None:
    with no_room(), closing(open_file(filled.store)) as source:
        assert contents(source).rows["tasks"] == 1


def test_what_a_killed_program_left_in_the_log_is_read(filled: Imbang, tmp_path: Path) -> None:
    copy = tmp_path / "mati.db"
    with closing(sqlite3.connect(filled.store)) as killed:
        killed.execute("UPDATE tasks SET title = 'Dari log'")
        killed.commit()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{filled.store}{ending}", f"{copy}{ending}")
    with no_room(), reading(copy, NOW) as db:
        assert [row["title"] for row in db.all("SELECT title FROM tasks")] == ["Dari log"]


def test_nobody_writes_while_it_is_read_so(filled: Imbang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.0)
    with no_room(), reading(filled.store, NOW) as db:
        db.all("SELECT title FROM tasks")
        with pytest.raises(StoreLocked), reading(filled.store, NOW) as other:
            other.all("SELECT title FROM tasks")


def test_a_store_of_an_older_program_is_not_brought_up(filled: Imbang) -> None:
    with closing(sqlite3.connect(filled.store)) as connection:
        connection.execute("PRAGMA user_version = 1")
    with no_room(), pytest.raises(StoreFull), reading(filled.store, NOW):
        pass
