"""Backups: whole, equal to the store, on the disk, their owner's alone, and never for nothing."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.errors.files import FileAlreadyThere
from keseimbangan.errors.store import StoreDamaged
from keseimbangan.store import backups, compiled, database
from keseimbangan.store.backup_folder import backups_in, folder_of, name_of
from keseimbangan.store.backup_reading import good_of, newest_good
from keseimbangan.store.backups import back_up, back_up_to, holds_yesterday
from keseimbangan.store.daily import is_due
from keseimbangan.store.files import UNFINISHED
from keseimbangan.store.soundness import contents
from tests.harness import fingerprint
from tests.store.backup_steps import LATER, NOW, ZONE, add, spoil, uids
from tests.store.target_rows import POSIX, umask

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
    assert good_of(folder_of(store), None, ZONE, LATER) == made
    assert newest_good(folder_of(store), LATER) == made.path


def test_of_many_in_one_second_the_last_stays(store: Path) -> None:
    for number in range(9):
        made = back_up(store, BackupReason.MANUAL, NOW, ZONE)
        assert made.path.exists(), number
    assert [backup.serial for backup in backups_in(folder_of(store))] == [5, 6, 7, 8, 9]


def test_without_a_zone_no_older_one_goes(store: Path) -> None:
    made = [back_up(store, BackupReason.MIGRATION, NOW + timedelta(days=day)) for day in range(7)]
    assert backups_in(folder_of(store)) == made


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
