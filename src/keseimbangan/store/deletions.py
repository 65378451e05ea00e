"""What a command deletes is noted, so that another computer's file does not bring it back.

The change log knows what was touched; what of it is not there at the end of the transaction was
deleted, by whichever statement. So no command can forget it. `docs/adr/0007` has the reasons.
"""

import sqlite3

from keseimbangan.store import compiled


def note(connection: sqlite3.Connection, step: int, at: str) -> None:
    """Note what the step that is open has deleted, at an instant."""
    for (table,) in connection.execute(compiled.TABLES_CHANGED_BY_STEP, {"id": step}).fetchall():
        if table in compiled.NOTE_DELETIONS:
            connection.execute(compiled.NOTE_DELETIONS[table], {"id": step, "at": at})
