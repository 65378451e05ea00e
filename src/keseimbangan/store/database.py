"""Opening the store: one SQLite file, one transaction per command.

A store that does not exist yet is read as an empty one in memory and made at the first write: in
a temporary file that takes its name only when it is whole, so that nobody ever meets half a store.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from keseimbangan.errors import StoreProblem
from keseimbangan.errors.store import (
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreNewer,
    StoreReadOnly,
)
from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION, TRIGGERS
from keseimbangan.store.files import companions, set_aside, take_name
from keseimbangan.store.values import from_instant

# "KSMB": a file of ours is told from any other SQLite file before anything is read from it.
APPLICATION_ID = 0x4B534D42

# A command waits this long for another terminal's transaction; they last milliseconds.
BUSY_SECONDS = 5.0

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

    def points_nowhere(self) -> bool:
        """Whether any row refers to one that is not there."""
        return self._connection.execute("PRAGMA foreign_key_check").fetchone() is not None


@contextlib.contextmanager
def reading(path: Path, now: datetime) -> Iterator[Database]:
    """The store for a command that only reads; an absent one is empty and stays absent."""
    with translated(path), closing(_open_for_reading(path, now)) as connection:
        connection.execute("BEGIN")
        yield Database(connection, now)


@contextlib.contextmanager
def changing(path: Path, now: datetime, run: Run | None = None) -> Iterator[Database]:
    """The store for a command that writes: everything in it happens, or nothing does.

    What the transactions of one `run` write is one step, to be undone as one.
    """
    # A millisecond that a command which only reads need not wait.
    from keseimbangan.store import log

    run = run or Run()
    with translated(path):
        if not path.exists():
            _create(path, now)
        with closing(_connect(path, now)) as connection:
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

    with translated(path), closing(_connect(path, now)) as connection:
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
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def damaged(path: Path) -> StoreDamaged:
    """The error for a store that cannot be read, with the newest backup that can."""
    # Only now: a command on a sound store never looks for backups.
    from keseimbangan.store.backup_folder import folder_of
    from keseimbangan.store.backup_reading import newest_good

    return StoreDamaged(path, newest_good(folder_of(path)))


def _open_for_reading(path: Path, now: datetime) -> sqlite3.Connection:
    if path.exists():
        try:
            return _connect(path, now)
        except sqlite3.OperationalError:
            if not _lies_still(path):
                raise
            return _connect(path, now, still=True)
    connection = _plain_connection(":memory:")
    connection.executescript(SCHEMA)
    return connection


def _lies_still(path: Path) -> bool:
    """Whether nobody can be writing: the folder is read-only, and no log waits to be taken over."""
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _connect(path: Path, now: datetime, *, still: bool = False) -> sqlite3.Connection:
    # What lies still is read without the files beside it that SQLite could not make there.
    name = f"{path.absolute().as_uri()}?immutable=1" if still else str(path)
    connection = _plain_connection(name, uri=still)
    try:
        _check(connection, path, now)
    except BaseException:
        connection.close()
        raise
    return connection


def _plain_connection(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None, uri=uri)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # Without it a row that is replaced would be gone without a word to the change log.
    connection.execute("PRAGMA recursive_triggers = ON")
    # What somebody deletes from a journal is to be gone from the file too.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _check(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise damaged(path)
    if version > SCHEMA_VERSION:
        raise StoreNewer(path, version, SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        # Alembic and SQLModel cost half a second, so they come only when there is work for them.
        from keseimbangan.store.migrate import migrate

        migrate(path, version, now=now)


def _create(path: Path, now: datetime) -> None:
    # A millisecond, paid once in the life of a store.
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for leftover in companions(path):
        # The log of a store that was taken away would be read into the new one. In this order:
        # one that another terminal has just begun stands beside its store.
        if os.path.lexists(leftover) and not path.exists():
            set_aside(leftover, f"{now:%Y-%m-%dT%H.%M.%SZ}")
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        _build(temporary)
        # Not os.replace: a second terminal may have made the store meanwhile and written to it.
        with contextlib.suppress(FileExistsError):
            take_name(temporary, path)
    finally:
        for each in (temporary, *companions(temporary)):
            each.unlink(missing_ok=True)


def _build(path: Path) -> None:
    with closing(_plain_connection(str(path))) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN; {SCHEMA} {';'.join(TRIGGERS)}; COMMIT;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's complaints about the file, as our errors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if problem := _operational(error, path):
            raise problem from error
        raise
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path) from error
    except (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise StoreReadOnly(path) from error
    except OSError as error:
        if problem := _system(error, path):
            raise problem from error
        raise


def _operational(error: sqlite3.OperationalError, path: Path) -> StoreProblem | None:
    # Every statement was rendered from the tables: what one does not find, the file has lost.
    lost = ("no such table", "no such column", "Could not decode to UTF-8", "unsupported file")
    if str(error).startswith(lost):
        return damaged(path)
    # The base code stands in the low byte; the rest only refines it.
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    known: dict[int, Callable[[Path], StoreProblem]] = {
        sqlite3.SQLITE_BUSY: StoreLocked,
        sqlite3.SQLITE_LOCKED: StoreLocked,
        sqlite3.SQLITE_FULL: StoreFull,
        sqlite3.SQLITE_READONLY: StoreReadOnly,
        sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
        sqlite3.SQLITE_PERM: StoreReadOnly,
        sqlite3.SQLITE_IOERR: StoreFull,
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
    }
    return known[code](path) if code in known else None


def _system(error: OSError, path: Path) -> StoreProblem | None:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(path)
    if error.errno in (errno.EROFS, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP):
        return StoreReadOnly(path)
    return None
