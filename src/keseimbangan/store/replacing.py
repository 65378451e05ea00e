"""A whole store in the place of one that is damaged or gone; the damaged one is kept aside."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from keseimbangan.private_files import make_folder, name_twice, put_in_place, sync
from keseimbangan.store.complaints import code_of
from keseimbangan.store.connections import keep_others_out
from keseimbangan.store.files import companions, free_name, logs, set_aside, unfinished
from keseimbangan.store.keys import forget, is_locked
from keseimbangan.store.reshaping import reshape
from keseimbangan.store.soundness import UNREADABLE, open_file

# What says nothing about the damaged file: another terminal holds it, or the disk is full.
_OF_OTHERS = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)


def replace(store: Path, copy: Path, now: datetime) -> Path | None:
    """Put a staged copy in the place of a lost store; where the damaged file is kept, if any.

    The store's name never stands for nothing, which a command would take for a new beginning.
    Raises sqlite3.OperationalError where another terminal does not let go of the store.
    """
    _finish(copy)
    make_folder(store.parent)
    kept = _put_into(store, copy, now) or _put_in_place(store, copy, now)
    forget(store)
    return kept


def _put_into(store: Path, copy: Path, now: datetime) -> Path | None:
    """Write the pages of the copy over those of a damaged store; None where SQLite cannot open it.

    A command of another terminal may be in the middle of a write, or wait for its turn: in a file
    that had lost its name, what it writes would be lost with it.
    """
    if not _is_database(store) or is_locked(store) or is_locked(copy):
        return None
    kept: Path | None = None
    try:
        # Opened first and closed last: closing any descriptor of a file gives up this process's
        # locks on it.
        with (
            store.open("rb") as damaged,
            closing(open_file(store)) as target,
            closing(open_file(copy)) as source,
        ):
            keep_others_out(target)
            kept = _kept_copy(damaged, store, now)
            source.backup(target)
    except (OSError, *UNREADABLE) as error:
        for each in (kept, *companions(kept)) if kept else ():
            each.unlink(missing_ok=True)
        if code_of(error) in _OF_OTHERS:
            raise
        return None
    return kept


def _is_database(store: Path) -> bool:
    # An empty file is an empty database to SQLite, which would begin to fill it; beside any other
    # file it would throw the log away.
    with suppress(OSError), store.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"
    return False


def _kept_copy(damaged: IO[bytes], store: Path, now: datetime) -> Path:
    kept = free_name(store, now)
    _write(damaged, kept)
    for log, ending in logs(store.resolve()):
        with log.open("rb") as source:
            _write(source, kept.with_name(kept.name + ending))
    return kept


def _put_in_place(store: Path, copy: Path, now: datetime) -> Path | None:
    """Give a new file the name of a store that is gone, or that SQLite cannot open."""
    with unfinished(store.parent) as fresh:
        with copy.open("rb") as source:
            _write(source, fresh)
        kept = _keep(store, now)
        # What SQLite left beside the lost store would be read into the new one.
        for companion in companions(store):
            set_aside(companion, now)
        # Where nothing was lost, raises if another terminal has begun a new store meanwhile.
        put_in_place(fresh, store, overwrite=kept is not None)
    return kept


def _finish(copy: Path) -> None:
    with closing(open_file(copy)) as connection:
        # The program's own schema and no other: the file may have come from anywhere.
        reshape(connection)
        # A backup is one file; a store that is in use has a log beside it.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(source: IO[bytes], path: Path) -> None:
    """All of a file, on the disk, for its owner alone."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as target:
        shutil.copyfileobj(source, target)
    sync(path)


def _keep(store: Path, now: datetime) -> Path | None:
    if not os.path.lexists(store):
        return None
    kept = free_name(store, now)
    name_twice(store, kept)
    return kept
