"""Rows that undo leaves pointing nowhere are found, each kind, without reading the whole store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from keseimbangan.store import compiled


def references(*, optional: bool = False) -> list[tuple[str, str, str]]:
    """Every foreign key: its table, its column, the table it points at."""
    found = []
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(compiled.SCHEMA)
        for table in compiled.PLAYBACK:
            needed = {each[1] for each in db.execute(f"PRAGMA table_info({table})") if each[3]}
            keys = db.execute(f"PRAGMA foreign_key_list({table})")
            found += [
                (table, key[3], key[2]) for key in keys if not optional or key[3] not in needed
            ]
    return found


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A store in which every table has a row 1, and each row points at that of the other table."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        opened.executescript(compiled.SCHEMA)
        opened.execute("PRAGMA ignore_check_constraints = ON")
        for table in compiled.PLAYBACK:
            columns = opened.execute(f"PRAGMA table_info({table})").fetchall()
            marks = ", ".join("?" for _column in columns)
            opened.execute(f"INSERT INTO {table} VALUES ({marks})", [1 for _column in columns])
        assert not opened.execute("PRAGMA foreign_key_check").fetchall()
        yield opened


def finds(db: sqlite3.Connection, table: str, row: int) -> bool:
    return db.execute(compiled.STRAYS[table], {"rows": f"[{row}]"}).fetchone() is not None


def test_where_every_row_points_at_one_nothing_is_found(db: sqlite3.Connection) -> None:
    assert not [table for table in compiled.STRAYS if finds(db, table, 1)]


@pytest.mark.parametrize("table", compiled.STRAYS)
def test_a_row_that_points_at_nothing_on_purpose_is_no_fault(
    table: str, db: sqlite3.Connection
) -> None:
    for other, column, _target in references(optional=True):
        db.execute(f"UPDATE {other} SET {column} = NULL")
    needed = set(references()) - set(references(optional=True))
    kept = {table, *(target for other, _column, target in needed if other == table)}
    for other in compiled.PLAYBACK.keys() - kept:
        db.execute(f"DELETE FROM {other}")
    assert not finds(db, table, 1)


@pytest.mark.parametrize(("table", "column", "target"), references())
def test_a_row_that_points_nowhere_is_found_from_both_ends(
    table: str, column: str, target: str, db: sqlite3.Connection
) -> None:
    db.execute(f"UPDATE {table} SET {column} = 9")
    # The row that came back with a pointer to nothing, or the one that is gone and pointed at.
    assert finds(db, table, 1)
    assert finds(db, target, 9)
    db.execute(f"UPDATE {table} SET {column} = 1")
    assert not finds(db, target, 9)


@pytest.mark.parametrize("table", compiled.STRAYS)
def test_no_table_is_read_from_end_to_end(table: str, db: sqlite3.Connection) -> None:
    steps = db.execute(f"EXPLAIN QUERY PLAN {compiled.STRAYS[table]}", {"rows": "[1]"}).fetchall()
    assert not [what for *_numbers, what in steps if what.startswith("SCAN") and "json" not in what]
