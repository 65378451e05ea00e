"""The files of a home: how they are called, begun, put aside and overwritten."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePath

STORE = "keseimbangan.db"
# A folder beside the store, so that a person who copies the directory has everything.
BACKUPS = "cadangan"

# How a file is called until it is whole: `.keseimbangan-k3j2h1g0.new`. A person whose home is also
# the program's has hidden files there, and what is called so is removed when it is old.
UNFINISHED, UNFINISHED_ENDING = ".keseimbangan-", ".new"

# What SQLite keeps beside a store that is open, or was not closed in an orderly way. The logs hold
# what is to come into the file, or, where a disk does not do for the first, what is to go from it.
LOGS = ("-wal", "-journal")
COMPANIONS = (*LOGS, "-shm")

# A moment in UTC as a name holds it: no file system minds, and names sort by time.
STAMP = "%Y-%m-%dT%H.%M.%SZ"

# How a file begins that is being locked or unlocked, until it takes the name of the old one.
CONVERTED = f"{UNFINISHED}kunci-"
# How a file begins that is being erased: what is blank in it must not be taken for a backup.
DOOMED = f"{UNFINISHED}hapus-"
# What is written in an editor, each in a folder of its own.
FORM = ".formulir-"
FORMS = f"{FORM}*"

# How every file of SQLite begins that is not locked.
SQLITE = b"SQLite format 3\0"

_PIECE = 1 << 20
# Windows has neither.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def companions(store: Path) -> list[Path]:
    """The names of SQLite's working files of a store."""
    return [store.with_name(store.name + ending) for ending in COMPANIONS]


def folders_of(store: Path) -> list[Path]:
    """The folder of a store; where its name is a link, also that of the file it leads to."""
    if not store.is_symlink():
        return [store.parent]
    return [store.parent, Path(os.path.realpath(store)).parent]


def logs(store: Path) -> list[tuple[Path, str]]:
    """The logs that lie beside a store, with their endings: without them it is not what it was."""
    named = ((store.with_name(store.name + ending), ending) for ending in LOGS)
    return [(path, ending) for path, ending in named if os.path.isfile(path)]


def uri_of(path: PurePath, query: str) -> str:
    """An absolute path as SQLite takes it with a query: `file:///home/x/a.db?mode=ro`."""
    uri = path.as_uri()
    if not uri.startswith("file:///"):
        # A Windows share. SQLite refuses a server where a URI names one, and wants it in the path.
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?{query}"


def overwrite(handle: int) -> None:
    """Write zeros over the whole of an open file, and wait until they are on the disk."""
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _PIECE)))
    os.fsync(handle)


def blank(path: Path) -> None:
    """Write zeros over a file that has no other name. Raises OSError.

    What a link leads to, or a second name keeps, is somebody's still; a pipe is not waited for.
    """
    handle = os.open(path, os.O_WRONLY | _AS_IT_IS)
    try:
        facts = os.fstat(handle)
        if stat.S_ISREG(facts.st_mode) and facts.st_nlink == 1:
            overwrite(handle)
    finally:
        os.close(handle)


@contextmanager
def unfinished(folder: Path, prefix: str = UNFINISHED) -> Iterator[Path]:
    """An empty file, its owner's alone, to be filled and given its name; gone otherwise.

    A killed program leaves it: `creation.py` and `backups.py` remove what is old.
    """
    # A millisecond, for those who write a whole file.
    import tempfile

    handle, name = tempfile.mkstemp(prefix=prefix, suffix=UNFINISHED_ENDING, dir=folder)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        for each in (temporary, *companions(temporary)):
            each.unlink(missing_ok=True)


def erase(path: Path) -> None:
    """Overwrite a file and remove it. Raises OSError if it stays.

    It loses its name first: a killed program leaves nothing blank under that name, nor can
    somebody who is at work on it after all give such a thing the name of a store.
    """
    doomed = _doomed(path)
    # One that cannot be opened can still be removed.
    with suppress(OSError):
        # Windows would follow the link.
        if not doomed.is_symlink():
            blank(doomed)
    # Another terminal may be finishing it, too.
    doomed.unlink(missing_ok=True)


def finish_erasing(folder: Path) -> None:
    """Remove what killed programs were erasing in a folder; what will not go stays."""
    for path in folder.glob(f"{DOOMED}*"):
        with suppress(OSError):
            erase(path)


def _doomed(path: Path) -> Path:
    """The file under a name by which it is found and finished, or, on a full disk, its own."""
    from keseimbangan.private_files import rename_aside

    if path.name.startswith(DOOMED):
        return path
    doomed = path.with_name(f"{DOOMED}{os.urandom(4).hex()}{UNFINISHED_ENDING}")
    try:
        rename_aside(path, doomed)
    except OSError:
        return path
    return doomed


def set_aside(path: Path, now: datetime) -> None:
    """Give a file, if it is there, another name beside it that says it is no longer used."""
    if os.path.lexists(path):
        # Hardly ever needed, and this module is imported every day.
        from keseimbangan.private_files import rename_aside

        with suppress(FileNotFoundError):
            rename_aside(path, free_name(path, now))


def free_name(path: Path, now: datetime) -> Path:
    """`x-rusak-2026-11-23T00.30.00Z.db` beside `x.db`, or the first such name that nobody has."""
    stamp = f"{now:{STAMP}}"
    name, dot, ending = path.name.partition(".")
    serial = 1
    while True:
        last = f"-{serial}" if serial > 1 else ""
        free = path.with_name(f"{name}-rusak-{stamp}{last}{dot}{ending}")
        if not os.path.lexists(free):
            return free
        serial += 1
