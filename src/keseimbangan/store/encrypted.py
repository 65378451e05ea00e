"""Connections to locked files, which speak as those of `sqlite3` do.

SQLCipher's module has exceptions of its own. Here, and nowhere else, they become those of
`sqlite3`, so that everything above handles one family. Imported only where a file is locked.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

from keseimbangan.errors.locking import EncryptionMissing
from keseimbangan.store.files import uri_of
from keseimbangan.store.keys import Key

try:
    from sqlcipher3 import dbapi2
except ImportError as error:
    raise EncryptionMissing from error


def connect(name: str, key: Key | None, *, timeout: float, uri: bool = False) -> sqlite3.Connection:
    """To a file, locked with the key or plain; whether the key fits shows at the first read."""
    with _as_sqlite3():
        connection = dbapi2.connect(
            name, timeout=timeout, isolation_level=None, uri=uri, factory=_Connection
        )
    # It would write of every wrong passphrase to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # A later SQLCipher still reads and writes the format of this one.
    connection.execute("PRAGMA cipher_default_compatibility = 4")
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.text}"')
    connection.row_factory = dbapi2.Row
    return cast(sqlite3.Connection, connection)


def fits(path: Path, key: Key) -> bool:
    """Whether the key opens the file: its first page says so, however damaged the others are."""
    # As a fixed file first, which leaves nothing beside it; who writes it meanwhile may mislead us.
    # Then to read, no more: even with a wrong key SQLite would take over a log that waits.
    return any(_opens(path, key, how) for how in ("immutable=1", "mode=ro"))


def _opens(path: Path, key: Key, how: str) -> bool:
    uri = uri_of(path.absolute(), how)
    try:
        with closing(connect(uri, key, timeout=1, uri=True)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
        same = kind(*error.args)
        for name in ("sqlite_errorcode", "sqlite_errorname"):
            if hasattr(error, name):
                setattr(same, name, getattr(error, name))
        raise same from error


def _speaking(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: Any, *arguments: Any, **named: Any) -> Any:
        with _as_sqlite3():
            return method(self, *arguments, **named)

    return call


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    execute = _speaking(dbapi2.Cursor.execute)
    executemany = _speaking(dbapi2.Cursor.executemany)
    executescript = _speaking(dbapi2.Cursor.executescript)
    fetchone = _speaking(dbapi2.Cursor.fetchone)
    fetchmany = _speaking(dbapi2.Cursor.fetchmany)
    fetchall = _speaking(dbapi2.Cursor.fetchall)
    __next__ = _speaking(dbapi2.Cursor.__next__)


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    backup = _speaking(dbapi2.Connection.backup)
    commit = _speaking(dbapi2.Connection.commit)
    rollback = _speaking(dbapi2.Connection.rollback)

    def cursor(self, factory: type[Any] = _Cursor) -> Any:
        with _as_sqlite3():
            return super().cursor(factory)

    def execute(self, *arguments: Any) -> Any:
        return self.cursor().execute(*arguments)

    def executemany(self, *arguments: Any) -> Any:
        return self.cursor().executemany(*arguments)

    def executescript(self, *arguments: Any) -> Any:
        return self.cursor().executescript(*arguments)
