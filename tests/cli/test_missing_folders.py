"""A name that ends as a folder's does means a folder: where it is not there, nothing is written."""

import os
from pathlib import Path

import pytest

from tests.in_process import Imbang

CALLS = [
    ("data", "cadangkan", "{}"),
    ("data", "ekspor", "-o", "{}"),
    ("laporan", "--ke", "{}"),
    ("kalender", "ekspor", "-o", "{}"),
    ("demo", "-o", "{}"),
]


@pytest.mark.parametrize("ending", [os.sep, f"{os.sep}."])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_folder_that_is_not_there_is_refused(
    imbang: Imbang, tmp_path: Path, call: tuple[str, ...], ending: str
) -> None:
    imbang("blok", "tambah", "Rapat", "08:00-09:00").ok()
    stick = tmp_path / "stik"
    typed = [word.format(f"{stick}{ending}") for word in call]
    result = imbang.refused(1, *typed)
    assert f"Folder {stick}{os.sep} tidak ada. Pasang disknya atau periksa namanya." in result.err
    assert not stick.exists()


def test_a_folder_that_is_there_takes_the_backup_under_its_usual_name(
    imbang: Imbang, tmp_path: Path
) -> None:
    imbang("tugas", "tambah", "Satu", now="2026-11-23T07:30:00+07:00").ok()
    stick = tmp_path / "stik"
    stick.mkdir()
    imbang("data", "cadangkan", f"{stick}{os.sep}", now="2026-11-23T07:30:00+07:00").ok()
    assert os.listdir(stick) == ["keseimbangan-2026-11-23.db"]
