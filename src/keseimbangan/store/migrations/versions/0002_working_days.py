"""What decides working days: holidays of one's own, leave, places of work, overtime.

Revision ID: 0002
"""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = """\
CREATE TABLE holidays (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    basis TEXT,
    cancelled INTEGER NOT NULL,
    CONSTRAINT ck_kind CHECK (kind IN ('national', 'collective', 'agency', 'regional')),
    UNIQUE (uid),
    UNIQUE (day)
) STRICT;
CREATE TABLE leaves (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    half TEXT,
    letter TEXT,
    note TEXT,
    CONSTRAINT ck_half CHECK (half IN ('morning', 'afternoon')),
    CONSTRAINT ck_leave_order CHECK (first <= last),
    CONSTRAINT ck_leave_half CHECK (half IS NULL OR first = last),
    UNIQUE (uid)
) STRICT;
CREATE INDEX ix_leaves_last ON leaves (last);
CREATE TABLE location_days (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    day TEXT NOT NULL,
    location TEXT NOT NULL,
    basis TEXT,
    start_time TEXT,
    end_time TEXT,
    output TEXT,
    evidence TEXT,
    obstacle TEXT,
    CONSTRAINT ck_location CHECK (location IN ('office', 'home', 'other')),
    CONSTRAINT ck_location_hours CHECK ((start_time IS NULL) = (end_time IS NULL)),
    UNIQUE (uid),
    UNIQUE (day)
) STRICT;
CREATE TABLE overtimes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    letter TEXT,
    reason TEXT,
    CONSTRAINT ck_overtime_order CHECK (starts_at < ends_at),
    UNIQUE (uid)
) STRICT;
CREATE INDEX ix_overtimes_starts_at ON overtimes (starts_at);
"""


def upgrade() -> None:
    """Create what schema 2 has and schema 1 had not."""
    connection = op.get_bind()
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            # Not op.execute, which would read a colon in the text as a parameter.
            connection.exec_driver_sql(statement)
