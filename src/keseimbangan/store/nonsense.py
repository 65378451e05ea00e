"""Moments, zones, rules and the like that no command could have written and none can read.

SQLModel is imported here: which columns hold what stands in the tables alone.
"""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, Table

from keseimbangan.store import columns, tables, values
from keseimbangan.store.database import Database
from keseimbangan.store.row_models import FIRST, LAST, rule_of

_READERS: dict[type, Callable[[str], Any]] = {
    columns.Instant: values.to_instant,
    columns.WallClock: values.to_wall,
    columns.Day: values.to_day,
}
# The texts that say more than words; of the others a UUID may be anything.
_TIMES = ("week", "month", "start_time", "end_time", "break_start", "break_end", "recurrence_id")
_TEXTS = ("zone", "rule", "akhlak", *_TIMES)
# Nothing is stamped here.
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


class Nonsense(NamedTuple):
    """Where something cannot be read: the name of the column, and the numbers of the rows."""

    table: str
    column: str
    numbers: tuple[int, ...]


def nonsense(db: Database) -> Iterator[Nonsense]:
    """What is found, column by column."""
    for table in tables.Row.metadata.sorted_tables:
        for column in table.columns:
            if reads := _reader(column):
                unread = [number for number, text in _cells(db, table, column) if not reads(text)]
                if unread:
                    yield Nonsense(table.name, column.name, tuple(sorted(unread)))


def holds_nonsense(connection: sqlite3.Connection) -> bool:
    """Whether there is any in an open file."""
    return any(True for _found in nonsense(Database(connection, _EPOCH)))


def _cells(db: Database, table: Table, column: Column[Any]) -> Iterator[Any]:
    name = column.name
    return db.each(f'SELECT id, "{name}" FROM "{table.name}" WHERE "{name}" NOTNULL')


def _reader(column: Column[Any]) -> Callable[[Any], bool] | None:
    if column.name == "year":
        return lambda year: FIRST.year < year < LAST.year
    if reader := _READERS.get(type(column.type)):
        return lambda text: _reads(reader, text)
    return rule_of(column.name) if column.name in _TEXTS else None


def _reads(reader: Callable[[str], Any], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True
