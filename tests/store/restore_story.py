"""What the tests of bringing back share: a store in which much has happened."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from keseimbangan.domain.backups import TableChange
from keseimbangan.store import compiled, database, restore
from keseimbangan.store.backup_reading import staged
from keseimbangan.store.soundness import open_file
from tests.in_process import Imbang

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)

# Something in every table that refers to another, or has a value that no two rows may have.
STORY = (
    ("skp", "tambah", "Layanan"),
    ("skp", "tambah", "Arsip"),
    ("tugas", "tambah", "Susun laporan", "--skp", "1", "--penting"),
    ("tugas", "pecah", "1", "Data", "Naskah"),
    ("tugas", "tambah", "Surat", "--skp", "2"),
    ("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap hari kerja", "--skp", "1"),
    ("blok", "hapus", "1", "--pada", "25/11", "--ya"),
    ("blok", "geser", "1", "+30m", "--pada", "26/11"),
    ("blok", "tambah", "Telaah", "13.00-14.00", "--tugas", "2"),
    ("fokus", "mulai", "2", "--latar"),
    ("fokus", "gangguan", "telepon"),
    ("fokus", "berhenti", "--simpan", "0"),
    ("jurnal", "tulis", "--tingkat", "6", "--pemicu", "rapat mendadak", "--pemicu", "surel"),
    ("lokasi", "catat", "rumah", "24/11"),
    ("lokasi", "catat", "kantor", "25/11"),
    ("libur", "tambah", "1/12", "HUT"),
    ("cuti", "tambah", "tahunan", "7/12"),
    ("lembur", "tambah", "17.00-19.00"),
    ("kalender", "ekspor", "--minggu", "ini"),
)
Dump = dict[str, list[tuple[object, ...]]]
_made: list[bytes] = []


def told(imbang: Imbang, path: Path) -> Path:
    """A store with the story, which is told once and copied for each test."""
    if not _made:
        for words in STORY:
            imbang(*words).ok()
        _made.append(imbang.store.read_bytes())
    path.parent.mkdir()
    path.write_bytes(_made[0])
    return path


def dump(path: Path) -> Dump:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in compiled.TABLES
        }


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in statements:
            connection.execute(statement)


def bring_back(path: Path, backup: Path) -> list[TableChange]:
    """Restore, and check that it was what had been said before."""
    with staged(backup, path, NOW) as copy, closing(open_file(copy)) as source:
        with database.reading(path, NOW) as db:
            planned = restore.changes(db, source)
        with database.changing(path, NOW) as db:
            done = restore.restore(db, source)
    assert done == planned
    return done
