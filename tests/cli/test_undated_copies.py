"""Copies of the store that lie among the backups under a name without a date."""

import shutil
from pathlib import Path

import pytest

from tests.cli.erasing_steps import written
from tests.cli.lock_steps import MARKER, PASSPHRASE, holding, is_plain, lock
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def copy(imbang: Imbang) -> Path:
    """Such a copy, beside something that the program did not write."""
    written(imbang)
    folder = imbang.home / "cadangan"
    (backup,) = folder.glob("*manual*")
    copy = folder / "apa.db"
    shutil.copy(backup, copy)
    (folder / "catatan.txt").write_text("Salin tiap Jumat.")
    return copy


def test_locking_names_one_that_stays_readable(imbang: Imbang, copy: Path) -> None:
    document = lock(imbang, PASSPHRASE, "--tanpa-cadangan", "--json").json["encryption"]
    assert str(copy) in document["plaintext"]
    assert not any("catatan.txt" in path for path in document["plaintext"])


def test_locking_the_backups_locks_it_too(imbang: Imbang, copy: Path) -> None:
    document = lock(imbang, PASSPHRASE, "--cadangan", "--json").json["encryption"]
    assert document["plaintext"] == []
    assert not is_plain(copy)


@pytest.mark.parametrize("words", [("riwayat",), ("jurnal",), ("--semua",)])
def test_erasing_takes_it_along_and_leaves_what_is_not_ours(
    imbang: Imbang, copy: Path, words: tuple[str, ...]
) -> None:
    copies = len(list(copy.parent.glob("*.db")))
    erased = imbang("data", "hapus", *words, "--ya", "--json").ok().json["erased"]
    assert erased["backups"] == copies
    assert not copy.exists()
    assert copy.with_name("catatan.txt").exists()


def test_what_was_deleted_before_is_looked_for_in_it(imbang: Imbang, copy: Path) -> None:
    imbang("jurnal", "hapus", 1, "--ya").ok()
    imbang("data", "hapus", "jurnal", "--ya").ok()
    assert holding(imbang.home, MARKER) == []
