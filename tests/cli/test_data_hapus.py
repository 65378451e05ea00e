"""`imbang data hapus`: what is erased can be found in no byte of any file."""

import os
import sqlite3
import sys
from contextlib import closing

import pytest

from keseimbangan.cli.purging import ENGLISH, NOUNS
from keseimbangan.store import compiled
from tests.cli.erasing_steps import OWN, written
from tests.cli.lock_steps import MARKER, holding
from tests.harness import fingerprint
from tests.in_process import Imbang


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    return written(imbang)


def test_erased_entries_are_gone_from_every_byte_and_the_rest_stays(filled: Imbang) -> None:
    assert len(holding(filled.home, MARKER)) >= 2
    out = filled("data", "hapus", "jurnal", "--ya").ok().out
    assert "1 catatan jurnal" in out
    assert "Di luar jangkauan" in out
    assert holding(filled.home, MARKER) == []
    assert OWN in filled("tugas", "daftar").ok().out
    assert filled("jurnal", "daftar", "--json").ok().json["entries"] == []
    assert len(list((filled.home / "cadangan").glob("*.db"))) == 1, "what is left has a copy"
    assert filled("urung").code == 1, "nothing brings it back"
    assert "utuh" in filled("data", "periksa").ok().out


def test_after_everything_was_erased_no_file_of_ours_is_left(filled: Imbang) -> None:
    (filled.home / "log").mkdir(mode=0o700)
    (filled.home / "log" / "galat-x.txt").write_text(MARKER)
    form = filled.home / ".formulir-x"
    form.mkdir(mode=0o700)
    (form / "formulir.txt").write_text(MARKER)
    (filled.home / "keseimbangan-rusak-x.db").write_text(MARKER)
    filled("atur", "ubah", "giliran.lain", f"{MARKER.lower()} 07.00-14.00")
    filled("data", "hapus", "--semua", "--ya").ok()
    assert fingerprint(filled.home) == {}
    assert os.listdir(filled.home) == []
    assert filled("tugas", "daftar", "--json").ok().json == {"tasks": []}


@pytest.mark.skipif(sys.platform == "win32", reason="what is open cannot be removed there")
def test_what_is_erased_is_overwritten_and_not_only_let_go(filled: Imbang) -> None:
    (backup, *_others) = (filled.home / "cadangan").glob("*.db")
    # Whoever has a file open still reaches its bytes.
    with filled.store.open("rb") as store, backup.open("rb") as copy:
        filled("data", "hapus", "--semua", "--ya").ok()
        assert set(store.read()) == set(copy.read()) == {0}


def test_files_of_the_persons_own_in_the_folder_stay(filled: Imbang) -> None:
    (filled.home / "cadangan" / "surat.txt").write_text("x")
    (filled.home / "foto.db").write_text("x")
    (filled.home / ".settings.new").write_text("x")
    filled("data", "hapus", "--semua", "--ya").ok()
    assert sorted(fingerprint(filled.home)) == [
        ".settings.new",
        "cadangan/surat.txt",
        "foto.db",
    ]


def test_only_what_was_written_before_a_day_goes(filled: Imbang) -> None:
    filled("tugas", "tambah", "Baru").ok()
    filled("data", "hapus", "tugas", "--sebelum", "hari ini", "--ya").ok()
    assert [task["title"] for task in filled("tugas", "daftar", "--json").json["tasks"]] == ["Baru"]
    assert holding(filled.home, OWN) == []
    filled("data", "hapus", "--semua", "--sebelum", "hari ini", "--ya").ok()
    assert holding(filled.home, MARKER) == []
    assert filled.store.exists()


def test_it_names_what_and_how_many_and_asks(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    result = filled("data", "hapus", "jurnal", answers=["t"]).ok()
    assert "Hapus selamanya 1 catatan jurnal, " in result.err
    assert "tidak dapat diurungkan" in result.err
    assert "2 cadangan" in filled("data", "hapus", "--semua", answers=["t"]).ok().err
    filled.refused(2, "data", "hapus", "jurnal")
    filled.refused(2, "data", "hapus", "--semua")
    filled.refused(2, "data", "hapus")
    filled.refused(2, "data", "hapus", "jurnal", "--semua", "--ya")
    filled.refused(2, "data", "hapus", "sesuatu", "--ya")
    assert fingerprint(filled.home) == before


def test_nothing_to_erase_is_said_and_changes_nothing(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    assert "Tidak ada" in filled("data", "hapus", "cuti", "--ya").ok().err
    assert fingerprint(filled.home) == before


def test_the_document_counts_what_is_gone(filled: Imbang) -> None:
    document = filled("data", "erase", "journal", "--yes", "--json", lang="en").ok().json
    assert document["erased"] == {
        "everything": False,
        "tables": [{"name": "stress_entries", "rows": 1}],
        "steps": 3,
        "backups": 2,
    }


def test_a_damaged_store_can_be_erased_too(filled: Imbang) -> None:
    filled.store.write_bytes(MARKER.encode() * 1000)
    filled("data", "hapus", "--semua", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_with_the_rows_goes_that_others_were_deleted(filled: Imbang) -> None:
    filled("tugas", "tambah", "Baru").ok()
    filled("tugas", "hapus", 2, "--ya").ok()
    filled("data", "hapus", "tugas", "--ya").ok()
    with closing(sqlite3.connect(filled.store)) as connection:
        assert connection.execute("SELECT table_name FROM deletions").fetchall() == []


def test_every_table_goes_with_a_word_or_with_a_row_of_one() -> None:
    assert set(ENGLISH.values()) == set(NOUNS.values())
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(compiled.SCHEMA)
        # That something was deleted is forgotten with the rows of its table.
        for table in set(compiled.TABLES) - {*NOUNS.values(), "deletions"}:
            keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            assert any(key[6] == "CASCADE" for key in keys), table


def test_a_backup_alone_that_holds_it_is_erased_too(filled: Imbang) -> None:
    with closing(sqlite3.connect(filled.store)) as connection, connection:
        for table in ("stress_entries", "changes", "steps"):
            connection.execute(f"DELETE FROM {table}")
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home / "cadangan", MARKER) == []


def test_history_and_backups_go_alone_and_what_there_is_stays(filled: Imbang) -> None:
    filled("jurnal", "tulis", "--tingkat", 3, "--catatan", "lain").ok()
    filled("jurnal", "hapus", 1, "--ya").ok()
    assert "tetap" in filled("data", "hapus", "riwayat", answers=["t"]).ok().err
    out = filled("data", "hapus", "riwayat", "--ya").ok().out
    assert out.startswith("Dihapus: riwayat urung (")
    assert holding(filled.home, MARKER) == []
    assert len(filled("jurnal", "daftar", "--json").ok().json["entries"]) == 1
    assert filled("urung").code == 1
    filled.refused(2, "data", "hapus", "riwayat", "--sebelum", "besok", "--ya")
    document = filled("data", "erase", "history", "--yes", "--json", lang="en").ok().json
    assert document["erased"]["tables"] == []


def test_backups_of_a_store_that_is_gone_are_not_taken_for_traces(filled: Imbang) -> None:
    filled.store.unlink()
    before = fingerprint(filled.home)
    for what in ("jurnal", "riwayat"):
        assert "Tidak ada yang dihapus" in filled("data", "hapus", what, "--ya").ok().err
    assert fingerprint(filled.home) == before


def test_traces_of_what_was_deleted_before_are_erased_too(filled: Imbang) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()
    assert len(holding(filled.home, MARKER)) >= 2
    result = filled("data", "hapus", "jurnal", answers=["y"]).ok()
    assert "jejak" in result.err
    assert result.out.startswith("Dihapus: riwayat urung (")
    assert holding(filled.home, MARKER) == []
    assert OWN in filled("tugas", "daftar").ok().out
    before = fingerprint(filled.home)
    assert "Tidak ada yang dihapus" in filled("data", "hapus", "jurnal", "--ya").ok().err
    assert fingerprint(filled.home) == before


def test_traces_in_backups_alone_are_found(filled: Imbang) -> None:
    # As after a kill between the store and its backups.
    filled("data", "cadangkan", "lain.db").ok()
    filled("data", "hapus", "jurnal", "--ya").ok()
    backup = filled.home / "cadangan" / "2026-11-20T00.00.00Z-harian-skema6.db"
    os.replace(filled.cwd / "lain.db", backup)
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_the_ledger_of_calendars_keeps_the_event_and_not_its_title(filled: Imbang) -> None:
    filled("blok", "tambah", MARKER, "20.00-21.00").ok()
    filled("kalender", "ekspor", "-o", "a.ics").ok()
    (filled.cwd / "a.ics").unlink()
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER), "the block is still there"
    filled("data", "hapus", "blok", "--ya").ok()
    assert holding(filled.home, MARKER) == []
    assert "20.00–21.00" in filled("kalender", "ekspor", "-o", "a.ics").ok().out


def test_a_day_that_is_not_over_is_no_bound(filled: Imbang) -> None:
    # The nearest first of January is the next one.
    for day in ("1/1", "besok", "2027-01-01"):
        error = filled.refused(
            2, "data", "hapus", "tugas", "--sebelum", day, "--ya", "--json"
        ).error
        assert error["code"] == "day_to_come"
    assert "1 Januari 2027" in filled("data", "hapus", "tugas", "--sebelum", "1/1", "--ya").err


def test_the_question_names_the_day(filled: Imbang) -> None:
    words = ("data", "hapus", "jurnal", "--sebelum", "hari ini")
    asked = filled(*words, answers=["t"]).ok().err
    assert "1 catatan jurnal yang dicatat sebelum Senin, 23 November 2026" in asked


def test_where_nothing_is_that_old_nothing_else_goes_either(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    said = filled("data", "hapus", "jurnal", "--sebelum", "2026-01-01", "--ya").ok().err
    assert "tidak ada catatan seperti itu sebelum Kamis, 1 Januari 2026" in said
    assert "imbang data hapus riwayat" in said
    assert fingerprint(filled.home) == before


def test_a_home_without_anything_has_nothing_to_erase(imbang: Imbang) -> None:
    assert "belum ada data" in imbang("data", "hapus", "--semua", "--ya").ok().err
    assert not imbang.home.exists()
