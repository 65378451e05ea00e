"""`imbang data impor`: one's own data, carried from one computer to another."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.store import compiled
from keseimbangan.view.table_words import noun
from tests.cli.exchange_steps import FILE, MONDAY, SECRET, TUESDAY, counts, imported
from tests.in_process import Imbang


def test_another_computer_gets_all_of_it_under_the_same_numbers(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor").ok()
    found = imported(home, FILE)
    assert counts(found, "new") == {
        "targets": 1,
        "tasks": 1,
        "blocks": 1,
        "stress_entries": 1,
        "holidays": 1,
    }
    for call in (("hari",), ("tugas", "lihat", 1), ("jurnal", "lihat", 1), ("blok", "lihat", 1)):
        assert home(*call, "--json").ok().json == filled(*call, "--json").ok().json


def test_a_preview_changes_nothing_and_makes_nothing(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    found = imported(home, FILE, "--tinjau")
    assert (found["applied"], counts(found, "new")["tasks"]) == (False, 1)
    assert not home.home.exists()
    out = filled("data", "impor", FILE, "--tinjau").ok().out
    assert "Tidak ada yang baru" in out


def test_what_changed_last_stays_and_both_stamps_are_told(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "Susun laporan akhir", now=TUESDAY).ok()
    filled("tugas", "ubah", 1, "--judul", "Susun laporan awal", now=MONDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    filled("data", "ekspor", "-o", "kantor.json", now=MONDAY).ok()
    kept = imported(home, "kantor.json", now=TUESDAY)
    (difference,) = kept["differences"]
    assert (difference["winner"], difference["number"]) == ("store", 1)
    assert difference["here_changed_at"] == "2026-11-24T01:00:00Z"
    assert difference["file_changed_at"] == "2026-11-23T01:00:00Z"
    assert difference["reason"] == "same_row"
    taken = imported(filled, "rumah.json", now=TUESDAY)
    assert taken["differences"][0]["winner"] == "file"
    for imbang in (home, filled):
        assert imbang("tugas", "lihat", 1, "--json").json["task"]["title"] == "Susun laporan akhir"
    assert counts(imported(home, "rumah.json"), "changed") == {}


def test_a_change_made_after_that_of_a_clock_that_is_ahead_stays(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "Dari rumah", now="2026-11-23T09:00:00+07:00").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json", now="2026-11-23T08:00:00+07:00").ok()
    for minute, title in enumerate(("Dari kantor", "Lagi dari kantor"), 10):
        now = f"2026-11-23T08:{minute}:00+07:00"
        filled("tugas", "ubah", 1, "--judul", title, now=now).ok()
    assert counts(imported(filled, "rumah.json"), "changed") == {}
    filled("data", "ekspor", "-o", "kantor.json").ok()
    home("data", "impor", "kantor.json").ok()
    for imbang in (home, filled):
        assert imbang("tugas", "lihat", 1, "--json").json["task"]["title"] == "Lagi dari kantor"


def test_a_person_reads_which_version_stays(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "[bold]x[/]", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    out = filled("data", "impor", "rumah.json", "--tinjau", columns=60).ok().out
    assert "Diganti, sebab versi di berkas lebih baru" in out
    assert "[bold]x[/]" in out
    assert all(len(line) <= 60 for line in out.splitlines())
    assert "Dipertahankan, sebab versi di sini lebih baru" in home("data", "impor", FILE).ok().out


def test_new_rows_get_numbers_of_their_own_where_theirs_are_taken(
    filled: Imbang, home: Imbang
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    filled("data", "ekspor").ok()
    preview = home("data", "impor", FILE, "--tinjau").ok().out
    out = home("data", "impor", FILE).ok().out
    assert "Tugas 2 Susun laporan: di berkas 1" in out
    assert "Bernomor lain di sini" in preview
    assert "Jurnal stres 1" not in out
    tasks = home("tugas", "daftar", "--json").json["tasks"]
    assert {task["number"]: task["title"] for task in tasks} == {1: "Belanja", 2: "Susun laporan"}
    assert home("blok", "lihat", 1, "--json").json["block"]["task"] == 2


def test_two_notes_of_the_same_day_become_the_one_that_changed_last(
    filled: Imbang, home: Imbang
) -> None:
    home("libur", "tambah", "2026-11-27", "HUT provinsi", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    (difference,) = imported(filled, "rumah.json")["differences"]
    assert (difference["reason"], difference["winner"]) == ("same_key", "file")
    found = filled("libur", "daftar", 2026, "--json").json["holidays"]
    assert [each["name"] for each in found if each["date"] == "2026-11-27"] == ["HUT provinsi"]


def test_what_is_not_in_the_file_stays(filled: Imbang, home: Imbang) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json").ok()
    titles = {task["title"] for task in filled("tugas", "daftar", "--json").json["tasks"]}
    assert titles == {"Belanja", "Susun laporan"}


def test_the_triggers_of_an_entry_are_those_of_its_version(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("jurnal", "ubah", 1, "--pemicu", "lembur", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json").ok()
    assert filled("jurnal", "lihat", 1, "--json").json == home("jurnal", "lihat", 1, "--json").json


def test_a_backup_is_made_first_and_only_for_what_changes_something(
    filled: Imbang, home: Imbang
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    backup = Path(imported(filled, "rumah.json")["backup"])
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT title FROM tasks").fetchall() == [("Susun laporan",)]
    assert imported(filled, "rumah.json")["backup"] is None
    assert list(backup.parent.iterdir()) == [backup]


def test_without_a_backup_nothing_is_imported(
    filled: Imbang, home: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()

    def full(*_arguments: Any) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("keseimbangan.store.backups.make", full)
    filled.refused(3, "data", "impor", "rumah.json")


def test_a_calendar_never_gets_a_lower_sequence_back(filled: Imbang, home: Imbang) -> None:
    week = ("--minggu", "2026-W48", "-o", "x.ics", "--timpa")
    filled("kalender", "ekspor", *week).ok()
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    for hour in ("08.00", "09.00"):
        filled("blok", "ubah", 1, "--semua", "--judul", f"Apel {hour}").ok()
        filled("kalender", "ekspor", *week).ok()
    home("blok", "ubah", 1, "--semua", "--judul", "Upacara", now=TUESDAY).ok()
    home("kalender", "ekspor", *week, now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    found = imported(filled, "rumah.json")
    by_table = {each["table"]: each["winner"] for each in found["differences"]}
    assert by_table == {"blocks": "file", "exported_events": "store"}


def test_every_table_has_a_name_a_person_reads() -> None:
    assert all(noun(table) != table for table in compiled.TABLES if table not in STAYING)


STAYING = ("steps", "changes")


def test_the_english_words_do_the_same(filled: Imbang, home: Imbang) -> None:
    out = filled("data", "export", "--output", "x.json", "--no-journal", lang="en").ok().out
    assert "journal" in out
    report = home("data", "import", "x.json", "--preview", lang="en").ok().out
    assert "nothing has been changed" in report


def test_what_differs_is_told_field_by_field(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    change = ("--judul", "Susun laporan III", "--tenggat", "27/11", "--catatan", SECRET)
    home("tugas", "ubah", 1, *change, now=TUESDAY).ok()
    home("jurnal", "ubah", 1, "--tingkat", 7, "--catatan", "lain", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    out = filled("data", "impor", "rumah.json", "--tinjau", columns=200).ok().out
    assert "    judul: di sini Susun laporan, di berkas Susun laporan III\n" in out
    assert "    tenggat: di sini –, di berkas Jum 27 Nov\n" in out
    assert "    berbeda juga: catatan\n" in out
    assert "    berbeda juga: tingkat, catatan\n" in out
    assert SECRET not in out
    found = imported(filled, "rumah.json", "--tinjau")["differences"]
    fields = {each["table"]: each["fields"] for each in found}
    assert fields == {"tasks": ["title", "due", "note"], "stress_entries": ["level", "note"]}
    taken = filled("data", "impor", "rumah.json", columns=200).ok().out
    assert "    judul: tadinya Susun laporan, kini Susun laporan III\n" in taken
    assert "Urungkan dengan: imbang urung" in taken
