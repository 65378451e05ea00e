"""What the program keeps for itself is no place for a file the person wants written."""

import os
import sys
from pathlib import Path

import pytest

from tests.harness import Result
from tests.in_process import Imbang
from tests.texts import commands

WRITERS = {
    "laporan": ("laporan", "--ke"),
    "skp bukti": ("skp", "bukti", "--ke"),
    "skp harian": ("skp", "harian", "--ke"),
    "kalender ekspor": ("kalender", "ekspor", "--ke"),
    "demo": ("demo", "--ke"),
    "data ekspor": ("data", "ekspor", "--ke"),
    "data cadangkan": ("data", "cadangkan"),
}
Words = tuple[str, ...]
each_writer = pytest.mark.parametrize("words", WRITERS.values(), ids=list(WRITERS))


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    """A home with a store, a block, settings, a backup and a log."""
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("blok", "tambah", "Rapat", "10.00-11.00").ok()
    imbang("atur", "ubah", "fokus.menit", 30).ok()
    imbang("data", "cadangkan").ok()
    (imbang.home / "log").mkdir()
    (imbang.home / "log" / "galat-2026.txt").write_text("galat")
    return imbang


def refused(imbang: Imbang, words: Words, place: object, *more: str) -> Result:
    result = imbang.refused(1, *words, str(place), *more, "--json")
    assert result.error["code"] in ("own_file", "own_folder")
    return result


def backup_of(imbang: Imbang) -> Path:
    (backup,) = (imbang.home / "cadangan").iterdir()
    return backup


def test_every_command_that_may_write_over_a_file_stands_here() -> None:
    found = {" ".join(each.words) for each in commands("id") if "--timpa" in each.options}
    assert found == set(WRITERS)


@each_writer
def test_no_writer_takes_the_place_of_a_file_of_ours(filled: Imbang, words: Words) -> None:
    for own in ("keseimbangan.db", "pengaturan.toml", "log/galat-2026.txt"):
        refused(filled, words, filled.home / own, "--timpa")
    refused(filled, words, backup_of(filled), "--timpa")
    filled("tugas", "lihat", 1).ok()


@each_writer
def test_no_writer_takes_a_name_that_will_be_ours(filled: Imbang, words: Words) -> None:
    (filled.home / "pengaturan.toml").unlink()
    for name in ("keseimbangan.db-wal", "keseimbangan.db-journal", "pengaturan.toml"):
        refused(filled, words, filled.home / name)
    refused(filled, words, filled.home / "cadangan" / "apa.db")
    refused(filled, words, filled.home / "log" / "apa.txt")


@each_writer
@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_another_name_of_a_file_of_ours_is_seen_through(filled: Imbang, words: Words) -> None:
    (filled.cwd / "tautan.db").symlink_to(filled.store)
    os.link(filled.store, filled.cwd / "nama-kedua.db")
    os.link(backup_of(filled), filled.cwd / "cadangan-kedua.db")
    (filled.cwd / "folder").symlink_to(filled.home)
    roundabout = filled.home / "log" / ".." / "keseimbangan.db"
    for name in ("tautan.db", "nama-kedua.db", "cadangan-kedua.db", roundabout):
        refused(filled, words, name, "--timpa")
    refused(filled, words, "folder/cadangan/apa.db")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_store_that_is_kept_elsewhere_is_one_of_ours_there(filled: Imbang) -> None:
    disk = filled.cwd / "disk"
    disk.mkdir()
    filled.store.rename(disk / "data.db")
    filled.store.symlink_to(disk / "data.db")
    for name in ("disk/data.db", "disk/data.db-wal"):
        refused(filled, WRITERS["data ekspor"], name, "--timpa")
    filled("data", "ekspor", "-o", "disk").ok()


def test_a_backup_by_name_is_not_put_among_those_by_date(filled: Imbang) -> None:
    for place in (filled.home / "cadangan", filled.home / "cadangan" / "apa.db"):
        error = refused(filled, WRITERS["data cadangkan"], place).error
        assert error["code"] == "own_folder"
        assert "`imbang data cadangkan`" in error["hint"]


def test_the_folders_of_ours_are_no_names_for_a_file(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan").ok()
    for name in ("cadangan", "log"):
        refused(imbang, WRITERS["data ekspor"], imbang.home / name)


def test_beside_the_store_there_is_room(filled: Imbang) -> None:
    filled("data", "ekspor", "-o", filled.home).ok()
    filled("data", "cadangkan", filled.home / "salinan.db").ok()
    filled("kalender", "ekspor", "-o", filled.home / "blok.ics").ok()
    filled("laporan", "-o", filled.home / "laporan.md").ok()
    filled("laporan", "-o", filled.home / "laporan.md", "--timpa").ok()
