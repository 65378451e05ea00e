"""A file of any kind inside a locked one: an export that is nobody's to read without a passphrase.

It is a SQLCipher database of its own with the content in pieces, so that neither writing nor
reading holds more than one of them in memory, and nothing readable is ever written beside it.
"""

import errno
import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any, cast

from keseimbangan.errors.exchange import ExportFileBroken
from keseimbangan.store.complaints import code_of
from keseimbangan.store.connections import BUSY_SECONDS, keyed
from keseimbangan.store.keys import Key
from keseimbangan.store.soundness import UNREADABLE, open_file
from keseimbangan.store.staging import private_folder

# "KSMX": told from a store that is locked with the same key.
APPLICATION_ID = 0x4B534D58
_PIECE = 1 << 20
# As SQLite tells of a disk without room, at the one or the other of its operations.
_UNWRITABLE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


@contextmanager
def sealing(file: IO[bytes], key: Key) -> Iterator[IO[bytes]]:
    """A stream whose content lies in `file` afterwards, locked with the key."""
    with private_folder() as directory, _as_of_the_system():
        path = directory / "ekspor"
        with closing(keyed(str(path), key, timeout=BUSY_SECONDS)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("CREATE TABLE pieces (id INTEGER PRIMARY KEY, piece BLOB NOT NULL)")
            connection.execute("BEGIN")
            stream = _Pieces(connection)
            yield cast(IO[bytes], stream)
            stream.finish()
            connection.execute("COMMIT")
        with path.open("rb") as sealed:
            while piece := sealed.read(_PIECE):
                file.write(piece)


@contextmanager
def _as_of_the_system() -> Iterator[None]:
    """A file that SQLite cannot write is to its caller as any other that cannot be written."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if code_of(error) not in _UNWRITABLE:
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error


@contextmanager
def unsealed(path: Path) -> Iterator[IO[bytes]]:
    """The content of a locked file. Raises ExportFileBroken, or what `keys.key_of` raises."""
    with closing(_opened(path)) as connection:
        yield cast(IO[bytes], _Reading(_read(connection, path)))


def _opened(path: Path) -> sqlite3.Connection:
    try:
        connection = open_file(path, "ro")
    except UNREADABLE as error:
        raise ExportFileBroken(path) from error
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except UNREADABLE as error:
        connection.close()
        raise ExportFileBroken(path) from error
    if application != APPLICATION_ID:
        connection.close()
        raise ExportFileBroken(path)
    return connection


def _read(connection: sqlite3.Connection, path: Path) -> Iterator[bytes]:
    try:
        for (piece,) in connection.execute("SELECT piece FROM pieces ORDER BY id"):
            yield bytes(piece)
    except UNREADABLE as error:
        raise ExportFileBroken(path) from error


class _Pieces(io.RawIOBase):
    """A stream that puts what it is given into rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._buffer, self._written = connection, bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._buffer += data
        self._written += len(data)
        if len(self._buffer) >= _PIECE:
            self._put()
        return len(data)

    def tell(self) -> int:
        return self._written

    def finish(self) -> None:
        """Put what is left."""
        if self._buffer:
            self._put()

    def _put(self) -> None:
        sql = "INSERT INTO pieces (piece) VALUES (:piece)"
        self._connection.execute(sql, {"piece": bytes(self._buffer)})
        self._buffer.clear()


class _Reading:
    """A stream of what stands in the pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._buffer = pieces, b""

    def read(self, size: int) -> bytes:
        while len(self._buffer) < size and (piece := next(self._pieces, b"")):
            self._buffer += piece
        taken, self._buffer = self._buffer[:size], self._buffer[size:]
        return taken
