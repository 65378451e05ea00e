"""What a restore says of rows that have another's number: told apart by their UUID."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.store import compiled
from keseimbangan.store.backups import back_up
from keseimbangan.store.restore import LEDGER
from tests.in_process import Imbang
from tests.store.restore_story import NOW, bring_back, dump, run, told


@pytest.fixture
def path(imbang: Imbang, tmp_path: Path) -> Path:
    return told(imbang, tmp_path / "store" / "keseimbangan.db")


def lose(path: Path) -> None:
    """The store as a person has it who began anew without it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in compiled.TABLES:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM sqlite_sequence WHERE name <> 'steps'")


def test_a_row_under_the_number_of_another_is_lost_and_the_other_comes_back(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    before = dump(path)
    run(path, "UPDATE tasks SET uid = 'another' WHERE id = 1")
    found = {change.name: tuple(change[1:4]) for change in bring_back(path, backup)}
    assert found == {"tasks": (1, 1, 0)}
    assert dump(path) == before


def test_a_row_that_has_another_number_here_is_changed(path: Path) -> None:
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    before = dump(path)
    run(
        path,
        "DROP TRIGGER log_overtimes_update",
        "UPDATE overtimes SET id = 9",
    )
    assert [tuple(change[:4]) for change in bring_back(path, backup)] == [("overtimes", 0, 0, 1)]
    assert dump(path) == before


def test_an_event_whose_number_another_has_comes_back_into_the_ledger(path: Path) -> None:
    """Else its UID would be forgotten and the calendar be given the event once more."""
    backup = back_up(path, BackupReason.MANUAL, NOW).path
    known = {row[1:] for row in dump(path)[LEDGER]}
    lose(path)
    stamp = "'2026-11-23T00:30:00Z'"
    run(
        path,
        f"INSERT INTO {LEDGER} VALUES (1, 'new', {stamp}, {stamp}, 'other block', '', 1, 0, 'd', "
        f"{stamp}, 'Baru', {stamp}, {stamp}, NULL)",
    )
    bring_back(path, backup)
    after = {row[1:] for row in dump(path)[LEDGER]}
    assert known < after
    assert len(after) == len(known) + 1
    assert bring_back(path, backup) == []


def test_what_was_begun_anew_is_named_as_lost_before_it_goes(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    imbang("tugas", "tambah", "B").ok()
    imbang("data", "cadangkan").ok()
    for each in imbang.home.glob("keseimbangan.db*"):
        each.unlink()
    imbang("tugas", "tambah", "C").ok()
    assert "Tugas: 2 kembali dan 1 hilang" in imbang("data", "pulihkan", "--tinjau").ok().out
    assert "Tugas: 2 kembali dan 1 hilang" in imbang("data", "pulihkan", "--ya").ok().out
    titles = [task["title"] for task in imbang("tugas", "--json").ok().json["tasks"]]
    assert titles == ["A", "B"]
