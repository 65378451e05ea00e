"""What is said where a passphrase stands in the wrong place, is wrong, or cannot be asked for."""

import pytest

from tests.cli.lock_steps import Opened, lock
from tests.in_process import Imbang

WORD = "rahasiaku"


@pytest.mark.parametrize("command", ["kunci", "ganti-sandi", "buka-kunci"])
def test_a_passphrase_in_the_call_is_not_repeated_but_said_to_be_in_the_history(
    imbang: Imbang, command: str
) -> None:
    imbang("tugas", "tambah", "x").ok()
    result = imbang.refused(2, "data", command, WORD)
    assert WORD not in result.err
    assert "riwayat shell" in result.err
    assert "history -d" in result.err


def test_so_it_is_in_english_and_for_a_program(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "x").ok()
    result = imbang.refused(2, "data", "lock", WORD, "--json", lang="en")
    assert result.error["code"] == "passphrase_in_call"
    assert WORD not in result.err
    assert "shell's history" in result.err


@pytest.mark.parametrize("command", ["kunci", "ganti-sandi", "buka-kunci"])
def test_the_help_names_the_descriptor_of_the_present_passphrase(
    imbang: Imbang, command: str
) -> None:
    assert "KESEIMBANGAN_SANDI_FD" in imbang("data", command, "--help").ok().out


def test_without_a_terminal_the_new_passphrase_is_asked_for_in_a_sentence(imbang: Imbang) -> None:
    pytest.importorskip("sqlcipher3")
    imbang("tugas", "tambah", "x").ok()
    result = imbang.refused(2, "data", "kunci")
    assert "Apa sandi yang baru? Beri jawabannya dengan --sandi-fd." in " ".join(result.err.split())


@pytest.mark.usefixtures("quick_keys")
def test_after_a_wrong_passphrase_the_backup_to_try_is_named(imbang: Imbang) -> None:
    pytest.importorskip("sqlcipher3")
    imbang("tugas", "tambah", "x").ok()
    lock(imbang)
    (backup,) = (imbang.home / "cadangan").iterdir()
    assert f"pulihkan {backup}" in Opened(imbang, "salah sekali")("hari").err
    backup.unlink()
    result = Opened(imbang, "salah sekali")("hari")
    assert result.code == 3
    assert "pulihkan" not in result.err
