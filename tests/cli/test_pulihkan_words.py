"""What may be named to `data pulihkan` is said where something else was."""

import pytest

from tests.in_process import Imbang

NOON = "2026-11-24T12:00:00+07:00"


@pytest.mark.parametrize("what", ["32-01-2026", "kemaren", "hilang.db"])
def test_what_is_no_file_and_no_date_is_told_what_is(imbang: Imbang, what: str) -> None:
    error = imbang.refused(2, "data", "pulihkan", what, "--json", now=NOON).error
    assert error["message"] == f"Berkas '{what}' tidak ada, dan itu bukan tanggal."
    assert "TTTT-BB-HH, misalnya 2026-11-21" in error["hint"]
    assert "imbang data cadangkan --daftar" in error["hint"]


@pytest.mark.parametrize("what", ["besok", "akhir bulan", "2030-01-01"])
def test_a_day_that_is_yet_to_come_is_refused(imbang: Imbang, what: str) -> None:
    imbang("tugas", "tambah", "Satu", now=NOON).ok()
    imbang("data", "cadangkan", now=NOON).ok()
    error = imbang.refused(2, "data", "pulihkan", what, "--json", now=NOON).error
    assert error["code"] == "day_to_come"
    assert "belum tiba" in error["message"]
    imbang("data", "pulihkan", "hari ini", "--tinjau", now=NOON).ok()
