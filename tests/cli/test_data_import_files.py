"""The file that `imbang data impor` reads: refused as a whole, or read as it is."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.errors import exchange
from keseimbangan.store import compiled
from tests.cli.exchange_steps import FILE, counts, imported
from tests.in_process import Imbang
from tests.store import filling


def bad(filled: Imbang, change: Any, name: str = "x.json") -> str:
    filled("data", "ekspor", "-o", "asli.json", "--timpa").ok()
    document = json.loads((filled.cwd / "asli.json").read_text(encoding="utf-8"))
    change(document)
    (filled.cwd / name).write_text(json.dumps(document), encoding="utf-8")
    return name


def test_one_bad_row_keeps_all_of_the_file_out(filled: Imbang, home: Imbang) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["tables"]["tasks"][0]["due"] = "besok"
        document["tables"]["blocks"][0]["zone"] = "Asia/Atlantis"

    name = bad(filled, spoil)
    refused = home.refused(2, "data", "impor", name)
    assert "tasks baris 1, due" in refused.err
    assert "blocks baris 1, zone" in refused.err
    assert not home.home.exists()
    assert home.refused(2, "data", "impor", name, "--json").error["code"] == "import_rows_wrong"


def test_a_file_of_a_newer_schema_is_refused(filled: Imbang, home: Imbang) -> None:
    name = bad(filled, lambda document: document.update(schema=compiled.SCHEMA_VERSION + 1))
    error = home.refused(2, "data", "impor", name, "--json").error
    assert error["code"] == "export_file_newer"


def test_a_file_of_an_older_schema_may_lack_what_has_a_default(
    filled: Imbang, home: Imbang
) -> None:
    def age(document: dict[str, Any]) -> None:
        document["schema"] = 1
        for name in ("holidays", "leaves", "location_days", "overtimes"):
            del document["tables"][name]
        del document["tables"]["tasks"][0]["postponed"]

    assert counts(imported(home, bad(filled, age)), "new")["tasks"] == 1


@pytest.mark.parametrize("name", ["hilang.json", "."])
def test_a_file_that_cannot_be_read_is_named(imbang: Imbang, name: str) -> None:
    error = imbang.refused(2, "data", "impor", name, "--json").error
    assert error["code"] == "import_file_unreadable"


def test_a_file_too_large_is_refused_by_its_size_alone(imbang: Imbang) -> None:
    with (imbang.cwd / "x.json").open("wb") as file:
        file.truncate(1_000_000_000)
    assert imbang.refused(2, "data", "impor", "x.json", "--json").error["code"] == (
        "export_file_too_large"
    )


def test_a_zip_of_tables_is_no_file_to_import(filled: Imbang) -> None:
    filled("data", "ekspor", "--format", "csv").ok()
    assert (
        "bukan ekspor keseimbangan yang utuh"
        in filled.refused(2, "data", "impor", "keseimbangan-2026-11-23.zip").err
    )


def test_a_store_full_of_strange_texts_goes_out_and_comes_in(imbang: Imbang, home: Imbang) -> None:
    imbang("tugas", "tambah", "X").ok()
    with closing(sqlite3.connect(imbang.store)) as connection, connection:
        filling.fill(connection, 5, 6)
    imbang("data", "ekspor").ok()
    found = imported(home, FILE)
    assert not found["differences"]
    out = imbang("data", "impor", FILE).ok().out
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_too_many_problems_are_counted_and_the_first_told() -> None:
    problems = [exchange.RowProblem("tasks", n, "due", "x") for n in range(1, 21)]
    error = exchange.RowsWrong(Path("x.json"), problems, more=True)
    assert "≥ 20" in error.message()
    assert error.message().count("tasks") == exchange.RowsWrong.SHOWN


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def test_a_file_that_another_program_writes_just_now_is_read_whole(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor", "-o", "semua.json").ok()
    reading, writing = os.pipe()
    # Small enough that the system takes it at once.
    os.write(writing, (filled.cwd / "semua.json").read_bytes())
    os.close(writing)
    try:
        assert counts(imported(home, f"/dev/fd/{reading}"), "new")["tasks"] == 1
    finally:
        os.close(reading)
