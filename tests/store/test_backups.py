"""Backups: whole, equal to the store, on the disk, their owner's alone, and never for nothing."""

import errno
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.domain.backups import OF_A_REASON, BackupReason
from keseimbangan.errors.backups import (
    BackupDamaged,
    BackupFailed,
    BackupNewer,
    BackupUnreadable,
    NoBackup,
    NotRestorable,
    TemporaryFolderFull,
)
from keseimbangan.errors.files import FileAlreadyThere
from keseimbangan.errors.store import StoreDamaged, StoreLocked
from keseimbangan.store import backups, compiled, database, soundness
from keseimbangan.store.backup_folder import backups_in, folder_of, name_of
from keseimbangan.store.backup_reading import good_until, newest_good, staged
from keseimbangan.store.backups import back_up, back_up_to, holds_yesterday
from keseimbangan.store.daily import is_due
from keseimbangan.store.files import UNFINISHED
from keseimbangan.store.soundness import contents
from tests.harness import fingerprint
from tests.store.test_database import POSIX, YEAR, umask

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ZONE = "Asia/Jakarta"
LATER = NOW + timedelta(days=30)

# Pairs of rows that belong together, as fast as it goes, until the line ends.
WRITE = """
import sys, threading
from datetime import UTC, datetime
from pathlib import Path
from keseimbangan.store import compiled, database
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
number = 0
while not stop.is_set():
    number += 1
    with database.changing(Path(sys.argv[1]), datetime(2026, 11, 23, tzinfo=UTC)) as db:
        for half in "ab":
            values = {"uid": f"{number}{half}", "title": half, "archived": 0}
            values |= {"year": 2026, "first_month": 1, "last_month": 12}
            db.insert(compiled.INSERT_TARGET, values)
    if number == 1:
        print("begun", flush=True)
print(number)
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "keseimbangan.db"
    add(path, "a")
    return path


def add(path: Path, uid: str, now: datetime = NOW) -> None:
    with database.changing(path, now) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def uids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [uid for (uid,) in connection.execute("SELECT uid FROM targets ORDER BY id")]


def spoil(path: Path) -> None:
    """Overwrite a page in the middle."""
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path.write_bytes(content)


def pragma(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {words}")


def test_a_backup_is_one_file_with_all_rows_called_after_moment_reason_and_schema(
    store: Path,
) -> None:
    made = back_up(store, BackupReason.MANUAL, NOW)
    name = f"2026-11-23T00.30.00Z-manual-skema{compiled.SCHEMA_VERSION}.db"
    assert made.path == folder_of(store) / name
    assert os.listdir(folder_of(store)) == [name]
    assert uids(made.path) == ["a"]
    with closing(sqlite3.connect(store)) as one, closing(sqlite3.connect(made.path)) as other:
        assert contents(one) == contents(other)
        assert list(one.iterdump()) == list(other.iterdump())
    assert os.listdir(folder_of(store)) == [name], "reading it leaves nothing beside it"


@pytest.mark.parametrize("reason", BackupReason)
@pytest.mark.parametrize("serial", [1, 2, 11])
def test_a_name_says_all_there_is_to_know(
    tmp_path: Path, reason: BackupReason, serial: int
) -> None:
    path = tmp_path / name_of(NOW, reason, 12, serial)
    path.write_bytes(b"xyz")
    assert backups_in(tmp_path) == [(NOW, serial, reason, 12, path, 3)]


@pytest.mark.parametrize(
    "name",
    [
        *("x.db", "2026-11-23T00.30.00Z-harian-skema2", "2026-11-23T00.30.00Z-lain-skema2.db"),
        *("2026-13-23T00.30.00Z-harian-skema2.db", "2026-11-23T00.30.00Z-harian-skemax.db"),
        *("2026-11-23T00.30.00Z.db", "2026-11-23T00.30.00Z-harian-2.db"),
    ],
)
def test_files_of_other_names_are_no_backups_and_are_left_alone(store: Path, name: str) -> None:
    folder = folder_of(store)
    folder.mkdir()
    (folder / name).write_text("x")
    assert backups_in(folder) == []
    for day in range(9):
        back_up(store, BackupReason.DAILY, NOW + timedelta(days=day), ZONE)
    assert (folder / name).read_text() == "x"


@POSIX
@pytest.mark.parametrize("bits", [0o000, 0o022])
def test_backups_and_their_folder_are_their_owners_alone_whatever_the_umask(
    store: Path, tmp_path: Path, bits: int
) -> None:
    with umask(bits):
        made = back_up(store, BackupReason.MANUAL, NOW)
        back_up_to(store, tmp_path / "x.db", overwrite=False)
    assert folder_of(store).stat().st_mode & 0o777 == 0o700
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "x.db").stat().st_mode & 0o777 == 0o600


def test_two_in_one_second_are_both_kept(store: Path) -> None:
    first = back_up(store, BackupReason.MANUAL, NOW)
    add(store, "b")
    second = back_up(store, BackupReason.MANUAL, NOW)
    assert backups_in(folder_of(store)) == [first, second]
    assert (uids(first.path), uids(second.path)) == (["a"], ["a", "b"])


def test_older_ones_go_only_by_the_rule_and_only_after_a_good_one_is_there(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(5):
        back_up(store, BackupReason.MANUAL, NOW + timedelta(days=day), ZONE)
    before = fingerprint(store.parent)
    monkeypatch.setattr(backups, "is_whole", lambda _connection: False)
    with pytest.raises(StoreDamaged):
        back_up(store, BackupReason.MANUAL, NOW + timedelta(days=5), ZONE)
    assert fingerprint(store.parent) == before
    monkeypatch.undo()
    back_up(store, BackupReason.MANUAL, NOW + timedelta(days=5), ZONE)
    assert [backup.at.day for backup in backups_in(folder_of(store))] == [24, 25, 26, 27, 28]


def test_what_a_wrong_clock_dated_ahead_pushes_out_nothing_that_is_made_later(store: Path) -> None:
    for day in range(5):
        back_up(store, BackupReason.RESTORE, NOW + timedelta(days=365 + day), ZONE)
    made = back_up(store, BackupReason.RESTORE, NOW, ZONE)
    assert made.path.exists()
    assert good_until(folder_of(store), None, ZONE, LATER) == made
    assert newest_good(folder_of(store), LATER) == made.path


def test_of_many_in_one_second_the_last_stays(store: Path) -> None:
    for number in range(9):
        made = back_up(store, BackupReason.MANUAL, NOW, ZONE)
        assert made.path.exists(), number
    assert [backup.serial for backup in backups_in(folder_of(store))] == [5, 6, 7, 8, 9]


def test_without_a_zone_no_older_one_goes(store: Path) -> None:
    made = [back_up(store, BackupReason.MIGRATION, NOW + timedelta(days=day)) for day in range(7)]
    assert backups_in(folder_of(store)) == made


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


def test_a_copy_that_a_killed_process_left_goes_an_hour_later(store: Path) -> None:
    folder = folder_of(store)
    folder.mkdir()
    present = store.stat().st_mtime
    for name, age in (("old", timedelta(hours=2)), ("young", timedelta(minutes=5))):
        path = folder / f"{UNFINISHED}{name}.new"
        path.write_text("x")
        os.utime(path, (present - age.total_seconds(),) * 2)
    back_up(store, BackupReason.MANUAL, NOW, ZONE)
    assert [path.name for path in folder.glob(".*")] == [f"{UNFINISHED}young.new"]


def test_a_backup_while_others_write_holds_whole_commands_only(store: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    sizes = []
    for second in range(5):
        made = back_up(store, BackupReason.MANUAL, NOW + timedelta(seconds=second))
        found = uids(made.path)[1:]
        assert found == [f"{n}{half}" for n in range(1, len(found) // 2 + 1) for half in "ab"]
        sizes.append(len(found))
    out, _ = writer.communicate("\n", timeout=30)
    assert sizes == sorted(sizes)
    assert len(uids(store)) == 1 + 2 * int(out), "and no write was lost to it"


def test_a_file_of_choice_is_written_over_only_with_leave(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    assert back_up_to(store, file, overwrite=False) == file.stat().st_size
    add(store, "b")
    with pytest.raises(FileAlreadyThere):
        back_up_to(store, file, overwrite=False)
    assert uids(file) == ["a"]
    back_up_to(store, file, overwrite=True)
    assert uids(file) == ["a", "b"]
    assert sorted(os.listdir(tmp_path)) == ["home", "person", "x.db"]


def test_a_file_of_choice_stays_as_it_was_where_the_new_one_fails(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.db"
    back_up_to(store, file, overwrite=False)
    before = file.read_bytes()
    spoil(store)
    with pytest.raises(StoreDamaged):
        back_up_to(store, file, overwrite=True)
    assert file.read_bytes() == before


def test_a_backup_is_due_once_a_day_by_the_clock_of_the_person(store: Path) -> None:
    assert is_due(store, NOW, ZONE)
    back_up(store, BackupReason.MANUAL, NOW, ZONE)
    assert is_due(store, NOW, ZONE)
    back_up(store, BackupReason.DAILY, NOW, ZONE)
    assert not is_due(store, NOW, ZONE)
    assert not is_due(store, datetime(2026, 11, 23, 16, 59, tzinfo=UTC), ZONE)
    assert is_due(store, datetime(2026, 11, 23, 17, 0, tzinfo=UTC), ZONE)
    assert is_due(store, NOW - timedelta(days=1), ZONE), "a clock that was set back"


def test_none_is_due_for_a_store_that_is_not_there(tmp_path: Path) -> None:
    assert not is_due(tmp_path / "keseimbangan.db", NOW, ZONE)


def test_only_what_was_written_before_today_is_worth_a_daily_backup(store: Path) -> None:
    with database.reading(store, NOW) as db:
        assert not holds_yesterday(db, NOW, ZONE)
        assert holds_yesterday(db, NOW + timedelta(days=1), ZONE)


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
    assert good_until(folder, None, ZONE, LATER).path == made[0]
    made[0].write_bytes(b"")
    assert newest_good(folder) is None
    with pytest.raises(NoBackup):
        good_until(folder, None, ZONE, LATER)


def test_of_a_day_the_newest_of_it_or_before_it_is_taken(store: Path) -> None:
    morning = back_up(store, BackupReason.MANUAL, NOW)
    evening = back_up(store, BackupReason.MANUAL, NOW + timedelta(hours=9))
    folder = folder_of(store)
    assert good_until(folder, NOW.date(), ZONE, LATER) == evening
    assert good_until(folder, NOW.date() + timedelta(days=9), ZONE, LATER) == evening
    evening.path.unlink()
    assert good_until(folder, NOW.date(), ZONE, LATER) == morning
    with pytest.raises(NoBackup) as caught:
        good_until(folder, NOW.date() - timedelta(days=1), ZONE, LATER)
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
