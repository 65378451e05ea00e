"""A civil servant's open tasks and fixed blocks, for the tests of `rencana`."""

from datetime import date, timedelta

from tests.harness import Result
from tests.in_process import Imbang


def tasks_of(imbang: Imbang, monday: date, now: str) -> None:
    """Six tasks of the week of a Monday: due early, late and not at all, long and short."""

    def add(title: str, due: int | None, *more: str) -> None:
        day = [] if due is None else ["--tenggat", (monday + timedelta(days=due)).isoformat()]
        imbang("tugas", "tambah", title, *day, *more, now=now).ok()

    add("Susun laporan kinerja", 4, "--penting", "--jenis", "proyek", "--estimasi", "6j")
    add("Rapat koordinasi program", 2, "--estimasi", "1j")
    add("Balas surat Biro Umum", 1, "--mendesak", "--estimasi", "30m")
    add("Telaah rancangan peraturan", 3, "--penting", "--dampak", "tinggi", "--estimasi", "4j")
    add("Rapikan arsip", None)
    add("Bayar iuran sekolah", 2, "--unsur", "pribadi", "--estimasi", "30m")


def blocks_of(imbang: Imbang, monday: date, now: str) -> None:
    """What stands already: a meeting, a service desk, and rest after work."""
    first, second = monday.isoformat(), (monday + timedelta(days=1)).isoformat()
    fixed = (
        ("Rapat pimpinan", "09.00-10.30", first, "rapat"),
        ("Layanan loket", "13.00-14.30", second, "layanan"),
    )
    for title, hours, day, kind in fixed:
        imbang("blok", "tambah", title, hours, "--hari", day, "--jenis", kind, now=now).ok()
    sport = ("--ulang", "tiap senin", "--unsur", "pulih")
    imbang("blok", "tambah", "Olahraga", "16.45-17.30", "--hari", first, *sport, now=now).ok()


def plan(imbang: Imbang, *arguments: str, **more: str) -> Result:
    """What `rencana` says to programs."""
    return imbang("rencana", *arguments, "--json", **more).ok().json  # type: ignore[no-any-return]


def places(document: dict[str, object]) -> list[str]:
    """The proposed blocks as text: `23 07.30-08.30 #1`."""
    found = []
    for block in document["blocks"]:  # type: ignore[attr-defined]
        start, end = block["starts_at"], block["ends_at"]
        found.append(f"{start[8:10]} {start[11:16]}-{end[11:16]} #{block['task']}")
    return found
