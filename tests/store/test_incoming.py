"""What cannot be taken in is named, and nothing of it comes near the person's store."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.exchange.store_file import StoreFile
from keseimbangan.store.incoming import MOST_PROBLEMS, empty, receive
from keseimbangan.store.portable import journal, shapes
from keseimbangan.store.tables import Row

STAMPS = {"created_at": "2026-11-23T00:30:00Z", "changed_at": "2026-11-23T00:30:00Z"}
TASK = STAMPS | {
    "id": 1,
    "uid": "t",
    "title": "Susun laporan",
    "status": "open",
    "important": True,
    "urgent": False,
    "triaged": False,
    "element": "work",
}
BLOCK = STAMPS | {
    "id": 1,
    "uid": "b",
    "title": "Apel",
    "starts_at": "2026-11-23T00:00:00Z",
    "ends_at": "2026-11-23T00:30:00Z",
    "zone": "Asia/Jakarta",
    "element": "work",
    "kind": "other",
    "status": "planned",
    "protected": False,
}
ENTRY = STAMPS | {
    "id": 1,
    "uid": "s",
    "week": "2026-W48",
    "written_at": "2026-11-23T00:30:00Z",
    "zone": "Asia/Jakarta",
    "level": 5,
}
HEADER = {
    "format": "keseimbangan",
    "format_version": 1,
    "application_id": 1263750466,
    "schema": 2,
    "created_at": "2026-11-23T00:30:00Z",
    "journal": True,
}
HOLIDAY = STAMPS | {"id": 1, "uid": "h", "day": "2026-11-24", "name": "HUT", "kind": "agency"}
PLACE = STAMPS | {"id": 1, "uid": "l", "day": "2026-11-24", "location": "home"}


def problems(tables: Mapping[str, Any]) -> list[tuple[str, int, str | None]]:
    """Table, position and field of everything that is wrong with a file of these tables."""
    content = json.dumps(HEADER | {"tables": tables}).encode()
    with empty() as incoming:
        receive(incoming, StoreFile(Path("x.json"), io.BytesIO(content)).rows())
        return [(each.table, each.position, each.field) for each in incoming.problems]


def test_rows_with_no_more_than_they_need_are_taken() -> None:
    tables = {"tasks": [TASK], "blocks": [BLOCK], "stress_entries": [ENTRY]}
    assert problems(tables) == []
    assert problems({"holidays": [HOLIDAY], "location_days": [PLACE]}) == []
    assert problems({}) == []


@pytest.mark.parametrize(
    ("table", "row", "change", "field"),
    [
        ("tasks", TASK, {"title": None}, "title"),
        ("tasks", TASK, {"title": 5}, "title"),
        ("tasks", TASK, {"title": "a\0b"}, "title"),
        ("tasks", TASK, {"title": "x" * 100_001}, "title"),
        ("tasks", TASK, {"important": 1}, "important"),
        ("tasks", TASK, {"status": "finished"}, "status"),
        ("tasks", TASK, {"due": "32-01-2026"}, "due"),
        ("tasks", TASK, {"due": "9999-12-31"}, "due"),
        ("tasks", TASK, {"estimate_minutes": 0}, "estimate_minutes"),
        ("tasks", TASK, {"estimate_minutes": 1.5}, "estimate_minutes"),
        ("tasks", TASK, {"estimate_minutes": 10**30}, "estimate_minutes"),
        ("tasks", TASK, {"postponed": -1}, "postponed"),
        ("tasks", TASK, {"colour": "biru"}, "colour"),
        ("tasks", TASK, {"target_id": 1}, "target_id"),
        ("tasks", TASK, {"target_id": {"number": 1}}, "target_id"),
        ("tasks", TASK, {"uid": ""}, "uid"),
        ("tasks", TASK, {"uid": "a\nb"}, "uid"),
        ("tasks", TASK, {"changed_at": "2026-11-23T00:30:00"}, "changed_at"),
        ("tasks", TASK, {"changed_at": "0001-01-01T00:00:00+14:00"}, "changed_at"),
        ("tasks", TASK, {"id": "1"}, "id"),
        ("blocks", BLOCK, {"zone": "Asia/Atlantis"}, "zone"),
        ("blocks", BLOCK, {"zone": "../../etc/passwd"}, "zone"),
        ("blocks", BLOCK, {"rule": "FREQ=SECONDLY"}, "rule"),
        ("blocks", BLOCK, {"rule": "FREQ=WEEKLY;BYDAY=XX"}, "rule"),
        ("blocks", BLOCK, {"rule": ""}, "rule"),
        ("blocks", BLOCK, {"ends_at": "2026-11-23T00:00:00Z"}, None),
        ("blocks", BLOCK, {"ends_at": "2026-12-23T00:00:00Z"}, None),
        ("blocks", BLOCK, {"recurrence_id": "2026-11-23T07:00"}, "ck_block_recurrence"),
        ("blocks", BLOCK, {"actual_starts_at": "2026-11-23T00:00:00Z"}, "ck_block_actual"),
        ("stress_entries", ENTRY, {"level": 11}, "ck_level"),
        ("stress_entries", ENTRY, {"week": "2026-W54"}, "week"),
        ("stress_entries", ENTRY, {"week": "9999-W01"}, "week"),
        ("location_days", PLACE, {"start_time": "25:00", "end_time": "26:00"}, "start_time"),
        ("location_days", PLACE, {"start_time": "10:00", "end_time": "09:00"}, None),
    ],
)
def test_a_row_that_is_not_right_is_named_by_place_and_field(
    table: str, row: Mapping[str, Any], change: Mapping[str, Any], field: str | None
) -> None:
    right = {**row, "id": 2, "uid": "other"} | ({"day": "2026-11-25"} if "day" in row else {})
    found = problems({table: [right, {**row, **change}]})
    assert {(name, position) for name, position, _field in found} == {(table, 2)}
    assert field in {each for _table, _position, each in found}


def test_a_field_that_is_missing_is_named() -> None:
    row = {name: value for name, value in TASK.items() if name not in ("title", "status")}
    assert problems({"tasks": [row]}) == [("tasks", 1, "title"), ("tasks", 1, "status")]


@pytest.mark.parametrize("row", [5, "x", [], None, True, {}, 1e300, [[]], {"uid": {"uid": {}}}])
def test_what_is_no_row_is_named(row: Any) -> None:
    assert ("tasks", 1) in {found[:2] for found in problems({"tasks": [row]})}


def test_a_table_nobody_knows_is_named() -> None:
    assert problems({"secrets": [{}]}) == [("secrets", 1, None)]


def test_what_stands_twice_is_named_where_it_stands_again() -> None:
    assert problems({"tasks": [TASK, TASK]}) == [("tasks", 2, "uid")]
    other = HOLIDAY | {"uid": "other", "id": 2}
    assert problems({"holidays": [HOLIDAY, other]}) == [("holidays", 2, "day")]


def test_a_reference_to_what_is_not_in_the_file_is_named() -> None:
    row = TASK | {"target_id": {"number": 1, "uid": "nowhere"}}
    assert problems({"tasks": [row]}) == [("tasks", 1, None)]


def test_tasks_that_are_pieces_of_each_other_are_refused() -> None:
    one = TASK | {"parent_id": {"uid": "u"}}
    other = TASK | {"id": 2, "uid": "u", "parent_id": {"uid": "t"}}
    assert len(problems({"tasks": [one, other]})) == 1
    assert len(problems({"tasks": [TASK | {"parent_id": {"uid": "t"}}]})) == 1


def test_an_occurrence_of_a_block_that_does_not_recur_is_refused() -> None:
    of = {"series_id": {"uid": "b"}, "recurrence_id": "2026-11-23T07:00"}
    occurrence = BLOCK | {"id": 2, "uid": "o", **of}
    assert problems({"blocks": [BLOCK, occurrence]}) == [("blocks", 2, "series_id")]
    series = BLOCK | {"rule": "FREQ=DAILY"}
    assert problems({"blocks": [occurrence, series]}) == []


def test_after_a_number_of_problems_reading_ends() -> None:
    assert len(problems({"tasks": [{}] * 500})) == MOST_PROBLEMS


def test_the_journal_is_all_that_refers_to_it() -> None:
    assert journal() == {"stress_entries", "stress_triggers"}


def test_every_table_that_is_declared_travels() -> None:
    declared = {table.name for table in Row.metadata.sorted_tables}
    assert declared - {"steps", "changes"} == {shape.name for shape in shapes()}
