"""What another program wrote past the checks is refused with a remedy, never a fault of ours."""

import sqlite3
from contextlib import closing

import pytest

from tests.in_process import Imbang

# What reads as a moment to Python and is none that a command could have written, and what is none.
MOMENTS = ("zzz", "", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-23T07:00:00", "\0")
DAYS = ("zzz", "0001-01-01", "9999-12-31")
HELD = ("data", "apa")
COLUMNS = {
    "tasks.changed_at": (MOMENTS, HELD),
    "tasks.done_at": (MOMENTS, ("tugas", "lihat", "2")),
    "tasks.due": (DAYS, ("tugas", "daftar")),
    "blocks.starts_at": (MOMENTS, ("blok", "daftar")),
    "blocks.ends_at": (MOMENTS, ("minggu",)),
    "blocks.zone": (("zzz", "", "\0", "/etc", "Asia"), ("minggu",)),
    "stress_entries.written_at": (MOMENTS, ("jurnal", "daftar")),
    "stress_entries.week": (
        ("zzz", "\0", "2026-W77"),
        ("jurnal", "daftar"),
    ),
    "targets.year": ((0, 2**63 - 1), ("skp", "bukti")),
    "leaves.last": (DAYS, ("cuti", "daftar")),
    "overtimes.ends_at": (MOMENTS, ("lembur", "daftar")),
    "focus_sessions.started_at": (MOMENTS, ("fokus", "riwayat")),
}


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    for words in (
        ("tugas", "tambah", "Susun laporan", "--tenggat", "besok"),
        ("tugas", "tambah", "Balas surat"),
        ("tugas", "selesai", "2", "--hasil", "x"),
        ("blok", "tambah", "Rapat", "09.00-10.00"),
        ("jurnal", "tulis", "--tingkat", "5", "--pemicu", "rapat mendadak"),
        ("cuti", "tambah", "tahunan", "2026-12-01"),
        ("lembur", "tambah", "16.30-18.00"),
        ("skp", "tambah", "Laporan tepat waktu"),
        ("fokus", "mulai", "1", "--latar"),
        ("fokus", "berhenti"),
    ):
        imbang(*words).ok()
    return imbang


@pytest.mark.parametrize("place", COLUMNS)
def test_nonsense_in_a_column_is_refused_with_a_remedy_or_does_no_harm(
    filled: Imbang, place: str
) -> None:
    table, column = place.split(".")
    values, reader = COLUMNS[place]
    whole, refused = filled.store.read_bytes(), 0
    for value in values:
        filled.store.write_bytes(whole)
        with closing(sqlite3.connect(filled.store)) as other:
            other.execute("PRAGMA ignore_check_constraints = ON")
            assert other.execute(f"UPDATE {table} SET {column} = ?", (value,)).rowcount
            other.commit()
        for words in (reader, (*reader, "--json"), ("hari",)):
            result = filled(*words)
            told = f"{value!r}: {words} {result.code} {result.err}"
            assert result.code in (0, 3), told
            # A zone may only be new to this computer.
            remedies = ("imbang data pulihkan", "Perbarui data zona")
            assert result.code == 0 or any(each in result.err for each in remedies), told
            refused += result.code == 3
        checked = filled("data", "periksa")
        assert checked.code in (1, 3), f"{value!r}: {checked.out}{checked.err}"
    assert refused
