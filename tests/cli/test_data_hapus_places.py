"""`imbang data hapus`: links, second names, other terminals, and disks that do not do."""

import errno
import os
import sqlite3
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.errors.store import StoreFull
from tests.cli.erasing_steps import OWN, written
from tests.cli.lock_steps import MARKER, holding, read_elsewhere
from tests.in_process import Imbang


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    return written(imbang)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_store_that_is_kept_elsewhere_goes_there_too(filled: Imbang, tmp_path: Path) -> None:
    kept = tmp_path / "disk" / "data.db"
    kept.parent.mkdir()
    filled.store.rename(kept)
    filled.store.symlink_to(kept)
    filled("data", "hapus", "--semua", "--ya").ok()
    assert (os.listdir(filled.home), os.listdir(kept.parent)) == ([], [])
    letter = tmp_path / "surat.txt"
    letter.write_text("of a person")
    filled.store.symlink_to(letter)
    filled("data", "hapus", "--semua", "--ya").ok()
    assert (os.listdir(filled.home), letter.read_text()) == ([], "of a person")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_what_the_names_of_the_home_only_point_to_is_erased_too(
    filled: Imbang, tmp_path: Path
) -> None:
    filled("atur", "ubah", "giliran.lain", f"{MARKER.lower()} 07.00-14.00").ok()
    away = tmp_path / "disinkronkan"
    away.mkdir()
    for name in ("keseimbangan.db", "pengaturan.toml"):
        os.replace(filled.home / name, away / name)
        (filled.home / name).symlink_to(away / name)
    # What lies aside under a name of ours may point anywhere.
    (tmp_path / "surat.txt").write_text(OWN)
    (filled.home / "keseimbangan-rusak-x.db").symlink_to(tmp_path / "surat.txt")
    filled("data", "hapus", "--semua", "--ya").ok()
    assert list(away.iterdir()) == []
    assert os.listdir(filled.home) == []
    assert (tmp_path / "surat.txt").read_text() == OWN


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_second_name_of_the_store_among_what_remains_does_not_cost_the_store(
    filled: Imbang,
) -> None:
    # As after a kill while a damaged store was put aside.
    os.link(filled.store, filled.home / "keseimbangan-rusak-x.db")
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert OWN in filled("tugas", "daftar").ok().out
    assert not (filled.home / "keseimbangan-rusak-x.db").exists()


def test_what_a_killed_restore_left_in_the_temporary_folder_goes_with_everything(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, demo = (
        tmp_path / "keseimbangan-999999999-ab12_xyz",
        tmp_path / "keseimbangan-demo-ab12_xyz",
    )
    for folder in (left, demo):
        folder.mkdir(mode=0o700)
        (folder / "keseimbangan.db").write_text(MARKER)
    filled("data", "hapus", "--semua", "--ya").ok()
    assert not left.exists()
    assert demo.exists()


def test_while_another_terminal_reads_nothing_is_erased(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What it reads stays in the write-ahead log beside the store.
    monkeypatch.setattr("keseimbangan.store.purging.BUSY_SECONDS", 0.1)
    with read_elsewhere(filled.store):
        assert filled("data", "hapus", "jurnal", "--ya", "--json").error["code"] == "store_locked"
        assert len(filled("jurnal", "daftar", "--json").ok().json["entries"]) == 1
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_a_disk_without_room_to_tighten_the_file_still_loses_what_was_erased(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_store: Path) -> None:
        raise StoreFull(_store)

    monkeypatch.setattr("keseimbangan.store.purging.tighten", full)
    assert "belum dirapatkan" in filled("data", "hapus", "jurnal", "--ya").ok().err
    assert holding(filled.home, MARKER) == []


def test_a_file_that_cannot_be_removed_is_named(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        error = filled("data", "hapus", "jurnal", "--ya", "--json").error
    assert error["code"] == "not_erased"
    filled("data", "hapus", "riwayat", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_a_disk_that_fails_as_others_are_kept_out_is_no_bug(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("keseimbangan.store.purging.keyed", refuse)
        filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_a_reader_that_came_in_between_is_said_to_keep_the_content(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.store import purging

    held = ExitStack()
    changing = purging.changing

    def read_first(*words: Any) -> Any:
        held.enter_context(read_elsewhere(filled.store))
        return changing(*words)

    monkeypatch.setattr(purging, "changing", read_first)
    monkeypatch.setattr("keseimbangan.store.soundness.BUSY_SECONDS", 0.1)
    with held:
        said = filled("data", "hapus", "jurnal", "--ya").ok().err
        assert "baru tertimpa sesudah terminal itu selesai" in said.replace("\n", " ")
    filled("tugas", "daftar").ok()
    assert holding(filled.home, MARKER) == []
