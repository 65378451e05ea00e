"""A store that is lost: what comes back, and what does not, is said before and afterwards."""

import os

import pytest

from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"
NOON = "2026-11-24T12:00:00+07:00"
WHAT = "Yang dicatat sesudah Sel 24 Nov 2026 07.30 tidak ada di dalamnya."


@pytest.fixture
def damaged(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    imbang("tugas", "tambah", "Dua", now=TUESDAY).ok()
    imbang.store.write_text("bukan basis data " * 99)
    return imbang


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_question_says_what_the_backup_cannot_hold(damaged: Imbang) -> None:
    asked = flat(damaged("data", "pulihkan", answers=["t"], now=NOON).ok().err)
    question = f"Berkas data rusak. Ganti dengan cadangan ini? {WHAT} Yang rusak tetap disimpan."
    assert question in asked


@pytest.mark.parametrize("flag", ["--tinjau", "--ya"])
def test_so_do_the_preview_and_the_end(damaged: Imbang, flag: str) -> None:
    assert WHAT in flat(damaged("data", "pulihkan", flag, now=NOON).ok().out)


def test_a_store_that_is_gone_comes_back_with_the_same_words(damaged: Imbang) -> None:
    os.remove(damaged.store)
    assert WHAT in flat(damaged("data", "pulihkan", now=NOON).ok().out)


def test_of_a_file_without_a_moment_it_is_said_without_one(damaged: Imbang) -> None:
    daily = next((damaged.home / "cadangan").iterdir())
    (damaged.cwd / "x.db").write_bytes(daily.read_bytes())
    asked = flat(damaged("data", "pulihkan", "x.db", answers=["t"], now=NOON).ok().err)
    assert "Yang dicatat sesudah cadangan itu dibuat tidak ada di dalamnya." in asked


def test_where_rows_come_back_into_the_store_nothing_of_the_kind_is_said(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    imbang("tugas", "tambah", "Dua", now=TUESDAY).ok()
    assert "dicatat sesudah" not in imbang("data", "pulihkan", "--tinjau", now=NOON).ok().out


@pytest.fixture
def alone(imbang: Imbang) -> Imbang:
    """Damaged on its first day, on which there is no backup yet."""
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    imbang.store.write_text("bukan basis data " * 99)
    return imbang


@pytest.mark.parametrize(
    "words",
    [("tugas",), ("data", "pulihkan", "--ya"), ("data", "periksa", "--latihan")],
    ids=" ".join,
)
def test_without_a_backup_every_command_names_the_way_on(
    alone: Imbang, words: tuple[str, ...]
) -> None:
    error = alone.refused(3, *words, "--json", now=NOON).error
    assert error["code"] == "store_damaged"
    assert "imbang data pulihkan BERKAS" in error["hint"]
    assert "Pindahkan berkas itu ke folder lain" in error["hint"]


def test_that_way_leads_to_a_new_beginning(alone: Imbang) -> None:
    alone.store.rename(alone.cwd / "rusak.db")
    alone("tugas", "tambah", "Lanjut", now=NOON).ok()
    assert "Lanjut" in alone("tugas", now=NOON).ok().out


def test_with_a_sound_store_and_no_backup_nothing_is_to_be_moved(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    for words in (("data", "pulihkan"), ("data", "periksa", "--latihan")):
        error = imbang.refused(1, *words, "--json", now=MONDAY).error
        assert error["code"] == "no_backup"
        assert "Pindahkan" not in error["hint"]
