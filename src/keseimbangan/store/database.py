"""Opening the store: one SQLite file, one transaction per command.

A store that does not exist yet is read as an empty one in memory and made at the first write: in
a temporary file that takes its name only when it is whole (`creation.py`).
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from keseimbangan.store.complaints import translated
from keseimbangan.store.connections import connect, open_for_reading
from keseimbangan.store.values import from_instant

Row = sqlite3.Row
Values = Mapping[str, Any]


class Run:
    """One call of the program: the words of its command, and the step it has last written."""

    def __init__(self, command: str = "") -> None:
        self.command = command
        self.step: int | None = None


class Database:
    """An open store inside one transaction. `now` stamps what is written."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = from_instant(now)

    def all(self, sql: str, **values: Any) -> list[Row]:
        """Every row of a read."""
        return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, **values: Any) -> Iterator[Row]:
        """The rows of a read, one at a time: for what may be long."""
        return iter(self._connection.execute(sql, values))

    def one(self, sql: str, **values: Any) -> Row | None:
        """The first row of a read."""
        row: Row | None = self._connection.execute(sql, values).fetchone()
        return row

    def is_empty(self) -> bool:
        """Whether nothing has ever been written: no number has been given to anything."""
        # Undoing gives no number back; a step may be about settings alone, which are not here.
        query = "SELECT 1 FROM sqlite_sequence WHERE name <> 'steps' LIMIT 1"
        return self._connection.execute(query).fetchone() is None

    def insert(self, sql: str, values: Values) -> int:
        """Write a new row, stamped; its number."""
        stamped = {**values, "created_at": self._now, "changed_at": self._now}
        return self._connection.execute(sql, stamped).lastrowid or 0

    def change(self, sql: str, values: Values) -> int:
        """Change or delete rows, stamped; how many."""
        return self._connection.execute(sql, {**values, "changed_at": self._now}).rowcount

    def put(self, sql: str, values: Values) -> int:
        """Write as it stands, with the stamps it brings: what was written elsewhere. How many."""
        return self._connection.execute(sql, values).rowcount

    def insert_all(self, sql: str, many: Iterable[Values]) -> None:
        """Write many new rows, stamped."""
        stamps = {"created_at": self._now, "changed_at": self._now}
        self._connection.executemany(sql, ({**values, **stamps} for values in many))

    def play(self, sql: str, many: Iterable[tuple[Any, ...]]) -> None:
        """Write rows as they once were, stamps included."""
        self._connection.executemany(sql, many)


@contextlib.contextmanager
def reading(path: Path, now: datetime) -> Iterator[Database]:
    """The store for a command that only reads; an absent one is empty and stays absent."""
    with translated(path), closing(open_for_reading(path, now)) as connection:
        connection.execute("BEGIN")
        yield Database(connection, now)


@contextlib.contextmanager
def changing(path: Path, now: datetime, run: Run | None = None) -> Iterator[Database]:
    """The store for a command that writes: everything in it happens, or nothing does.

    What the transactions of one `run` write is one step, to be undone as one.
    """
    # A millisecond that a command which only reads need not wait.
    from keseimbangan.store import log
    from keseimbangan.store.creation import create, remove_unfinished

    run = run or Run()
    with translated(path):
        if not path.exists():
            create(path, now)
        remove_unfinished(path)
        with closing(connect(path, now)) as connection:
            with _transaction(connection):
                log.set_apart(connection)
                yield Database(connection, now)
                step = log.close(connection, run.command, run.step, now)
            # Not before: a number that was rolled back may be given to another step.
            run.step = step


@contextlib.contextmanager
def replaying(path: Path, now: datetime) -> Iterator[Database]:
    """The store for taking steps back: rows are put as they were, and nothing follows from it."""
    from keseimbangan.store import log

    with translated(path), closing(connect(path, now)) as connection:
        with _transaction(connection):
            log.set_apart(connection)
        # What followed from a change was logged with it, and is put back by itself.
        connection.execute("PRAGMA foreign_keys = OFF")
        with _transaction(connection):
            yield Database(connection, now)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    # Immediate: what is read here cannot be changed by another terminal before the write.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
