"""What an import refuses, an examination of the store finds, and the other way round."""

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.exchange.store_file import StoreFile
from keseimbangan.store.incoming import empty, receive
from tests.in_process import Imbang

# A column, and a value that no command would have written in it.
ODD: tuple[tuple[str, Any], ...] = (
    ("tasks.akhlak", "loyal, adaptive"),
    ("tasks.akhlak", "LOYAL"),
    ("blocks.akhlak", "setia"),
    ("blocks.rule", "FREQ=DAILY;INTERVAL=0"),
    ("blocks.rule", "FREQ=DAILY;COUNT=3"),
    ("blocks.actual_ends_at", "2026-11-22T01:00:00Z"),
    ("exported_events.recurrence_id", "2199-W53"),
    ("exported_events.recurrence_id", "20261123"),
    ("exported_events.ends_at", "2026-11-22T01:00:00Z"),
    ("focus_sessions.ended_at", "2026-11-22T01:00:00Z"),
    ("weekly_reviews.week", "2026-W54"),
    ("overtimes.ends_at", "2026-12-22T01:00:00Z"),
    ("blocks.ends_at", "2026-11-30T01:00:00Z"),
    ("location_days.end_time", "06:00"),
)


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    for words in (
        ("tugas", "tambah", "Susun laporan"),
        ("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap hari"),
        ("blok", "selesai", "1", "--pada", "23/11", "--nyata", "07.00-07.10"),
        ("fokus", "mulai", "1", "--latar"),
        ("fokus", "berhenti"),
        ("lembur", "tambah", "17.00-19.00"),
        ("lokasi", "catat", "rumah", "--jam", "08.00-15.00"),
        ("kalender", "ekspor", "-o", "k.ics", "--dari", "23/11", "--sampai", "24/11"),
        ("evaluasi", "--kemenangan", "Apel rapi", "--selesai"),
    ):
        imbang(*words).ok()
    return imbang


def exported(imbang: Imbang) -> Any:
    imbang("data", "ekspor", "-o", "semua.json", "--timpa").ok()
    return json.loads((imbang.cwd / "semua.json").read_text())


def refused(document: Any) -> Iterator[str]:
    file = io.BytesIO(json.dumps(document).encode())
    with empty() as incoming:
        receive(incoming, StoreFile(Path("x.json"), file).rows())
        yield from sorted({problem.table for problem in incoming.problems})


@pytest.mark.parametrize(("place", "value"), ODD)
def test_what_no_command_can_read_is_refused_by_import_and_named_by_periksa(
    filled: Imbang, place: str, value: Any
) -> None:
    table, column = place.split(".")
    document = exported(filled)
    assert list(refused(document)) == []
    row = document["tables"][table][-1 if place == "blocks.actual_ends_at" else 0]
    row[column] = value
    assert table in refused(document)
    with closing(sqlite3.connect(filled.store)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE uid = ?", (value, row["uid"]))
    result = filled("data", "periksa", "--json")
    assert result.code == 1, result.out
    assert table in {each["table"] for each in result.json["findings"]}
