"""How the files of a home are called."""

import os
from contextlib import suppress
from pathlib import Path

STORE = "keseimbangan.db"
# A folder beside the store, so that a person who copies the directory has everything.
BACKUPS = "cadangan"

# What is written in an editor, each in a folder of its own.
FORM = ".formulir-"
FORMS = f"{FORM}*"

# What SQLite keeps beside a store that is open, or was not closed in an orderly way.
COMPANIONS = ("-wal", "-shm")

_PIECE = 1 << 20


def companions(store: Path) -> list[Path]:
    """The names of SQLite's working files of a store."""
    return [store.with_name(store.name + ending) for ending in COMPANIONS]


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
