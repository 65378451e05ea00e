"""What was deleted is told to other computers; of what went before, nothing is known.

Revision ID: 0007
"""

from alembic import op

revision = "0007"
down_revision = "0006"

STATEMENT = """\
CREATE TABLE deletions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    table_name TEXT NOT NULL,
    UNIQUE (uid)
) STRICT"""


def upgrade() -> None:
    """Create the table."""
    # Not op.execute, which would read a colon in the text as a parameter.
    op.get_bind().exec_driver_sql(STATEMENT)
