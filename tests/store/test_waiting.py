"""What lasts says so, and who waits for it waits longer, and knows for what."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors.store import StoreLocked
from keseimbangan.store import compiled, connections, database, waiting
from keseimbangan.store.database import Database, Run
from tests.store.target_rows import POSIX, YEAR, umask

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    path = tmp_path / "keseimbangan.db"
    add(path, "a")
    return path


def add(path: Path, uid: str, run: Run | None = None) -> None:
    with database.changing(path, NOW, run) as db:
        _insert(db, uid)


def _insert(db: Database, uid: str) -> None:
    db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def uids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [uid for (uid,) in connection.execute("SELECT uid FROM targets ORDER BY id")]


@contextmanager
def held(path: Path) -> Iterator[Callable[[], object]]:
    """Somebody else is writing; what is yielded lets go."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield lambda: other.execute("ROLLBACK")


def noted(path: Path, process: int) -> None:
    waiting.note_of(path).write_text(f"{process}\ndata impor", encoding="utf-8")


def ended() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_work_that_lasts_is_waited_for_beyond_all_patience(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(store, os.getppid())
    asked, told = [], []
    original = waiting.holder
    with held(store) as let_go:

        def holder(path: Path) -> waiting.Holder | None:
            asked.append(path)
            if len(asked) == 5:
                let_go()
            return original(path)

        monkeypatch.setattr(waiting, "holder", holder)
        add(store, "b", Run("tugas tambah", told.append))
    assert uids(store) == ["a", "b"]
    assert told == [waiting.Holder("data impor", os.getppid())]


def test_who_holds_the_store_is_said_when_the_waiting_ends(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LASTING_SECONDS", 0.1)
    noted(store, os.getppid())
    with held(store), pytest.raises(StoreLocked) as caught:
        add(store, "b")
    assert "`imbang data impor`" in caught.value.message()
    assert str(os.getppid()) in caught.value.message()
    assert caught.value.exit_code == 3


@POSIX
@pytest.mark.parametrize("note", ["dead", "own", "no number", "empty"])
def test_a_note_of_nobody_lengthens_no_waiting(store: Path, note: str) -> None:
    texts = {"dead": f"{ended()}\nx", "own": f"{os.getpid()}\nx", "no number": "x\nx", "empty": ""}
    waiting.note_of(store).write_text(texts[note], encoding="utf-8")
    told: list[waiting.Holder | None] = []
    with held(store), pytest.raises(StoreLocked) as caught:
        add(store, "b", Run("", told.append))
    assert told == [None]
    assert "proses lain" in caught.value.message()


def test_without_anyone_in_the_way_nothing_is_said(store: Path) -> None:
    told: list[waiting.Holder | None] = []
    add(store, "b", Run("", told.append))
    assert told == []


@POSIX
def test_a_note_is_its_owners_alone_and_gone_with_the_work(store: Path) -> None:
    note = waiting.note_of(store)
    with umask(0), waiting.lasting(store, "data impor"):
        assert note.stat().st_mode & 0o777 == 0o600
        assert note.read_text(encoding="utf-8") == f"{os.getpid()}\ndata impor"
    assert not note.exists()


@POSIX
def test_the_note_of_another_that_still_works_stays(store: Path) -> None:
    noted(store, os.getppid())
    with waiting.lasting(store, "data pulihkan"):
        assert waiting.holder(store) == waiting.Holder("data impor", os.getppid())
    assert waiting.note_of(store).exists()


def test_while_something_is_worked_out_others_write_and_it_is_worked_out_anew(store: Path) -> None:
    seen: list[int] = []

    def count(db: Database) -> None:
        seen.append(len(db.all("SELECT 1 FROM targets")))
        if len(seen) < 3:
            add(store, f"meanwhile {len(seen)}")

    with database.changing(store, NOW, Run("data impor"), count) as db:
        _insert(db, "last")
    assert seen == [1, 2, 3]
    assert uids(store) == ["a", "meanwhile 1", "meanwhile 2", "last"]


def test_where_others_write_without_a_pause_they_wait_in_the_end(store: Path) -> None:
    seen: list[int] = []

    def count(db: Database) -> None:
        seen.append(len(db.all("SELECT 1 FROM targets")))
        if len(seen) <= 3:
            add(store, f"meanwhile {len(seen)}")
        else:
            with pytest.raises(StoreLocked):
                add(store, "too late")

    with database.changing(store, NOW, Run("data impor"), count):
        assert seen == [1, 2, 3, 4]
