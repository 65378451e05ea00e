"""Which backup is good, and what is made of one before anything is brought back."""

import errno
import os
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.errors.backups import (
    BackupDamaged,
    BackupNewer,
    BackupUnreadable,
    NoBackup,
    TemporaryFolderFull,
)
from keseimbangan.errors.store import StoreDamaged
from keseimbangan.store import compiled, database
from keseimbangan.store.backup_folder import folder_of
from keseimbangan.store.backup_reading import good_of, newest_good, staged
from keseimbangan.store.backups import back_up
from tests.harness import fingerprint
from tests.store.backup_steps import LATER, NOW, ZONE, add, pragma, spoil, uids


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "keseimbangan.db"
    add(path, "a")
    return path


def test_the_newest_good_one_is_found_past_damaged_newer_and_foreign_ones(store: Path) -> None:
    made = [back_up(store, BackupReason.MANUAL, NOW + timedelta(days=day)).path for day in range(5)]
    folder = folder_of(store)
    assert newest_good(folder) == made[4]
    spoil(made[4])
    assert newest_good(folder) == made[3]
    pragma(made[3], "application_id = 7")
    pragma(made[2], f"user_version = {compiled.SCHEMA_VERSION + 1}")
    made[1].write_text("bukan basis data" * 99)
    assert newest_good(folder) == made[0]
    assert good_of(folder, None, ZONE, LATER).path == made[0]
    made[0].write_bytes(b"")
    assert newest_good(folder) is None
    with pytest.raises(NoBackup):
        good_of(folder, None, ZONE, LATER)


def test_of_a_day_the_newest_of_it_or_before_it_is_taken(store: Path) -> None:
    morning = back_up(store, BackupReason.MANUAL, NOW)
    evening = back_up(store, BackupReason.MANUAL, NOW + timedelta(hours=9))
    folder = folder_of(store)
    assert good_of(folder, NOW.date(), ZONE, LATER) == evening
    assert good_of(folder, NOW.date() + timedelta(days=9), ZONE, LATER) == evening
    evening.path.unlink()
    assert good_of(folder, NOW.date(), ZONE, LATER) == morning
    with pytest.raises(NoBackup) as caught:
        good_of(folder, NOW.date() - timedelta(days=1), ZONE, LATER)
    assert "22 November 2026" in caught.value.message()


def test_what_is_staged_is_a_private_copy_and_gone_afterwards(store: Path) -> None:
    made = back_up(store, BackupReason.MANUAL, NOW)
    before = fingerprint(store.parent)
    with staged(made.path, store, NOW) as copy:
        assert uids(copy) == ["a"]
        if sys.platform != "win32":
            assert copy.parent.stat().st_mode & 0o077 == 0
        spoil(copy)
    assert not copy.parent.exists()
    assert fingerprint(store.parent) == before


def test_a_store_that_was_copied_while_in_use_brings_its_latest_rows_along(
    store: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "salinan.db"
    with closing(sqlite3.connect(store, isolation_level=None)) as user:
        user.execute("UPDATE targets SET uid = 'z'")
        for ending in ("", "-wal"):
            source = store.with_name(store.name + ending)
            taken.with_name(taken.name + ending).write_bytes(source.read_bytes())
    with staged(taken, store, NOW) as copy:
        assert uids(copy) == ["z"]


@pytest.mark.parametrize("fault", ["page", "text", "foreign", "cut", "empty", "row", "table"])
def test_what_is_no_good_backup_is_refused_with_the_newest_that_is(store: Path, fault: str) -> None:
    good = back_up(store, BackupReason.MANUAL, NOW).path
    bad = back_up(store, BackupReason.MANUAL, NOW + timedelta(days=1)).path
    if fault == "page":
        spoil(bad)
    elif fault == "text":
        bad.write_text("bukan basis data " * 99)
    elif fault == "foreign":
        pragma(bad, "application_id = 7")
    elif fault == "cut":
        bad.write_bytes(bad.read_bytes()[:20_000])
    elif fault == "empty":
        bad.write_bytes(b"")
    else:
        sql = {
            "row": "INSERT INTO interruptions VALUES (1, 'u', 'x', 'x', 99, 'x', 'x')",
            "table": "DROP TABLE stress_triggers",
        }[fault]
        with closing(sqlite3.connect(bad)) as connection, connection:
            connection.execute(sql)
    with pytest.raises(BackupDamaged) as caught, staged(bad, store, NOW):
        pass
    assert caught.value.good == good
    assert caught.value.exit_code == 1


def test_a_text_with_a_flipped_bit_is_damage_though_sqlite_finds_none(store: Path) -> None:
    with database.changing(store, NOW) as db:
        db.change("UPDATE targets SET title = :title", {"title": "Laporan kinerja"})
    made = back_up(store, BackupReason.MANUAL, NOW)
    for path in (store, made.path):
        path.write_bytes(path.read_bytes().replace(b"Laporan kinerja", b"Laporan\xffkinerja"))
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert newest_good(folder_of(store)) is None
    with pytest.raises(StoreDamaged), database.reading(store, NOW) as db:
        db.all(compiled.ALL_TARGETS)
    with pytest.raises(StoreDamaged):
        back_up(store, BackupReason.MANUAL, NOW)


def test_a_backup_of_a_later_program_is_refused(store: Path) -> None:
    made = back_up(store, BackupReason.MANUAL, NOW).path
    pragma(made, f"user_version = {compiled.SCHEMA_VERSION + 1}")
    with pytest.raises(BackupNewer), staged(made, store, NOW):
        pass


def test_a_backup_that_is_not_there_is_said(store: Path) -> None:
    with pytest.raises(BackupUnreadable), staged(store.parent / "x.db", store, NOW):
        pass


def test_what_a_killed_restore_left_goes_with_the_next(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(store, BackupReason.MANUAL, NOW).path
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "keseimbangan-999999999-ab12_xyz"
    used = tmp_path / f"keseimbangan-{os.getpid()}-cd34_xyz"
    for folder in (left, used):
        folder.mkdir(mode=0o700)
    with staged(backup, store, NOW):
        pass
    assert not left.exists()
    assert used.exists()


@pytest.mark.parametrize("function", ["tempfile.mkdtemp", "shutil.copyfile"])
def test_a_temporary_folder_without_room_is_not_taken_for_a_damaged_backup(
    store: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    backup = back_up(store, BackupReason.MANUAL, NOW).path

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(function, full)
    with pytest.raises(TemporaryFolderFull), staged(backup, store, NOW):
        pass


def test_where_no_temporary_folder_can_be_written_the_one_that_was_named_is_told(
    store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    backup = back_up(store, BackupReason.MANUAL, NOW).path

    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("tempfile.gettempdir", none)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "penuh"))
    with pytest.raises(TemporaryFolderFull) as problem, staged(backup, store, NOW):
        pass
    assert problem.value.folder == tmp_path / "penuh"
