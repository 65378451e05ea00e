"""What `imbang data ganti-sandi` says: of the passphrase, of old backups, of being stopped."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, lock, pipe
from tests.harness import Result
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")


def _change(imbang: Imbang, before: str, after: str, *options: str) -> Result:
    with pipe(after) as handle:
        return Opened(imbang, before)("data", "ganti-sandi", "--sandi-fd", handle, *options).ok()


def _backups(imbang: Imbang) -> Sequence[Path]:
    return sorted((imbang.home / "cadangan").glob("*.db"))


def test_the_same_passphrase_is_not_called_another(locked: Imbang) -> None:
    out = _change(locked, PASSPHRASE, PASSPHRASE, "--cadangan").out
    assert "Sandinya tetap yang lama" in out
    assert "sudah diganti" not in out
    assert "sandi sebelumnya" not in out


def test_backups_that_keep_the_old_passphrase_are_counted(locked: Imbang) -> None:
    Opened(locked)("data", "cadangkan").ok()
    old = len(_backups(locked))
    out = _change(locked, PASSPHRASE, OTHER, "--tanpa-cadangan").out
    assert f"{old} cadangan tetap terkunci dengan sandi sebelumnya" in out
    back = _change(locked, OTHER, PASSPHRASE, "--tanpa-cadangan", "--json").json["encryption"]
    assert back["backups_of_other_passphrases"] == 1, "the old ones open again"


def test_one_that_cannot_be_locked_anew_is_counted(locked: Imbang) -> None:
    Opened(locked)("data", "cadangkan").ok()
    (first, *others) = _backups(locked)
    first.write_bytes(first.read_bytes()[:4096] + os.urandom(4096))
    out = _change(locked, PASSPHRASE, OTHER, "--cadangan").out
    assert f"{len(others)} cadangan lama juga terkunci" in out
    assert "1 cadangan tetap terkunci dengan sandi sebelumnya" in out


def test_backups_of_an_earlier_locking_with_this_passphrase_are_locked_anew(
    locked: Imbang,
) -> None:
    Opened(locked)("data", "buka-kunci", "--ya").ok()
    lock(locked, PASSPHRASE, "--tanpa-cadangan")
    count = len(_backups(locked))
    encryption = _change(locked, PASSPHRASE, OTHER, "--cadangan", "--json").json["encryption"]
    assert encryption["backups_locked"] == count
    assert encryption["backups_of_other_passphrases"] == 0


def test_a_backup_that_a_later_program_locked_is_left_and_counted(locked: Imbang) -> None:
    (backup,) = _backups(locked)
    backup.write_bytes(b"KSMB2" + b"x" * 4091)
    out = _change(locked, PASSPHRASE, OTHER, "--cadangan").out
    assert "1 cadangan tetap terkunci" in out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_whoever_stops_it_afterwards_is_told_that_it_is_locked(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    imbang("tugas", "tambah", MARKER, lang=lang).ok()

    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("keseimbangan.store.conversion._blank", stop)
    with pipe(PASSPHRASE) as handle:
        result = imbang("data", "kunci", "--sandi-fd", handle, "--cadangan", lang=lang)
    assert result.code == 130
    assert {"id": "sudah terkunci", "en": "is locked"}[lang] in result.err
    opened = Opened(imbang)("data", "buka-kunci", "--ya", lang=lang)
    assert opened.code == 130
    assert {"id": "sudah tidak terkunci", "en": "no longer locked"}[lang] in opened.err
    assert MARKER in imbang("tugas", "daftar").ok().out


def test_whoever_stops_it_before_is_told_nothing(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", MARKER).ok()

    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("keseimbangan.store.conversion._is_same", stop)
    with pipe(PASSPHRASE) as handle:
        result = imbang("data", "kunci", "--sandi-fd", handle, "--cadangan")
    assert (result.code, result.err) == (130, "")


def test_a_lost_store_without_its_beginning_is_not_said_to_be_readable(locked: Imbang) -> None:
    lost = locked.home / "keseimbangan-rusak-2026-11-20T00.30.00Z.db"
    lost.write_bytes(bytes(16) + locked.store.read_bytes()[16:])
    kept = locked.home / "keseimbangan-rusak-2026-11-21T00.30.00Z.db"
    kept.write_bytes(b"SQLite format 3\0" + bytes(4080))
    out = _change(locked, PASSPHRASE, OTHER, "--cadangan").out
    # A long path runs over the end of a line.
    certain, unclear = out.replace("\n", "").split("Masih dapat dibaca")[1].split("Awalnya rusak")
    assert (kept.name in certain, lost.name in certain) == (True, False)
    assert lost.name in unclear
    handed = _change(locked, OTHER, PASSPHRASE, "--cadangan", "--json").json["encryption"]
    assert (handed["plaintext"], handed["unclear"]) == ([str(kept)], [str(lost)])
