"""Bringing a backup back row by row, inside the store.

It is one transaction of the store like any other: whoever reads meanwhile sees the old or the new,
and what watches the tables sees every row that changes.
"""

import sqlite3
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from keseimbangan.domain.backups import TableChange
from keseimbangan.domain.steps import NAMED, Change
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
    return _told(_tables(db, source))


def touches(db: Database, source: sqlite3.Connection, table: str, number: int) -> bool:
    """Whether `restore` would take out or change the row of this number."""
    found = _Table(db, source, table).compared()
    return number in found.gone or number in found.changed


def restore(db: Database, source: sqlite3.Connection) -> list[TableChange]:
    """Make the rows of the store those of `source`, of the same schema; what has changed.

    Numbers that were given stay given: what is created next gets a new one.
    """
    tables = _tables(db, source)
    told = _told(tables)
    db.goes_back = True
    db.put("PRAGMA defer_foreign_keys = ON", {})
    # Those that refer before those to which they refer. A row that goes may take others along, or
    # change them; so it is done until nothing is left to do. All come back below.
    while sum(table.remove() for table in reversed(tables)):
        pass
    for table in tables:
        table.fill()
    if any(any(table.compared()) for table in tables):
        raise RuntimeError("the restored rows are not those of the backup")
    return told


def _told(tables: Iterable["_Table"]) -> list[TableChange]:
    """What a person knows of: that something was deleted is told by its being gone."""
    found = [table.told() for table in tables]
    return [each for each in found if any(each[1:4]) and each.name != "deletions"]


class _Comparison(NamedTuple):
    """How the rows of a table here differ from those of the backup that have the same number."""

    missing: list[Row]
    gone: list[int]
    changed: list[int]


class _Table:
    """A table of the store, with its rows in the backup."""

    def __init__(self, db: Database, source: sqlite3.Connection, name: str) -> None:
        self._db, self._name = db, name
        self._columns = [row["name"] for row in db.all(f"PRAGMA table_info({name})")]
        # Quoted: one of them is called `to`.
        self._listed = ", ".join(f'"{column}"' for column in self._columns)
        self._number, self._uid = self._columns.index("id"), self._columns.index("uid")
        self._query = f"SELECT {self._listed} FROM {name} ORDER BY id"
        self._theirs = {row[self._number]: tuple(row) for row in source.execute(self._query)}

    def compared(self) -> _Comparison:
        """What is missing here, has to go, and was otherwise: number by number, to the byte."""
        mine = self._mine()
        if self._name == LEDGER:
            return _Comparison(self._unknown(mine), [], [])
        missing = [row for number, row in self._theirs.items() if number not in mine]
        changed = [n for n, row in mine.items() if self._theirs.get(n, row) != row]
        return _Comparison(missing, sorted(mine.keys() - self._theirs.keys()), changed)

    def told(self) -> TableChange:
        """How many come back, go, and become what they were: by their UUID, as a person sees it.

        A store that was begun anew has given the same numbers to other things.
        """
        if self._name == LEDGER:
            return TableChange(self._name, len(self.compared().missing), 0, 0)
        mine, theirs = (
            {row[self._uid]: row for row in rows.values()} for rows in (self._mine(), self._theirs)
        )
        returned = [uid for uid in theirs if uid not in mine]
        gone = [uid for uid in mine if uid not in theirs]
        changed = [uid for uid, row in theirs.items() if mine.get(uid, row) != row]
        few = chain.from_iterable(uids[:NAMED] for uids in (returned, gone, changed))
        named = tuple(self._change(mine.get(uid), theirs.get(uid)) for uid in few)
        return TableChange(self._name, len(returned), len(gone), len(changed), named)

    def _change(self, here: Row | None, there: Row | None) -> Change:
        number = int((there or here or ())[self._number])
        return Change(self._name, number, self._as_columns(here), self._as_columns(there))

    def _as_columns(self, row: Row | None) -> dict[str, Any] | None:
        return None if row is None else dict(zip(self._columns, row, strict=True))

    def remove(self) -> int:
        """Take out what has to go, and what was otherwise; how many."""
        found = self.compared()
        for number in (*found.gone, *found.changed):
            self._db.put(f"DELETE FROM {self._name} WHERE id = :id", {"id": number})
        return len(found.gone) + len(found.changed)

    def fill(self) -> None:
        """Put in what is missing."""
        # Not under their own names: a row comes back with the stamps it had.
        names = [f"c{place}" for place in range(len(self._columns))]
        values = ", ".join(f":{name}" for name in names)
        sql = f"INSERT INTO {self._name} ({self._listed}) VALUES ({values})"
        for row in self.compared().missing:
            self._db.put(sql, dict(zip(names, row, strict=True)))

    def _mine(self) -> Rows:
        return {row["id"]: tuple(row) for row in self._db.each(self._query)}

    def _unknown(self, mine: Rows) -> list[Row]:
        """A ledger of another computer may know the same event, or have used the same UID.

        Nobody knows its rows by their number: where that is taken, another one does.
        """
        keys = [[self._columns.index(name) for name in key] for key in LEDGER_KEYS]
        taken = {_values(row, key) for row in mine.values() for key in keys}
        unknown = [
            row
            for row in self._theirs.values()
            if taken.isdisjoint(_values(row, key) for key in keys)
        ]
        renumbered = [self._numberless(row) for row in unknown if row[self._number] in mine]
        # Last, so that none is given a number with which another one comes.
        return [row for row in unknown if row[self._number] not in mine] + renumbered

    def _numberless(self, row: Row) -> Row:
        return tuple(None if at == self._number else value for at, value in enumerate(row))


def _tables(db: Database, source: sqlite3.Connection) -> list[_Table]:
    """Those that are restored, a table after those to which it refers."""
    # Not the log of changes: it is this store's own, and a backup knows nothing of what came after.
    return [_Table(db, source, name) for name in TABLES]


def _values(row: Row, places: list[int]) -> Row:
    return tuple(row[place] for place in places)
