"""Making backups: whole, checked against the original, on the disk, and only then named.

SQLite's online backup reads one state of the store while others write to it. Until a copy has its
name it lies in a hidden temporary file; older backups go only after it has it.
"""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from keseimbangan.domain.backups import Backup, BackupReason, superseded
from keseimbangan.domain.period import day_of, local
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.backups import BackupFailed
from keseimbangan.errors.files import FileAlreadyThere
from keseimbangan.errors.store import StoreLocked, StoreReadOnly
from keseimbangan.private_files import sync, sync_folder, take_name
from keseimbangan.store import compiled
from keseimbangan.store.backup_folder import backups_in, folder_of, name_of
from keseimbangan.store.complaints import damaged
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.database import Database
from keseimbangan.store.files import CONVERTED
from keseimbangan.store.keys import key_of
from keseimbangan.store.soundness import UNREADABLE, Contents, contents, is_whole, open_file
from keseimbangan.store.values import from_instant

_UNFINISHED = ".cadangan-"
# A copy takes seconds: what is older was left by a process that was killed.
_FORGOTTEN_SECONDS = 24 * 60 * 60


def back_up(store: Path, reason: BackupReason, now: datetime, zone: str = "UTC") -> Backup:
    """A verified backup in the folder beside the store; then older ones go by `superseded`.

    Raises BackupFailed, StoreDamaged, StoreLocked or StoreReadOnly; nothing has changed then.
    """
    folder = folder_of(store)
    with _explained(store, folder):
        _make(folder)
        with _verified_copy(store, folder) as (temporary, facts):
            made = Backup(now, 1, reason, facts.schema, temporary, temporary.stat().st_size)
            made = _named(made, folder)
    _tidy(folder, now, zone)
    return made


def back_up_to(store: Path, file: Path, *, overwrite: bool, in_the_open: bool = False) -> int:
    """A verified backup in a file of the person's choice; its size in bytes.

    Raises as `back_up`, or FileAlreadyThere. With leave to overwrite, what was there stays until
    the new file is whole. That of a locked store is locked, unless it is to lie `in_the_open`.
    """
    with (
        _explained(store, file.parent),
        _verified_copy(store, file.parent, in_the_open=in_the_open) as (temporary, _facts),
    ):
        size = temporary.stat().st_size
        if overwrite:
            os.replace(temporary, file)
        else:
            _take_free_name(temporary, file)
        sync_folder(file.parent)
    return size


def holds_yesterday(db: Database, now: datetime, zone: str) -> bool:
    """Whether anything in the store was written before today: a new one has nothing to lose yet."""
    midnight = from_instant(day_of(local(now, zone).date()).instants(zone).start)
    # As the text it is: what cannot be read must not keep anything from being kept.
    kept = [row for row in db.all(compiled.INVENTORY) if row["name"] in compiled.TABLES]
    return any(row["oldest"] and row["oldest"] < midnight for row in kept)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


@contextmanager
def _verified_copy(
    store: Path, folder: Path, *, in_the_open: bool = False
) -> Iterator[tuple[Path, Contents]]:
    # First: for a wrong passphrase nothing is begun.
    key = key_of(store)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, suffix=".tmp", dir=folder)
    os.close(handle)
    temporary = Path(name)
    try:
        if in_the_open and key is not None:
            facts = _copy_in_the_open(store, temporary)
        else:
            facts = _copy(store, temporary)
        sync(temporary)
        yield temporary, facts
    finally:
        for leftover in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{leftover}").unlink(missing_ok=True)


def _copy(store: Path, temporary: Path) -> Contents:
    with closing(open_file(store)) as source, closing(_open_copy(temporary, store)) as target:
        # What is counted and what is copied are one state, whoever writes meanwhile.
        source.execute("BEGIN")
        facts = contents(source)
        if facts.application != APPLICATION_ID:
            raise damaged(store)
        source.backup(target)
        source.execute("ROLLBACK")
        # One file, complete in itself: a backup is read where nothing can be written beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        if not is_whole(target):
            raise damaged(store)
        if contents(target) != facts:
            raise BackupFailed(temporary.parent)
    return facts


def _copy_in_the_open(store: Path, temporary: Path) -> Contents:
    from keseimbangan.store.conversion import copy_as, open_source

    with closing(open_file(store)) as guard, closing(open_source(store)) as source:
        # Others may read meanwhile, but not write: what is compared is one state.
        guard.execute("BEGIN IMMEDIATE")
        copy_as(source, temporary, None, store)
        facts = contents(guard)
        guard.execute("ROLLBACK")
    return facts


def _open_copy(temporary: Path, store: Path) -> sqlite3.Connection:
    # A backup of a locked store is locked with the same key.
    return open_file(temporary, like=store)


def _named(backup: Backup, folder: Path) -> Backup:
    """The same under its name in the folder: the first of its second that is free."""
    named = backup._replace(
        path=folder / name_of(backup.at, backup.reason, backup.schema, backup.serial)
    )
    try:
        take_name(backup.path, named.path)
    except FileExistsError:
        return _named(backup._replace(serial=backup.serial + 1), folder)
    sync_folder(folder)
    return named


def _take_free_name(temporary: Path, file: Path) -> None:
    try:
        take_name(temporary, file)
    except FileExistsError:
        raise FileAlreadyThere(file) from None


def _tidy(folder: Path, now: datetime, zone: str) -> None:
    """Let go what newer ones replace; a file that will not go is no reason to fail."""
    for backup in superseded(backups_in(folder), local(now, zone).date(), zone):
        with suppress(OSError):
            backup.path.unlink()
    for prefix in (_UNFINISHED, CONVERTED):
        for forgotten in folder.glob(f"{prefix}*"):
            with suppress(OSError):
                if now.timestamp() - forgotten.stat().st_mtime > _FORGOTTEN_SECONDS:
                    forgotten.unlink()


@contextmanager
def _explained(store: Path, folder: Path) -> Iterator[None]:
    """SQLite's and the system's complaints as our errors."""
    try:
        yield
    except OSError as error:
        raise BackupFailed(folder, error) from error
    except UNREADABLE as error:
        raise _problem(error, store, folder) from error


def _problem(error: Exception, store: Path, folder: Path) -> KeseimbanganError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(store)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY):
        return StoreReadOnly(store)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        # SQLite knows only that it could not write; a full disk is what that nearly always is.
        return BackupFailed(folder, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    return damaged(store)
