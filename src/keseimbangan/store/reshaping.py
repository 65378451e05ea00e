"""Giving a store back the triggers, indexes and views that are its own, and no others.

What stands in a file's schema acts whenever the file is used: a trigger that somebody put into a
backup would see every row that is written, and keep what was to be erased.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from keseimbangan.store.complaints import translated
from keseimbangan.store.soundness import declared, open_file, quoted, schema_differences

# What acts goes before that on which it acts.
_ORDER = ("trigger", "view", "index", "table")


def is_misshapen(store: Path) -> bool:
    """Whether the schema of the store is another than this program's."""
    with translated(store), closing(open_file(store)) as connection:
        return bool(schema_differences(connection))


def reshape_store(store: Path) -> None:
    """Reshape the store itself, all or nothing."""
    with translated(store), closing(open_file(store)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        # Closing without the last word takes everything back.
        reshape(connection)
        connection.execute("COMMIT")


def reshape(connection: sqlite3.Connection) -> None:
    """Take out of a file of this program's schema what is not its own, and put in what is missing.

    Tables of its own stay as they are.
    """
    differing = set(schema_differences(connection))
    own = [each for each in declared() if each.kind != "table"]
    kept = {each.name for each in declared() if each.kind == "table"}
    for kind, name in _present(connection):
        if f"{kind} {name}" in differing and not (kind == "table" and name in kept):
            connection.execute(f"DROP {kind} IF EXISTS {quoted(name)}")
    for each in own:
        if f"{each.kind} {each.name}" in differing:
            connection.execute(each.sql)


def _present(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    found = connection.execute("SELECT type, name FROM sqlite_schema WHERE sql NOTNULL").fetchall()
    return sorted(found, key=lambda each: _ORDER.index(each[0]))
