"""A backup in the place of a store that is damaged or gone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.errors.store import StoreLocked, StoreReadOnly
from keseimbangan.store import compiled, database
from keseimbangan.store.backup_reading import staged
from keseimbangan.store.backups import back_up
from keseimbangan.store.replacing import replace
from keseimbangan.store.soundness import open_file, schema_differences
from tests.in_process import Imbang
from tests.store.restore_story import NOW, bring_back, dump, told
from tests.store.target_rows import POSIX, YEAR, umask


@pytest.fixture
def path(imbang: Imbang, tmp_path: Path) -> Path:
    return told(imbang, tmp_path / "store" / "keseimbangan.db")


@pytest.mark.parametrize("leftovers", [False, True])
def test_a_damaged_store_is_kept_aside_and_a_whole_one_stands_in_its_place(
    path: Path, leftovers: bool
) -> None:
    before = dump(path)
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    if leftovers:
        # The log of a store that lost power, with a row that must not come into the new one.
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA wal_autocheckpoint = 0")
            other.execute("DELETE FROM tasks")
            log = path.with_name(f"{path.name}-wal").read_bytes()
        path.with_name(f"{path.name}-wal").write_bytes(log)
    path.write_text("bukan basis data")
    with staged(backup, path, NOW) as copy:
        kept = replace(path, copy, NOW)
    assert kept == path.with_name("keseimbangan-rusak-2026-11-23T00.30.00Z.db")
    assert kept.read_text() == "bukan basis data"
    assert dump(path) == before
    if leftovers:
        assert kept.with_name(f"{kept.name}-wal").read_bytes() == log
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def lose_a_table(path: Path) -> None:
    """Damage through which SQLite can still write: the table `plans` is not there any more."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE tbl_name = 'plans'")
        connection.commit()


def test_a_damaged_store_is_not_replaced_under_a_command_that_is_writing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    lose_a_table(path)
    monkeypatch.setattr("keseimbangan.store.soundness.BUSY_SECONDS", 0.0)
    with staged(backup, path, NOW) as copy, database.changing(path, NOW) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": "u", "title": "baru", **YEAR})
        with pytest.raises(StoreLocked), database.translated(path):
            replace(path, copy, NOW)
    with closing(sqlite3.connect(path)) as connection:
        assert ("baru",) in connection.execute("SELECT title FROM targets").fetchall()
    assert not list(path.parent.glob("*-rusak-*"))


def test_a_command_that_waits_for_a_damaged_store_writes_into_the_restored_one(path: Path) -> None:
    before = dump(path)
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    lose_a_table(path)
    inode = path.stat().st_ino
    with staged(backup, path, NOW) as copy:
        kept = replace(path, copy, NOW)
    assert kept is not None
    assert path.stat().st_ino == inode, "the same file, so nobody is left with another"
    assert dump(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with closing(sqlite3.connect(kept)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert "plans" not in tables
    assert kept.stat().st_mode & 0o077 == 0


def test_a_second_damaged_store_does_not_take_the_place_of_the_first(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    for text in ("satu", "dua"):
        path.write_text(text)
        with staged(backup, path, NOW) as copy:
            replace(path, copy, NOW)
    kept = sorted(path.parent.glob("keseimbangan-rusak-*"))
    assert [file.read_text() for file in kept] == ["dua", "satu"]


def test_a_file_that_lost_its_log_or_brings_triggers_of_its_own_becomes_a_store_like_any(
    path: Path,
) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    with closing(sqlite3.connect(backup)) as connection:
        connection.executescript(
            "DROP TRIGGER log_targets_insert;"
            'CREATE TRIGGER "not ""ours" AFTER INSERT ON tasks BEGIN DELETE FROM blocks; END'
        )
    os.remove(path)
    with staged(backup, path, NOW) as copy:
        replace(path, copy, NOW)
    with closing(open_file(path)) as connection:
        assert schema_differences(connection) == []


@POSIX
def test_a_store_that_is_gone_is_made_again_for_its_owner_alone(path: Path) -> None:
    before = dump(path)
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    os.remove(path)
    with umask(0), staged(backup, path, NOW) as copy:
        assert replace(path, copy, NOW) is None
    assert dump(path) == before
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(os.listdir(path.parent)) == ["cadangan", "keseimbangan.db"]


def test_a_store_that_another_terminal_began_meanwhile_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    os.remove(path)
    with staged(backup, path, NOW) as copy:
        monkeypatch.setattr("keseimbangan.store.replacing._keep", lambda *_: path.touch())
        with pytest.raises(StoreReadOnly), database.translated(path):
            replace(path, copy, NOW)
    assert path.read_bytes() == b""


def half_written(path: Path) -> tuple[bytes, bytes]:
    """A store without a write-ahead log, and its journal, in the middle of a write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.execute("UPDATE targets SET title = printf('%.9000c', 'x')")
        other.execute("UPDATE blocks SET title = printf('%.9000c', 'x')")
        journal = path.with_name(f"{path.name}-journal")
        return path.read_bytes(), journal.read_bytes()


def test_the_journal_of_a_store_that_was_taken_away_does_not_come_into_a_new_one(
    path: Path,
) -> None:
    _content, journal = half_written(path)
    os.remove(path)
    path.with_name(f"{path.name}-journal").write_bytes(journal)
    for uid in ("u", "v"):
        with database.changing(path, NOW) as db:
            db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": "baru", **YEAR})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT uid FROM targets").fetchall() == [("u",), ("v",)]


def test_a_backup_that_was_copied_in_the_middle_of_a_write_is_read_without_it(
    path: Path, tmp_path: Path
) -> None:
    before = dump(path)
    copy = tmp_path / "salinan.db"
    content, journal = half_written(path)
    copy.write_bytes(content)
    copy.with_name(f"{copy.name}-journal").write_bytes(journal)
    bring_back(path, copy)
    assert dump(path) == before


def test_the_log_of_a_store_that_was_taken_away_does_not_come_into_a_new_one(
    path: Path,
) -> None:
    log = path.with_name(f"{path.name}-wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE tasks SET title = 'lama'")
        stale = log.read_bytes()
    os.remove(path)
    log.write_bytes(stale)
    with database.changing(path, NOW) as db:
        values = {"uid": "u", "title": "baru", **YEAR}
        assert db.insert(compiled.INSERT_TARGET, values) == 1
    assert dump(path)["tasks"] == []
    assert path.with_name("keseimbangan-rusak-2026-11-23T00.30.00Z.db-wal").read_bytes() == stale
