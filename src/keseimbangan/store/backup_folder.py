"""The folder of the backups: how they are called, and which there are.

`2026-11-23T00.30.00Z-harian-skema2.db`: the names sort by time and say all that rotation needs, so
that no list beside them can be wrong. Times are UTC. What is called otherwise is not ours.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from keseimbangan.domain.backups import Backup, BackupReason
from keseimbangan.store.daily import DAILY, moment_of
from keseimbangan.store.files import BACKUPS, STAMP

# The same in every language: a folder is read on more than one computer.
WORDS = {
    BackupReason.DAILY: DAILY,
    BackupReason.MANUAL: "manual",
    BackupReason.MIGRATION: "migrasi",
    BackupReason.RESTORE: "pulih",
    BackupReason.RESTORED: "dipulihkan",
    BackupReason.IMPORT: "impor",
    BackupReason.ENCRYPTION: "kunci",
    BackupReason.ERASURE: "hapus",
}
_REASONS = {word: reason for reason, word in WORDS.items()}


def folder_of(store: Path) -> Path:
    """Where the backups of a store lie."""
    return store.parent / BACKUPS


def name_of(at: datetime, reason: BackupReason, schema: int, serial: int = 1) -> str:
    """The name of a backup; `serial` counts those of one second."""
    last = f"-{serial}" if serial > 1 else ""
    return f"{at:{STAMP}}-{WORDS[reason]}-skema{schema}{last}.db"


def backups_in(folder: Path) -> list[Backup]:
    """The backups of a folder, oldest first; none where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            found = [_backup(entry) for entry in entries if entry.name.endswith(".db")]
    except OSError:
        return []
    return sorted(backup for backup in found if backup)


def named(path: Path) -> Backup | None:
    """What the name of a backup in its folder tells; None for a file that is called otherwise."""
    return next((each for each in backups_in(path.parent) if each.path == path), None)


def moment_in(name: str) -> datetime | None:
    """When a backup of this name was made, in UTC; None for a file that is called otherwise."""
    parsed = _parsed(name)
    return parsed[0] if parsed else None


def _backup(entry: "os.DirEntry[str]") -> Backup | None:
    with suppress(OSError):
        if (parsed := _parsed(entry.name)) and entry.is_file(follow_symlinks=False):
            return Backup(*parsed, Path(entry.path), entry.stat().st_size)
    return None


def _parsed(name: str) -> tuple[datetime, int, BackupReason, int] | None:
    """Moment, serial, reason and schema of a name; None for the name of anything else."""
    stamp, found, rest = name.removesuffix(".db").partition("Z-")
    word, schema, serial = [*rest.split("-"), "1", "", ""][:3]
    if not found or word not in _REASONS or not schema.startswith("skema"):
        return None
    try:
        return (
            moment_of(f"{stamp}Z"),
            int(serial),
            _REASONS[word],
            int(schema.removeprefix("skema")),
        )
    except ValueError:
        return None
