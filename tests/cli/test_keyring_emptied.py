"""A key that opens nothing any more, or nothing that is left, does not stay in the keyring."""

import sys
from threading import Event

import pytest

from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, lock, pipe
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")

Kept = dict[str, str]


@pytest.fixture
def kept(imbang: Imbang, keyring: Kept) -> Imbang:
    """The key is in the keyring, of which the settings say nothing any more."""
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang, PASSPHRASE, "--gantungan", "--cadangan")
    imbang("atur", "ubah", "kunci.gantungan", "tidak").ok()
    assert len(keyring) == 1
    return imbang


def test_it_is_taken_out_when_asked_for_whatever_the_settings_say(
    kept: Imbang, keyring: Kept
) -> None:
    Opened(kept)("data", "kunci", "--tanpa-gantungan").ok()
    assert keyring == {}


def test_it_is_taken_out_with_another_passphrase_and_without_one(
    kept: Imbang, keyring: Kept
) -> None:
    with pipe(OTHER) as handle:
        Opened(kept)("data", "ganti-sandi", "--sandi-fd", handle, "--cadangan").ok()
    assert keyring == {}
    Opened(kept, OTHER)("data", "kunci", "--gantungan").ok()
    kept("atur", "ubah", "kunci.gantungan", "tidak").ok()
    Opened(kept, OTHER)("data", "buka-kunci", "--ya").ok()
    assert keyring == {}


def test_erasing_everything_takes_out_the_keys_of_backups_too(kept: Imbang, keyring: Kept) -> None:
    before = dict(keyring)
    with pipe(OTHER) as handle:
        words = ("--sandi-fd", handle, "--tanpa-cadangan", "--gantungan")
        Opened(kept)("data", "ganti-sandi", *words).ok()
    keyring |= before
    assert len(keyring) == 2
    assert not kept("data", "hapus", "--semua", "--ya").ok().err
    assert keyring == {}


def test_a_key_that_could_not_be_taken_out_is_told(
    kept: Imbang, keyring: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: str) -> None:
        raise PermissionError

    monkeypatch.setattr(sys.modules["keyring"], "delete_password", refuse)
    assert "masih ada di penyimpan sandi" in kept("data", "hapus", "--semua", "--ya").ok().err
    assert not kept.store.exists()


def test_a_keyring_that_does_not_answer_holds_nothing_up(
    kept: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = Event()
    monkeypatch.setattr(
        sys.modules["keyring"], "get_password", lambda *_words: answered.wait() and None
    )
    monkeypatch.setattr("keseimbangan.cli.system_keyring.PATIENCE_SECONDS", 0.05)
    result = kept("data", "hapus", "--semua", "--ya").ok()
    answered.set()
    assert "masih ada di penyimpan sandi" in result.err
    assert not kept.store.exists()


def test_what_a_later_program_locked_can_be_erased(imbang: Imbang) -> None:
    imbang("tugas", "tambah", MARKER).ok()
    imbang("data", "cadangkan").ok()
    (backup,) = (imbang.home / "cadangan").iterdir()
    for path in (imbang.store, backup):
        path.write_bytes(b"KSMB2" + b"x" * 4091)
    imbang("data", "hapus", "--semua", "--ya").ok()
    assert list(imbang.home.rglob("*")) == []
