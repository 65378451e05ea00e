"""What a killed program leaves of a locked store, or of one that was to be locked."""

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from keseimbangan.store import keys
from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, holding, is_plain, lock, pipe
from tests.harness import NOW, fingerprint
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")

# By the clock of the tests.
JUST_NOW = datetime.fromisoformat(NOW).timestamp()


def _killed_after_a_write(imbang: Imbang) -> None:
    """As SIGKILL leaves it: what was written last stands in the log beside the store."""
    from keseimbangan.store.encrypted import connect

    key = keys.derived(PASSPHRASE, keys.salt_of(imbang.store) or b"")
    kept = imbang.home.with_name("terbunuh")
    with closing(connect(str(imbang.store), key, timeout=1)) as connection:
        connection.execute("UPDATE tasks SET title = title || ' lagi'")
        shutil.copytree(imbang.home, kept)
    shutil.rmtree(imbang.home)
    kept.rename(imbang.home)
    assert imbang.store.with_name(f"{imbang.store.name}-wal").stat().st_size


def test_a_wrong_passphrase_leaves_what_waits_in_the_log_where_it_is(locked: Imbang) -> None:
    _killed_after_a_write(locked)
    before = fingerprint(locked.home)
    for words in (("tugas",), ("tugas", "tambah", "x"), ("data", "ganti-sandi"), ("urung",)):
        assert Opened(locked, OTHER)(*words).code == 3
    after = fingerprint(locked.home)
    # The map of the log is written anew by whoever looks, and holds nothing.
    assert {k: v for k, v in after.items() if "-shm" not in k} == {
        k: v for k, v in before.items() if "-shm" not in k
    }
    assert f"{MARKER} lagi" in Opened(locked)("tugas", "daftar").ok().out


def test_a_backup_for_which_the_passphrase_is_wrong_is_not_even_begun(
    locked: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    begun: list[object] = []
    monkeypatch.setattr(tempfile, "mkstemp", lambda **named: begun.append(named))
    assert Opened(locked, OTHER)("data", "cadangkan").code == 3
    assert begun == []


@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm"])
def test_the_next_write_removes_what_a_killed_unlocking_left_readable(
    locked: Imbang, ending: str
) -> None:
    left = locked.home / f".keseimbangan-kunci-abcd1234.new{ending}"
    left.write_text(MARKER)
    Opened(locked, OTHER)("tugas", "tambah", "x")
    assert left.exists()
    Opened(locked)("tugas", "tambah", "x").ok()
    assert not left.exists()


@pytest.mark.parametrize("words", [("buka-kunci", "--ya"), ("ganti-sandi", "--cadangan")])
def test_unlocking_again_removes_what_it_left_before(locked: Imbang, words: tuple[str]) -> None:
    left = locked.home / ".keseimbangan-kunci-abcd1234.new"
    left.write_text(MARKER)
    with pipe(OTHER) as handle:
        more = () if "--ya" in words else ("--sandi-fd", handle)
        Opened(locked)("data", *words, *more).ok()
    assert not left.exists()


def test_what_a_killed_locking_of_backups_left_goes_with_a_later_backup(locked: Imbang) -> None:
    left = locked.home / "cadangan" / ".keseimbangan-kunci-abcd1234.new"
    left.write_text("x")
    os.utime(left, (JUST_NOW, JUST_NOW))
    Opened(locked)("data", "cadangkan").ok()
    assert left.exists(), "another program may be writing it"
    os.utime(left, (0, 0))
    Opened(locked)("data", "cadangkan").ok()
    assert not left.exists()


def test_erasing_everything_erases_backups_that_were_being_locked(locked: Imbang) -> None:
    (locked.home / "cadangan" / ".keseimbangan-kunci-abcd1234.new").write_text("x")
    locked("data", "hapus", "--semua", "--ya").ok()
    assert os.listdir(locked.home) == []


def _killed_before_the_backups(imbang: Imbang) -> Path:
    """A locked store with a backup that locking had not come to yet."""
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    (backup,) = (imbang.home / "cadangan").glob("*.db")
    plain = backup.read_bytes()
    lock(imbang)
    backup.write_bytes(plain)
    return backup


def test_locking_that_was_killed_is_completed_by_repeating_it(imbang: Imbang) -> None:
    backup = _killed_before_the_backups(imbang)
    with pipe(PASSPHRASE) as handle:
        words = ("data", "kunci", "--sandi-fd", handle, "--cadangan", "--json")
        document = Opened(imbang)(*words).ok().json["encryption"]
    assert document["backups_locked"] == 1
    assert document["plaintext"] == []
    assert not is_plain(backup)
    assert holding(imbang.home, MARKER) == []
    assert "sama" in Opened(imbang)("data", "pulihkan", backup, "--tinjau").ok().out


def test_repeated_with_another_passphrase_locking_changes_nothing(imbang: Imbang) -> None:
    _killed_before_the_backups(imbang)
    before = fingerprint(imbang.home)
    with pipe(OTHER) as handle:
        result = Opened(imbang)("data", "kunci", "--sandi-fd", handle, "--cadangan")
    assert result.code == 1
    assert "sudah terkunci" in result.err
    assert fingerprint(imbang.home) == before


def test_repeated_at_a_terminal_locking_asks_about_the_backups(imbang: Imbang) -> None:
    backup = _killed_before_the_backups(imbang)
    out = imbang("data", "kunci", answers=[PASSPHRASE, "t"]).ok().out
    assert backup.name in out.replace("\n", "")
    imbang("data", "kunci", answers=[PASSPHRASE, "y"]).ok()
    assert not is_plain(backup)


def test_locking_names_a_backup_that_was_cut_short_while_nothing_was_locked(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    left = imbang.home / "cadangan" / ".keseimbangan-abcd1234.new"
    left.parent.mkdir(mode=0o700)
    left.write_text(MARKER)
    os.utime(left, (JUST_NOW, JUST_NOW))
    document = lock(imbang, PASSPHRASE, "--cadangan", "--json").json["encryption"]
    assert document["plaintext"] == [str(left)]
