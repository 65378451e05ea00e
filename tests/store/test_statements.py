"""No everyday query reads a whole table: on a store of ten years that is what makes a tool slow."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from keseimbangan.store import compiled, statements
from keseimbangan.store.log_tables import LOG_TABLES

EVERY_TABLE = (*compiled.TABLES, *LOG_TABLES)
QUERIES = {
    name: sql
    for name, sql in vars(compiled).items()
    if isinstance(sql, str) and re.match(r"\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b", sql)
}

# The scans that are meant, each with the reason why it may be one.
FULL_SCANS = {
    "ALL_TARGETS": "a person has some ten targets a year",
    "ALL_STRESS_ENTRIES": "searching the journal reads its words; 520 entries in ten years",
    "TRIGGER_NAMES": "offers the triggers by how often they were named; writing an entry is rare",
    "EXPORTED_EVENT_SUMMARY": "once per export, over what was exported",
    "FORGET_UNDONE_STEPS": "a thousand short rows at most, and only after an undo",
    "COUNT_STEPS_TO_REDO": "a thousand short rows at most, for the list of steps",
    "DELETIONS": "an import holds every deletion against what comes in",
    "FORGET_DELETIONS": "erasing for good looks at everything",
    "INVENTORY": "`data apa` counts every row there is; nobody runs it every day",
}


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.executescript(compiled.SCHEMA)
        opened.executescript(";".join(compiled.TRIGGERS))
        yield opened


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    names = re.findall(r"(?<!:):([a-z_]+)", sql)
    values = dict.fromkeys(names, 1)
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def full_scans(connection: sqlite3.Connection, sql: str) -> list[str]:
    """The steps that read every row of a table, or every entry of an index over all of them."""
    found = []
    for step in plan(connection, sql):
        scanned = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?$", step)
        if not scanned or scanned[1] not in EVERY_TABLE:
            continue
        if not _is_partial(connection, scanned[2]) and not _is_bounded(sql):
            found.append(step)
    return found


def _is_partial(connection: sqlite3.Connection, index: str | None) -> bool:
    """A partial index holds a few rows of the table, so reading it whole is cheap."""
    query = "SELECT sql FROM sqlite_schema WHERE name = ? AND sql LIKE '% WHERE %'"
    return index is not None and connection.execute(query, [index]).fetchone() is not None


def _is_bounded(sql: str) -> bool:
    """Walking an index in order stops at the limit."""
    return "LIMIT" in sql


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_finds_its_rows_by_an_index(name: str, connection: sqlite3.Connection) -> None:
    scans = full_scans(connection, QUERIES[name])
    assert not scans or name in FULL_SCANS, f"{name}: {scans}"


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_no_query_with_a_limit_sorts_a_whole_table_first(
    name: str, connection: sqlite3.Connection
) -> None:
    if "LIMIT" in QUERIES[name]:
        steps = plan(connection, QUERIES[name])
        assert not [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step], steps


def test_each_allowed_scan_is_still_one(connection: sqlite3.Connection) -> None:
    stale = [name for name in FULL_SCANS if not full_scans(connection, QUERIES.get(name, ""))]
    assert stale == [], "take it off the list"


def test_every_foreign_key_has_an_index_so_that_deleting_a_row_is_quick(
    connection: sqlite3.Connection,
) -> None:
    for table in EVERY_TABLE:
        indexed = set()
        for _seq, index, *_rest in connection.execute(f"PRAGMA index_list({table})"):
            first = connection.execute(f"PRAGMA index_info({index})").fetchone()
            if not _is_partial(connection, index):
                indexed.add(first[2])
        keys = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        assert keys <= indexed, f"{table}: {keys - indexed}"


def test_no_statement_is_kept_that_nothing_runs():
    source = Path(compiled.__file__).parent.parent
    used = "".join(
        path.read_text(encoding="utf-8")
        for path in source.rglob("*.py")
        if path.name != "compiled.py" and path.parent.name != "statements"
    )
    assert [name for name in statements.STATEMENTS if name not in used] == []
