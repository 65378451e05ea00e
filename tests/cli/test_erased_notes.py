"""That something was deleted is noted without its content; erasing erases that note as well."""

import sqlite3
from contextlib import closing

from tests.in_process import Imbang


def _noted(imbang: Imbang) -> list[str]:
    with closing(sqlite3.connect(imbang.store)) as connection:
        return [name for (name,) in connection.execute("SELECT table_name FROM deletions")]


def test_the_note_of_a_deletion_is_erased_where_nothing_else_is_left(imbang: Imbang) -> None:
    imbang("jurnal", "tulis", "--tingkat", 8).ok()
    imbang("jurnal", "hapus", 1, "--ya").ok()
    imbang("data", "hapus", "riwayat", "--ya").ok()
    assert _noted(imbang) == ["stress_entries"], "an import is not to bring it back"
    imbang("data", "hapus", "jurnal", "--ya").ok()
    assert _noted(imbang) == []
    assert "Tidak ada yang dihapus" in imbang("data", "hapus", "jurnal", "--ya").ok().err


def test_the_notes_of_what_belongs_to_it_are_erased_too(imbang: Imbang) -> None:
    imbang("skp", "tambah", "T", "--indikator", "Surat", "--target", 12, "--satuan", "surat").ok()
    imbang("indikator", "hapus", 1, "--ya").ok()
    imbang("tugas", "tambah", "Lain").ok()
    imbang("tugas", "hapus", 1, "--ya").ok()
    imbang("data", "hapus", "skp", "--ya").ok()
    assert _noted(imbang) == ["tasks"], "of nothing else"
