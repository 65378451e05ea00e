"""A store or a backup written anew: locked, unlocked, or locked with another key.

The new file is made beside the old one, compared with it row by row, brought to the disk, and then
takes its name. Whatever happens before leaves the old one, whatever happens after the new one.
"""

import hashlib
import os
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path

from keseimbangan.errors.locking import ConversionFailed, LockChanged
from keseimbangan.private_files import put_in_place
from keseimbangan.store.complaints import damaged, translated
from keseimbangan.store.connections import APPLICATION_ID, BUSY_SECONDS, keep_others_out
from keseimbangan.store.encrypted import connect
from keseimbangan.store.files import CONVERTED, erase, finish_erasing, overwrite, unfinished
from keseimbangan.store.keys import Key, forget, has_changed, key_of
from keseimbangan.store.soundness import contents, is_whole


def convert(path: Path, key: Key | None, *, store: bool = True) -> None:
    """Rewrite a file of ours so that `key` opens it, or, without one, so that it is not locked.

    Nobody else can use it meanwhile. Raises StoreLocked, StoreDamaged, StoreFull, StoreReadOnly,
    ConversionFailed, or LockChanged where another terminal was quicker; nothing has changed then.
    """
    # What a link points to is replaced, not the link: the store may be kept on another disk.
    file = path.resolve() if path.is_symlink() else path
    with translated(path), closing(_alone(path)) as source:
        if store:
            _remove_older(file.parent)
            finish_erasing(file.parent)
        with unfinished(file.parent, CONVERTED) as fresh:
            copy_as(source, fresh, key, path, wal=store)
            _exchange(file, fresh, source)
            forget(path)


def copy_as(
    source: sqlite3.Connection, fresh: Path, key: Key | None, path: Path, *, wal: bool = False
) -> None:
    """Copy an open file of ours into an empty one that `key` opens, and compare the two.

    `source` was opened by `encrypted.connect`; `path` is its name, for complaints.
    """
    if _number(source, "main.application_id") != APPLICATION_ID or not is_whole(source):
        raise damaged(path)
    _export(source, fresh, key)
    with closing(connect(str(fresh), key, timeout=BUSY_SECONDS)) as copy:
        if not _is_same(source, copy):
            raise ConversionFailed(path)
        copy.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}")


def open_source(path: Path) -> sqlite3.Connection:
    """A file of ours, locked or plain, as `copy_as` needs it."""
    connection = connect(str(path), key_of(path), timeout=BUSY_SECONDS)
    connection.row_factory = None
    return connection


def _alone(path: Path) -> sqlite3.Connection:
    connection = open_source(path)
    try:
        keep_others_out(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and has_changed(path):
            raise LockChanged from error
        raise
    return connection


def _remove_older(folder: Path) -> None:
    """What a killed program left: while we hold the store, nobody else is rewriting it."""
    if sys.platform != "win32":
        for left in folder.glob(f"{CONVERTED}*"):
            with suppress(OSError):
                erase(left)


def _export(source: sqlite3.Connection, fresh: Path, key: Key | None) -> None:
    attached = "ATTACH DATABASE :file AS fresh KEY :key"
    source.execute(attached, {"file": str(fresh), "key": key.text if key else ""})
    # Brought to the disk once, when it is whole: until then it is nobody's.
    for setting in ("journal_mode = MEMORY", "synchronous = OFF"):
        source.execute(f"PRAGMA fresh.{setting}")
    # It copies tables, rows, numbers given, indexes, views and triggers; not these two.
    _copy_all(source)
    for name in ("application_id", "user_version"):
        source.execute(f"PRAGMA fresh.{name} = {_number(source, f'main.{name}')}")
    source.execute("DETACH DATABASE fresh")


def _copy_all(source: sqlite3.Connection) -> None:
    try:
        source.execute("SELECT sqlcipher_export('fresh')")
    except sqlite3.OperationalError as error:
        # A function of SQL says what went wrong in words and keeps the code to itself.
        if str(error).startswith(("database or disk is full", "disk I/O error")):
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise


def _is_same(source: sqlite3.Connection, copy: sqlite3.Connection) -> bool:
    copy.row_factory = None
    sound = is_whole(copy) and copy.execute("PRAGMA cipher_integrity_check").fetchone() is None
    return sound and contents(source) == contents(copy) and _digest(source) == _digest(copy)


def _digest(connection: sqlite3.Connection) -> bytes:
    """Of all that is declared and of every row."""
    digest = hashlib.sha256()
    declared = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    found = connection.execute(declared).fetchall()
    digest.update(repr(found).encode())
    for kind, name, _sql in found:
        if kind == "table":
            # In the order of its key: the same tables are read in the same way.
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                digest.update(repr(row).encode())
    return digest.digest()


def _exchange(path: Path, fresh: Path, source: sqlite3.Connection) -> None:
    if sys.platform == "win32":
        # Nothing takes the name of an open file there, so nobody can be left with the old one.
        source.close()
        put_in_place(fresh, path, overwrite=True)
        return
    # Opened before: closing any descriptor of a file gives up this process's locks on it.
    handle = os.open(path, os.O_WRONLY)
    try:
        put_in_place(fresh, path, overwrite=True)
        # After its name has gone for good, else a power cut would bring back an empty file.
        # Whoever waits with the old file open finds no store in it, and looks again.
        _blank(handle)
    finally:
        source.close()
        os.close(handle)


def _blank(handle: int) -> None:
    # It has no name any more: that it could not be overwritten is nothing to fail for.
    with suppress(OSError):
        overwrite(handle)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
