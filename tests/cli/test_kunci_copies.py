"""A locked store and its copies: exports, backups, and what comes back from them."""

import errno
import os
from pathlib import Path

import pytest

from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, holding, is_plain, lock
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")


def test_a_damaged_locked_store_is_said_to_be_damaged_and_comes_back_from_a_backup(
    locked: Imbang,
) -> None:
    data = locked.store.read_bytes()
    locked.store.write_bytes(data[:8192] + os.urandom(len(data) - 8192))
    result = Opened(locked)("tugas", "daftar")
    assert result.code == 3
    assert "rusak" in result.err
    assert str(locked.home / "cadangan") in result.err
    Opened(locked)("data", "pulihkan", "--ya").ok()
    assert MARKER in Opened(locked)("tugas", "daftar").ok().out
    assert not is_plain(locked.store), "what comes back is locked as it was"


def test_a_lost_store_comes_back_locked_from_a_locked_backup(locked: Imbang) -> None:
    locked.store.unlink()
    Opened(locked)("data", "pulihkan", "--ya").ok()
    assert not is_plain(locked.store)
    assert MARKER in Opened(locked)("tugas", "daftar").ok().out


def test_a_plain_backup_comes_back_into_a_locked_store_which_stays_locked(
    imbang: Imbang, tmp_path: Path
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan", tmp_path / "b.db").ok()
    lock(imbang)
    opened = Opened(imbang)
    opened("tugas", "hapus", 1, "--ya").ok()
    opened("data", "pulihkan", tmp_path / "b.db", "--ya").ok()
    assert MARKER in opened("tugas", "daftar").ok().out
    assert holding(imbang.home, MARKER) == []


def test_an_export_of_a_locked_store_is_locked_and_comes_in_with_the_passphrase(
    locked: Imbang, tmp_path: Path
) -> None:
    opened, file = Opened(locked), tmp_path / "e.json.kunci"
    opened("jurnal", "tulis", "--tingkat", "6", "--catatan", MARKER).ok()
    result = opened("data", "ekspor", "-o", file).ok()
    assert "terkunci" in result.out
    assert MARKER.encode() not in file.read_bytes()
    other = Imbang(tmp_path / "lain", locked.cwd)
    home = {"KESEIMBANGAN_HOME": str(other.home)}
    assert other("data", "impor", file, env=home).code == 3
    assert other("data", "impor", file, env=home, answers=[PASSPHRASE]).ok()
    assert MARKER in other("tugas", "daftar", env=home).ok().out
    assert "Tidak ada" in opened("data", "impor", file, "--tinjau").ok().out


def test_an_export_can_be_left_readable_if_asked(locked: Imbang, tmp_path: Path) -> None:
    opened, file = Opened(locked), tmp_path / "e.json"
    opened("data", "ekspor", "-o", file, "--terbuka").ok()
    assert MARKER in file.read_text()
    for words in (("-o", "-"), ("--format", "csv")):
        result = opened("data", "ekspor", *words)
        assert result.code == 2
        assert "--terbuka" in result.err
        assert MARKER not in result.out
    assert MARKER in opened("data", "ekspor", "-o", "-", "--terbuka").ok().out


def test_a_locked_file_that_is_no_export_is_refused(locked: Imbang) -> None:
    (backup,) = (locked.home / "cadangan").glob("*.db")
    result = Opened(locked)("data", "impor", backup)
    assert result.code == 2
    assert "Traceback" not in result.err


def test_a_backup_of_a_locked_store_is_locked_unless_asked_otherwise(
    locked: Imbang, tmp_path: Path
) -> None:
    opened = Opened(locked)
    opened("data", "cadangkan", tmp_path / "a.db").ok()
    opened("data", "cadangkan", tmp_path / "b.db", "--terbuka").ok()
    assert not is_plain(tmp_path / "a.db")
    assert is_plain(tmp_path / "b.db")
    assert "sama" in locked("data", "pulihkan", tmp_path / "b.db", answers=[PASSPHRASE]).ok().out
    assert opened("data", "cadangkan", "--terbuka").code == 2


def test_the_list_of_backups_says_which_are_locked(locked: Imbang) -> None:
    assert "terkunci" in locked("data", "cadangkan", "--daftar").ok().out
    (backup,) = locked("data", "cadangkan", "--daftar", "--json").ok().json["backups"]
    assert backup["locked"] is True


def test_a_readable_backup_in_the_place_of_a_locked_store_is_told_of(imbang: Imbang) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan", "terbuka.db").ok()
    lock(imbang)
    with imbang.store.open("r+b") as file:
        file.seek(20_000)
        file.write(b"x" * 9_000)
    result = Opened(imbang)("data", "pulihkan", "terbuka.db", "--ya").ok()
    assert "tidak terkunci" in result.err
    assert is_plain(imbang.store)


def test_a_locked_store_that_nobody_can_open_can_be_put_aside_for_a_backup(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan", "terbuka.db").ok()
    lock(imbang)
    content = imbang.store.read_bytes()
    words = ("data", "pulihkan", "terbuka.db")
    assert Opened(imbang, OTHER)(*words, "--ya").code == 3
    assert "diubah" in imbang(*words, answers=["a", "b", "c", "t"]).ok().err
    assert imbang.store.read_bytes() == content
    result = imbang(*words, answers=["a", "b", "c", "y"]).ok()
    assert "tetap disimpan" in result.err
    assert MARKER in imbang("tugas", "daftar").ok().out
    (aside,) = imbang.home.glob("keseimbangan-rusak-*")
    assert aside.read_bytes() == content


def test_the_passphrase_of_a_backup_is_asked_for_by_the_backups_name(
    locked: Imbang, tmp_path: Path
) -> None:
    Opened(locked)("data", "cadangkan", "dibawa.db").ok()
    words = ("--home", tmp_path / "baru", "data", "pulihkan", "dibawa.db")
    assert "dibawa.db terkunci" in locked(*words).err
    assert "Sandi untuk dibawa.db:" in locked(*words, answers=[PASSPHRASE]).ok().err


def test_a_lost_store_that_nobody_can_look_into_is_named(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    aside = imbang.home / "keseimbangan-rusak-2026-11-20T00.00.00Z.db"
    aside.write_text(MARKER)
    read = Path.open

    def refuse(path: Path, *words: object, **named: object) -> object:
        if path == aside:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path, *words, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert aside.name in lock(imbang).out.replace("\n", "")
