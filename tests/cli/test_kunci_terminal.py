"""Passphrases in a real terminal, and the keyring in the place of typing."""

import sys
import threading
from contextlib import closing
from types import SimpleNamespace

import pytest

from keseimbangan.store import conversion, keys
from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, lock, pipe
from tests.harness import Terminals, ended
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")


def test_a_passphrase_is_typed_unseen(imbang: Imbang, terminal: Terminals) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    child = terminal("data", "kunci")
    child.expect("Sandi baru:")
    assert not child.getecho(), "from the moment it is asked for"
    child.sendline(PASSPHRASE)
    child.expect("sekali lagi:")
    child.sendline(PASSPHRASE)
    assert ended(child) == 0
    assert PASSPHRASE not in child.log.getvalue()
    child = terminal("tugas", "daftar")
    child.expect("Sandi untuk keseimbangan.db:")
    child.sendline(PASSPHRASE)
    child.expect(MARKER)
    assert ended(child) == 0
    assert PASSPHRASE not in child.log.getvalue()


def test_ctrl_c_at_the_question_changes_nothing(imbang: Imbang, terminal: Terminals) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    child = terminal("data", "kunci")
    child.expect("Sandi baru:")
    child.sendintr()
    assert ended(child) == 130
    assert MARKER in imbang("tugas", "daftar").ok().out


def test_with_the_key_in_the_keyring_nothing_is_asked(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    assert "keyring" in lock(imbang, PASSPHRASE, "--gantungan").out
    assert PASSPHRASE not in str(keyring)
    assert MARKER in imbang("tugas", "daftar").ok().out
    with pipe(OTHER) as handle:
        imbang("data", "ganti-sandi", "--sandi-fd", handle, "--cadangan").ok()
    assert len(keyring) == 1, "the old key is forgotten"
    assert MARKER in imbang("tugas", "daftar").ok().out
    imbang("data", "buka-kunci", "--ya").ok()
    assert keyring == {}
    assert "kunci" not in (imbang.home / "pengaturan.toml").read_text()


def test_a_keyring_that_refuses_leaves_the_store_as_it_is(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pipe(PASSPHRASE) as handle:
        result = imbang.refused(1, "data", "kunci", "--gantungan", "--sandi-fd", handle)
    assert "--gantungan" in result.err


def test_a_key_that_is_not_in_the_keyring_any_more_is_asked_for(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang, PASSPHRASE, "--gantungan")
    keyring.clear()
    assert MARKER in imbang("tugas", "daftar", answers=[PASSPHRASE]).ok().out
    assert MARKER in Opened(imbang)("tugas", "daftar").ok().out


def test_the_key_goes_into_the_keyring_and_out_while_the_passphrase_stays(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    assert "imbang data kunci --gantungan" in " ".join(lock(imbang, PASSPHRASE).out.split())
    imbang("data", "kunci", "--gantungan", answers=[PASSPHRASE]).ok()
    assert len(keyring) == 1
    assert MARKER in imbang("tugas", "daftar").ok().out
    imbang("data", "kunci", "--tanpa-gantungan").ok()
    assert keyring == {}
    assert imbang("tugas", "daftar").code == 3
    assert MARKER in imbang("tugas", "daftar", answers=[PASSPHRASE]).ok().out
    assert imbang.refused(1, "data", "kunci", "--json").error["code"] == "already_locked"


def test_the_keyring_is_as_before_where_the_store_could_not_be_locked_anew(
    imbang: Imbang, keyring: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang, PASSPHRASE, "--gantungan")
    before = dict(keyring)
    key = keys.derived(PASSPHRASE, keys.salt_of(imbang.store) or b"")
    monkeypatch.setattr(conversion, "BUSY_SECONDS", 0.01)
    for option in ("--gantungan", "--tanpa-gantungan"):
        locking = closing(conversion.connect(str(imbang.store), key, timeout=1))
        with locking as other, pipe(OTHER) as handle:
            other.execute("BEGIN IMMEDIATE")
            imbang.refused(3, "data", "ganti-sandi", option, "--sandi-fd", handle, "--cadangan")
        assert keyring == before
        assert imbang("atur", "lihat", "kunci.gantungan", "--json").ok().json["setting"]["value"]
    assert MARKER in imbang("tugas", "daftar").ok().out


def test_the_key_goes_into_the_keyring_where_nothing_else_is_left_to_lock(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang)
    with pipe(PASSPHRASE) as handle:
        words = ("data", "kunci", "--gantungan", "--cadangan", "--sandi-fd", handle)
        Opened(imbang)(*words).ok()
    assert len(keyring) == 1
    assert MARKER in imbang("tugas", "daftar").ok().out


def test_a_passphrase_given_for_this_call_does_not_wait_for_the_keyring(
    imbang: Imbang, keyring: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang, PASSPHRASE, "--gantungan")
    monkeypatch.setattr(sys.modules["keyring"], "get_password", lambda *_: pytest.fail("asked"))
    assert MARKER in Opened(imbang)("tugas", "daftar").ok().out


def test_a_keyring_that_keeps_keys_in_a_readable_file_is_refused(
    imbang: Imbang, keyring: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    weak = SimpleNamespace(priority=0.5)
    monkeypatch.setattr(sys.modules["keyring"], "get_keyring", lambda: weak)
    with pipe(PASSPHRASE) as handle:
        result = imbang.refused(1, "data", "kunci", "--gantungan", "--sandi-fd", handle, "--json")
    assert result.error["code"] == "keyring_unusable"
    assert keyring == {}


def test_a_keyring_that_lets_one_wait_is_told_of(
    imbang: Imbang, keyring: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang, PASSPHRASE, "--gantungan")
    monkeypatch.setattr("keseimbangan.cli.passphrases.PATIENCE_SECONDS", 0)

    def slow(_service: str, name: str) -> str | None:
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer):
                thread.join()
        return keyring.get(name)

    monkeypatch.setattr(sys.modules["keyring"], "get_password", slow)
    result = imbang("tugas", "daftar").ok()
    assert MARKER in result.out
    assert "Menunggu penyimpan sandi" in result.err


def test_locking_again_moves_the_key_and_locks_the_backups_that_were_left(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    left = lock(imbang, PASSPHRASE, "--tanpa-cadangan", "--json").json["encryption"]["plaintext"]
    assert len(left) == 1
    out = imbang("data", "kunci", "--gantungan", "--cadangan", answers=[PASSPHRASE]).ok().out
    assert "1 cadangan lama juga terkunci" in out
    assert "Masih dapat dibaca" not in out
    assert len(keyring) == 1


def test_where_nobody_is_asked_the_key_alone_is_moved(
    imbang: Imbang, keyring: dict[str, str]
) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    lock(imbang, PASSPHRASE, "--gantungan", "--tanpa-cadangan")
    moved = imbang("data", "kunci", "--tanpa-gantungan", "--json").ok().json["encryption"]
    assert (moved["keyring"], moved["backups_locked"], len(moved["plaintext"])) == (False, 0, 1)
    assert keyring == {}
