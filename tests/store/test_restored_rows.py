"""Bringing rows back: every table as it was, in one transaction, whatever came between."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.store import compiled, database, restore
from keseimbangan.store.backup_reading import staged
from keseimbangan.store.backups import back_up
from keseimbangan.store.migrate import MIGRATIONS
from keseimbangan.store.restore import LEDGER
from keseimbangan.store.soundness import open_file
from tests.in_process import Imbang
from tests.store.restore_story import NOW, bring_back, dump, run, told
from tests.store.target_rows import YEAR
from tests.store.test_migrate import store_of_version_1

RESTORED = [table for table in compiled.TABLES if table != LEDGER]


@pytest.fixture
def path(imbang: Imbang, tmp_path: Path) -> Path:
    return told(imbang, tmp_path / "store" / "keseimbangan.db")


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
    found = {change.name: tuple(change[1:4]) for change in bring_back(path, backup)}
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
    assert [change[:4] for change in bring_back(path, backup)] == [(LEDGER, 1, 0, 0)]
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
