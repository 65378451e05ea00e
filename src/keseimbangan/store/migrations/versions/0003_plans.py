"""Planning: when a task may begin, who asked for a block, and the plans that were applied.

Revision ID: 0003
"""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = """\
ALTER TABLE tasks ADD COLUMN not_before TEXT;
ALTER TABLE blocks ADD COLUMN requested_by TEXT;
CREATE TABLE plans (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    zone TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    CONSTRAINT ck_plan_order CHECK (first <= last),
    UNIQUE (uid)
) STRICT;
CREATE TABLE plan_pieces (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    task_id INTEGER,
    block_uid TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    position INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    CONSTRAINT ck_reason CHECK (reason IN ('continues', 'overdue', 'due_soon',
        'morning_for_demanding', 'meeting_hours', 'important_first', 'urgent',
        'before_due', 'fills_gap')),
    CONSTRAINT ck_piece_order CHECK (starts_at < ends_at),
    UNIQUE (plan_id, position),
    UNIQUE (uid),
    FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    FOREIGN KEY(task_id) REFERENCES tasks (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_plan_pieces_block_uid ON plan_pieces (block_uid);
CREATE INDEX ix_plan_pieces_starts_at ON plan_pieces (starts_at);
CREATE INDEX ix_plan_pieces_task_id ON plan_pieces (task_id);
"""


def upgrade() -> None:
    """Create what schema 3 has and schema 2 had not."""
    connection = op.get_bind()
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            # Not op.execute, which would read a colon in the text as a parameter.
            connection.exec_driver_sql(statement)
