"""`imbang data periksa --latihan` where the newest backup is broken: the next one is tried."""

from pathlib import Path

import pytest

from tests.in_process import Imbang

TUESDAY = "2026-11-24T07:30:00+07:00"


@pytest.fixture
def broken(imbang: Imbang) -> Imbang:
    """The newer of two backups is cut short."""
    imbang("tugas", "tambah", "Satu").ok()
    imbang("data", "cadangkan").ok()
    imbang("data", "cadangkan", now=TUESDAY).ok()
    cut(backups(imbang)[-1])
    return imbang


def backups(imbang: Imbang) -> list[Path]:
    return sorted((imbang.home / "cadangan").iterdir())


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def test_the_broken_one_is_named_and_the_next_one_tried(broken: Imbang) -> None:
    result = broken("data", "periksa", "--latihan", now=TUESDAY, columns=200)
    assert result.code == 1, "the newest one would not have served"
    assert "! Cadangan Selasa, 24 November 2026, pukul 07.30 rusak." in result.out
    assert backups(broken)[-1].name in result.out
    assert "Buat yang baru: imbang data cadangkan" in result.out
    assert "Cadangan Senin, 23 November 2026, pukul 07.30 dapat dipulihkan." in result.out


def test_a_program_reads_the_same(broken: Imbang) -> None:
    result = broken("data", "periksa", "--latihan", "--json", now=TUESDAY)
    drill = result.json["drill"]
    assert (result.code, drill["damaged"]) == (1, [str(backups(broken)[-1])])
    assert drill["backup"]["path"] == str(backups(broken)[0])
    assert drill["tables"]["tasks"] == 1


def test_once_a_new_one_is_made_all_is_well(broken: Imbang) -> None:
    broken("data", "cadangkan", now=TUESDAY).ok()
    drill = broken("data", "periksa", "--latihan", "--json", now=TUESDAY).ok().json["drill"]
    assert drill["damaged"] == []


def test_where_none_is_good_that_is_said_with_the_same_remedy(broken: Imbang) -> None:
    cut(backups(broken)[0])
    error = broken.refused(1, "data", "periksa", "--latihan", "--json", now=TUESDAY).error
    assert error["code"] == "backup_damaged"
    assert error["hint"] == (
        "Cadangan lain yang baik tidak ada. Buat yang baru: `imbang data cadangkan`."
    )
