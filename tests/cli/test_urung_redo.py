"""`imbang ulang` is there until something new is written, and the list says how much of it."""

import pytest

from tests.harness import fingerprint
from tests.in_process import Imbang
from tests.undo.state import state

LATER = "2026-11-24T09:15:00+07:00"


@pytest.fixture
def undone(imbang: Imbang) -> Imbang:
    """A task with a block and its rule, and one step that was undone."""
    imbang("tugas", "tambah", "A", "--estimasi", "90m").ok()
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    imbang("jurnal", "tulis", "--tingkat", 6, "--pemicu", "rapat").ok()
    imbang(
        "skp", "tambah", "Layanan", "--indikator", "Surat", "--target", "12,35", "--satuan", "surat"
    ).ok()
    imbang("atur", "ubah", "zona", "WIB").ok()
    imbang("tugas", "tambah", "B").ok()
    imbang("urung").ok()
    return imbang


@pytest.mark.parametrize(
    "call",
    [
        ("tugas", "ubah", 1, "--judul", "A"),
        ("tugas", "ubah", 1, "--estimasi", "90m"),
        ("blok", "ubah", 1, "--judul", "Apel", "--semua"),
        ("jurnal", "ubah", 1, "--tingkat", 6),
        ("skp", "ubah", 1, "--judul", "Layanan"),
        ("atur", "ubah", "zona", "WIB"),
    ],
)
def test_an_edit_to_the_same_value_ends_nothing_that_can_be_done_again(
    undone: Imbang, call: tuple[str, ...]
) -> None:
    before = state(undone)
    undone(*call, now=LATER).ok()
    assert state(undone) == before, "nor does it pass for a later change when stores are merged"
    assert "tugas tambah" in undone("ulang").ok().out


@pytest.mark.parametrize(
    "call",
    [
        ("tugas", "ubah", 1, "--judul", "C"),
        ("atur", "ubah", "zona", "WITA"),
        ("tugas", "hapus", 1, "--ya"),
        ("tugas", "tambah", "B"),
    ],
)
def test_a_change_does(undone: Imbang, call: tuple[str, ...]) -> None:
    undone(*call).ok()
    assert undone.refused(1, "ulang", "--json").error["code"] == "nothing_to_redo"


def test_a_setting_that_is_so_already_is_not_written(imbang: Imbang) -> None:
    imbang("atur", "ubah", "zona", "WITA").ok()
    before = fingerprint(imbang.home)
    imbang("atur", "ubah", "zona", "WITA").ok()
    assert fingerprint(imbang.home) == before


def test_the_list_says_how_many_more_can_be_done_again(imbang: Imbang) -> None:
    for number in range(5):
        imbang("tugas", "tambah", f"T{number}").ok()
    imbang("urung", 4).ok()
    assert imbang("urung", 3, "--daftar").ok().out == (
        "Dapat diulang (imbang ulang)\n"
        "1 langkah lagi: imbang urung 4 --daftar\n"
        "3 hari ini 07.30 tugas tambah: T3\n"
        "2 hari ini 07.30 tugas tambah: T2\n"
        "1 hari ini 07.30 tugas tambah: T1\n"
        "\n"
        "Dapat diurungkan (imbang urung)\n"
        "1 hari ini 07.30 tugas tambah: T0\n"
    )
    assert "lagi" not in imbang("urung", 4, "--daftar").ok().out
    assert "2 more steps: imbang undo 4 --list" in imbang("undo", 2, "--list", lang="en").ok().out
