"""What a killed `imbang data cadangkan FILE` leaves goes with the next one, on any disk."""

import os

from tests.in_process import Imbang


def test_what_a_killed_backup_left_beside_a_file_of_choice_goes_an_hour_later(
    imbang: Imbang,
) -> None:
    imbang("tugas", "tambah", "Susun laporan").ok()
    stick = imbang.cwd / "diska"
    stick.mkdir()
    left = stick / ".keseimbangan-abcd1234.new"
    left.write_text("x")
    imbang("data", "cadangkan", stick).ok()
    assert left.exists(), "another program may be writing it"
    os.utime(left, (0, 0))
    imbang("data", "cadangkan", stick, "--timpa").ok()
    assert [path.name for path in stick.iterdir()] == ["keseimbangan-2026-11-23.db"]
