"""A new store is made in a temporary file that takes its name only when it is whole."""

import contextlib
import errno
import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION, TRIGGERS
from keseimbangan.store.connections import APPLICATION_ID, plain_connection
from keseimbangan.store.files import companions, set_aside


def create(path: Path, now: datetime) -> None:
    """Make an empty store; another terminal may be quicker, then its store stands."""
    # A millisecond, paid once in the life of a store.
    import tempfile

    from keseimbangan.private_files import make_folder, take_name

    if path.is_symlink():
        # To a disk that is not there just now: SQLite would begin an empty file over there.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    make_folder(path.parent)
    for leftover in companions(path):
        # The log of a store that was taken away would be read into the new one. In this order:
        # one that another terminal has just begun stands beside its store.
        if os.path.lexists(leftover) and not path.exists():
            set_aside(leftover, f"{now:%Y-%m-%dT%H.%M.%SZ}")
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        _build(temporary)
        # Not os.replace: a second terminal may have made the store meanwhile and written to it.
        with contextlib.suppress(FileExistsError):
            take_name(temporary, path)
    finally:
        for each in (temporary, *companions(temporary)):
            each.unlink(missing_ok=True)


def remove_unfinished(path: Path) -> None:
    """What killed programs left of stores they were making; one of them may be a link to ours."""
    with os.scandir(path.parent) as entries:
        unfinished = [entry.path for entry in entries if _is_unfinished(entry.name)]
    if not unfinished:
        return
    from keseimbangan.private_files import FORGOTTEN_SECONDS

    for name in unfinished:
        with contextlib.suppress(OSError):
            facts, ours = os.stat(name), path.stat()
            # By the files' own clock: the person's may be anywhere.
            old = ours.st_mtime - facts.st_mtime > FORGOTTEN_SECONDS
            if old or os.path.samestat(facts, ours):
                os.unlink(name)


def _is_unfinished(name: str) -> bool:
    return name.startswith(".") and name.endswith((".new", ".new-wal", ".new-shm"))


def _build(path: Path) -> None:
    with closing(plain_connection(str(path))) as connection:
        # Until it has its name it is nobody's: no journal need outlive this process.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript(f"BEGIN; {SCHEMA} {';'.join(TRIGGERS)}; COMMIT;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        # Last: a full disk may keep what stands in a write-ahead log from coming into the file,
        # which SQLite does not say when it closes, and the file alone takes the name.
        connection.execute("PRAGMA journal_mode = WAL")
