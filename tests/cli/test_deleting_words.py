"""What is said after something was deleted or undone: what it was, and the way back."""

from collections.abc import Sequence

import pytest

from tests.in_process import Imbang

WAY_BACK = "Urungkan dengan: imbang urung"
DELETED: dict[str, tuple[Sequence[str | int], Sequence[str | int]]] = {
    "blok": (("tambah", "Rapat", "20.00-21.00"), ("hapus", 1)),
    "jurnal": (("tulis", "--tingkat", 5, "--pemicu", "rapat"), ("hapus", 1)),
    "indikator": (("tambah", 1, "Jumlah", "--target", 3, "--satuan", "laporan"), ("hapus", 1)),
    "dialog": (("tambah", "Umpan balik"), ("hapus", 1)),
    "cuti": (("tambah", "tahunan", "2026-12-01"), ("hapus", 1)),
    "libur": (("tambah", "2026-12-02", "Pilkada"), ("hapus", "2026-12-02")),
    "lembur": (("tambah", "--hari", "2026-11-20", "17.00-19.00"), ("hapus", 1)),
    "lokasi": (("catat", "rumah", "besok"), ("hapus", "besok")),
    "giliran": (("tambah", "malam", "besok"), ("hapus", "besok")),
}


@pytest.mark.parametrize("noun", DELETED)
def test_every_deletion_names_the_way_back(imbang: Imbang, noun: str) -> None:
    made, gone = DELETED[noun]
    imbang("skp", "tambah", "Laporan").ok()
    imbang(noun, *made).ok()
    lines = imbang(noun, *gone, "--ya").ok().out.splitlines()
    assert "dihapus." in lines[0]
    assert lines[-1] == WAY_BACK
    imbang("urung").ok()


@pytest.mark.parametrize(
    ("lang", "call", "said"),
    [
        ("id", ("tugas", "hapus", 2, "--ya"), f"Tugas 2 'Balas surat' dihapus.\n{WAY_BACK}\n"),
        (
            "en",
            ("task", "delete", 2, "--yes"),
            "Task 2 'Balas surat' deleted.\nUndo it with: imbang undo\n",
        ),
    ],
)
def test_a_deleted_task_gets_no_advice(
    imbang: Imbang, lang: str, call: Sequence[str | int], said: str
) -> None:
    for title in ("Laporan", "Balas surat"):
        imbang("tugas", "tambah", title).ok()
    assert imbang(*call, lang=lang).ok().out == said


def test_a_deleted_task_stays_whole_for_programs(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Balas surat").ok()
    gone = imbang("tugas", "hapus", 1, "--ya", "--json").ok().json
    assert gone["task"]["title"] == "Balas surat"


@pytest.mark.parametrize(
    ("tasks", "heading"),
    [
        (1, "Dapat diurungkan (imbang urung)"),
        (2, "Dapat diurungkan (imbang urung 2: baris 1 sampai 2)"),
        (5, "Dapat diurungkan (imbang urung 3: baris 1 sampai 3)"),
    ],
)
def test_the_list_says_what_its_numbers_do(imbang: Imbang, tasks: int, heading: str) -> None:
    for number in range(tasks):
        imbang("tugas", "tambah", f"Tugas {number}").ok()
    assert imbang("urung", "--daftar").ok().out.splitlines()[0] == heading


def test_after_undoing_the_way_on_is_named(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Balas surat").ok()
    out = imbang("urung").ok().out
    assert out.endswith("Tidak jadi? Sebelum mengubah hal lain: imbang ulang\n")
    imbang("ulang").ok()
    english = imbang("undo", lang="en").ok().out
    assert english.endswith("Changed your mind? Before any other change: imbang redo\n")
