"""Making backups: whole, checked against the original, on the disk, and only then named.

SQLite's online backup reads one state of the store while others write to it. Until a copy has its
name it lies in a hidden temporary file; older backups go only after it has it.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from keseimbangan.domain.backups import Backup, BackupReason, superseded
from keseimbangan.domain.period import day_of, local
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.backups import BackupFailed, NotRestorable
from keseimbangan.errors.files import FileAlreadyThere
from keseimbangan.errors.store import StoreFull
from keseimbangan.private_files import put_in_place, remove_forgotten
from keseimbangan.store import compiled
from keseimbangan.store.backup_folder import backups_in, folder_of, name_of
from keseimbangan.store.complaints import damaged, problem_of
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.database import Database
from keseimbangan.store.files import UNFINISHED, finish_erasing, unfinished
from keseimbangan.store.keys import key_of
from keseimbangan.store.soundness import (
    UNREADABLE,
    Contents,
    contents,
    has_tables,
    is_whole,
    open_file,
)
from keseimbangan.store.values import from_instant

# By these a person trusts to have a good one. The others keep what is about to be changed, however
# it is.
_TRUSTED = (BackupReason.DAILY, BackupReason.MANUAL)


def back_up(store: Path, reason: BackupReason, now: datetime, zone: str | None = None) -> Backup:
    """A verified backup in the folder beside the store; then older ones go by `superseded`.

    Which day a backup is of depends on the zone: without one nothing goes. Raises as `make`.
    """
    made = make(store, reason, now)
    if zone is not None:
        let_older_go(made, now, zone)
    return made.backup


class Made(NamedTuple):
    """A new backup, and whether older ones may go for it."""

    backup: Backup
    is_good: bool


def make(store: Path, reason: BackupReason, now: datetime) -> Made:
    """A verified backup in the folder beside the store, for which nothing has gone yet.

    Raises BackupFailed, StoreDamaged, NotRestorable, StoreLocked or StoreReadOnly; nothing has
    changed then.
    """
    folder = folder_of(store)
    with _explained(store, folder):
        _make(folder)
        finish_erasing(folder)
        with _verified_copy(store, folder) as (temporary, facts):
            if facts.strays and reason in _TRUSTED:
                raise NotRestorable(store)
            serial, size = _next_serial(folder, reason, now), temporary.stat().st_size
            made = Backup(now, serial, reason, facts.schema, temporary, size)
            made, is_settled = _named(made, folder)
    return Made(made, is_good=is_settled and not facts.strays)


def let_older_go(made: Made, now: datetime, zone: str) -> None:
    """Let go what newer backups replace, once a new one is good and there to stay."""
    if made.is_good:
        _tidy(made.backup, now, zone)


def back_up_to(store: Path, file: Path, *, overwrite: bool, in_the_open: bool = False) -> int:
    """A verified backup in a file of the person's choice; its size in bytes.

    Raises as `back_up`, or FileAlreadyThere. With leave to overwrite, what was there stays until
    the new file is whole. That of a locked store is locked, unless it is to lie `in_the_open`.
    """
    with (
        _explained(store, file.parent),
        _verified_copy(store, file.parent, in_the_open=in_the_open) as (temporary, facts),
    ):
        if facts.strays:
            raise NotRestorable(store)
        size = temporary.stat().st_size
        try:
            put_in_place(temporary, file, overwrite=overwrite)
        except FileExistsError:
            raise FileAlreadyThere(file) from None
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
    with unfinished(folder) as temporary:
        # By the files' own clock: the person's may be anywhere.
        remove_forgotten(folder, f"{UNFINISHED}*", temporary.stat().st_mtime)
        if in_the_open and key is not None:
            facts = _copy_in_the_open(store, temporary)
        else:
            facts = _copy(store, temporary)
        yield temporary, facts


def _copy(store: Path, temporary: Path) -> Contents:
    with closing(open_file(store)) as source, closing(_open_copy(temporary, store)) as target:
        # What is counted and what is copied are one state, whoever writes meanwhile.
        source.execute("BEGIN")
        facts = _facts(source, store)
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
        facts = _facts(guard, store)
        copy_as(source, temporary, None, store)
        guard.execute("ROLLBACK")
    return facts


def _facts(source: sqlite3.Connection, store: Path) -> Contents:
    facts = contents(source)
    if facts.application != APPLICATION_ID or not has_tables(source):
        raise damaged(store)
    return facts


def _open_copy(temporary: Path, store: Path) -> sqlite3.Connection:
    # A backup of a locked store is locked with the same key.
    return open_file(temporary, like=store)


def _next_serial(folder: Path, reason: BackupReason, now: datetime) -> int:
    # Not the first that is free: it would pass for the oldest of its second, and go at once.
    same = (each for each in backups_in(folder) if (each.at, each.reason) == (now, reason))
    return max((each.serial for each in same), default=0) + 1


def _named(backup: Backup, folder: Path) -> tuple[Backup, bool]:
    """The same under its name, or the next one where that is taken; whether it is on the disk."""
    named = backup._replace(
        path=folder / name_of(backup.at, backup.reason, backup.schema, backup.serial)
    )
    try:
        return named, put_in_place(backup.path, named.path, overwrite=False)
    except FileExistsError:
        return _named(backup._replace(serial=backup.serial + 1), folder)


def _tidy(made: Backup, now: datetime, zone: str) -> None:
    """Let go what newer ones replace; a file that will not go is no reason to fail."""
    for backup in superseded(backups_in(made.path.parent), now, zone):
        with suppress(OSError):
            backup.path.unlink()


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
    problem = problem_of(error, store) or damaged(store)
    if isinstance(problem, StoreFull):
        # It is the copy for which there is no room, wherever it was to go.
        return BackupFailed(folder, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    return problem
