"""The backups that imports make of the store before anything comes in."""

from tests.cli.exchange_steps import imported
from tests.in_process import Imbang


def test_a_file_that_brings_nothing_takes_no_older_backup_away(
    imbang: Imbang, home: Imbang
) -> None:
    imbang("tugas", "tambah", "Arsip", now="2026-11-10T08:00:00+07:00").ok()
    for day in range(11, 18):
        now = f"2026-11-{day}T08:00:00+07:00"
        home("tugas", "tambah", f"Tugas hari {day}", now=now).ok()
        home("data", "ekspor", "-o", "x.json", "--timpa", now=now).ok()
        imported(imbang, "x.json", now=now)
    kept = sorted(imbang.home.glob("cadangan/*-impor-*"))
    assert len(kept) == 5
    for second in range(3):
        assert imported(imbang, "x.json", now=f"2026-11-18T08:00:0{second}+07:00")["backup"] is None
    assert sorted(imbang.home.glob("cadangan/*-impor-*")) == kept
