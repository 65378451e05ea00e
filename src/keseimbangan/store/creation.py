"""A new store is made in a temporary file that takes its name only when it is whole."""

import contextlib
import os
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION, TRIGGERS
from keseimbangan.store.connections import APPLICATION_ID, plain_connection, refuse_dead_link
from keseimbangan.store.files import (
    CONVERTED,
    DOOMED,
    UNFINISHED,
    UNFINISHED_ENDING,
    companions,
    erase,
    folders_of,
    set_aside,
    unfinished,
)


def create(path: Path, now: datetime) -> None:
    """Make an empty store; another terminal may be quicker, then its store stands."""
    # A millisecond, paid once in the life of a store.
    from keseimbangan.private_files import make_folder, put_in_place

    refuse_dead_link(path)
    make_folder(path.parent)
    for leftover in companions(path):
        # The log of a store that was taken away would be read into the new one. In this order:
        # one that another terminal has just begun stands beside its store.
        if os.path.lexists(leftover) and not path.exists():
            set_aside(leftover, now)
    with unfinished(path.parent) as temporary:
        _build(temporary)
        # A second terminal may have made the store meanwhile and written to it.
        with contextlib.suppress(FileExistsError):
            put_in_place(temporary, path, overwrite=False)


def remove_unfinished(path: Path) -> None:
    """What killed programs left of stores they were making; one of them may be a link to ours.

    For whoever holds the store: nobody is locking or unlocking it then, so what was left of that,
    and can be read by anyone, need not grow old first.
    """
    found = []
    for folder in folders_of(path):
        with os.scandir(folder) as entries:
            found += [entry.path for entry in entries if _is_unfinished(entry.name)]
    if not found:
        return
    from keseimbangan.private_files import FORGOTTEN_SECONDS

    for name in found:
        if _is_to_go(os.path.basename(name)):
            with contextlib.suppress(OSError):
                erase(Path(name))
            continue
        with contextlib.suppress(OSError):
            facts, ours = os.stat(name), path.stat()
            # By the files' own clock: the person's may be anywhere.
            old = ours.st_mtime - facts.st_mtime > FORGOTTEN_SECONDS
            if old or os.path.samestat(facts, ours):
                os.unlink(name)


def _is_unfinished(name: str) -> bool:
    return name.startswith(UNFINISHED) and UNFINISHED_ENDING in name


def _is_to_go(name: str) -> bool:
    # Windows lets go of the store before the names are exchanged.
    is_left = name.startswith(CONVERTED) and sys.platform != "win32"
    return is_left or name.startswith(DOOMED)


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
