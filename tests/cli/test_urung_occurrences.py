"""`imbang urung` and what was taken out of a series: under its title, and as taken out."""

from pathlib import Path

import pytest

from tests.in_process import Imbang


@pytest.fixture
def taken_out(imbang: Imbang) -> Imbang:
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    imbang("blok", "hapus", 1, "--pada", "30/11", "--ya").ok()
    return imbang


def listed(imbang: Imbang) -> list[str]:
    lines = imbang("urung", "--daftar", columns=120).ok().out.splitlines()
    return [line.partition("07.30 ")[2] for line in lines if "07.30 " in line]


def test_it_is_listed_by_the_title_of_its_series(taken_out: Imbang) -> None:
    assert listed(taken_out)[0] == "blok hapus: Apel, Sen 30 Nov 07.00"
    (change,) = taken_out("urung", "--daftar", "--json").ok().json["steps"][0]["changes"]
    assert change == {"table": "exclusions", "number": 1, "title": "Apel", "effect": "added"}
    assert "kembali  1 kejadian berulang: Apel, Sen 30 Nov 07.00\n" in taken_out("urung").ok().out
    assert listed(taken_out)[0] == "blok hapus: Apel, Sen 30 Nov 07.00"
    assert "dihapus  1 kejadian berulang: Apel, Sen 30 Nov 07.00\n" in taken_out("ulang").ok().out


def test_also_where_the_series_is_gone_by_now(taken_out: Imbang) -> None:
    taken_out("blok", "hapus", 1, "--semua", "--ya").ok()
    assert listed(taken_out)[1] == "blok hapus: Apel, Sen 30 Nov 07.00"
    taken_out("urung", 3).ok()
    assert listed(taken_out)[1] == "blok hapus: Apel, Sen 30 Nov 07.00"


def test_where_the_command_does_not_say_it_the_list_does(
    taken_out: Imbang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_out("urung").ok()
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(tmp_path / "there"))
    there = Imbang(tmp_path / "there", tmp_path)
    taken_out_file = tmp_path / "a.json"
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(taken_out.home))
    taken_out("data", "ekspor", "-o", taken_out_file).ok()
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(there.home))
    there("data", "impor", taken_out_file).ok()
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(taken_out.home))
    taken_out("ulang").ok()
    taken_out("data", "ekspor", "-o", taken_out_file, "--timpa").ok()
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(there.home))
    there("data", "impor", taken_out_file).ok()
    assert listed(there)[0] == "data impor: Apel, Sen 30 Nov 07.00, dihapus"
