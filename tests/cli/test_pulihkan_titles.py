"""The preview of a restore names what comes back, goes and changes: so a backup is chosen."""

import pytest

from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"
NOON = "2026-11-24T12:00:00+07:00"
LETTER = "Balas surat Camat"


@pytest.fixture
def lost(imbang: Imbang) -> Imbang:
    """A letter is deleted, and five things are noted since, one of them changed."""
    imbang("tugas", "tambah", LETTER, now=MONDAY).ok()
    imbang("tugas", "tambah", "Arsip", now=MONDAY).ok()
    imbang("tugas", "hapus", "1", "--ya", now=TUESDAY).ok()
    imbang("tugas", "ubah", "2", "--judul", "Arsip lama", now=TUESDAY).ok()
    for title in ("Satu", "Dua", "Tiga", "Empat", "Lima"):
        imbang("tugas", "tambah", title, now=TUESDAY).ok()
    return imbang


def preview(imbang: Imbang, *words: str, **options: str) -> str:
    return imbang("data", "pulihkan", *words, "--tinjau", now=NOON, columns=200, **options).ok().out


def test_titles_are_named_a_few_and_the_rest_counted(lost: Imbang) -> None:
    out = preview(lost)
    assert "Tugas: 1 kembali, 5 hilang" in out
    assert f"kembali: {LETTER}\n" in out
    assert "hilang: Satu; Dua; Tiga; 2 lagi\n" in out
    assert "berubah: Arsip\n" in out


def test_they_stand_before_the_question_too(lost: Imbang) -> None:
    err = lost("data", "pulihkan", now=NOON, answers=["t"]).ok().err
    assert f"kembali: {LETTER}" in err


def test_the_preview_ends_with_the_command_that_does_it(lost: Imbang) -> None:
    assert "Pulihkan dengan: imbang data pulihkan kemarin\n" in preview(lost, "kemarin")
    assert "Pulihkan dengan: imbang data pulihkan\n" in preview(lost)
    assert "imbang data pulihkan 'hari ini'\n" in preview(lost, "hari ini")
    out = preview(lost, "yesterday", lang="en")
    assert "Restore it with: imbang data restore yesterday\n" in out


def test_where_nothing_would_change_there_is_nothing_to_do(lost: Imbang) -> None:
    lost("data", "cadangkan", now=NOON).ok()
    assert "Pulihkan dengan" not in preview(lost)


def test_parts_are_told_by_their_owner_alone(imbang: Imbang) -> None:
    imbang("tugas", "tambah", LETTER, now=MONDAY).ok()
    imbang(
        "jurnal",
        "tulis",
        "--tingkat",
        "4",
        "--pemicu",
        "rapat",
        "--penyebab",
        "Rahasia",
        now=MONDAY,
    ).ok()
    imbang("jurnal", "hapus", "1", "--ya", now=TUESDAY).ok()
    out = preview(imbang)
    assert "Catatan jurnal: 1 kembali" in out
    assert "kembali: pekan 48, 2026" in out
    assert "Pemicu" not in out
    assert "Rahasia" not in out
    asked = imbang("data", "pulihkan", now=NOON, answers=["t"]).ok().err
    assert "Pulihkan (1 kembali)?" in asked


def test_a_lost_store_comes_back_without_its_bookkeeping(imbang: Imbang) -> None:
    imbang("tugas", "tambah", LETTER, now=MONDAY).ok()
    imbang("tugas", "tambah", "Arsip", now=MONDAY).ok()
    imbang("tugas", "hapus", "1", "--ya", now=MONDAY).ok()
    imbang("data", "cadangkan", now=MONDAY).ok()
    imbang.store.unlink()
    out = preview(imbang)
    assert "Tugas: 1 kembali" in out
    assert "Catatan penghapusan" not in out
