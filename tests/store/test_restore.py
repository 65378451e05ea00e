"""Bringing a backup back: every table as it was, in one transaction, whatever came between."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from keseimbangan.domain.backups import BackupReason, TableChange
from keseimbangan.errors.store import StoreLocked, StoreReadOnly
from keseimbangan.store import compiled, database, restore
from keseimbangan.store.backup_reading import staged
from keseimbangan.store.backups import back_up
from keseimbangan.store.migrate import MIGRATIONS
from keseimbangan.store.replacing import replace
from keseimbangan.store.restore import LEDGER
from keseimbangan.store.soundness import open_file, schema_differences
from tests.in_process import Imbang
from tests.store.target_rows import POSIX, YEAR, umask
from tests.store.test_migrate import store_of_version_1

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
RESTORED = [table for table in compiled.TABLES if table != LEDGER]

# Something in every table that refers to another, or has a value that no two rows may have.
STORY = (
    ("skp", "tambah", "Layanan"),
    ("skp", "tambah", "Arsip"),
    ("tugas", "tambah", "Susun laporan", "--skp", "1", "--penting"),
    ("tugas", "pecah", "1", "Data", "Naskah"),
    ("tugas", "tambah", "Surat", "--skp", "2"),
    ("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap hari kerja", "--skp", "1"),
    ("blok", "hapus", "1", "--pada", "25/11", "--ya"),
    ("blok", "geser", "1", "+30m", "--pada", "26/11"),
    ("blok", "tambah", "Telaah", "13.00-14.00", "--tugas", "2"),
    ("fokus", "mulai", "2", "--latar"),
    ("fokus", "gangguan", "telepon"),
    ("fokus", "berhenti", "--simpan", "0"),
    ("jurnal", "tulis", "--tingkat", "6", "--pemicu", "rapat mendadak", "--pemicu", "surel"),
    ("lokasi", "catat", "rumah", "24/11"),
    ("lokasi", "catat", "kantor", "25/11"),
    ("libur", "tambah", "1/12", "HUT"),
    ("cuti", "tambah", "tahunan", "7/12"),
    ("lembur", "tambah", "17.00-19.00"),
    ("kalender", "ekspor", "--minggu", "ini"),
)

Dump = dict[str, list[tuple[object, ...]]]
_made: list[Path] = []


@pytest.fixture
def path(imbang: Imbang, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a story, made once and copied for each test."""
    if not _made:
        for words in STORY:
            imbang(*words).ok()
        place = tmp_path_factory.mktemp("story") / "keseimbangan.db"
        shutil.copyfile(imbang.store, place)
        _made.append(place)
    path = tmp_path / "store" / "keseimbangan.db"
    path.parent.mkdir()
    shutil.copyfile(_made[0], path)
    return path


def dump(path: Path) -> Dump:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in compiled.TABLES
        }


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in statements:
            connection.execute(statement)


def bring_back(path: Path, backup: Path) -> list[TableChange]:
    """Restore, and check that it was what had been said before."""
    with staged(backup, path, NOW) as copy, closing(open_file(copy)) as source:
        with database.reading(path, NOW) as db:
            planned = restore.changes(db, source)
        with database.changing(path, NOW) as db:
            done = restore.restore(db, source)
    assert done == planned
    return done


def havoc(path: Path, random: Random) -> None:
    """Delete, change and swap at random, as the foreign keys allow."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for table in random.sample(RESTORED, len(RESTORED)):
            if random.random() < 0.4:
                connection.execute(f"DELETE FROM {table} WHERE id % 3 = {random.randrange(3)}")
            if random.random() < 0.4:
                connection.execute(f"UPDATE {table} SET changed_at = 'x' WHERE id % 2")
            if random.random() < 0.4:
                _swap(connection, table)


def _swap(connection: sqlite3.Connection, table: str) -> None:
    """What belonged to the first number belongs to the last afterwards."""
    (first, last) = connection.execute(f"SELECT min(id), max(id) FROM {table}").fetchone()
    if first == last:
        return
    # The program never changes a number, and its log refuses it; another program might.
    trigger = f"log_{table}_update"
    ((text,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [trigger])
    connection.execute("BEGIN")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute(f"DROP TRIGGER {trigger}")
    for one, other in ((first, -1), (last, first), (-1, last)):
        connection.execute(f"UPDATE {table} SET id = {other} WHERE id = {one}")
    connection.execute(text)
    connection.execute("COMMIT")


def test_the_story_fills_what_it_should(path: Path) -> None:
    empty = {table for table, rows in dump(path).items() if not rows}
    assert not empty & {*("tasks", "blocks", "exclusions", "interruptions", "stress_triggers")}
    assert not empty & {"location_days", "holidays", "leaves", "overtimes", LEDGER}


@pytest.mark.parametrize("seed", range(12))
def test_every_table_is_as_it_was_whatever_came_between(path: Path, seed: int) -> None:
    before = dump(path)
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    havoc(path, Random(seed))
    bring_back(path, backup)
    assert dump(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert bring_back(path, backup) == [], "and there is nothing left to do"


def test_what_changes_is_counted_and_the_rest_not_touched(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    stamp = "'2026-11-23T00:30:00Z'"
    run(
        path,
        "DELETE FROM overtimes",
        "UPDATE tasks SET title = 'Lain' WHERE id = 1",
        f"INSERT INTO targets VALUES (NULL, 'new', {stamp}, {stamp}, 'Baru', 2026, 1, 12, 0)",
    )
    found = {change.name: tuple(change[1:]) for change in bring_back(path, backup)}
    assert found == {"overtimes": (1, 0, 0), "tasks": (0, 0, 1), "targets": (0, 1, 0)}


def test_numbers_that_were_given_are_not_given_again(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    stamp = "'2026-11-23T00:30:00Z'"
    run(path, f"INSERT INTO targets VALUES (77, 'new', {stamp}, {stamp}, 'Baru', 2026, 1, 12, 0)")
    bring_back(path, backup)
    with database.changing(path, NOW) as db:
        values = {"uid": "u", "title": "Lagi", **YEAR}
        assert db.insert(compiled.INSERT_TARGET, values) == 78


def test_the_ledger_of_calendars_never_goes_back(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    run(path, f"UPDATE {LEDGER} SET sequence = sequence + 5", "DELETE FROM blocks")
    after = dump(path)[LEDGER]
    assert after
    bring_back(path, backup)
    assert dump(path)[LEDGER] == after
    run(path, f"DELETE FROM {LEDGER} WHERE id = 1")
    assert bring_back(path, backup) == [(LEDGER, 1, 0, 0)]
    assert len(dump(path)[LEDGER]) == len(after)


def test_an_event_that_the_ledger_knows_under_another_number_does_not_come_twice(
    path: Path,
) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    run(path, f"UPDATE {LEDGER} SET id = id + 500")
    after = dump(path)
    assert bring_back(path, backup) == []
    assert dump(path) == after


def test_a_restore_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    run(path, "DELETE FROM tasks")
    before = dump(path)

    def broken(_table: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(restore._Table, "fill", broken)
    with pytest.raises(ZeroDivisionError):
        bring_back(path, backup)
    assert dump(path) == before


def test_whoever_reads_meanwhile_sees_the_old(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    run(path, "DELETE FROM tasks")
    with (
        staged(backup, path, NOW) as copy,
        closing(open_file(copy)) as source,
        database.changing(path, NOW) as db,
    ):
        restore.restore(db, source)
        with database.reading(path, NOW) as other:
            assert other.all("SELECT * FROM tasks") == []
    assert dump(path)["tasks"]


def test_a_backup_of_the_first_schema_comes_back_into_the_present_one(
    path: Path, tmp_path: Path
) -> None:
    steps = tmp_path / "steps"
    shutil.copytree(MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    old = tmp_path / "old" / "lama.db"
    old.parent.mkdir()
    store_of_version_1(old, steps)
    content = old.read_bytes()
    bring_back(path, old)
    found = dump(path)
    assert [row[4] for row in found["targets"]] == ["RHK"]
    assert [row[4] for row in found["blocks"]] == ["Rapat"]
    assert found["leaves"] == []
    assert old.read_bytes() == content, "the backup itself stays as it was"


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
