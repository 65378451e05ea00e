"""Small words that were said twice, of nothing, run together or broken in two."""

from pathlib import Path

import pytest

from tests.in_process import Imbang


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Imbang:
    """A home whose path is longer than a line."""
    home = tmp_path / ("nama yang panjang sekali " * 4).strip() / "rumah"
    home.parent.mkdir()
    monkeypatch.setenv("KESEIMBANGAN_HOME", str(home))
    imbang = Imbang(home, tmp_path)
    imbang("tugas", "tambah", "A").ok()
    return imbang


@pytest.mark.parametrize(
    "call",
    [
        "data cadangkan",
        "data cadangkan --daftar",
        "data apa",
        "data pulihkan --tinjau",
        "data ekspor -o a.json --timpa",
        "atur",
    ],
)
def test_no_path_is_broken_outside_a_terminal(long: Imbang, call: str) -> None:
    long("data", "cadangkan").ok()
    words = [str(long.home / "a.json") if word == "a.json" else word for word in call.split()]
    assert str(long.home) in long(*words, columns=60).ok().out


def test_a_store_that_is_gone_is_named_whole(long: Imbang) -> None:
    long("data", "cadangkan").ok()
    for each in long.home.glob("keseimbangan.db*"):
        each.unlink()
    assert str(long.store) in long("hari").ok().out
    assert str(long.store) in long("data", "periksa").out


def test_a_missing_backup_is_said_once(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A", now="2026-11-21T07:30:00+07:00").ok()
    out = imbang("data", "periksa").ok().out
    assert out.splitlines() == [
        "Data Anda utuh: berkas, skema, dan isinya.",
        "· Belum ada satu pun cadangan.",
        "  Buat dengan `imbang data cadangkan`.",
    ]


def test_where_none_is_due_yet_its_absence_is_said(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    assert imbang("data", "periksa").ok().out.endswith("Belum ada cadangan.\n")


def test_several_words_that_are_one_are_told_to_be_quoted(imbang: Imbang) -> None:
    error = imbang.refused(2, "data", "pulihkan", "hari", "ini", "--json").error
    assert '"hari ini"' in error["hint"]
    assert '"Susun laporan"' in error["hint"]


def test_a_broken_line_of_settings_is_told_apart_from_the_remedy(imbang: Imbang) -> None:
    imbang.home.mkdir()
    (imbang.home / "pengaturan.toml").write_text("zona = WITA\n")
    error = imbang("hari").err
    assert " baris 1 tidak dapat dibaca: 'zona = WITA'. Tulis satu pengaturan" in error


def asked(imbang: Imbang, *words: str) -> str:
    return " ".join(imbang("data", "hapus", *words, answers=("t",)).err.split())


def test_erasing_names_only_what_there_is(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    said = asked(imbang, "tugas")
    assert "Hapus selamanya 1 tugas dan riwayat urung (1 langkah), lalu buat satu" in said
    imbang("data", "cadangkan").ok()
    said = asked(imbang, "tugas")
    assert "1 tugas, riwayat urung (1 langkah) dan semua cadangan (1), lalu" in said
    said = asked(imbang, "riwayat")
    assert "Hapus selamanya riwayat urung (1 langkah) dan semua cadangan (1), lalu" in said
    imbang("data", "hapus", "riwayat", "--ya").ok()
    said = asked(imbang, "riwayat")
    assert "Hapus selamanya semua cadangan (1), lalu buat satu cadangan baru?" in said
    out = imbang("data", "hapus", "tugas", "--ya").ok().out
    assert out.startswith("Dihapus: 1 tugas, semua cadangan lama (1).\n")


def test_erasing_traces_names_only_what_there_is(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    imbang("tugas", "hapus", 1, "--ya").ok()
    said = asked(imbang, "tugas")
    assert "Hapus selamanya jejak itu dan riwayat urung (2 langkah), lalu buat satu" in said
