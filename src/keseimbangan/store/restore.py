"""Bringing a backup back row by row, inside the store.

It is one transaction of the store like any other: whoever reads meanwhile sees the old
or the new, and what watches the tables sees every row that changes.
"""

import sqlite3
from typing import Any

from keseimbangan.domain.backups import TableChange
from keseimbangan.store.compiled import TABLES
from keseimbangan.store.database import Database

# What calendars were given is a fact outside: a UID is never used again, and a SEQUENCE only grows,
# else they would ignore the next file. So of this table rows come back, and none goes or changes.
LEDGER = "exported_events"
# The log of changes is this store's own; a backup knows nothing of what came after it.
LOGS = frozenset({"steps", "changes"})

LEDGER_KEYS = (("uid",), ("block_uid", "recurrence_id", "generation"))

Row = tuple[Any, ...]
Rows = dict[int, Row]


def changes(db: Database, source: sqlite3.Connection) -> list[TableChange]:
    """What `restore` would change, for every table in which it changes anything."""
    found = (_change(db, source, table) for table in _tables())
    return [each for each in found if any(each[1:])]


def restore(db: Database, source: sqlite3.Connection) -> list[TableChange]:
    """Make the rows of the store those of `source`, of the same schema; what has changed.

    Numbers that were given stay given: what is created next gets a new one.
    """
    made = changes(db, source)
    db.change("PRAGMA defer_foreign_keys = ON", {})
    # A row that goes may take others along; they are missing afterwards and come back below.
    while sum(_remove(db, source, table) for table in reversed(_tables())):
        pass
    for table in _tables():
        _return(db, source, table)
    if left := changes(db, source):
        raise RuntimeError(f"restored rows differ in {left[0].name}")
    return made


def _tables() -> list[str]:
    """Those that are restored, a table after those to which it refers."""
    return [table for table in TABLES if table not in LOGS]


def _change(db: Database, source: sqlite3.Connection, table: str) -> TableChange:
    mine, theirs = _mine(db, table), _theirs(db, source, table)
    returned = len(_missing(db, table, mine, theirs))
    gone, changed = _differing(table, mine, theirs)
    return TableChange(table, returned, len(gone), len(changed))


def _remove(db: Database, source: sqlite3.Connection, table: str) -> int:
    gone, changed = _differing(table, _mine(db, table), _theirs(db, source, table))
    for number in (*gone, *changed):
        db.change(f"DELETE FROM {table} WHERE id = :id", {"id": number})
    return len(gone) + len(changed)


def _return(db: Database, source: sqlite3.Connection, table: str) -> None:
    columns = _columns(db, table)
    # Not under their own names: a row comes back with the stamps it had.
    names = [f"c{place}" for place in range(len(columns))]
    values = ", ".join(f":{name}" for name in names)
    sql = f"INSERT INTO {table} ({_listed(columns)}) VALUES ({values})"
    for row in _missing(db, table, _mine(db, table), _theirs(db, source, table)):
        db.change(sql, dict(zip(names, row, strict=True)))


def _differing(table: str, mine: Rows, theirs: Rows) -> tuple[list[int], list[int]]:
    """Numbers of the rows that have to go, and of those that were otherwise."""
    if table == LEDGER:
        return [], []
    changed = [number for number, row in mine.items() if theirs.get(number, row) != row]
    return sorted(mine.keys() - theirs.keys()), changed


def _missing(db: Database, table: str, mine: Rows, theirs: Rows) -> list[Row]:
    missing = [row for number, row in theirs.items() if number not in mine]
    if table != LEDGER:
        return missing
    # A ledger of another computer may know the same event, or have used the same UID.
    columns = _columns(db, table)
    keys = [[columns.index(name) for name in key] for key in LEDGER_KEYS]
    taken = {tuple(row[place] for place in key) for row in mine.values() for key in keys}
    return [
        row for row in missing if taken.isdisjoint(tuple(row[at] for at in key) for key in keys)
    ]


def _mine(db: Database, table: str) -> Rows:
    sql = f"SELECT {_listed(_columns(db, table))} FROM {table} ORDER BY id"
    return {row["id"]: tuple(row) for row in db.each(sql)}


def _theirs(db: Database, source: sqlite3.Connection, table: str) -> Rows:
    columns = _columns(db, table)
    rows = source.execute(f"SELECT {_listed(columns)} FROM {table} ORDER BY id")
    return {row[columns.index("id")]: tuple(row) for row in rows}


def _columns(db: Database, table: str) -> list[str]:
    return [row["name"] for row in db.all(f"PRAGMA table_info({table})")]


def _listed(columns: list[str]) -> str:
    # Quoted: one of them is called `to`.
    return ", ".join(f'"{column}"' for column in columns)
