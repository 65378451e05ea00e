"""Connections to the store's file, each looked at before anything is read through it."""

import os
import sqlite3
from datetime import datetime
from enum import Enum
from pathlib import Path

from keseimbangan.errors.store import StoreFull, StoreNewer, StoreUnreachable
from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION
from keseimbangan.store.complaints import damaged, lacks_room
from keseimbangan.store.files import uri_of
from keseimbangan.store.keys import Key, has_changed, key_of

# "KSMB": a file of ours is told from any other SQLite file before anything is read from it.
APPLICATION_ID = 0x4B534D42

# A command waits this long for another terminal's transaction; they last milliseconds.
BUSY_SECONDS = 5.0


def open_for_reading(path: Path, now: datetime) -> sqlite3.Connection:
    """To read; a store that does not exist is an empty one in memory."""
    if path.exists():
        try:
            return connect(path, now)
        except sqlite3.OperationalError as error:
            if (way := way_around(error, path)) is None:
                raise
            return connect(path, now, way)
    refuse_dead_link(path)
    connection = plain_connection(":memory:")
    connection.executescript(SCHEMA)
    return connection


def refuse_dead_link(path: Path) -> None:
    """Raise StoreUnreachable where a link stands in the place of the store and leads nowhere.

    The disk on which the store is kept is not there: that is no new beginning.
    """
    if path.is_symlink():
        raise StoreUnreachable(path)


class Way(Enum):
    """How a store is opened: for all, alone without a file beside it in memory, or as it lies."""

    SHARED = "shared"
    ALONE = "alone"
    STILL = "still"


def connect(path: Path, now: datetime, way: Way = Way.SHARED) -> sqlite3.Connection:
    """To a store that exists, brought to the schema of this program where it is behind.

    Raises StoreDamaged where it is no store, StoreNewer where a later program wrote it, and
    PassphraseNeeded or PassphraseWrong where it is locked.
    """
    key = key_of(path)
    try:
        return _checked(path, key, now, way)
    except sqlite3.DatabaseError:
        # While we waited, another terminal may have locked, unlocked or locked it anew.
        if has_changed(path):
            return connect(path, now, way)
        raise


def _checked(path: Path, key: Key | None, now: datetime, way: Way) -> sqlite3.Connection:
    # What lies still is read without the files beside it that SQLite could not make there.
    still = way is Way.STILL
    name = uri_of(path.absolute(), "immutable=1") if still else str(path)
    connection = plain_connection(name, uri=still, key=key, alone=way is Way.ALONE)
    try:
        _check(connection, path, now, way)
    except BaseException:
        connection.close()
        raise
    return connection


def plain_connection(
    name: str, *, uri: bool = False, key: Key | None = None, alone: bool = False
) -> sqlite3.Connection:
    """To any file, with the settings that all writing relies on."""
    connection = keyed(name, key, uri=uri, timeout=BUSY_SECONDS)
    try:
        if alone:
            let_nobody_in(connection)
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # Without it a row that is replaced would be gone without a word to the change log.
    connection.execute("PRAGMA recursive_triggers = ON")
    # What somebody deletes from a journal is to be gone from the file too.
    connection.execute("PRAGMA secure_delete = ON")


def keyed(name: str, key: Key | None, *, timeout: float, uri: bool = False) -> sqlite3.Connection:
    """To any file as it is, locked with the key or plain; `timeout` in seconds."""
    if key is None:
        connection = sqlite3.connect(name, timeout=timeout, isolation_level=None, uri=uri)
        connection.row_factory = sqlite3.Row
        return connection
    # The library is loaded for locked files alone.
    from keseimbangan.store.encrypted import connect as connect_locked

    return connect_locked(name, key, timeout=timeout, uri=uri)


def way_around(error: sqlite3.Error, path: Path) -> Way | None:
    """How a store can be read beside which SQLite could not make its working files; else None."""
    if lacks_room(error):
        return Way.ALONE
    hindered = isinstance(error, sqlite3.OperationalError)
    return Way.STILL if hindered and lies_still(path) else None


def let_nobody_in(connection: sqlite3.Connection) -> None:
    """From the first read on, which must be yet to come: then SQLite needs no file to share."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")


def keep_others_out(connection: sqlite3.Connection) -> None:
    """Wait for whoever has the file open, then let nobody else in until this is closed."""
    let_nobody_in(connection)
    # It writes nothing.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def refuse_newer(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of an open store; raises StoreNewer where a later program wrote it."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise StoreNewer(path, version, SCHEMA_VERSION)
    return version


def _check(connection: sqlite3.Connection, path: Path, now: datetime, way: Way) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise damaged(path)
    version = refuse_newer(connection, path)
    if version < SCHEMA_VERSION:
        if way is Way.ALONE:
            # Another connection is to write, for which there is no room either.
            raise StoreFull(path)
        # Alembic and SQLModel cost half a second, so they come only when there is work for them.
        from keseimbangan.store.migrate import migrate

        migrate(path, version, now=now)


def lies_still(path: Path) -> bool:
    """Whether nobody can be writing: the folder is read-only, and no log waits to be taken over."""
    # SQLite keeps its files beside the store itself, not beside a link to it.
    file = path.resolve()
    log = file.with_name(f"{file.name}-wal")
    return not os.access(file.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
