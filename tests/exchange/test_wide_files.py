"""Exports in UTF-16, as `>` writes them in the PowerShell that comes with Windows."""

import pytest

from tests.in_process import Imbang


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_export_of_our_own_is_read_in_utf_16_with_its_mark(
    imbang: Imbang, encoding: str
) -> None:
    imbang("tugas", "tambah", "Susun laporan – bagian Ⅱ").ok()
    text = imbang("data", "ekspor", "--ke", "-").ok().out
    (imbang.cwd / "x.json").write_bytes(("\ufeff" + text).encode(encoding))
    imbang("data", "hapus", "--semua", "--ya").ok()
    imbang("data", "impor", "x.json").ok()
    assert "bagian Ⅱ" in imbang("tugas", "daftar").ok().out


def test_half_a_character_at_the_end_is_no_export(imbang: Imbang) -> None:
    (imbang.cwd / "x.json").write_bytes("\ufeff{}".encode("utf-16-le")[:-1])
    assert imbang.refused(2, "data", "impor", "x.json", "--json").error["code"] == (
        "export_file_broken"
    )
