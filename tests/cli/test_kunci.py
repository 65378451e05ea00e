"""`imbang data kunci`, `buka-kunci`, `ganti-sandi`, and the other commands on a locked store."""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from keseimbangan.store import keys
from tests.cli.lock_steps import (
    MARKER,
    OTHER,
    PASSPHRASE,
    VARIABLE,
    Opened,
    holding,
    is_plain,
    lock,
    pipe,
)
from tests.harness import NOW, fingerprint
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")

# As the program has it, before a fixture makes it quick.
ROUNDS = keys._ROUNDS


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


@pytest.mark.parametrize("rest", [(), ("--json",)])
def test_without_a_terminal_a_locked_store_is_refused_with_the_ways_to_open_it(
    locked: Imbang, rest: tuple[str, ...]
) -> None:
    result = locked.refused(3, "tugas", "daftar", *rest)
    assert VARIABLE in result.err
    assert "passphrase_needed" in result.err or not rest


def test_at_a_terminal_the_passphrase_is_asked_until_it_fits(locked: Imbang) -> None:
    result = locked("tugas", "daftar", answers=["salah", PASSPHRASE]).ok()
    assert MARKER in result.out
    assert "tidak cocok" in result.err
    assert PASSPHRASE not in result.out + result.err


def test_fifty_wrong_passphrases_change_no_byte(locked: Imbang) -> None:
    before = fingerprint(locked.home)
    for number in range(50):
        words = (("hari",), ("tugas", "tambah", "x"), ("data", "cadangkan"))[number % 3]
        result = Opened(locked, f"salah {number}")(*words)
        assert result.code == 3
        assert "tidak membuka" in result.err
    assert fingerprint(locked.home) == before
    assert MARKER in Opened(locked)("tugas", "daftar").ok().out


def test_three_wrong_answers_are_enough(locked: Imbang) -> None:
    before = fingerprint(locked.home)
    result = locked("data", "ganti-sandi", answers=["a", "b", "c", PASSPHRASE])
    assert result.code == 3
    assert fingerprint(locked.home) == before


def test_any_sqlcipher_opens_the_store_with_the_passphrase_alone(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlcipher3 import dbapi2

    monkeypatch.setattr(keys, "_ROUNDS", ROUNDS)
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang)
    with closing(dbapi2.connect(str(imbang.store))) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT title FROM tasks").fetchall() == [(MARKER,)]


def test_the_passphrase_can_be_changed_and_the_old_one_opens_nothing_any_more(
    locked: Imbang,
) -> None:
    with pipe(OTHER) as handle:
        Opened(locked)("data", "ganti-sandi", "--sandi-fd", handle, "--cadangan").ok()
    assert Opened(locked)("tugas", "daftar").code == 3
    assert Opened(locked)("data", "pulihkan", "--tinjau").code == 3
    assert MARKER in Opened(locked, OTHER)("tugas", "daftar").ok().out
    assert "sama" in Opened(locked, OTHER)("data", "pulihkan", "--tinjau").ok().out


def test_backups_can_be_left_with_the_old_passphrase_and_are_asked_for_by_it(
    locked: Imbang,
) -> None:
    (backup,) = (locked.home / "cadangan").glob("*.db")
    with pipe(OTHER) as handle:
        Opened(locked)("data", "ganti-sandi", "--sandi-fd", handle, "--tanpa-cadangan").ok()
    answers = [PASSPHRASE, OTHER]
    assert "sama" in locked("data", "pulihkan", backup, "--tinjau", answers=answers).ok().out


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
        "plaintext": [str(backup)],
    }


def test_whether_old_backups_are_locked_too_must_be_said_without_a_terminal(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", "x").ok()
    imbang("data", "cadangkan").ok()
    with pipe(PASSPHRASE) as handle:
        assert "--cadangan" in imbang.refused(2, "data", "kunci", "--sandi-fd", handle).err


@pytest.mark.parametrize("weak", ["", "pendek", "a\x1b[2Jbcdefgh"])
def test_a_weak_passphrase_is_refused(imbang: Imbang, weak: str) -> None:
    imbang("tugas", "tambah", "x").ok()
    with pipe(weak) as handle:
        imbang.refused(2, "data", "kunci", "--sandi-fd", handle)


def test_a_passphrase_is_typed_twice(imbang: Imbang) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    answers = [PASSPHRASE, "lain sekali", PASSPHRASE, PASSPHRASE]
    result = imbang("data", "kunci", answers=answers).ok()
    assert "Kedua sandi tidak sama" in result.err
    assert MARKER in Opened(imbang)("tugas", "daftar").ok().out


@pytest.mark.parametrize("number", ["99", "x", "-1", "9" * 30])
def test_a_descriptor_that_cannot_be_read_is_said(imbang: Imbang, number: str) -> None:
    imbang("tugas", "tambah", "x").ok()
    result = imbang.refused(2, "data", "kunci", "--sandi-fd", number)
    assert "deskriptor" in result.err or f"'{number[:9]}" in result.err


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


def test_a_store_locked_by_a_later_program_is_left_alone(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "x").ok()
    imbang.store.write_bytes(b"KSMB2" + os.urandom(8187))
    assert "Perbarui" in imbang.refused(3, "tugas", "daftar", answers=[]).err


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
        path.write_text(MARKER)
    out = lock(imbang, PASSPHRASE, "--cadangan", "--json").json
    assert set(out["encryption"]["plaintext"]) == {str(path) for path in left}
    assert not unfinished.exists()


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
