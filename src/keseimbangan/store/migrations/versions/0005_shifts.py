"""Shifts by the day on which they start.

Revision ID: 0005
"""

from alembic import op

revision = "0005"
down_revision = "0004"

TABLE = """\
CREATE TABLE shifts (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    start_time TEXT,
    end_time TEXT,
    break_start TEXT,
    break_end TEXT,
    CONSTRAINT ck_shift_hours CHECK ((start_time IS NULL) = (end_time IS NULL)),
    CONSTRAINT ck_shift_break CHECK ((break_start IS NULL) = (break_end IS NULL)),
    CONSTRAINT ck_shift_off CHECK (start_time IS NOT NULL OR break_start IS NULL),
    UNIQUE (uid),
    UNIQUE (day)
) STRICT"""


def upgrade() -> None:
    """Create the table of shifts."""
    # Not op.execute, which would read a colon in the text as a parameter.
    op.get_bind().exec_driver_sql(TABLE)
