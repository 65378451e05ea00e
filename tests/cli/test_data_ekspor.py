"""`imbang data ekspor`: one file with all, its owner's alone, and whole or not at all."""

import csv
import io
import json
import os
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from keseimbangan.store import compiled
from tests.cli.exchange_steps import FILE, SECRET
from tests.in_process import Imbang


def test_everything_is_in_one_file_that_is_its_owners_alone(filled: Imbang) -> None:
    before = os.umask(0)
    try:
        found = filled("data", "ekspor", "--json").ok().json["export"]
    finally:
        os.umask(before)
    path = filled.cwd / FILE
    assert found["file"] == FILE
    assert found["bytes"] == path.stat().st_size
    assert {each["name"] for each in found["tables"]} == set(compiled.TABLES)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    document = json.loads(path.read_text(encoding="utf-8"))
    assert {name: value for name, value in document.items() if name != "tables"} == {
        "format": "keseimbangan",
        "format_version": 1,
        "application_id": 0x4B534D42,
        "schema": compiled.SCHEMA_VERSION,
        "created_at": "2026-11-23T00:30:00Z",
        "journal": True,
    }
    (task,), (target,) = document["tables"]["tasks"], document["tables"]["targets"]
    assert task["important"] is True
    assert task["target_id"] == {"number": 1, "uid": target["uid"]}
    assert [entry.name for entry in filled.cwd.iterdir()] == [FILE]


def test_it_is_said_whether_the_journal_is_inside(filled: Imbang) -> None:
    said = " ".join(filled("data", "ekspor").ok().out.split())
    assert "Jurnal stres Anda ada di dalamnya (1 catatan)" in said
    assert "--tanpa-jurnal" in said
    assert SECRET in (filled.cwd / FILE).read_text(encoding="utf-8")
    without = filled("data", "ekspor", "--tanpa-jurnal", "-o", "tanpa.json").ok().out
    assert "Jurnal stres tidak ada di dalamnya." in without
    text = (filled.cwd / "tanpa.json").read_text(encoding="utf-8")
    assert SECRET not in text
    assert "stress" not in text
    assert json.loads(text)["journal"] is False


def test_a_file_is_not_written_over_unasked(filled: Imbang) -> None:
    (filled.cwd / "x.json").write_text("penting", encoding="utf-8")
    refused = filled.refused(1, "data", "ekspor", "-o", "x.json")
    assert "--timpa" in refused.err
    assert (filled.cwd / "x.json").read_text(encoding="utf-8") == "penting"
    filled("data", "ekspor", "-o", "x.json", "--timpa").ok()
    assert json.loads((filled.cwd / "x.json").read_text(encoding="utf-8"))


def test_what_breaks_while_it_is_written_leaves_what_was_there(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filled.cwd / "x.json").write_text("penting", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    refused = filled("data", "ekspor", "-o", "x.json", "--timpa")
    assert (refused.code, refused.out) == (1, "")
    assert "tidak ada ruang tersisa" in refused.err
    assert [entry.name for entry in filled.cwd.iterdir()] == ["x.json"]
    assert (filled.cwd / "x.json").read_text(encoding="utf-8") == "penting"


def test_standard_output_can_be_piped_into_what_encrypts_it(filled: Imbang) -> None:
    result = filled("data", "ekspor", "-o", "-").ok()
    assert result.json["format"] == "keseimbangan"
    assert "Jurnal stres" in result.err
    filled.refused(2, "data", "ekspor", "-o", "-", "--json")
    filled.refused(2, "data", "ekspor", "-o", "-", "--format", "csv")
    assert not list(filled.cwd.iterdir())


def test_tables_come_as_csv_without_formulas(filled: Imbang) -> None:
    filled("tugas", "tambah", '=HYPERLINK("http://x")').ok()
    with closing(sqlite3.connect(filled.store)) as connection, connection:
        connection.execute("UPDATE tasks SET note = char(10) || '@x' WHERE id = 2")
    filled("data", "ekspor", "--format", "csv").ok()
    with zipfile.ZipFile(filled.cwd / "keseimbangan-2026-11-23.zip") as archive:
        assert {name.removesuffix(".csv") for name in archive.namelist()} == set(compiled.TABLES)
        text = archive.read("tasks.csv").decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["title"], first["important"], first["target_id"]) == ("Susun laporan", "1", "1")
    assert second["title"] == '\'=HYPERLINK("http://x")'
    assert second["note"] == "'\n@x"
    assert second["due"] == ""


def test_an_empty_store_is_exported_and_not_made(imbang: Imbang) -> None:
    assert "Belum ada isinya." in imbang("data", "ekspor").ok().out
    assert not imbang.home.exists()


def test_in_a_folder_the_export_is_called_after_the_day(filled: Imbang) -> None:
    (filled.cwd / "usb").mkdir()
    assert filled("data", "ekspor", "-o", "usb", "--json").ok().json["export"]["file"] == (
        str(Path("usb", FILE))
    )
    assert (filled.cwd / "usb" / FILE).is_file()
    filled.refused(1, "data", "ekspor", "-o", "usb")
