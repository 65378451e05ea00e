"""Imports and restores that follow an `urung`: what they bring stays, stamps included."""

import pytest

from tests.cli.exchange_steps import FILE, counts, imported
from tests.in_process import Imbang
from tests.undo.state import rows

BEFORE, DELETED, EDITED = (f"2026-11-{day}T08:00:00+07:00" for day in (23, 24, 25))
NOW, THEN = "2026-11-26T08:00:00+07:00", "2026-11-26T09:00:00+07:00"


def edit_there_and_back(imbang: Imbang) -> None:
    """Change the task and change it back: it says what it said, with a later stamp."""
    for title in ("Susun laporan X", "Susun laporan"):
        imbang("tugas", "ubah", 1, "--judul", title, now=EDITED).ok()


@pytest.fixture
def undone(filled: Imbang, home: Imbang) -> Imbang:
    """Has something undone; `b.json` only moves the stamp of task 1, `c.json` deletes it.

    The deletion is older than that stamp.
    """
    filled("data", "ekspor", now=BEFORE).ok()
    home("data", "impor", FILE, now=BEFORE).ok()
    home("tugas", "hapus", 1, "--ya", now=DELETED).ok()
    home("data", "ekspor", "-o", "c.json", now=DELETED).ok()
    home("urung", now=DELETED).ok()
    edit_there_and_back(home)
    home("data", "ekspor", "-o", "b.json", now=EDITED).ok()
    filled("tugas", "tambah", "Yang penting", now=NOW).ok()
    filled("tugas", "tambah", "Salah tulis", now=NOW).ok()
    filled("urung", now=NOW).ok()
    return filled


def titles(imbang: Imbang) -> set[str]:
    tasks = imbang("tugas", "daftar", "--json", now=THEN).ok().json["tasks"]
    return {task["title"] for task in tasks}


def test_a_stamp_that_comes_in_is_brought_once(undone: Imbang) -> None:
    assert counts(imported(undone, "b.json", now=NOW), "changed") == {"tasks": 1}
    again = imported(undone, "b.json", now=NOW)
    assert (counts(again, "changed"), again["backup"]) == ({}, None)


def test_an_older_deletion_does_not_win_over_the_change_that_came_in(undone: Imbang) -> None:
    imported(undone, "b.json", now=NOW)
    imported(undone, "c.json", now=THEN)
    assert titles(undone) == {"Susun laporan", "Yang penting"}


def test_undoing_such_an_import_undoes_the_import(undone: Imbang) -> None:
    assert "imbang urung" in undone("data", "impor", "b.json", now=NOW).ok().out
    assert "data impor" in undone("urung", now=THEN).ok().out
    assert titles(undone) == {"Susun laporan", "Yang penting"}
    assert counts(imported(undone, "b.json", now=THEN), "changed") == {"tasks": 1}


def test_an_import_at_the_second_of_the_stamp_keeps_it_as_well(undone: Imbang) -> None:
    imported(undone, "b.json", now=EDITED)
    assert counts(imported(undone, "b.json", now=EDITED), "changed") == {}


def test_restoring_after_an_undo_brings_the_stamp_of_the_backup(filled: Imbang) -> None:
    filled("data", "cadangkan", "awal.db", now=BEFORE).ok()
    before = rows(filled.store)
    edit_there_and_back(filled)
    filled("tugas", "tambah", "Salah tulis", now=NOW).ok()
    filled("urung", now=NOW).ok()
    filled("data", "pulihkan", "awal.db", "--ya", now=NOW).ok()
    assert rows(filled.store) == before
    assert "data pulihkan" in filled("urung", now=NOW).ok().out
