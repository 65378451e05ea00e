"""Opening the store: one SQLite file, one transaction per command.

A store that does not exist yet is read as an empty one in memory and made at the first write: in
a temporary file that takes its name only when it is whole (`creation.py`).
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keseimbangan.store import connections
from keseimbangan.store.complaints import translated
from keseimbangan.store.connections import connect, open_for_reading, refuse_newer
from keseimbangan.store.values import from_instant

if TYPE_CHECKING:
    from keseimbangan.store.waiting import Tell

Row = sqlite3.Row
Values = Mapping[str, Any]

# How often what was worked out beforehand is worked out again because somebody has written.
_TRIES = 3
# A command waits this long for another terminal without a word.
_SILENT_SECONDS = 1.0


class Run:
    """One call of the program: the words of its command, and the step it has last written.

    `tell` is called where it has to wait for another terminal.
    """

    def __init__(self, command: str = "", tell: "Tell | None" = None) -> None:
        self.command = command
        self.step: int | None = None
        self.tell = tell


class Database:
    """An open store inside one transaction. `now` stamps what is written."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = from_instant(now)
        # Whether a row may have gone; what others it took along went by the same statement.
        self.deletes = False
        # Whether it returns to an earlier state, so that what goes was not deleted by anybody.
        self.goes_back = False
        # Whether rows came with stamps of their own, which are then part of what they say.
        self.brings_stamps = False

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
        return self._write(sql, {**values, "changed_at": self._now})

    def put(self, sql: str, values: Values) -> int:
        """Write as it stands, with the stamps it brings: what was written elsewhere. How many."""
        self.brings_stamps = True
        return self._write(sql, values)

    def insert_all(self, sql: str, many: Iterable[Values]) -> None:
        """Write many new rows, stamped."""
        stamps = {"created_at": self._now, "changed_at": self._now}
        self._connection.executemany(sql, ({**values, **stamps} for values in many))

    def play(self, sql: str, many: Iterable[tuple[Any, ...] | Values]) -> None:
        """Write rows as they once were, stamps included; that one goes so is not noted."""
        self.brings_stamps = True
        self._connection.executemany(sql, many)

    def _write(self, sql: str, values: Values) -> int:
        self.deletes = self.deletes or sql.startswith("DELETE")
        return self._connection.execute(sql, values).rowcount


@contextlib.contextmanager
def reading(path: Path, now: datetime) -> Iterator[Database]:
    """The store for a command that only reads; an absent one is empty and stays absent."""
    with translated(path), closing(open_for_reading(path, now)) as connection:
        connection.execute("BEGIN")
        yield Database(connection, now)


@contextlib.contextmanager
def changing(
    path: Path,
    now: datetime,
    run: Run | None = None,
    prepare: Callable[[Database], object] | None = None,
) -> Iterator[Database]:
    """The store for a command that writes: everything in it happens, or nothing does.

    What the transactions of one `run` write is one step, to be undone as one. `prepare` reads the
    store before others are kept from writing, and once more wherever one of them has written since:
    when the writing begins it has seen this very state.
    """
    # A millisecond that a command which only reads need not wait.
    from keseimbangan.store import log
    from keseimbangan.store.creation import create, remove_unfinished

    run = run or Run()
    with translated(path):
        if not path.exists():
            create(path, now)
        with closing(connect(path, now)) as connection:
            db = Database(connection, now)
            with _transaction(lambda: _begin(connection, path, run, db, prepare), connection, path):
                remove_unfinished(path)
                log.set_apart(connection)
                yield db
                step = log.close(
                    connection,
                    run.command,
                    run.step,
                    now,
                    deletes=db.deletes and not db.goes_back,
                    brings_stamps=db.brings_stamps,
                )
            # Not before: a number that was rolled back may be given to another step.
            run.step = step


@contextlib.contextmanager
def replaying(path: Path, now: datetime, run: Run) -> Iterator[Database]:
    """The store for taking steps back: rows are put as they were, and nothing follows from it."""
    from keseimbangan.store import log

    with translated(path), closing(connect(path, now)) as connection:

        def begin() -> None:
            _wait_for(connection, path, run.tell)

        with _transaction(begin, connection, path):
            log.set_apart(connection)
        # What followed from a change was logged with it, and is put back by itself.
        connection.execute("PRAGMA foreign_keys = OFF")
        with _transaction(begin, connection, path):
            yield Database(connection, now)


def _begin(
    connection: sqlite3.Connection,
    path: Path,
    run: Run,
    db: Database,
    prepare: Callable[[Database], object] | None,
) -> None:
    if prepare is None:
        return _wait_for(connection, path, run.tell)
    for _try in range(_TRIES):
        connection.execute("BEGIN")
        prepare(db)
        seen = _state(connection)
        connection.execute("COMMIT")
        _wait_for(connection, path, run.tell)
        if _state(connection) == seen:
            return None
        connection.execute("ROLLBACK")
    # Others write without a pause: now they have to wait.
    _wait_for(connection, path, run.tell)
    prepare(db)
    return None


def _state(connection: sqlite3.Connection) -> int:
    """Another number whenever another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _wait_for(connection: sqlite3.Connection, path: Path, tell: "Tell | None") -> None:
    # Immediate: what is read then cannot be changed by another terminal before the write.
    patience = connections.BUSY_SECONDS
    silent = min(_SILENT_SECONDS, patience)
    connection.execute(f"PRAGMA busy_timeout = {int(silent * 1000)}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        from keseimbangan.store.waiting import begin, is_busy

        if not is_busy(error):
            raise
        begin(connection, path, tell, patience, silent)
    connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")


@contextlib.contextmanager
def _transaction(
    begin: Callable[[], None], connection: sqlite3.Connection, path: Path
) -> Iterator[None]:
    begin()
    try:
        # Looked at before; but while we waited, a later program may have come.
        refuse_newer(connection, path)
        yield
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
