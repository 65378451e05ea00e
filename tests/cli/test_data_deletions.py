"""What was deleted on one computer, and the other one that hears of it."""

import json

import pytest

from tests.cli.exchange_steps import FILE, TUESDAY, imported
from tests.in_process import Imbang


def titles(imbang: Imbang) -> list[str]:
    found = imbang("tugas", "daftar", "--json").ok().json["tasks"]
    return sorted(task["title"] for task in found)


@pytest.fixture
def shared(filled: Imbang, home: Imbang) -> Imbang:
    """The first computer, after both have the same three tasks."""
    filled("tugas", "tambah", "Arsip").ok()
    filled("tugas", "tambah", "Belanja").ok()
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    return filled


def test_what_was_deleted_on_one_computer_goes_on_the_other(shared: Imbang, home: Imbang) -> None:
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    told = shared("data", "impor", "rumah.json", "--tinjau", now=TUESDAY).ok().out
    assert "Dihapus, sebab sudah dihapus di komputer lain" in told
    assert "Tugas 2 Arsip: diubah Sen 23 Nov 07.30, dihapus Sel 24 Nov 08.00" in told
    assert titles(shared) == ["Arsip", "Belanja", "Susun laporan"]
    (removal,) = imported(shared, "rumah.json", now=TUESDAY)["removals"]
    assert (removal["label"], removal["deleted_in"], removal["removed"]) == ("Arsip", "file", True)
    assert titles(shared) == ["Belanja", "Susun laporan"]
    assert imported(shared, "rumah.json", now=TUESDAY)["backup"] is None
    shared("urung").ok()
    assert titles(shared) == ["Arsip", "Belanja", "Susun laporan"]


def test_what_was_deleted_here_does_not_come_back(shared: Imbang, home: Imbang) -> None:
    home("data", "ekspor", "-o", "rumah.json").ok()
    shared("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    out = shared("data", "impor", "rumah.json", now=TUESDAY).ok().out
    assert "Tidak dibawa kembali, sebab sudah dihapus di sini" in out
    assert titles(shared) == ["Belanja", "Susun laporan"]


def test_what_was_changed_after_it_was_deleted_elsewhere_stays(
    shared: Imbang, home: Imbang
) -> None:
    home("tugas", "hapus", 2, "--ya").ok()
    shared("tugas", "ubah", 2, "--judul", "Arsip TW4", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    out = shared("data", "impor", "rumah.json", now=TUESDAY).ok().out
    assert "Tetap ada, sebab diubah setelah dihapus di komputer lain" in out
    shared("data", "ekspor", "-o", "kantor.json", now=TUESDAY).ok()
    out = home("data", "impor", "kantor.json", now=TUESDAY).ok().out
    assert "Kembali, sebab diubah di sana setelah dihapus di sini" in out
    assert titles(home) == titles(shared) == ["Arsip TW4", "Belanja", "Susun laporan"]
    home("data", "ekspor", "-o", "lagi.json", now=TUESDAY).ok()
    assert imported(shared, "lagi.json", now=TUESDAY)["removals"] == []


def test_what_was_undone_or_restored_is_no_deletion(shared: Imbang, home: Imbang) -> None:
    home("data", "cadangkan").ok()
    home("tugas", "tambah", "Rapat", now=TUESDAY).ok()
    home("urung", now=TUESDAY).ok()
    home("tugas", "tambah", "Notula", now=TUESDAY).ok()
    home("data", "pulihkan", "2026-11-23", "--ya", now=TUESDAY).ok()
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("urung", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    assert imported(shared, "rumah.json", now=TUESDAY)["removals"] == []
    assert json.loads((shared.cwd / "rumah.json").read_text())["tables"]["deletions"] == []


def test_that_an_entry_was_deleted_is_not_told_without_the_journal(filled: Imbang) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()
    filled("data", "ekspor", "--tanpa-jurnal").ok()
    assert json.loads((filled.cwd / FILE).read_text())["tables"]["deletions"] == []
    filled("data", "ekspor", "--timpa").ok()
    (deletion,) = json.loads((filled.cwd / FILE).read_text())["tables"]["deletions"]
    assert deletion["table_name"] == "stress_entries"
