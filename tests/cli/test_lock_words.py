"""What is said about locks and passphrases to whoever has to do something about them."""

import pytest

from keseimbangan.cli import system_keyring
from tests.cli.lock_steps import OTHER, PASSPHRASE, Opened, lock
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")

LATER = "2026-11-24T08:00:00+07:00"


@pytest.fixture
def kept(imbang: Imbang) -> Imbang:
    """A store with a backup that nothing locks yet."""
    imbang("tugas", "tambah", "Laporan").ok()
    imbang("data", "cadangkan").ok()
    return imbang


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", "atau mulai dari kosong dengan `imbang data hapus --semua`."),
        ("en", "or start empty with `imbang data erase --all`."),
    ],
)
def test_who_forgot_is_told_how_to_start_anew(kept: Imbang, lang: str, said: str) -> None:
    lock(kept)
    error = kept("hari", answers=["satu", "dua", "tiga"], lang=lang).err
    assert said in error


def test_a_backup_alone_is_no_reason_to_start_anew(kept: Imbang) -> None:
    lock(kept)
    kept("data", "cadangkan", "lain.db", answers=[PASSPHRASE]).ok()
    error = kept("data", "pulihkan", "lain.db", "--tinjau", answers=["a", "b", "c"]).err
    assert "--semua" not in error


def test_every_backup_keeps_the_passphrase_of_its_time(kept: Imbang) -> None:
    lock(kept)
    with_other = ("data", "ganti-sandi", "--tanpa-cadangan")
    kept(*with_other, answers=[PASSPHRASE, OTHER, OTHER]).ok()
    out = Opened(kept, OTHER)("data", "buka-kunci", "--ya").ok().out
    assert "tetap terkunci dengan sandi saat masing-masing dibuat; simpan sandi itu." in " ".join(
        out.split()
    )


def test_backups_that_were_left_readable_have_a_next_step(kept: Imbang) -> None:
    out = lock(kept, PASSPHRASE, "--tanpa-cadangan").out
    assert "Kunci cadangan itu juga dengan: imbang data kunci" in out
    opened = Opened(kept)("data", "kunci", "--cadangan").ok().out
    assert "Kunci cadangan itu juga" not in opened


def test_where_all_is_locked_there_is_none(kept: Imbang) -> None:
    assert "Kunci cadangan itu juga" not in lock(kept).out


def test_the_list_of_locked_backups_stays_in_its_columns(kept: Imbang) -> None:
    lock(kept)
    call = ("data", "cadangkan", "--daftar")
    lines = kept(*call, columns=60).ok().out.splitlines()
    assert any("ganti kunci, terkunci " in line and line.endswith("KB") for line in lines)
    english = kept(*call, columns=60, lang="en").ok().out.splitlines()
    assert any("lock change, locked " in line and line.endswith("KB") for line in english)


@pytest.mark.parametrize(
    ("lang", "asked"),
    [
        ("id", "Sandi cadangan Sen 23 Nov 2026 07.30:"),
        ("en", "Passphrase of the backup of Mon 23 Nov 2026 07:30:"),
    ],
)
def test_a_backup_is_asked_for_by_its_day(kept: Imbang, lang: str, asked: str) -> None:
    lock(kept)
    kept(*("data", "ganti-sandi", "--tanpa-cadangan"), answers=[PASSPHRASE, OTHER, OTHER]).ok()
    manual = next(each.name for each in (kept.home / "cadangan").glob("*manual*"))
    call = ("data", "pulihkan", manual, "--tinjau")
    error = kept(*call, answers=[OTHER, PASSPHRASE, PASSPHRASE], lang=lang, now=LATER).ok().err
    assert asked in error


def test_it_is_said_first_what_locking_does(kept: Imbang) -> None:
    answers = ["t", PASSPHRASE, PASSPHRASE]
    error = kept("data", "kunci", answers=answers).ok().err
    assert error.startswith(
        "Semua data akan dikunci dengan sandi. Membukanya kembali: `imbang data buka-kunci`, "
        "bukan `imbang urung`."
    )


def test_a_keyring_that_is_missing_is_no_reason_to_lock_again(
    kept: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_keyring, "_is_usable", lambda: False)
    lock(kept)
    error = Opened(kept)("data", "kunci", "--gantungan").err
    assert "penyimpan sandi sistem (keyring)" in error
    assert "tanpa --gantungan" not in error
