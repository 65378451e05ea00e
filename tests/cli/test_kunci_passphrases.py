"""The passphrase of a locked store: given, asked for, wrong, weak, changed."""

from contextlib import closing

import pytest

from keseimbangan.store import keys
from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, VARIABLE, Opened, lock, pipe
from tests.harness import fingerprint
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("quick_keys")

# As the program has it, before a fixture makes it quick.
ROUNDS = keys._ROUNDS


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
