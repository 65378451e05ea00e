"""`imbang data kunci`, `buka-kunci`, `ganti-sandi`, and the other commands on a locked store."""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.lock_steps import MARKER, PASSPHRASE, Opened, holding, is_plain, lock, pipe
from tests.harness import NOW, fingerprint
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")


def test_nothing_that_was_written_can_be_read_in_the_home_once_it_is_locked(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    assert len(holding(imbang.home, MARKER)) == 2
    out = lock(imbang).out
    assert "1 cadangan lama juga terkunci" in out
    assert holding(imbang.home, MARKER) == []
    assert not is_plain(imbang.store)


def test_every_command_works_as_before_with_the_passphrase(locked: Imbang) -> None:
    opened = Opened(locked)
    assert MARKER in opened("tugas", "daftar").ok().out
    opened("tugas", "tambah", "Kedua").ok()
    opened("blok", "tambah", "Rapat", "20.00-21.00").ok()
    opened("jurnal", "tulis", "--tingkat", "6", "--catatan", MARKER).ok()
    assert "Kedua" in opened("hari").ok().out + opened("tugas", "daftar").ok().out
    assert [task["title"] for task in opened("tugas", "daftar", "--json").ok().json["tasks"]] == [
        MARKER,
        "Kedua",
    ]
    opened("urung", 3).ok()
    assert "Kedua" not in opened("tugas", "daftar").ok().out
    assert "utuh" in opened("data", "periksa").ok().out
    assert holding(locked.home, MARKER) == []


def test_unlocked_again_it_is_the_store_it_was(imbang: Imbang) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("tugas", "tambah", "Kedua").ok()
    before = _dump(imbang.store)
    lock(imbang)
    out = Opened(imbang)("data", "buka-kunci", "--ya").ok().out
    assert "tetap terkunci" in out
    assert _dump(imbang.store) == before
    imbang("urung", 2).ok()
    assert imbang("tugas", "daftar", "--json").ok().json == {"tasks": []}


def test_unlocking_asks_first(locked: Imbang) -> None:
    before = fingerprint(locked.home)
    assert "Tidak ada" in locked("data", "buka-kunci", answers=[PASSPHRASE, "t"]).ok().err
    assert Opened(locked)("data", "buka-kunci").code == 2
    assert fingerprint(locked.home) == before


def test_what_is_still_readable_is_listed(imbang: Imbang) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    (backup,) = (imbang.home / "cadangan").glob("*.db")
    document = lock(imbang, PASSPHRASE, "--tanpa-cadangan", "--json").json["encryption"]
    assert document == {
        "locked": True,
        "path": str(imbang.store),
        "keyring": False,
        "backups_locked": 0,
        "backups_still_locked": None,
        "backups_of_other_passphrases": 0,
        "plaintext": [str(backup)],
        "unclear": [],
    }


def test_whether_old_backups_are_locked_too_must_be_said_without_a_terminal(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", "x").ok()
    imbang("data", "cadangkan").ok()
    with pipe(PASSPHRASE) as handle:
        assert "--cadangan" in imbang.refused(2, "data", "kunci", "--sandi-fd", handle).err


def test_each_of_the_three_says_where_it_does_not_apply(imbang: Imbang) -> None:
    imbang.refused(1, "data", "kunci", "--sandi-fd", 9)
    imbang.refused(1, "data", "ganti-sandi")
    imbang.refused(1, "data", "buka-kunci", "--ya")
    imbang("tugas", "tambah", "x").ok()
    lock(imbang)
    assert "sudah terkunci" in imbang.refused(1, "data", "kunci", "--sandi-fd", 9).err


def test_while_a_session_is_counted_in_a_terminal_nothing_is_locked(imbang: Imbang) -> None:
    imbang("fokus", "mulai", "--latar").ok()
    with closing(sqlite3.connect(imbang.store)) as connection:
        connection.execute("UPDATE focus_sessions SET background = 0")
        connection.commit()
    with pipe(PASSPHRASE) as handle:
        assert "sesi fokus" in imbang.refused(1, "data", "kunci", "--sandi-fd", handle).err


def test_a_prompt_is_empty_at_once_and_asks_nothing(locked: Imbang) -> None:
    from keseimbangan.prompt import line

    Opened(locked)("fokus", "mulai", "--latar").ok()
    assert not locked("fokus", "status", "--ringkas", answers=[]).ok().out.strip()
    assert line(locked.store, datetime.fromisoformat(NOW)) == ""


def test_a_damaged_start_of_a_plain_store_is_damage_and_no_lock(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "x").ok()
    data = bytearray(imbang.store.read_bytes())
    for start in (b"\0" * 16, os.urandom(16), b"SQLite format 4\0"):
        imbang.store.write_bytes(start + bytes(data[16:]))
        assert "rusak" in imbang("tugas", "daftar", answers=[]).err


def test_a_store_locked_by_a_later_program_is_left_alone(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "x").ok()
    imbang.store.write_bytes(b"KSMB2" + os.urandom(8187))
    assert "Perbarui" in imbang.refused(3, "tugas", "daftar", answers=[]).err


@pytest.mark.skipif(sys.platform == "win32", reason="the user profile guards the files there")
def test_all_that_locking_writes_is_its_owners_alone_whatever_the_umask(imbang: Imbang) -> None:
    before = os.umask(0)
    try:
        imbang("tugas", "tambah", MARKER).ok()
        imbang("data", "cadangkan").ok()
        lock(imbang)
        Opened(imbang)("data", "ekspor", "-o", imbang.home / "e.kunci").ok()
    finally:
        os.umask(before)
    for path in imbang.home.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_fault_on_a_locked_store_logs_neither_words_nor_passphrase(
    locked: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.store.tasks import Tasks

    def fault(_self: object, *_arguments: object) -> None:
        raise RuntimeError(f"{MARKER} {PASSPHRASE}")

    monkeypatch.setattr(Tasks, "open", fault)
    result = Opened(locked)("tugas", "daftar")
    assert result.code == 70
    assert MARKER not in result.out + result.err
    assert holding(locked.home, MARKER) == holding(locked.home, PASSPHRASE) == []
    assert len(list((locked.home / "log").iterdir())) == 1


def test_without_the_library_the_remedy_is_named_and_an_open_store_works(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", "x").ok()
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    for name in ("encrypted", "conversion"):
        monkeypatch.delitem(sys.modules, f"keseimbangan.store.{name}", raising=False)
    monkeypatch.delattr("keseimbangan.store.encrypted", raising=False)
    result = imbang.refused(3, "data", "kunci", "--sandi-fd", 9)
    assert "pip install 'keseimbangan[kunci]'" in result.err
    assert imbang("tugas", "daftar").ok()


def test_an_open_store_never_loads_the_library(installed: object, imbang: Imbang) -> None:
    import subprocess

    imbang("tugas", "tambah", "x").ok()
    code = (
        "import sys; from keseimbangan.cli.run import run; run(['tugas', 'daftar']);"
        "sys.exit(any(m.startswith(('sqlcipher3', 'keyring', 'hashlib')) for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_locked_store_can_be_erased_without_its_passphrase(locked: Imbang) -> None:
    locked("data", "hapus", "--semua", "--ya").ok()
    assert os.listdir(locked.home) == []


def test_entries_of_a_locked_store_can_be_erased(locked: Imbang) -> None:
    assert "1 tugas" in Opened(locked)("data", "hapus", "tugas", "--ya").ok().out
    assert Opened(locked)("tugas", "daftar", "--json").ok().json == {"tasks": []}
    assert not is_plain(locked.store)


def test_whatever_is_left_readable_is_listed_and_an_unfinished_conversion_goes(
    imbang: Imbang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = {
        imbang.home / ".formulir-x" / "formulir.txt",
        imbang.home / "cadangan" / ".keseimbangan-x.new",
        imbang.home / "keseimbangan-rusak-x.db",
        tmp_path / "keseimbangan-999999999-ab12_xyz" / "keseimbangan.db",
    }
    unfinished = imbang.home / ".keseimbangan-kunci-x.new"
    for path in (*left, unfinished):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_text(f"SQLite format 3\0{MARKER}")
    out = lock(imbang, PASSPHRASE, "--cadangan", "--json").json
    assert set(out["encryption"]["plaintext"]) == {str(path) for path in left}
    assert not unfinished.exists()
