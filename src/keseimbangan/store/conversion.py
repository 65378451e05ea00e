"""A store or a backup written anew: locked, unlocked, or locked with another key.

The new file is made beside the old one, compared with it row by row, brought to the disk, and then
takes its name. Whatever happens before leaves the old one, whatever happens after the new one.
"""

import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from keseimbangan.errors.encryption import ConversionFailed
from keseimbangan.private_files import sync, sync_folder
from keseimbangan.store.complaints import damaged, translated
from keseimbangan.store.connections import APPLICATION_ID, BUSY_SECONDS
from keseimbangan.store.encrypted import connect
from keseimbangan.store.files import overwrite
from keseimbangan.store.keys import Key, forget, key_of
from keseimbangan.store.purging import destroy
from keseimbangan.store.soundness import contents, is_whole

# `creation.py` removes what a killed program left under such a name.
_PREFIX, _SUFFIX = ".kunci-", ".new"


def convert(path: Path, key: Key | None, *, store: bool = True) -> None:
    """Rewrite a file of ours so that `key` opens it, or, without one, so that it is not locked.

    Nobody else can use it meanwhile. Raises StoreLocked, StoreDamaged, StoreFull, StoreReadOnly or
    ConversionFailed; nothing has changed then.
    """
    # Where the name is a link, the file stays where the person has put it.
    real = Path(os.path.realpath(path))
    with translated(path), closing(_alone(path)) as source, _temporary(real, store) as fresh:
        copy_as(source, fresh, key, path, wal=store)
        sync(fresh)
        _exchange(real, fresh, source)
        forget(path)
        sync_folder(real.parent)


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
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # Writes nothing, and waits for whoever has the file open.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        connection.close()
        raise
    return connection


def _export(source: sqlite3.Connection, fresh: Path, key: Key | None) -> None:
    attached = "ATTACH DATABASE :file AS fresh KEY :key"
    source.execute(attached, {"file": str(fresh), "key": key.text if key else ""})
    # It copies tables, rows, numbers given, indexes, views and triggers; not these two.
    source.execute("SELECT sqlcipher_export('fresh')")
    for name in ("application_id", "user_version"):
        source.execute(f"PRAGMA fresh.{name} = {_number(source, f'main.{name}')}")
    source.execute("DETACH DATABASE fresh")


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
        os.replace(fresh, path)
        return
    # Opened before: closing any descriptor of a file gives up this process's locks on it.
    handle = os.open(path, os.O_WRONLY)
    try:
        os.replace(fresh, path)
        # Whoever waits with the old file open finds no store in it, and looks again.
        _blank(handle)
    finally:
        source.close()
        os.close(handle)


def _blank(handle: int) -> None:
    # It has no name any more: that it could not be overwritten is nothing to fail for.
    with suppress(OSError):
        overwrite(handle)


@contextmanager
def _temporary(path: Path, alone: bool) -> Iterator[Path]:
    if alone:
        # Who holds the store is the only one to convert it: others are of killed processes.
        destroy(sorted(path.parent.glob(f"{_PREFIX}*{_SUFFIX}*")))
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{ending}").unlink(missing_ok=True)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
