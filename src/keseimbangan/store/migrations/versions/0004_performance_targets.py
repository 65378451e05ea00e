"""Performance targets: months, indicators, what was realised of them, performance talks.

SQLite can only add a column behind the constraints of a table, where a new store has it among the
columns. So each of the three tables is made anew from its own text with the columns in their
places, whatever earlier steps gave it.

Revision ID: 0004
"""

from collections.abc import Mapping
from typing import NamedTuple

from alembic import op
from sqlalchemy import Connection

revision = "0004"
down_revision = "0003"

NEW_TABLES = """\
CREATE TABLE dialogues (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    partner TEXT NOT NULL,
    target_id INTEGER,
    note TEXT,
    agreement TEXT,
    follow_up TEXT,
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_dialogues_day ON dialogues (day);
CREATE INDEX ix_dialogues_target_id ON dialogues (target_id);
CREATE TABLE indicators (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    aspect TEXT NOT NULL,
    name TEXT NOT NULL,
    amount REAL NOT NULL,
    unit TEXT NOT NULL,
    CONSTRAINT ck_aspect CHECK (aspect IN ('quantity', 'quality', 'time', 'cost')),
    CONSTRAINT ck_indicator_amount CHECK (amount > 0 AND amount < 1e12),
    UNIQUE (uid),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_indicators_target_id ON indicators (target_id);
"""
NEW_INDEXES = """\
CREATE INDEX ix_tasks_indicator_id ON tasks (indicator_id);
CREATE INDEX ix_blocks_indicator_id ON blocks (indicator_id);
"""

REALISATION = "CONSTRAINT ck_realisation CHECK (realisation >= 0 AND realisation < 1e12)"
TO_INDICATOR = "FOREIGN KEY(indicator_id) REFERENCES indicators (id) ON DELETE SET NULL"


class Growth(NamedTuple):
    """What is put into the text of a table behind what, and what old rows get in new columns."""

    parts: Mapping[str, str]
    values: Mapping[str, str] = {}


GROWTHS = {
    "targets": Growth(
        {
            "year INTEGER NOT NULL": "first_month INTEGER NOT NULL, last_month INTEGER NOT NULL",
            "archived INTEGER NOT NULL": "CONSTRAINT ck_target_months CHECK "
            "(first_month BETWEEN 1 AND last_month AND last_month <= 12)",
        },
        {"first_month": "1", "last_month": "12"},
    ),
    "tasks": Growth(
        {
            "evidence TEXT": "indicator_id INTEGER, realisation REAL, akhlak TEXT",
            "CONSTRAINT ck_estimate_minutes CHECK (estimate_minutes > 0)": REALISATION,
            "FOREIGN KEY(parent_id) REFERENCES tasks (id) ON DELETE SET NULL": TO_INDICATOR,
        }
    ),
    "blocks": Growth(
        {
            "note TEXT": "result TEXT, evidence TEXT, indicator_id INTEGER, realisation REAL, "
            "akhlak TEXT",
            "CONSTRAINT ck_block_order CHECK (starts_at < ends_at)": REALISATION,
            "FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE SET NULL": TO_INDICATOR,
        }
    ),
}


def upgrade() -> None:
    """Create the new tables and let the old ones grow."""
    connection = op.get_bind()
    # What is left of the old tables must not outlive what is deleted from the new ones.
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    _run(connection, NEW_TABLES)
    for table, growth in GROWTHS.items():
        _grow(connection, table, growth)
    _run(connection, NEW_INDEXES)


def _grow(connection: Connection, table: str, growth: Growth) -> None:
    text = _text(connection, table)
    for anchor, part in growth.parts.items():
        before, found, after = text.partition(anchor)
        if not found:
            raise LookupError(f"{table}: {anchor}")
        text = f"{before}{found}, {part}{after}"
    indexes = _rows(
        connection,
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        table,
    )
    columns = [row[1] for row in _rows(connection, f"PRAGMA table_info({table})")]
    _make_anew(connection, table, text, columns, growth.values)
    for (index,) in indexes:
        connection.exec_driver_sql(index)


def _make_anew(
    connection: Connection, table: str, text: str, columns: list[str], values: Mapping[str, str]
) -> None:
    run = connection.exec_driver_sql
    # So the references of other tables stay with the name and do not follow the old table.
    run("PRAGMA legacy_alter_table = ON")
    run(f"ALTER TABLE {table} RENAME TO {table}_before")
    run("PRAGMA legacy_alter_table = OFF")
    run(text)
    into = ", ".join(f'"{name}"' for name in (*columns, *values))
    taken = ", ".join((*(f'"{name}"' for name in columns), *values.values()))
    run(f"INSERT INTO {table} ({into}) SELECT {taken} FROM {table}_before")
    # Numbers of deleted rows are not given again.
    run(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
    run(f"UPDATE sqlite_sequence SET name = '{table}' WHERE name = '{table}_before'")
    run(f"DROP TABLE {table}_before")


def _text(connection: Connection, table: str) -> str:
    ((text,),) = _rows(connection, "SELECT sql FROM sqlite_schema WHERE name = ?", table)
    return str(text)


def _rows(connection: Connection, sql: str, *values: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(sql, tuple(values)).fetchall()]


def _run(connection: Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            # Not op.execute, which would read a colon in the text as a parameter.
            connection.exec_driver_sql(statement)
