"""No backup is made of what could not be brought back, nor where the disk does not do."""

import errno
import os
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.domain.backups import OF_A_REASON, BackupReason
from keseimbangan.errors.backups import BackupFailed, NotRestorable
from keseimbangan.errors.store import StoreDamaged, StoreLocked
from keseimbangan.store import backups, compiled, database, soundness
from keseimbangan.store.backup_folder import backups_in, folder_of
from keseimbangan.store.backups import back_up, back_up_to
from keseimbangan.store.soundness import contents
from tests.harness import fingerprint
from tests.store.backup_steps import NOW, add, spoil


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "keseimbangan.db"
    add(path, "a")
    return path


def test_a_copy_that_differs_from_the_store_is_no_backup(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter(({"targets": 1}, {"targets": 0}))
    monkeypatch.setattr(backups, "contents", lambda one: contents(one)._replace(rows=next(counts)))
    with pytest.raises(BackupFailed) as caught:
        back_up(store, BackupReason.MANUAL, NOW)
    assert caught.value.exit_code == 3
    assert os.listdir(folder_of(store)) == []


def test_a_damaged_store_makes_no_backup(store: Path) -> None:
    spoil(store)
    with pytest.raises(StoreDamaged):
        back_up(store, BackupReason.MANUAL, NOW)
    assert os.listdir(folder_of(store)) == []


FLAWS = {
    "a table is gone": "DROP TABLE exclusions",
    "a table has another name": "ALTER TABLE exclusions RENAME TO others",
    "a table has another column": "ALTER TABLE exclusions ADD COLUMN other TEXT",
    "an index is that of others": """UPDATE sqlite_schema SET rootpage =
        (SELECT rootpage FROM sqlite_schema WHERE name = 'ix_tasks_parent_id')
        WHERE name = 'ix_tasks_target_id'""",
    "a row points nowhere": "UPDATE tasks SET parent_id = 99 WHERE id = 2",
}


def flaw(path: Path, statement: str) -> None:
    """Have something be done to a store that no command would do."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def kept(store: Path) -> Path:
    """A store with two tasks, and as many good backups as stay."""
    for number in range(2):
        values: dict[str, Any] = dict.fromkeys(re.findall(r":(\w+)", compiled.INSERT_TASK))
        values |= dict.fromkeys(("important", "urgent", "triaged", "postponed"), 0)
        values |= {"uid": str(number), "title": "x", "status": "open"}
        values |= {"parent_id": 1 if number else None, "element": "work"}
        with database.changing(store, NOW) as db:
            db.insert(compiled.INSERT_TASK, values)
    for minute in range(OF_A_REASON):
        back_up(store, BackupReason.MANUAL, NOW + timedelta(minutes=minute))
    return store


@pytest.mark.parametrize("statement", FLAWS.values(), ids=FLAWS)
def test_what_could_not_be_brought_back_makes_no_backup_and_no_good_one_goes_for_it(
    kept: Path, tmp_path: Path, statement: str
) -> None:
    flaw(kept, statement)
    before = fingerprint(kept.parent)
    for reason in (BackupReason.MANUAL, BackupReason.DAILY):
        with pytest.raises((StoreDamaged, NotRestorable)) as caught:
            back_up(kept, reason, NOW + timedelta(days=1))
        assert caught.value.exit_code == 3
        assert caught.value.hint()
    with pytest.raises((StoreDamaged, NotRestorable)):
        back_up_to(kept, tmp_path / "x.db", overwrite=False)
    assert fingerprint(kept.parent) == before
    assert not (tmp_path / "x.db").exists()


def test_before_something_far_reaching_even_rows_that_point_nowhere_are_kept(kept: Path) -> None:
    flaw(kept, FLAWS["a row points nowhere"])
    for minute in range(OF_A_REASON + 1):
        back_up(kept, BackupReason.RESTORE, NOW + timedelta(days=1, minutes=minute))
    assert len(backups_in(folder_of(kept))) == 2 * OF_A_REASON + 1


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_full_disk_leaves_the_folder_as_it_was(
    store: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    back_up(store, BackupReason.MANUAL, NOW)
    before = fingerprint(store.parent)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(f"os.{call}", full)
    if call == "link":
        monkeypatch.setattr("os.rename", full)
    with pytest.raises(BackupFailed) as caught:
        back_up(store, BackupReason.MANUAL, NOW + timedelta(seconds=1))
    assert "tidak ada ruang tersisa" in caught.value.message()
    assert fingerprint(store.parent) == before


def test_a_disk_that_fills_up_while_sqlite_copies_is_said(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(path: Path, mode: str = "rw", like: Path | None = None) -> sqlite3.Connection:
        connection = soundness.open_file(path, mode, like)
        if path.suffix == ".new":
            connection.execute("PRAGMA max_page_count = 3")
            connection.execute("CREATE TABLE t (x)")
        return connection

    monkeypatch.setattr(backups, "open_file", small)
    with pytest.raises(BackupFailed) as caught:
        back_up(store, BackupReason.MANUAL, NOW)
    assert "tidak ada ruang tersisa" in caught.value.message()
    assert os.listdir(folder_of(store)) == []


def test_a_file_in_the_place_of_the_folder_is_said(store: Path) -> None:
    folder_of(store).write_text("x")
    with pytest.raises(BackupFailed) as caught:
        back_up(store, BackupReason.MANUAL, NOW)
    assert "foldernya tidak ada" in caught.value.message()


def test_a_store_that_another_holds_alone_is_said_to_be_in_use(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soundness, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM leaves")
        with pytest.raises(StoreLocked):
            back_up(store, BackupReason.MANUAL, NOW)
