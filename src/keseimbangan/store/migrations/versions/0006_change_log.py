"""The change log: steps and the rows they touched. Its triggers come with every migration.

Revision ID: 0006
"""

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = """\
CREATE TABLE steps (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    command TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ck_state CHECK (state IN ('open', 'done', 'undone'))
) STRICT;
CREATE TABLE changes (
    step_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    image TEXT,
    PRIMARY KEY (step_id, table_name, row_id),
    FOREIGN KEY(step_id) REFERENCES steps (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
"""


def upgrade() -> None:
    """Create the two tables of the log."""
    connection = op.get_bind()
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            # Not op.execute, which would read a colon in the text as a parameter.
            connection.exec_driver_sql(statement)
