"""What no command could have written: found by `periksa`, refused by import, never followed."""

import json
import shlex
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.in_process import Imbang


def altered(imbang: Imbang, statement: str, *values: Any) -> None:
    """The store, changed past the program."""
    with closing(sqlite3.connect(imbang.store)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement, values)
        connection.commit()


@pytest.fixture
def weekly(imbang: Imbang) -> Imbang:
    """A series."""
    imbang("blok", "tambah", "Apel", "07.30-08.00", "--ulang", "tiap Senin").ok()
    return imbang


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;INTERVAL=0", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;UNTIL=x", "x"],
)
def test_a_rule_that_cannot_be_followed_ends_no_command_and_can_be_deleted(
    weekly: Imbang, rule: str
) -> None:
    altered(weekly, "UPDATE blocks SET rule = ?", rule)
    for command in ("hari", "minggu"):
        result = weekly(command, "--json")
        assert (result.code, result.error["code"]) == (3, "rule_unusable")
    (finding,) = faults(weekly)
    assert finding["kind"] == "unreadable_rule"
    command = finding["remedy"].split("`")[1]
    weekly(*shlex.split(command)[1:], "--ya").ok()
    assert faults(weekly) == []
    weekly("hari").ok()


def faults(imbang: Imbang) -> list[dict[str, Any]]:
    """What `periksa` finds, without its remarks."""
    found = imbang("data", "periksa", "--json").json["findings"]
    return [each for each in found if each["severity"] == "fault"]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("tasks", "akhlak", "loyal, adaptive"),
        ("tasks", "akhlak", "rajin"),
        ("exported_events", "recurrence_id", "2199-W53"),
        ("exported_events", "ends_at", "2020-01-01T00:00:00Z"),
        ("focus_sessions", "ended_at", "2020-01-01T00:00:00Z"),
    ],
)
def test_what_periksa_finds_no_import_brings(
    imbang: Imbang, table: str, column: str, value: str
) -> None:
    imbang("tugas", "tambah", "Satu").ok()
    imbang("blok", "tambah", "Rapat", "08.00-09.00").ok()
    imbang("kalender", "ekspor", "-o", "a.ics").ok()
    imbang("fokus", "mulai", "1", "--latar").ok()
    imbang("fokus", "berhenti", "--simpan", "0").ok()
    imbang("data", "ekspor", "-o", "a.json").ok()
    file = imbang.cwd / "a.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    (row,) = document["tables"][table]
    row[column] = value
    file.write_text(json.dumps(document), encoding="utf-8")
    assert imbang("data", "impor", "a.json", "--json").error["code"] == "import_rows_wrong"
    altered(imbang, f"UPDATE {table} SET {column} = ?", value)
    assert [each["table"] for each in faults(imbang)] == [table]


def test_what_lies_on_top_of_each_other_is_parted_by_the_command_that_is_named(
    imbang: Imbang,
) -> None:
    imbang("lembur", "tambah", "17.00-19.00").ok()
    imbang("lembur", "tambah", "20.00-21.00").ok()
    altered(imbang, "UPDATE overtimes SET starts_at = (SELECT min(starts_at) FROM overtimes)")
    (finding,) = faults(imbang)
    imbang(*shlex.split(finding["remedy"].split("`")[1])[1:], "--ya").ok()
    assert faults(imbang) == []
