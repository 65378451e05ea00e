"""How the files of a home are called, and how a file takes its name so that it keeps it."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

STORE = "keseimbangan.db"
# A folder beside the store, so that a person who copies the directory has everything.
BACKUPS = "cadangan"

# What SQLite keeps beside a store that is open, or was not closed in an orderly way.
COMPANIONS = ("-wal", "-shm")

_PIECE = 1 << 20


def companions(store: Path) -> list[Path]:
    """The names of SQLite's working files of a store."""
    return [store.with_name(store.name + ending) for ending in COMPANIONS]


def take_name(temporary: Path, path: Path) -> None:
    """Rename a file, raising FileExistsError where somebody has the name."""
    if sys.platform == "win32":
        os.rename(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, as on a USB stick; the race is then as short as can be.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(temporary, path)


def sync(path: Path) -> None:
    """Wait until the contents of a file are on the disk."""
    # Windows syncs only what is open for writing.
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform != "win32":
        _sync(folder, os.O_RDONLY)


def overwrite(handle: int) -> None:
    """Write zeros over the whole of an open file, and wait until they are on the disk."""
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _PIECE)))
    os.fsync(handle)


def set_aside(path: Path, stamp: str) -> Path | None:
    """Give a file another name beside it that says it is no longer used; None if there is none."""
    if not os.path.lexists(path):
        return None
    aside = free_name(path, stamp)
    with suppress(FileNotFoundError):
        os.rename(path, aside)
    return aside


def free_name(path: Path, stamp: str) -> Path:
    """`x-rusak-STAMP.db` beside `x.db`, or the first such name that nobody has."""
    name, dot, ending = path.name.partition(".")
    serial = 1
    while True:
        last = f"-{serial}" if serial > 1 else ""
        free = path.with_name(f"{name}-rusak-{stamp}{last}{dot}{ending}")
        if not os.path.lexists(free):
            return free
        serial += 1


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
