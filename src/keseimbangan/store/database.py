"""Opening the store: one SQLite file, one transaction per command.

A store that does not exist yet is read as an empty one in memory and made at the first write: in
a temporary file that takes its name only when it is whole, so that nobody ever meets half a store.
"""

import contextlib
import os
import sqlite3
import sys
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
from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION
from keseimbangan.store.values import from_instant

# "KSMB": a file of ours is told from any other SQLite file before anything is read from it.
APPLICATION_ID = 0x4B534D42

# A command waits this long for another terminal's transaction; they last milliseconds.
BUSY_SECONDS = 5.0

Row = sqlite3.Row
Values = Mapping[str, Any]


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
        return self._connection.execute("SELECT 1 FROM sqlite_sequence LIMIT 1").fetchone() is None

    def insert(self, sql: str, values: Values) -> int:
        """Write a new row, stamped; its number."""
        stamped = {**values, "created_at": self._now, "changed_at": self._now}
        return self._connection.execute(sql, stamped).lastrowid or 0

    def change(self, sql: str, values: Values) -> int:
        """Change or delete rows, stamped; how many."""
        return self._connection.execute(sql, {**values, "changed_at": self._now}).rowcount

    def insert_all(self, sql: str, many: Iterable[Values]) -> None:
        """Write many new rows, stamped."""
        stamps = {"created_at": self._now, "changed_at": self._now}
        self._connection.executemany(sql, ({**values, **stamps} for values in many))


@contextlib.contextmanager
def reading(path: Path, now: datetime) -> Iterator[Database]:
    """The store for a command that only reads; an absent one is empty and stays absent."""
    with _translated(path), closing(_open_for_reading(path)) as connection:
        connection.execute("BEGIN")
        yield Database(connection, now)


@contextlib.contextmanager
def changing(path: Path, now: datetime) -> Iterator[Database]:
    """The store for a command that writes: everything in it happens, or nothing does."""
    with _translated(path):
        if not path.exists():
            _create(path)
        _remove_unfinished(path)
        with closing(_connect(path)) as connection:
            # Immediate: what is read here cannot be changed by another terminal before the write.
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Database(connection, now)
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def found_damaged(path: Path) -> StoreDamaged | None:
    """What SQLite finds wrong with a store when it looks at all of it, which takes a while."""
    if not path.is_file():
        return None
    try:
        with closing(_plain_connection(str(path))) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.OperationalError:
        # Held by another: nothing is known about what is in it.
        return None
    except sqlite3.DatabaseError:
        return StoreDamaged(path)
    return None if verdict == "ok" else StoreDamaged(path)


def _open_for_reading(path: Path) -> sqlite3.Connection:
    if path.exists():
        return _connect(path)
    connection = _plain_connection(":memory:")
    connection.executescript(SCHEMA)
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = _plain_connection(str(path))
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _plain_connection(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # What somebody deletes from a journal is to be gone from the file too.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise StoreDamaged(path)
    if version > SCHEMA_VERSION:
        raise StoreNewer(path, version, SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        # Alembic and SQLModel cost half a second, so they come only when there is work for them.
        from keseimbangan.store.migrate import migrate

        migrate(path, version)


def _create(path: Path) -> None:
    # A millisecond, paid once in the life of a store.
    import tempfile

    from keseimbangan.private_files import make_folder

    make_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        _build(temporary)
        _take_name(temporary, path)
    finally:
        for leftover in ("", "-wal", "-shm"):
            Path(f"{name}{leftover}").unlink(missing_ok=True)


def _remove_unfinished(path: Path) -> None:
    """What killed programs left of stores they were making; one of them may be a link to ours."""
    with os.scandir(path.parent) as entries:
        unfinished = [entry.path for entry in entries if _is_unfinished(entry.name)]
    if not unfinished:
        return
    from keseimbangan.private_files import FORGOTTEN_SECONDS

    for name in unfinished:
        with contextlib.suppress(OSError):
            facts, ours = os.stat(name), path.stat()
            # By the files' own clock: the person's may be anywhere.
            old = ours.st_mtime - facts.st_mtime > FORGOTTEN_SECONDS
            if old or os.path.samestat(facts, ours):
                os.unlink(name)


def _is_unfinished(name: str) -> bool:
    return name.startswith(".") and name.endswith((".new", ".new-wal", ".new-shm"))


def _build(path: Path) -> None:
    with closing(_plain_connection(str(path))) as connection:
        # Until it has its name it is nobody's: no journal need outlive this process.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript(f"BEGIN; {SCHEMA} COMMIT;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        # Last: a full disk may keep what stands in a write-ahead log from coming into the file,
        # which SQLite does not say when it closes, and the file alone takes the name.
        connection.execute("PRAGMA journal_mode = WAL")


def _take_name(temporary: Path, path: Path) -> None:
    # Not os.replace: a second terminal may have made the store meanwhile and written to it.
    with contextlib.suppress(FileExistsError):
        if sys.platform == "win32":
            os.rename(temporary, path)
        else:
            _link(temporary, path)


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, as on a USB stick; the race is then as short as can be.
        if not path.exists():
            os.rename(temporary, path)


@contextlib.contextmanager
def _translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's complaints about the file, as our errors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if problem := _operational(error, path):
            raise problem from error
        raise
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(path) from error
    except ValueError as error:
        from keseimbangan.store.damage import is_of_a_row

        if not is_of_a_row(error):
            raise
        raise StoreDamaged(path) from error
    except (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise StoreReadOnly(path) from error
    except OSError as error:
        if problem := _system(error, path):
            raise problem from error
        raise


def _operational(error: sqlite3.OperationalError, path: Path) -> StoreProblem | None:
    # Every statement was rendered from the tables: what one does not find, the file has lost.
    lost = ("no such table", "no such column", "Could not decode to UTF-8")
    if str(error).startswith(lost):
        return StoreDamaged(path)
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
        sqlite3.SQLITE_CORRUPT: StoreDamaged,
        sqlite3.SQLITE_NOTADB: StoreDamaged,
    }
    return known[code](path) if code in known else None


def _system(error: OSError, path: Path) -> StoreProblem | None:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(path)
    if error.errno in (errno.EROFS, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP):
        return StoreReadOnly(path)
    return None
