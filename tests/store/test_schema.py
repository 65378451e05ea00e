"""The schema lets nothing in that the domain would not make, and has a column for every field."""

import dataclasses
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

import pytest

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.domain.focus import FocusSession, Interruption
from keseimbangan.domain.holidays import Holiday
from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.leave import Leave
from keseimbangan.domain.locations import LocationDay
from keseimbangan.domain.overtime import Overtime
from keseimbangan.domain.plans import AppliedPlan, PlanPiece
from keseimbangan.domain.review import Decision, MonthlyReflection, WeeklyReview
from keseimbangan.domain.shifts import Shift
from keseimbangan.domain.targets import Indicator, PerformanceTarget
from keseimbangan.domain.tasks import Delegation, Task
from keseimbangan.store import compiled

STAMPS = {"created_at", "changed_at"}


@dataclasses.dataclass(frozen=True)
class Mapped:
    """How one dataclass lies in its table.

    `columns` are columns of another name than the field, `elsewhere` fields that are rows of
    another table or are worked out, `own` columns that no field shows.
    """

    kind: type
    table: str
    columns: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


NUMBER = {"number": ("id",)}
DELEGATE = tuple(f"delegate_{field.name}" for field in dataclasses.fields(Delegation))

MAPPINGS = (
    Mapped(PerformanceTarget, "targets", NUMBER),
    Mapped(Indicator, "indicators", NUMBER | {"target": ("target_id",)}),
    Mapped(Dialogue, "dialogues", NUMBER | {"target": ("target_id",)}),
    Mapped(
        Task,
        "tasks",
        NUMBER
        | {"target": ("target_id",), "parent": ("parent_id",), "delegate": DELEGATE}
        | {"indicator": ("indicator_id",)},
        elsewhere=frozenset({"spent_minutes"}),
    ),
    Mapped(
        Block,
        "blocks",
        NUMBER
        | {"task": ("task_id",), "target": ("target_id",), "series": ("series_id",)}
        | {"indicator": ("indicator_id",)},
        # Worked out from the rule, so that a series that has ended is not even read.
        own=frozenset({"last_day"}),
    ),
    Mapped(
        FocusSession,
        "focus_sessions",
        NUMBER | {"task": ("task_id",), "block": ("block_id",)},
        elsewhere=frozenset({"interruptions"}),
    ),
    Mapped(Interruption, "interruptions", own=frozenset({"id", "session_id"})),
    Mapped(StressEntry, "stress_entries", NUMBER, elsewhere=frozenset({"triggers"})),
    Mapped(
        WeeklyReview,
        "weekly_reviews",
        NUMBER,
        elsewhere=frozenset({"wins", "priorities", "decisions"}),
    ),
    Mapped(
        Decision,
        "review_decisions",
        {"task": ("task_id",)},
        own=frozenset({"id", "uid", "review_id"}),
    ),
    Mapped(MonthlyReflection, "monthly_reflections", NUMBER),
    Mapped(Leave, "leaves", NUMBER),
    Mapped(
        LocationDay,
        "location_days",
        NUMBER | {"start": ("start_time",), "end": ("end_time",)},
    ),
    Mapped(Overtime, "overtimes", NUMBER),
    Mapped(Shift, "shifts", NUMBER | {"start": ("start_time",), "end": ("end_time",)}),
    Mapped(AppliedPlan, "plans", NUMBER),
    Mapped(PlanPiece, "plan_pieces", {"task": ("task_id",)}, own=frozenset({"id", "plan_id"})),
    Mapped(
        Holiday,
        "holidays",
        NUMBER,
        # What a person says is neither an estimate nor in two languages.
        elsewhere=frozenset({"certainty", "english"}),
    ),
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        opened.executescript(compiled.SCHEMA)
        yield opened


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def field_names(kind: type) -> set[str]:
    if dataclasses.is_dataclass(kind):
        return {field.name for field in dataclasses.fields(kind)}
    return set(kind._fields)  # type: ignore[attr-defined]


@pytest.mark.parametrize("mapped", MAPPINGS, ids=lambda mapped: mapped.table)
def test_every_field_has_its_column_and_every_column_its_field(
    mapped: Mapped, connection: sqlite3.Connection
) -> None:
    names = field_names(mapped.kind) - mapped.elsewhere
    claimed = {column for name in names for column in mapped.columns.get(name, (name,))}
    assert claimed | mapped.own | STAMPS == columns(connection, mapped.table)


@pytest.mark.parametrize("table", compiled.TABLES)
def test_every_table_is_strict_and_never_uses_a_number_again(
    table: str, connection: sqlite3.Connection
) -> None:
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    assert sql.rstrip().endswith("STRICT")
    assert "PRIMARY KEY AUTOINCREMENT" in sql


@pytest.mark.parametrize("table", compiled.TABLES)
def test_every_row_has_a_uuid_of_its_own_and_two_stamps(
    table: str, connection: sqlite3.Connection
) -> None:
    assert {"uid", *STAMPS} <= columns(connection, table)
    unique = [
        [info[2] for info in connection.execute(f"PRAGMA index_info({row[1]})")]
        for row in connection.execute(f"PRAGMA index_list({table})")
        if row[2]
    ]
    assert ["uid"] in unique


TASK = {
    "uid": "t",
    "created_at": "2026-11-23T00:30:00Z",
    "changed_at": "2026-11-23T00:30:00Z",
    "title": "Susun laporan",
    "status": "open",
    "important": 0,
    "urgent": 0,
    "triaged": 0,
    "element": "work",
    "postponed": 0,
}
BLOCK = {
    "uid": "b",
    "created_at": "2026-11-23T00:30:00Z",
    "changed_at": "2026-11-23T00:30:00Z",
    "title": "Rapat",
    "starts_at": "2026-11-23T01:00:00Z",
    "ends_at": "2026-11-23T02:00:00Z",
    "zone": "Asia/Jakarta",
    "element": "work",
    "kind": "meeting",
    "status": "planned",
    "protected": 0,
}
ENTRY = {
    "uid": "s",
    "created_at": "2026-11-23T00:30:00Z",
    "changed_at": "2026-11-23T00:30:00Z",
    "week": "2026-W48",
    "written_at": "2026-11-23T00:30:00Z",
    "zone": "Asia/Jakarta",
    "level": 5,
}


def put(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", dict(values))


@pytest.mark.parametrize(
    ("table", "row", "change"),
    [
        ("tasks", TASK, {"status": "finished"}),
        ("tasks", TASK, {"element": "kerja"}),
        ("tasks", TASK, {"kind": "rutin"}),
        ("tasks", TASK, {"impact": "huge"}),
        ("tasks", TASK, {"estimate_minutes": 0}),
        ("tasks", TASK, {"estimate_minutes": -5}),
        ("tasks", TASK, {"estimate_minutes": "two hours"}),
        ("tasks", TASK, {"important": "yes"}),
        ("tasks", TASK, {"title": None}),
        ("tasks", TASK, {"target_id": 99}),
        ("blocks", BLOCK, {"ends_at": "2026-11-23T01:00:00Z"}),
        ("blocks", BLOCK, {"ends_at": "2026-11-22T23:00:00Z"}),
        ("blocks", BLOCK, {"kind": "rapat"}),
        ("blocks", BLOCK, {"location": "wfh"}),
        ("blocks", BLOCK, {"actual_starts_at": "2026-11-23T01:00:00Z"}),
        ("blocks", BLOCK, {"recurrence_id": "2026-11-23T08:00"}),
        ("stress_entries", ENTRY, {"level": 11}),
        ("stress_entries", ENTRY, {"level": -1}),
        ("stress_entries", ENTRY, {"level": 5.5}),
        ("stress_entries", ENTRY, {"helped": 11}),
        ("stress_entries", ENTRY, {"demand": -1}),
        ("stress_entries", ENTRY, {"control": 11}),
    ],
)
def test_what_the_domain_would_not_make_cannot_get_in(
    table: str, row: dict[str, Any], change: dict[str, Any], connection: sqlite3.Connection
) -> None:
    put(connection, table, row)
    with pytest.raises(sqlite3.IntegrityError):
        put(connection, table, row | {"uid": "other"} | change)


def test_two_rows_never_share_a_uuid(connection: sqlite3.Connection) -> None:
    put(connection, "tasks", TASK)
    with pytest.raises(sqlite3.IntegrityError):
        put(connection, "tasks", TASK)


def test_deleting_a_task_keeps_the_blocks_that_were_spent_on_it(
    connection: sqlite3.Connection,
) -> None:
    put(connection, "tasks", TASK)
    put(connection, "blocks", BLOCK | {"task_id": 1})
    connection.execute("DELETE FROM tasks")
    assert connection.execute("SELECT task_id FROM blocks").fetchall() == [(None,)]


def test_the_number_of_a_deleted_row_is_not_given_to_another(
    connection: sqlite3.Connection,
) -> None:
    put(connection, "tasks", TASK)
    connection.execute("DELETE FROM tasks")
    put(connection, "tasks", TASK)
    assert connection.execute("SELECT id FROM tasks").fetchall() == [(2,)]
