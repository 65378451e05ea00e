"""A home on a disk that can only be read: what only looks works, and the rest says why."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from keseimbangan.errors.files import FileNotWritable
from keseimbangan.errors.store import StoreReadOnly
from keseimbangan.store import connections, soundness
from tests.in_process import Imbang

NOON = "2026-11-24T12:00:00+07:00"


@pytest.fixture
def still(imbang: Imbang, monkeypatch: pytest.MonkeyPatch) -> Iterator[Imbang]:
    """A home in which no file can be made, whoever asks."""
    imbang("tugas", "tambah", "Satu").ok()
    imbang("data", "cadangkan").ok()
    imbang("tugas", "tambah", "Dua").ok()
    monkeypatch.setattr(connections, "lies_still", lambda path: path == imbang.store)
    # What SQLite needs beside the store has a folder in its place: it can neither make it nor
    # write it, as on such a disk.
    blocked = [Path(f"{imbang.store}{ending}") for ending in ("-shm",)]
    for path in blocked:
        path.mkdir()
    yield imbang
    for path in blocked:
        path.rmdir()


@pytest.mark.parametrize(
    "words",
    [
        ("tugas", "daftar"),
        ("data", "periksa"),
        ("data", "periksa", "--latihan"),
        ("data", "pulihkan", "--tinjau"),
    ],
    ids=" ".join,
)
def test_what_only_looks_works(still: Imbang, words: tuple[str, ...]) -> None:
    still(*words, now=NOON).ok()


def test_a_backup_goes_to_another_disk(still: Imbang) -> None:
    still("data", "cadangkan", "lain.db", now=NOON).ok()
    assert soundness.is_current(still.cwd / "lain.db")


def test_what_writes_is_refused(still: Imbang) -> None:
    assert still("tugas", "tambah", "Tiga", "--json").error["code"] == "store_read_only"


def test_another_folder_is_said_to_begin_without_this_data(tmp_path: Path) -> None:
    assert "(data di sini tidak ikut)" in StoreReadOnly(tmp_path).hint()


def test_the_systems_word_for_such_a_disk_is_translated(tmp_path: Path) -> None:
    error = FileNotWritable(tmp_path, OSError(errno.EROFS, os.strerror(errno.EROFS)))
    assert "disknya hanya dapat dibaca" in error.message()
