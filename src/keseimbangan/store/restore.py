"""Bringing a backup back row by row, inside the store.

It is one transaction of the store like any other: whoever reads meanwhile sees the old or the new,
and what watches the tables sees every row that changes.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from keseimbangan.domain.backups import TableChange
from keseimbangan.store.compiled import TABLES
from keseimbangan.store.database import Database

# What calendars were given is a fact outside: a UID is never used again, and a SEQUENCE only grows,
# else they would ignore the next file. So of this table rows come back, and none goes or changes.
LEDGER = "exported_events"
LEDGER_KEYS = (("uid",), ("block_uid", "recurrence_id", "generation"))

Row = tuple[Any, ...]
Rows = dict[int, Row]


def changes(db: Database, source: sqlite3.Connection) -> list[TableChange]:
    """What `restore` would change, for every table in which it changes anything."""
    return _told(table.compared().counts for table in _tables(db, source))


def touches(db: Database, source: sqlite3.Connection, table: str, number: int) -> bool:
    """Whether `restore` would take out or change the row of this number."""
    found = _Table(db, source, table).compared()
    return number in found.gone or number in found.changed


def restore(db: Database, source: sqlite3.Connection) -> list[TableChange]:
    """Make the rows of the store those of `source`, of the same schema; what has changed.

    Numbers that were given stay given: what is created next gets a new one.
    """
    tables = _tables(db, source)
    db.goes_back = True
    db.change("PRAGMA defer_foreign_keys = ON", {})
    # Those that refer before those to which they refer: nothing has been taken along yet.
    made = [table.removed() for table in reversed(tables)]
    left = made
    while any(change.gone or change.changed for change in left):
        # A row that went may have taken others along, or changed them; all come back below.
        left = [table.removed() for table in reversed(tables)]
    for table in tables:
        table.fill()
    if any(any(table.compared().counts[1:]) for table in tables):
        raise RuntimeError("the restored rows are not those of the backup")
    return _told(reversed(made))


def _told(changes: Iterable[TableChange]) -> list[TableChange]:
    """What a person knows of: that something was deleted is told by its being gone."""
    return [each for each in changes if any(each[1:]) and each.name != "deletions"]


class _Comparison(NamedTuple):
    """How the rows of a table here differ from those of the backup."""

    table: str
    missing: list[Row]
    gone: list[int]
    changed: list[int]

    @property
    def counts(self) -> TableChange:
        return TableChange(self.table, len(self.missing), len(self.gone), len(self.changed))


class _Table:
    """A table of the store, with its rows in the backup."""

    def __init__(self, db: Database, source: sqlite3.Connection, name: str) -> None:
        self._db, self._name = db, name
        self._columns = [row["name"] for row in db.all(f"PRAGMA table_info({name})")]
        # Quoted: one of them is called `to`.
        self._listed = ", ".join(f'"{column}"' for column in self._columns)
        self._number = self._columns.index("id")
        self._query = f"SELECT {self._listed} FROM {name} ORDER BY id"
        self._theirs = {row[self._number]: tuple(row) for row in source.execute(self._query)}

    def compared(self) -> _Comparison:
        """What is missing here, has to go, and was otherwise."""
        mine = {row["id"]: tuple(row) for row in self._db.each(self._query)}
        missing = [row for number, row in self._theirs.items() if number not in mine]
        if self._name == LEDGER:
            return _Comparison(self._name, self._unknown(missing, mine), [], [])
        changed = [n for n, row in mine.items() if self._theirs.get(n, row) != row]
        return _Comparison(self._name, missing, sorted(mine.keys() - self._theirs.keys()), changed)

    def removed(self) -> TableChange:
        """Take out what has to go, and what was otherwise; what was found."""
        found = self.compared()
        for number in (*found.gone, *found.changed):
            self._db.change(f"DELETE FROM {self._name} WHERE id = :id", {"id": number})
        return found.counts

    def fill(self) -> None:
        """Put in what is missing."""
        # Not under their own names: a row comes back with the stamps it had.
        names = [f"c{place}" for place in range(len(self._columns))]
        values = ", ".join(f":{name}" for name in names)
        sql = f"INSERT INTO {self._name} ({self._listed}) VALUES ({values})"
        for row in self.compared().missing:
            self._db.change(sql, dict(zip(names, row, strict=True)))

    def _unknown(self, missing: list[Row], mine: Rows) -> list[Row]:
        """A ledger of another computer may know the same event, or have used the same UID."""
        keys = [[self._columns.index(name) for name in key] for key in LEDGER_KEYS]
        taken = {_values(row, key) for row in mine.values() for key in keys}
        return [row for row in missing if taken.isdisjoint(_values(row, key) for key in keys)]


def _tables(db: Database, source: sqlite3.Connection) -> list[_Table]:
    """Those that are restored, a table after those to which it refers."""
    # Not the log of changes: it is this store's own, and a backup knows nothing of what came after.
    return [_Table(db, source, name) for name in TABLES]


def _values(row: Row, places: list[int]) -> Row:
    return tuple(row[place] for place in places)
