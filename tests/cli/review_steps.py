"""Steps that the tests of the weekly review share."""

from typing import Any

from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
FRIDAY = "2026-11-27T15:30:00+07:00"
WEEK = "2026-W48"


def a_week(imbang: Imbang) -> None:
    """Five tasks of a week: one done, three late in different ways, one for later; some blocks."""

    def call(*words: str | int, now: str = MONDAY) -> None:
        imbang(*words, now=now).ok()

    call("tugas", "tambah", "Susun laporan", "--tenggat", "rabu", "--penting")
    call("tugas", "tambah", "Telaah staf", "--tenggat", "kamis", "--penting")
    call("tugas", "tambah", "Notula rapat", "--tenggat", "jumat")
    call("tugas", "tambah", "Pindai arsip")
    call("tugas", "tambah", "Rancang survei", "--penting", "--tenggat", "30/11")
    call("blok", "tambah", "Kerja laporan", "08.00-10.00", "--tugas", 1, "--jenis", "fokus")
    call("blok", "tambah", "Arsip", "13.00-14.00", "--tugas", 4)
    call("blok", "selesai", 1, now="2026-11-23T11:00:00+07:00")
    call("tugas", "selesai", 1, "--hasil", "Terkirim", now="2026-11-25T10:00:00+07:00")


def review(imbang: Imbang, *words: str, now: str = FRIDAY) -> dict[str, Any]:
    """The review as a program reads it."""
    found: dict[str, Any] = imbang("evaluasi", *words, "--json", now=now).ok().json["review"]
    return found


def task(imbang: Imbang, number: int) -> dict[str, Any]:
    """One task as a program reads it."""
    found: dict[str, Any] = imbang("tugas", "lihat", number, "--json").ok().json["task"]
    return found


def numbers(tasks: list[dict[str, Any]]) -> list[int]:
    """The numbers of tasks in their order."""
    return [one["number"] for one in tasks]
