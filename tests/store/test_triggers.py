"""The triggers of the change log: rendered for every table, and for one nobody has thought of."""

import ast
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from keseimbangan.store import compiled
from keseimbangan.store.columns import Day, Flag
from keseimbangan.store.log_tables import LOG_TABLES
from keseimbangan.store.statements.shared import METADATA
from keseimbangan.store.triggers import HEARTBEATS, NOT_LOGGED, render_playback, render_triggers

LOGGED = [table for table in compiled.TABLES if table not in NOT_LOGGED]


# A real number that has no shorter form than its 17 digits.
VALUES: dict[str, Any] = {"INTEGER": 1, "TEXT": "1", "REAL": 0.1 + 0.2}


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        opened.executescript(compiled.SCHEMA)
        opened.executescript(";".join(compiled.TRIGGERS))
        # It is about every column there is, not about what the domain would put into it.
        opened.execute("PRAGMA ignore_check_constraints = ON")
        yield opened


def insert(db: sqlite3.Connection, table: str) -> dict[str, Any]:
    columns = db.execute(f"PRAGMA table_info({table})").fetchall()
    required = [(name, kind) for _cid, name, kind, not_null, *_rest in columns if not_null]
    row: dict[str, Any] = {name: VALUES[kind] for name, kind in required}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
    return {name: row.get(name) for _cid, name, *_rest in columns}


def taken(db: sqlite3.Connection) -> list[tuple[str, int, list[Any] | None]]:
    """What was logged since the last look."""
    found = db.execute("SELECT table_name, row_id, image FROM changes").fetchall()
    db.executescript("DELETE FROM changes; DELETE FROM steps;")
    return [(table, row, image and json.loads(image)) for table, row, image in found]


def test_what_is_not_logged_is_the_log_and_the_ledger_of_exports() -> None:
    every = {table.name for table in METADATA.sorted_tables}
    assert set(LOG_TABLES) <= NOT_LOGGED.keys() <= every
    assert every - set(compiled.PLAYBACK) == {*LOG_TABLES, "exported_events"}


@pytest.mark.parametrize("table", LOGGED)
def test_a_new_row_and_a_removed_one_are_logged_with_every_column(
    table: str, db: sqlite3.Connection
) -> None:
    row = insert(db, table)
    assert taken(db) == [(table, row["id"], None)]
    db.execute(f"DELETE FROM {table}")
    assert taken(db) == [(table, row["id"], list(row.values()))]


@pytest.mark.parametrize("table", LOGGED)
def test_a_change_of_any_one_column_is_logged(table: str, db: sqlite3.Connection) -> None:
    row = insert(db, table)
    taken(db)
    quiet = {"id", *HEARTBEATS.get(table, ())}
    for _cid, name, kind, *_rest in db.execute(f"PRAGMA table_info({table})").fetchall():
        (before,) = db.execute(f'SELECT "{name}" FROM {table}').fetchone()
        if name in quiet or (name == "changed_at" and table in HEARTBEATS):
            continue
        db.execute(f'UPDATE {table} SET "{name}" = ?', [77 if kind == "INTEGER" else "77"])
        ((_table, number, image),) = taken(db)
        assert (number, dict(zip(row, image or (), strict=True))[name]) == (row["id"], before)


def test_the_heartbeat_of_a_session_is_not_logged_but_its_pause_is(db: sqlite3.Connection) -> None:
    insert(db, "focus_sessions")
    taken(db)
    db.execute("UPDATE focus_sessions SET seen_at = 'a', focused_seconds = 9, changed_at = 'b'")
    assert taken(db) == []
    db.execute("UPDATE focus_sessions SET paused_at = 'c', focused_seconds = 10")
    assert [table for table, _row, _image in taken(db)] == ["focus_sessions"]


def test_of_a_row_that_changes_often_the_first_image_is_kept(db: sqlite3.Connection) -> None:
    row = insert(db, "targets")
    taken(db)
    for title in ("A", "B", "C"):
        db.execute("UPDATE targets SET title = ?", [title])
    db.execute("DELETE FROM targets")
    assert taken(db) == [("targets", row["id"], list(row.values()))]


def test_what_a_foreign_key_does_is_logged_too(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    for table in ("targets", "tasks", "stress_entries", "stress_triggers"):
        insert(db, table)
    db.execute("UPDATE tasks SET target_id = 1")
    taken(db)
    db.execute("DELETE FROM targets")
    db.execute("DELETE FROM stress_entries")
    assert {table for table, _row, _image in taken(db)} == {
        *("targets", "tasks", "stress_entries", "stress_triggers")
    }


def test_a_row_that_is_replaced_is_logged_as_the_store_is_opened(db: sqlite3.Connection) -> None:
    # As `database.py` sets it; without, SQLite would replace the row in silence.
    db.execute("PRAGMA recursive_triggers = ON")
    row = insert(db, "targets")
    taken(db)
    db.execute(
        "INSERT OR REPLACE INTO targets (id, uid, created_at, changed_at, title, year, "
        "first_month, last_month, archived) "
        "VALUES (1, 'other', 'x', 'x', 'Lain', 2027, 1, 12, 0)"
    )
    assert taken(db) == [("targets", 1, list(row.values()))]


def test_a_number_cannot_be_changed_past_the_log(db: sqlite3.Connection) -> None:
    insert(db, "targets")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE targets SET id = 2")


def test_a_table_yet_to_come_is_logged_and_played_back(db: sqlite3.Connection) -> None:
    metadata = MetaData()
    errands = Table(
        "errands",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("to", Text),
        Column("order", Integer),
        Column("target_id", ForeignKey("targets.id"), type_=Integer),
        Column("day", Day),
        Column("firm", Flag),
    )
    db.execute('CREATE TABLE errands (id INTEGER PRIMARY KEY, "to", "order", target_id, day, firm)')
    for trigger in render_triggers([errands])[2:]:
        db.execute(trigger)
    db.execute("INSERT INTO errands VALUES (7, 'a\"''\n\u2028', 2, 1, '2026-11-23', 1)")
    assert taken(db) == [("errands", 7, None)]
    db.execute('UPDATE errands SET "to" = NULL')
    ((_table, _row, image),) = taken(db)
    assert image == [7, "a\"'\n\u2028", 2, 1, "2026-11-23", 1]
    columns, read, remove, put = ast.literal_eval(render_playback([errands]))["errands"]
    db.execute(remove, [7])
    db.execute(put, image)
    assert db.execute(read, {"rows": "[7]"}).fetchall() == [tuple(image)]
    assert columns == ("id", "to", "order", "target_id", "day", "firm")


@pytest.mark.parametrize("kind", [Float, LargeBinary])
def test_a_column_that_would_not_survive_stops_the_rendering(kind: Any) -> None:
    table = Table("x", MetaData(), Column("id", Integer), Column("value", kind))
    with pytest.raises(TypeError):
        render_triggers([table])


@pytest.mark.parametrize("text", ["a\x00b", "\U0001f600\u202e", '"\\', "[red]", "x" * 20_000])
def test_a_text_comes_back_as_it_was(text: str, db: sqlite3.Connection) -> None:
    insert(db, "targets")
    db.execute("UPDATE targets SET title = ?", [text])
    taken(db)
    db.execute("DELETE FROM targets")
    ((_table, _row, image),) = taken(db)
    db.execute(compiled.PLAYBACK["targets"][3], image)
    assert db.execute("SELECT title FROM targets").fetchone() == (text,)
