"""Reading backups: from private copies, checked, and brought to this program's schema there."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from keseimbangan.domain.backups import Backup, newest_first
from keseimbangan.domain.period import day_of, local
from keseimbangan.errors.backups import (
    BackupDamaged,
    BackupNewer,
    BackupUnreadable,
    NoBackup,
    TemporaryFolderFull,
)
from keseimbangan.errors.locking import PassphraseNeeded
from keseimbangan.errors.migration import MigrationFailed
from keseimbangan.errors.store import StoreFull
from keseimbangan.store.backup_folder import backups_in, folder_of
from keseimbangan.store.compiled import SCHEMA_VERSION
from keseimbangan.store.complaints import problem_of
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.files import STORE, logs
from keseimbangan.store.keys import key_of
from keseimbangan.store.soundness import (
    UNREADABLE,
    contents,
    has_tables,
    is_whole,
    open_file,
    schema_differences,
)
from keseimbangan.store.staging import private_folder
from keseimbangan.store.values import to_instant


def newest_good(folder: Path, now: datetime | None = None) -> Path | None:
    """The newest backup that this program can bring back, looked for from the newest on.

    Where nobody knows what time it is, as in the middle of a fault, the names alone decide.
    """
    backups = backups_in(folder)
    found = newest_first(backups, now or backups[-1].at) if backups else []
    return next((backup.path for backup in found if is_good(backup)), None)


def good_of(folder: Path, day: date | None, zone: str, now: datetime) -> Backup:
    """The newest good backup, or that of the end of a day in `zone`; raises NoBackup.

    How a day ended is held by the first one made later, unless something was noted in between;
    then the newest one of that day or before it has to do.
    """
    found = newest_first(backups_in(folder), now)
    if day is not None:
        later = [each for each in found if each.at <= now and _day(each, zone) > day]
        first = next(filter(is_good, reversed(later)), None)
        if first and _ends_by(first, day_of(day).instants(zone).end):
            return first
        found = [each for each in found if _day(each, zone) <= day]
    for backup in found:
        if is_good(backup):
            return backup
    raise NoBackup(day)


def _day(backup: Backup, zone: str) -> date:
    return local(backup.at, zone).date()


def _ends_by(backup: Backup, moment: datetime) -> bool:
    """Whether the last step in a backup was before a moment; False where it knows of none."""
    with suppress(*UNREADABLE, PassphraseNeeded), closing(open_file(backup.path, "ro")) as source:
        (last,) = source.execute("SELECT max(created_at) FROM steps").fetchone()
        return last is not None and to_instant(last) < moment
    return False


def is_good(backup: Backup) -> bool:
    """Whether a backup is whole, ours, and of no later schema.

    A locked one that nobody may be asked about counts as good: bringing it back will tell.
    """
    try:
        with suppress(*UNREADABLE), closing(open_file(backup.path, "ro")) as connection:
            return _fault(connection) is None and _version(connection) <= SCHEMA_VERSION
    except PassphraseNeeded:
        return True
    return False


@contextmanager
def staged(backup: Path, store: Path, now: datetime) -> Iterator[Path]:
    """A private copy of a backup, checked and of this program's schema; gone afterwards.

    Raises BackupDamaged, which names the newest good backup of the store, BackupNewer,
    BackupUnreadable or TemporaryFolderFull. The backup itself is not touched.
    """
    # Before it is copied: whoever is asked for a passphrase is to read the name of the backup.
    key_of(backup)
    # The system's temporary folder: a drill leaves no trace in the home, not even when killed.
    with private_folder() as directory:
        copy = directory / STORE
        _fetch(backup, copy)
        try:
            _prepare(copy, backup, now)
        except (*UNREADABLE, MigrationFailed, _Unfit) as error:
            if _is_full(error, copy):
                raise TemporaryFolderFull(directory.parent, _no_room()) from error
            good = newest_good(folder_of(store), now)
            raise BackupDamaged(backup, good if good != backup else None) from error
        yield copy


def _is_full(error: Exception, copy: Path) -> bool:
    origin = error.__cause__ if isinstance(error, MigrationFailed) else error
    return isinstance(origin, sqlite3.Error) and isinstance(problem_of(origin, copy), StoreFull)


def _no_room() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _Unfit(Exception):
    """What makes a file no good backup."""


def _fetch(backup: Path, copy: Path) -> None:
    try:
        shutil.copyfile(backup, copy)
        copy.chmod(0o600)
        # A store that was copied while in use has its latest rows beside it.
        for log, ending in logs(backup):
            shutil.copyfile(log, copy.with_name(copy.name + ending))
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise TemporaryFolderFull(copy.parent.parent, error) from error
        raise BackupUnreadable(backup, error) from error


def _prepare(copy: Path, backup: Path, now: datetime) -> None:
    with closing(open_file(copy)) as connection:
        version = _version(connection)
        if version == SCHEMA_VERSION:
            # First of all: nothing strange is even counted.
            _reshape(connection)
        if fault := _fault(connection):
            raise _Unfit(fault)
    if version > SCHEMA_VERSION:
        raise BackupNewer(backup, version, SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        # Half a second of imports, only for a backup of an earlier program.
        from keseimbangan.store.migrate import migrate

        migrate(copy, version, now=now)
    with closing(open_file(copy)) as connection:
        _reshape(connection)
        if schema_differences(connection):
            raise _Unfit("tables")


def _reshape(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _Unfit("application_id")
    from keseimbangan.store.reshaping import reshape

    reshape(connection)


def _fault(connection: sqlite3.Connection) -> str | None:
    found = contents(connection)
    if found.application != APPLICATION_ID:
        return "application_id"
    if found.strays:
        return "foreign_key_check"
    if not is_whole(connection):
        return "integrity_check"
    return None if has_tables(connection) else "tables"


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
