"""Moments and zones in the rows that no command could have written and none can read.

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
_TIMES = ("week", "month", "start_time", "end_time", "break_start", "break_end")
# Nothing is stamped here.
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


class Nonsense(NamedTuple):
    """The numbers of a table's rows in which a time, or the zone, cannot be read."""

    table: str
    times: tuple[int, ...]
    zones: tuple[int, ...]


def nonsense(db: Database) -> Iterator[Nonsense]:
    """What is found, for each table in which anything is."""
    for table in tables.Row.metadata.sorted_tables:
        times: set[int] = set()
        zones: set[int] = set()
        for column in table.columns:
            if reads := _reader(column):
                unread = {number for number, text in _cells(db, table, column) if not reads(text)}
                (zones if column.name == "zone" else times).update(unread)
        if times or zones:
            yield Nonsense(table.name, tuple(sorted(times)), tuple(sorted(zones)))


def holds_nonsense(connection: sqlite3.Connection) -> bool:
    """Whether there is any in an open file."""
    return any(True for _found in nonsense(Database(connection, _EPOCH)))


def _cells(db: Database, table: Table, column: Column[Any]) -> Iterator[Any]:
    name = column.name
    return db.each(f'SELECT id, "{name}" FROM "{table.name}" WHERE "{name}" NOTNULL')


def _reader(column: Column[Any]) -> Callable[[Any], bool] | None:
    if column.name == "year":
        return lambda year: FIRST.year < year < LAST.year
    if column.name in ("zone", *_TIMES):
        return rule_of(column.name)
    reader = _READERS.get(type(column.type))
    return None if reader is None else lambda text: _reads(reader, text)


def _reads(reader: Callable[[str], Any], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True
