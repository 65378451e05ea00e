"""A store that is gone while its backups are there: no command takes it for an empty one unsaid."""

import sys

import pytest

from tests.in_process import Imbang

SENTENCE = (
    "Berkas data tidak ada, tetapi cadangannya ada. Kembalikan dengan `imbang data pulihkan`.\n"
)


@pytest.fixture
def lost(imbang: Imbang) -> Imbang:
    """A home with one backup and no store."""
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("data", "cadangkan").ok()
    imbang.store.unlink()
    return imbang


@pytest.mark.parametrize(
    "words",
    [
        ("tugas", "daftar"),
        ("blok", "daftar"),
        ("minggu",),
        ("laporan",),
        ("jurnal", "daftar"),
        ("urung", "--daftar"),
        ("data", "apa"),
        ("data", "ekspor"),
        ("data", "ekspor", "-o", "-"),
        ("kalender", "ekspor"),
    ],
)
def test_a_command_that_shows_or_writes_nothing_says_why(
    lost: Imbang, words: tuple[str, ...]
) -> None:
    result = lost(*words, columns=200).ok()
    assert result.err.endswith(SENTENCE)
    assert result.err.count("Berkas data") == 1
    assert not lost.store.exists()


def test_it_is_said_where_a_command_fails_for_it(lost: Imbang) -> None:
    assert lost.refused(1, "tugas", "lihat", 1).err.startswith(SENTENCE)


@pytest.mark.parametrize("words", [("urung",), ("ulang",), ("data", "cadangkan")])
def test_what_needs_a_store_names_the_way_back_to_it(lost: Imbang, words: tuple[str, ...]) -> None:
    assert lost.refused(1, *words, "--json").error["code"] == "store_gone"
    result = lost.refused(1, *words)
    assert result.err == SENTENCE


def test_locking_too_names_the_way_back(lost: Imbang) -> None:
    pytest.importorskip("sqlcipher3")
    assert lost.refused(1, "data", "kunci", "--json").error["code"] == "store_gone"


@pytest.mark.parametrize(
    "words", [("hari",), ("data", "periksa"), ("data", "cadangkan", "--daftar")]
)
def test_a_screen_that_shows_it_does_not_say_it_twice(lost: Imbang, words: tuple[str, ...]) -> None:
    assert lost(*words).err == ""


def test_who_begins_anew_is_told_that_and_no_more(lost: Imbang) -> None:
    for words in (("tugas", "tambah", "Baru"), ("tugas", "daftar")):
        err = lost(*words).ok().err
        assert SENTENCE not in err
        assert ("dibuat yang baru" in err) == ("Baru" in words)


def test_programs_that_read_documents_get_them_alone(lost: Imbang) -> None:
    result = lost("tugas", "daftar", "--json").ok()
    assert (result.json["tasks"], result.err) == ([], "")


@pytest.mark.parametrize("words", [("tugas", "daftar"), ("urung", "--daftar"), ("data", "ekspor")])
def test_a_home_without_backups_is_a_new_one(imbang: Imbang, words: tuple[str, ...]) -> None:
    assert "pulihkan" not in imbang(*words).ok().err


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_disk_that_is_away_is_not_a_store_that_is_gone(lost: Imbang) -> None:
    lost.store.symlink_to(lost.cwd / "diska" / "keseimbangan.db")
    result = lost.refused(3, "tugas", "daftar", "--json")
    assert result.error["code"] == "store_unreachable"
    assert "pulihkan" not in lost("tugas", "daftar").err
